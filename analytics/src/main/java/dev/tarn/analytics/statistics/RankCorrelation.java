package dev.tarn.analytics.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Spearman's rank correlation of two quantities, ties at their mean rank.
 *
 * @param rho from -1 to 1; NaN for fewer than three pairs, or where one quantity is constant
 * @param pairs number of pairs of which neither value is NaN
 * @param pValue chance of as strong a correlation, of either sign, among unrelated quantities: by
 *     Student's t with pairs - 2 degrees of freedom, which is rough below some ten pairs; NaN where
 *     rho is
 */
public record RankCorrelation(double rho, int pairs, double pValue) {

  /**
   * The correlation of two lists of values.
   *
   * @param x one value for each point; pairs with a NaN are left out
   * @param y as many
   */
  public static RankCorrelation of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "expected as many values of both, found " + x.length + " and " + y.length);
    }
    int[] both =
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
            .toArray();
    double[] a = Arrays.stream(both).mapToDouble(i -> x[i]).toArray();
    double[] b = Arrays.stream(both).mapToDouble(i -> y[i]).toArray();
    int n = both.length;
    if (n < 3 || isConstant(a) || isConstant(b)) {
      return new RankCorrelation(Double.NaN, n, Double.NaN);
    }
    double rho = new SpearmansCorrelation().correlation(a, b);
    double t = Math.abs(rho) * Math.sqrt((n - 2) / Math.max(0, 1 - rho * rho));
    double p = Double.isInfinite(t) ? 0 : 2 * new TDistribution(n - 2).cumulativeProbability(-t);
    return new RankCorrelation(rho, n, p);
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
