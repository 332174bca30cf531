package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.ChainState;
import dev.tarn.explorer.walks.Descents;
import dev.tarn.landscape.Observables;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void timesAreKeptAndUnknownOnesStayUnknown() {
    SearchMemory memory = new SearchMemory();
    memory.searches = 10;
    memory.seconds = 1.25;
    memory.noteDiscoveries(3, 4);
    SearchMemory copy = SearchMemory.decode(memory.encode());
    assertThat(copy.seconds).isEqualTo(1.25);
    copy.seconds = Double.NaN;
    copy.searches = 20;
    copy.noteDiscoveries(5, 6);
    copy = SearchMemory.decode(copy.encode());
    assertThat(copy.seconds).isNaN();
    assertThat(copy.discoveries())
        .containsExactly(
            new DiscoveryCurve.Point(10, 0, OptionalDouble.of(1.25), 3, 4),
            new DiscoveryCurve.Point(20, 0, OptionalDouble.empty(), 5, 6));
  }

  /**
   * As earlier versions wrote it: no times, a word for each pair, in the order in which they were
   * tried; in layout 3 no unfinished round.
   */
  private static byte[] earlier(int layout) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(layout);
    for (long total : new long[] {7, 448, 123456789012L, 99, 55}) {
      out.writeLong(total);
    }
    out.writeInt(1);
    out.writeUTF("quench blew up");
    out.writeLong(3);
    out.writeInt(1);
    out.writeUTF("seed");
    out.writeUTF("1");
    out.writeInt(2);
    for (long figure : new long[] {64, 1000, 5, 6, 448, 123456789012L, 7, 8}) {
      out.writeLong(figure);
    }
    out.writeInt(3);
    for (int attempts : new int[] {1, 0, 2}) {
      out.writeInt(attempts);
    }
    out.writeInt(2);
    out.writeLong(2L << 32 | 3);
    out.writeLong(1L << 32 | 2);
    for (int k = 0; k < 30; k++) {
      out.writeDouble(k);
      out.writeDouble(1000 * k);
    }
    new Descents().write(out);
    if (layout == 4) {
      UnfinishedRound unfinished = new UnfinishedRound();
      unfinished.keep(
          new SearchTask.MinimaChain(5, 0, new double[0], 8),
          new SearchOutcome(List.of(), List.of(), Map.of(), 12, 0, List.of(), List.of()));
      unfinished.write(out);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void checkpointsOfEarlierVersionsAreStillRead(int layout) throws IOException {
    SearchMemory memory = SearchMemory.decode(earlier(layout));
    for (SearchMemory either : List.of(memory, SearchMemory.decode(memory.encode()))) {
      assertThat(either.round).isEqualTo(7);
      assertThat(either.searches).isEqualTo(448);
      assertThat(either.energyCalls).isEqualTo(123456789012L);
      assertThat(either.hessianCalls).isEqualTo(99);
      assertThat(either.saddleHits).isEqualTo(55);
      assertThat(either.failures).containsOnly(Map.entry("quench blew up", 3L));
      assertThat(either.settings).containsOnly(Map.entry("seed", "1"));
      assertThat(either.seconds).isNaN();
      assertThat(either.discoveries())
          .containsExactly(
              new DiscoveryCurve.Point(64, 1000, OptionalDouble.empty(), 5, 6),
              new DiscoveryCurve.Point(448, 123456789012L, OptionalDouble.empty(), 7, 8));
      assertThat(either.attempts(1)).isEqualTo(1);
      assertThat(either.attempts(3)).isEqualTo(2);
      assertThat(either.tried(3, 2)).isTrue();
      assertThat(either.tried(1, 2)).isTrue();
      assertThat(either.tried(1, 3)).isFalse();
      assertThat(either.finds(4)).isEqualTo(4);
      assertThat(either.cost(29)).isEqualTo(29_000);
      assertThat(either.cost(30)).isZero();
      assertThat(either.unfinished.size()).isEqualTo(layout == 4 ? 1 : 0);
    }
  }

  @Test
  void aDamagedCheckpointIsRefused() {
    byte[] whole = new SearchMemory().encode();
    assertThatThrownBy(() -> SearchMemory.decode(Arrays.copyOf(whole, 9)))
        .hasMessageContaining("damaged");
    whole[3] = 99;
    assertThatThrownBy(() -> SearchMemory.decode(whole)).hasMessageContaining("layout");
  }

  @Test
  void yieldsFadeWithFindsAndNotWithRounds() {
    SearchMemory memory = new SearchMemory();
    memory.credit(1, 10, 5000);
    memory.endRound();
    double finds = memory.finds(1);
    double cost = memory.cost(1);
    assertThat(finds).isBetween(9.7, 9.9);
    assertThat(finds / cost).isCloseTo(10 / 5000.0, within(1e-15));
    for (int round = 0; round < 1000; round++) {
      memory.credit(2, 0, 7000);
      memory.endRound();
    }
    assertThat(memory.finds(1)).isEqualTo(finds);
    assertThat(memory.cost(2)).isEqualTo(7e6);
    memory.credit(2, 500, 7000);
    memory.endRound();
    assertThat(memory.finds(1)).isCloseTo(finds / Math.E, within(1e-12));
  }
}
