package dev.tarn.analytics.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Spearman's rank correlation of two quantities, ties at their mean rank.
 *
 * @param rho from -1 to 1; NaN for fewer than three pairs, or where one quantity is constant
 * @param pairs number of pairs of which neither value is NaN
 * @param pValue chance of as strong a correlation, of either sign, among unrelated quantities: up
 *     to {@value #EXACT_UP_TO} pairs the share of all orders that have it, beyond that by Student's
 *     t with pairs - 2 degrees of freedom; NaN where rho is
 */
public record RankCorrelation(double rho, int pairs, double pValue) {
  /** 40,320 orders. */
  private static final int EXACT_UP_TO = 8;

  /** Far above rounding, far below a quarter: what sums of products of ranks differ by at least. */
  private static final double ROUNDING = 1e-6;

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
    return new RankCorrelation(rho, n, n <= EXACT_UP_TO ? exact(a, b) : byStudent(rho, n));
  }

  private static double byStudent(double rho, int n) {
    double t = Math.abs(rho) * Math.sqrt((n - 2) / Math.max(0, 1 - rho * rho));
    return Double.isInfinite(t) ? 0 : 2 * new TDistribution(n - 2).cumulativeProbability(-t);
  }

  private static double exact(double[] a, double[] b) {
    double[] ranksA = centredRanks(a);
    double[] ranksB = centredRanks(b);
    double sum = 0;
    double orders = 1;
    for (int i = 0; i < a.length; i++) {
      sum += ranksA[i] * ranksB[i];
      orders *= i + 1;
    }
    return countAsStrong(ranksA, ranksB, 0, 0, 0, Math.abs(sum) - ROUNDING) / orders;
  }

  private static double[] centredRanks(double[] values) {
    double[] ranks = new NaturalRanking().rank(values);
    return Arrays.stream(ranks).map(rank -> rank - (ranks.length + 1) / 2.0).toArray();
  }

  /** How many ways to go on from the first {@code k} pairs end in a sum of products so large. */
  private static long countAsStrong(
      double[] a, double[] b, int k, int used, double sum, double least) {
    if (k == a.length) {
      return Math.abs(sum) >= least ? 1 : 0;
    }
    long count = 0;
    for (int j = 0; j < b.length; j++) {
      if ((used & 1 << j) == 0) {
        count += countAsStrong(a, b, k + 1, used | 1 << j, sum + a[k] * b[j], least);
      }
    }
    return count;
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
