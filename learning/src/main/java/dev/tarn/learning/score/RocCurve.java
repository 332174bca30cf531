package dev.tarn.learning.score;

import java.util.Arrays;

/**
 * The receiver operating characteristic of one class against all others: for every threshold on a
 * score, the share of the positives above it against the share of the negatives above it.
 *
 * <p>Rows of equal score cross the threshold together, so ties are straight slanted pieces of the
 * curve, and the area below it is exact: the probability that a positive scores above a negative, a
 * tie counting one half, which is the statistic of Mann and Whitney divided by the number of pairs.
 *
 * <p>Without positives or without negatives there is no curve: it has no points but the two ends,
 * and its area is NaN. Cost O(n log n).
 *
 * <p>Source: J. A. Hanley and B. J. McNeil, Radiology 143, 29 (1982); H. B. Mann and D. R. Whitney,
 * Ann. Math. Stat. 18, 50 (1947).
 *
 * @param falsePositiveRates abscissae from 0 to 1, not falling; not to be modified
 * @param truePositiveRates ordinates from 0 to 1, not falling; not to be modified
 * @param thresholds the score at or above which a row counts as positive, falling from infinity;
 *     not to be modified
 * @param area area under the curve, from 0 to 1; NaN if a side is empty
 */
public record RocCurve(
    double[] falsePositiveRates, double[] truePositiveRates, double[] thresholds, double area) {

  /**
   * The curve of some scores.
   *
   * @param scores a number for each row, higher for a surer positive; none NaN
   * @param positive which rows are positive, as many
   */
  public static RocCurve of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "expected as many scores as rows, found " + scores.length + " and " + positive.length);
    }
    int n = scores.length;
    double[] positives = new double[n];
    double[] negatives = new double[n];
    int p = 0;
    int q = 0;
    for (int row = 0; row < n; row++) {
      if (Double.isNaN(scores[row])) {
        throw new IllegalArgumentException("row " + (row + 1) + ": the score is not a number");
      }
      // Both zeros are one score; sorting would keep them apart.
      double score = scores[row] + 0.0;
      if (positive[row]) {
        positives[p++] = score;
      } else {
        negatives[q++] = score;
      }
    }
    if (p == 0 || q == 0) {
      return new RocCurve(
          new double[] {0, 1},
          new double[] {0, 1},
          new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY},
          Double.NaN);
    }
    Arrays.sort(positives, 0, p);
    Arrays.sort(negatives, 0, q);
    return merged(positives, p, negatives, q);
  }

  private static RocCurve merged(double[] positives, int p, double[] negatives, int q) {
    double[] x = new double[p + q + 1];
    double[] y = new double[p + q + 1];
    double[] thresholds = new double[p + q + 1];
    thresholds[0] = Double.POSITIVE_INFINITY;
    int points = 1;
    int i = p;
    int j = q;
    // Twice the number of pairs in the right order, a tie counting one: whole numbers, so exact.
    long twicePairs = 0;
    while (i > 0 || j > 0) {
      double score =
          Math.max(
              i > 0 ? positives[i - 1] : Double.NEGATIVE_INFINITY,
              j > 0 ? negatives[j - 1] : Double.NEGATIVE_INFINITY);
      int above = p - i;
      int before = j;
      while (i > 0 && positives[i - 1] == score) {
        i--;
      }
      while (j > 0 && negatives[j - 1] == score) {
        j--;
      }
      twicePairs += (long) (before - j) * (above + (p - i));
      x[points] = (double) (q - j) / q;
      y[points] = (double) (p - i) / p;
      thresholds[points] = score;
      points++;
    }
    return new RocCurve(
        Arrays.copyOf(x, points),
        Arrays.copyOf(y, points),
        Arrays.copyOf(thresholds, points),
        twicePairs / (2.0 * p * q));
  }
}
