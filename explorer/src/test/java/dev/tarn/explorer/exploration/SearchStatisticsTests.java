package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunState;
import dev.tarn.explorer.walks.Walks;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchStatisticsTests {

  private static byte[] encoded(SearchStatistics statistics) {
    CheckpointSections.Writer sections = new CheckpointSections.Writer("exploration");
    statistics.encode(sections);
    return sections.sections().encode();
  }

  private static SearchStatistics decoded(byte[] state) {
    return SearchStatistics.decode(CheckpointSections.decode(state));
  }

  @Test
  void decodedStatisticsAreTheEncodedOnes() {
    SearchStatistics memory = new SearchStatistics();
    memory.searches = 448;
    memory.energyCalls = 123456789012L;
    memory.failures.put("quench blew up", 3L);
    memory.countAttempt(200);
    memory.countAttempt(200);
    memory.countAttempt(1);
    memory.remember(5, 3);
    SearchStatistics copy = decoded(encoded(memory));
    assertThat(encoded(copy)).isEqualTo(encoded(memory));
    assertThat(copy.attempts(200)).isEqualTo(2);
    assertThat(copy.attempts(199)).isZero();
    assertThat(copy.attempts(1000)).isZero();
    assertThat(copy.tried(3, 5)).isTrue();
    assertThat(copy.tried(3, 6)).isFalse();
    assertThat(copy.failures).containsEntry("quench blew up", 3L);
  }

  @Test
  void timesAreKeptAndUnknownOnesStayUnknown() {
    SearchStatistics memory = new SearchStatistics();
    memory.searches = 10;
    memory.noteDiscoveries(1.25, 3, 4);
    SearchStatistics copy = decoded(encoded(memory));
    copy.searches = 20;
    copy.noteDiscoveries(Double.NaN, 5, 6);
    copy = decoded(encoded(copy));
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
    if (layout == 5) {
      out.writeDouble(2.5);
    }
    out.writeInt(1);
    out.writeUTF("quench blew up");
    out.writeLong(3);
    out.writeInt(1);
    out.writeUTF("seed");
    out.writeUTF("1");
    out.writeInt(2);
    for (long[] figures : new long[][] {{64, 1000, 5, 6}, {448, 123456789012L, 7, 8}}) {
      out.writeLong(figures[0]);
      out.writeLong(figures[1]);
      if (layout == 5) {
        out.writeDouble(0.5);
      }
      out.writeLong(figures[2]);
      out.writeLong(figures[3]);
    }
    out.writeInt(3);
    for (int attempts : new int[] {1, 0, 2}) {
      out.writeInt(attempts);
    }
    if (layout == 5) {
      TriedPairs pairs = new TriedPairs();
      pairs.add(2, 3);
      pairs.add(1, 2);
      pairs.write(out);
      out.writeInt(42);
    } else {
      out.writeInt(2);
      out.writeLong(2L << 32 | 3);
      out.writeLong(1L << 32 | 2);
    }
    for (int k = 0; k < (layout == 5 ? 42 : 30); k++) {
      out.writeDouble(k);
      out.writeDouble(1000 * k);
    }
    new Walks().write(out);
    if (layout >= 4) {
      // A search of an unfinished round, which is done again: whatever follows is not read.
      out.writeInt(1);
      out.writeLong(5);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void checkpointsOfEarlierVersionsAreStillRead(int layout) throws IOException {
    CheckpointSections sections = FormerCheckpoint.sections(earlier(layout)).orElseThrow();
    RunState run = RunState.decode(sections);
    assertThat(run.round()).isEqualTo(7);
    assertThat(run.settings()).containsOnly(Map.entry("seed", "1"));
    assertThat(Double.valueOf(run.seconds()))
        .isEqualTo(layout == 5 ? Double.valueOf(2.5) : Double.valueOf(Double.NaN));
    OptionalDouble time = layout == 5 ? OptionalDouble.of(0.5) : OptionalDouble.empty();
    SearchStatistics memory = SearchStatistics.decode(sections);
    for (SearchStatistics either : List.of(memory, decoded(encoded(memory)))) {
      assertThat(either.searches).isEqualTo(448);
      assertThat(either.energyCalls).isEqualTo(123456789012L);
      assertThat(either.hessianCalls).isEqualTo(99);
      assertThat(either.saddleHits).isEqualTo(55);
      assertThat(either.failures).containsOnly(Map.entry("quench blew up", 3L));
      assertThat(either.discoveries())
          .containsExactly(
              new DiscoveryCurve.Point(64, 1000, time, 5, 6),
              new DiscoveryCurve.Point(448, 123456789012L, time, 7, 8));
      assertThat(either.attempts(1)).isEqualTo(1);
      assertThat(either.attempts(3)).isEqualTo(2);
      assertThat(either.tried(3, 2)).isTrue();
      assertThat(either.tried(1, 2)).isTrue();
      assertThat(either.tried(1, 3)).isFalse();
      assertThat(either.finds(4)).isEqualTo(4);
      assertThat(either.cost(29)).isEqualTo(29_000);
      assertThat(either.cost(30)).isEqualTo(layout == 5 ? 30_000 : 0);
    }
  }

  @Test
  void aDamagedFormerCheckpointIsRefused() throws IOException {
    byte[] whole = earlier(5);
    assertThatThrownBy(() -> FormerCheckpoint.sections(Arrays.copyOf(whole, 9)))
        .hasMessageContaining("damaged");
    whole[3] = 99;
    assertThatThrownBy(() -> FormerCheckpoint.sections(whole)).hasMessageContaining("layout");
    assertThat(FormerCheckpoint.sections("census 1".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  /** Figures of approaches are found by id: the order of the table does not matter. */
  @Test
  void figuresStayWithTheirApproachesInWhateverOrderTheyStand() throws IOException {
    List<Integer> ids = new ArrayList<>();
    for (int k = 0; k < Approach.count(); k++) {
      ids.add(Approach.of(k).id());
      assertThat(Approach.number(ids.get(k))).isEqualTo(k);
    }
    assertThat(ids).doesNotHaveDuplicates();
    Collections.shuffle(ids, new Random(3));
    CheckpointSections sections =
        new CheckpointSections.Writer("exploration")
            .add(
                "approaches",
                1,
                out -> {
                  out.writeInt(ids.size() + 1);
                  for (int id : ids) {
                    out.writeInt(id);
                    out.writeDouble(id);
                    out.writeDouble(100.0 * id);
                  }
                  out.writeInt(4711);
                  out.writeDouble(1);
                  out.writeDouble(1);
                })
            .sections();
    SearchStatistics statistics = SearchStatistics.decode(sections);
    for (int k = 0; k < Approach.count(); k++) {
      assertThat(statistics.finds(k)).isEqualTo(Approach.of(k).id());
      assertThat(statistics.cost(k)).isEqualTo(100.0 * Approach.of(k).id());
    }
  }

  @Test
  void yieldsFadeWithFindsAndNotWithRounds() {
    SearchStatistics memory = new SearchStatistics();
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
