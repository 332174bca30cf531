package dev.tarn.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explorer.hopping.ChainState;
import dev.tarn.landscape.Observables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchMemoryTests {

  @Test
  void aDecodedMemoryIsTheEncodedOne() {
    SearchMemory memory = new SearchMemory();
    memory.round = 7;
    memory.searches = 448;
    memory.energyCalls = 123456789012L;
    memory.failures.put("quench blew up", 3L);
    memory.countAttempt(200);
    memory.countAttempt(200);
    memory.countAttempt(1);
    memory.remember(5, 3);
    SearchMemory copy = SearchMemory.decode(memory.encode());
    assertThat(copy.encode()).isEqualTo(memory.encode());
    assertThat(copy.round).isEqualTo(7);
    assertThat(copy.attempts(200)).isEqualTo(2);
    assertThat(copy.attempts(199)).isZero();
    assertThat(copy.attempts(1000)).isZero();
    assertThat(copy.tried(3, 5)).isTrue();
    assertThat(copy.tried(3, 6)).isFalse();
    assertThat(copy.failures).containsEntry("quench blew up", 3L);
  }

  @Test
  void searchesOfAnUnfinishedRoundAreKeptToTheLastBit() {
    VerifiedPoint minimum =
        new VerifiedPoint(
            new double[] {0.1, -0.0},
            -1.5,
            1e-12,
            0,
            0,
            7.25,
            0.5,
            2,
            Observables.of(List.of("testAuc", "testLoss"), 0.9, 0.1));
    VerifiedPoint saddle =
        new VerifiedPoint(
            new double[] {1, 2}, 0.5, 1e-11, 1, 0, Double.NaN, -0.25, 1, Observables.NONE);
    SearchOutcome outcome =
        new SearchOutcome(
            List.of(
                new SearchOutcome.Known(3),
                new SearchOutcome.Fresh(minimum),
                new SearchOutcome.KnownOther(4)),
            List.of(
                new SearchOutcome.KnownConnection(5),
                new SearchOutcome.KnownOther(6),
                new SearchOutcome.LooseSaddle(saddle, "flat"),
                new SearchOutcome.FreshConnection(
                    saddle, new SearchOutcome.Fresh(minimum), new SearchOutcome.Known(1))),
            Map.of("quench blew up", 2),
            1234567890123L,
            17,
            List.of(ChainState.fresh(0.3)),
            List.of());
    SearchTask task = new SearchTask.MinimaChain(-99, 0, new double[0], 8);
    SearchMemory memory = new SearchMemory();
    memory.unfinished.keep(task, outcome);
    memory.unfinished.keep(
        new SearchTask.MinimaChain(5, 0, new double[0], 8),
        new SearchOutcome(
            List.of(), List.of(), Map.of(), 0, 0, List.of(), List.of("threw something")));
    SearchMemory copy = SearchMemory.decode(memory.encode());
    assertThat(copy.unfinished.size()).isEqualTo(1);
    assertThat(copy.unfinished.outcome(task).orElseThrow())
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
        .isEqualTo(outcome);
    assertThat(copy.encode()).isEqualTo(memory.encode());
    copy.endRound();
    assertThat(copy.unfinished.size()).isZero();
  }

  /** What earlier versions wrote ends before the unfinished round. */
  @Test
  void aCheckpointOfWholeRoundsIsStillRead() {
    SearchMemory memory = new SearchMemory();
    memory.searches = 12;
    byte[] whole = memory.encode();
    byte[] former = Arrays.copyOf(whole, whole.length - Integer.BYTES);
    former[3] = 3;
    assertThat(SearchMemory.decode(former).encode()).isEqualTo(whole);
  }

  @Test
  void aDamagedCheckpointIsRefused() {
    byte[] whole = new SearchMemory().encode();
    assertThatThrownBy(() -> SearchMemory.decode(java.util.Arrays.copyOf(whole, 9)))
        .hasMessageContaining("damaged");
    whole[3] = 99;
    assertThatThrownBy(() -> SearchMemory.decode(whole)).hasMessageContaining("layout");
  }
}
