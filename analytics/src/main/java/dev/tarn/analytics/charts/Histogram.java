package dev.tarn.analytics.charts;

import java.util.Arrays;

/**
 * Numbers in bins of equal width, as a density: heights times width add up to 1.
 *
 * @param label what the numbers are, for the key
 * @param low lower edge of the first bin
 * @param width width of a bin
 * @param density one for each bin; not copied
 */
public record Histogram(String label, double low, double width, double[] density) {

  /**
   * Counts the values into bins between their extremes.
   *
   * <p>The width is that of Freedman and Diaconis, 2 (interquartile range) / n^(1/3), but gives at
   * least 5 and at most 60 bins; equal values share one bin of width 1.
   *
   * @param values at least one, all finite
   */
  public static Histogram of(String label, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[n - 1])) {
      throw new IllegalArgumentException("expected finite values for the histogram of " + label);
    }
    double range = sorted[n - 1] - sorted[0];
    double quartiles = sorted[(3 * n) / 4] - sorted[n / 4];
    double wanted = 2 * quartiles / Math.cbrt(n);
    int bins =
        range == 0
            ? 1
            : (int) Math.max(5, Math.min(60, wanted > 0 ? Math.ceil(range / wanted) : 60));
    double width = range == 0 ? 1 : range / bins;
    double low = range == 0 ? sorted[0] - 0.5 : sorted[0];
    double[] density = new double[bins];
    for (double value : sorted) {
      // The largest value belongs to the last bin.
      int bin = Math.min(bins - 1, (int) ((value - low) / width));
      density[bin] += 1 / (n * width);
    }
    return new Histogram(label, low, width, density);
  }
}
