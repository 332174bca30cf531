package dev.tarn.application.learning;

import dev.tarn.analytics.statistics.RankCorrelation;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All minima of a model's loss, the lowest first, and what was measured at them.
 *
 * @param rows a row for each
 */
public record EvaluatedMinima(List<Row> rows) {

  /** A minimum; NaN where the model has no quantity of that name. */
  public record Row(
      long id,
      double loss,
      double logDetHessian,
      double trainingLoss,
      double testLoss,
      double trainingAccuracy,
      double testAccuracy,
      double testAuc) {

    private static Row of(Minimum minimum, Observables observables) {
      return new Row(
          minimum.id(),
          minimum.energy(),
          minimum.logDetHessian(),
          observables.get("trainingLoss").orElse(Double.NaN),
          observables.get("testLoss").orElse(Double.NaN),
          observables.get("trainingAccuracy").orElse(Double.NaN),
          observables.get("testAccuracy").orElse(Double.NaN),
          observables.get("testAuc").orElse(Double.NaN));
    }
  }

  static EvaluatedMinima of(ModelLandscape model) {
    return new EvaluatedMinima(
        model.minima().stream()
            .sorted(Comparator.comparingDouble(Minimum::energy).thenComparingLong(Minimum::id))
            .map(minimum -> Row.of(minimum, model.observables(minimum)))
            .toList());
  }

  /** One quantity of each. */
  double[] column(ToDoubleFunction<Row> quantity) {
    return rows.stream().mapToDouble(quantity).toArray();
  }

  /** Whether minima are compared by their accuracy; by the test loss of a regression if not. */
  public boolean haveAccuracy() {
    return !rows.stream().allMatch(row -> Double.isNaN(row.testAccuracy));
  }

  /** What minima are compared by. */
  double[] merit() {
    return column(haveAccuracy() ? Row::testAccuracy : Row::testLoss);
  }

  /** Rank correlation of the log determinant of the Hessian with the merit. */
  public RankCorrelation withFlatness() {
    return RankCorrelation.of(column(Row::logDetHessian), merit());
  }

  /** Rank correlation of the loss with the merit. */
  public RankCorrelation withLoss() {
    return RankCorrelation.of(column(Row::loss), merit());
  }

  /** Position of the best test AUC, the lowest loss at a tie; empty without any. */
  public OptionalInt best() {
    return IntStream.range(0, rows.size())
        .filter(k -> !Double.isNaN(rows.get(k).testAuc))
        .reduce((one, other) -> rows.get(other).testAuc > rows.get(one).testAuc ? other : one);
  }

  /** Median of the test AUC of all minima that have one; NaN without any. */
  public double medianAuc() {
    double[] sorted =
        Arrays.stream(column(Row::testAuc)).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }
}
