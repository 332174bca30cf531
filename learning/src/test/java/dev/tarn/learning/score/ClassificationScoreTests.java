package dev.tarn.learning.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassificationScoreTests {
  private static final List<String> THREE = List.of("a", "b", "c");

  /** Rows a b b c, of which the second b goes to c and the first a ties between a and b. */
  private static ClassificationScore small() {
    double[] p = {
      0.4, 0.4, 0.2,
      0.1, 0.8, 0.1,
      0.2, 0.3, 0.5,
      0.1, 0.2, 0.7
    };
    return ClassificationScore.of(THREE, p, new int[] {0, 1, 1, 2});
  }

  @Test
  void countsByHand() {
    ConfusionMatrix matrix = small().confusion();
    assertThat(matrix.counts()).containsExactly(1, 0, 0, 0, 1, 1, 0, 0, 1);
    assertThat(matrix.total()).isEqualTo(4);
    assertThat(matrix.count(1, 2)).isEqualTo(1);
    assertThat(matrix.recall(1)).isEqualTo(0.5);
    assertThat(matrix.precision(2)).isEqualTo(0.5);
    assertThat(matrix.accuracy()).isEqualTo(0.75);
    assertThat(small().accuracy()).isEqualTo(0.75);
    assertThat(small().crossEntropy())
        .isCloseTo(-Math.log(0.4 * 0.8 * 0.3 * 0.7) / 4, within(1e-15));
  }

  /** a: 0.4 above all. b: {0.8, 0.3} against {0.4, 0.2}, 3 of 4. c: 0.7 above all. */
  @Test
  void areasByHand() {
    assertThat(small().areas()).containsExactly(1, 0.75, 1);
    assertThat(small().area()).isCloseTo(2.75 / 3, within(1e-15));
    assertThat(small().absent()).isEmpty();
  }

  /** Scores 4 3 3 2 1, positives 4, 3 and 1: pairs in order 2 + 1/2 + 1 of 6. */
  @Test
  void curveWithATieByHand() {
    RocCurve curve =
        RocCurve.of(new double[] {3, 1, 4, 2, 3}, new boolean[] {true, true, true, false, false});
    assertThat(curve.thresholds()).containsExactly(Double.POSITIVE_INFINITY, 4, 3, 2, 1);
    assertThat(curve.falsePositiveRates()).containsExactly(0, 0, 0.5, 1, 1);
    assertThat(curve.truePositiveRates()).containsExactly(0, 1.0 / 3, 2.0 / 3, 2.0 / 3, 1);
    assertThat(curve.area()).isEqualTo(3.5 / 6);
  }

  @Test
  void areaIsTheShareOfPairsInOrderWithManyTies() {
    SplittableRandom random = new SplittableRandom(4);
    for (int levels : new int[] {1, 2, 5, 1000}) {
      for (int repeat = 0; repeat < 25; repeat++) {
        int n = 2 + random.nextInt(60);
        double[] scores = new double[n];
        boolean[] positive = new boolean[n];
        for (int row = 0; row < n; row++) {
          scores[row] = random.nextInt(levels) - levels / 2.0;
          positive[row] = random.nextBoolean();
        }
        positive[0] = true;
        positive[1] = false;
        RocCurve curve = RocCurve.of(scores, positive);
        assertThat(curve.area()).isEqualTo(slowArea(scores, positive));
        double trapezia = 0;
        for (int k = 1; k < curve.thresholds().length; k++) {
          trapezia +=
              (curve.falsePositiveRates()[k] - curve.falsePositiveRates()[k - 1])
                  * (curve.truePositiveRates()[k] + curve.truePositiveRates()[k - 1])
                  / 2;
        }
        assertThat(trapezia).isCloseTo(curve.area(), within(1e-12));
        assertThat(curve.falsePositiveRates()).isSorted().endsWith(1);
        assertThat(curve.truePositiveRates()).isSorted().endsWith(1);
      }
    }
  }

  private static double slowArea(double[] scores, boolean[] positive) {
    double right = 0;
    int pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return right / pairs;
  }

  @Test
  void bothZerosAreOneScoreAndInfinitiesAreScores() {
    boolean[] positive = {true, false};
    assertThat(RocCurve.of(new double[] {0.0, -0.0}, positive).area()).isEqualTo(0.5);
    assertThat(RocCurve.of(new double[] {-0.0, 0.0}, positive).area()).isEqualTo(0.5);
    double low = Double.NEGATIVE_INFINITY;
    assertThat(RocCurve.of(new double[] {0, low}, positive).area()).isEqualTo(1);
    assertThat(RocCurve.of(new double[] {low, low}, positive).area()).isEqualTo(0.5);
  }

  @Test
  void absentClassHasNoAreaAndIsNamed() {
    ClassificationScore score =
        ClassificationScore.of(
            THREE, new double[] {0.6, 0.3, 0.1, 0.3, 0.5, 0.2}, new int[] {0, 1});
    assertThat(score.areas()).containsExactly(1, 1, Double.NaN);
    assertThat(score.area()).isNaN();
    assertThat(score.absent()).containsExactly("c");
    assertThat(score.accuracy()).isEqualTo(1);
  }

  @Test
  void nothingIsNotANumber() {
    ClassificationScore none = ClassificationScore.of(THREE, new double[0], new int[0]);
    assertThat(none.accuracy()).isNaN();
    assertThat(none.crossEntropy()).isNaN();
    assertThat(none.area()).isNaN();
    assertThat(none.confusion().accuracy()).isNaN();
  }

  @Test
  void impossibleProbabilityCostsInfinitely() {
    ClassificationScore sure =
        ClassificationScore.of(List.of("a", "b"), new double[] {0, 1}, new int[] {0});
    assertThat(sure.crossEntropy()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void wrongShapesAreRefused() {
    assertThatThrownBy(() -> ClassificationScore.of(THREE, new double[5], new int[2]))
        .hasMessage("expected 3 probabilities for each of 2 rows, found 5");
    assertThatThrownBy(() -> ClassificationScore.of(THREE, new double[3], new int[] {3}))
        .hasMessage("row 1: expected a label from 0 to 2, found 3");
    assertThatThrownBy(
            () -> ClassificationScore.of(THREE, new double[] {1, Double.NaN, 0}, new int[1]))
        .hasMessageContaining("row 1");
    assertThatThrownBy(() -> RocCurve.of(new double[2], new boolean[3]))
        .hasMessageContaining("found 2 and 3");
  }
}
