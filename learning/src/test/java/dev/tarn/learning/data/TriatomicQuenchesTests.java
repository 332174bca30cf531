package dev.tarn.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriatomicQuenchesTests {

  @Test
  void everyQuenchEndsInOneOfTheFourMinima() {
    TriatomicQuenches quenches = new TriatomicQuenches(2, 3);
    for (int k = 0; k < 500; k++) {
      int outcome = quenches.next();
      double expected = outcome == 3 ? -2.185098840268772 : -2.219098169600678;
      assertThat(quenches.energy()).isCloseTo(expected, within(1e-9));
      int end = quenches.steps();
      double longest =
          outcome == 3 ? quenches.distance(end, 0) : quenches.distance(end, 2 - outcome);
      assertThat(longest)
          .isCloseTo(outcome == 3 ? 1.16875231736338 : 2 * 1.10876289419415, within(1e-5));
      for (int pair = 0; pair < 3; pair++) {
        assertThat(quenches.distance(0, pair)).isBetween(0.0, 6.0);
      }
    }
  }

  /** Atoms are alike, so the linear ones share equally; the shares themselves are our own. */
  @Test
  void sharesOfTenThousandQuenches() {
    TriatomicQuenches quenches = new TriatomicQuenches(2, 1);
    int[] counts = new int[4];
    long steps = 0;
    for (int k = 0; k < 10_000; k++) {
      counts[quenches.next()]++;
      steps += quenches.steps();
    }
    assertThat(List.of(counts[0], counts[1], counts[2], counts[3], quenches.redrawn(), steps))
        .isEqualTo(List.of(2650, 2691, 2668, 1991, 0L, 355_988L));
  }

  @Test
  void inputsAreThoseOfTheStepAndShortSequencesBeginWithTheirStart() {
    Map<String, Object> start =
        Map.of("generator", "triatomic", "sequences", 50, "testSequences", 20);
    Dataset first = DataSpecification.read(start).training();
    assertThat(first.inputNames()).containsExactly("r12", "r13", "r23");
    assertThat(first.classNames()).hasSize(4);
    Dataset end = at(0, List.of("r12", "r13", "r23"));
    Dataset longest = at(1_000_000, List.of("r12", "r13", "r23"));
    assertThat(end.labels()).isEqualTo(first.labels());
    assertThat(longest.inputs()).isEqualTo(first.inputs());
    Dataset two = at(5, List.of("r23", "r12"));
    TriatomicQuenches quenches = new TriatomicQuenches(2, 1);
    for (int row = 0; row < 50; row++) {
      assertThat(quenches.next()).isEqualTo(first.labels()[row]);
      assertThat(first.inputs()[3 * row]).isEqualTo(quenches.distance(0, 0));
      assertThat(end.inputs()[3 * row + 1]).isEqualTo(quenches.distance(quenches.steps(), 1));
      int step = Math.max(0, quenches.steps() - 5);
      assertThat(two.inputs()[2 * row]).isEqualTo(quenches.distance(step, 2));
      assertThat(two.inputs()[2 * row + 1]).isEqualTo(quenches.distance(step, 0));
    }
  }

  private static Dataset at(int stepsBeforeEnd, List<String> inputs) {
    return DataSpecification.read(
            Map.of(
                "generator",
                "triatomic",
                "sequences",
                50,
                "testSequences",
                0,
                "stepsBeforeEnd",
                stepsBeforeEnd,
                "inputs",
                inputs))
        .training();
  }
}
