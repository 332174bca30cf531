package dev.tarn.analytics.network.powerlaw;

import java.util.Arrays;

/**
 * Observed positive whole numbers, as distinct values with their counts.
 *
 * @param values distinct values, ascending
 * @param counts how often each was observed
 * @param atLeast number of observations at or above each value
 * @param logSums sum of the logarithms of the observations at or above each value
 */
record Sample(long[] values, long[] counts, long[] atLeast, double[] logSums) {

  /** A sample of these numbers, which are sorted in place. */
  static Sample ofSorted(long[] observations) {
    Arrays.sort(observations);
    int distinct = 0;
    for (int k = 0; k < observations.length; k++) {
      if (k == 0 || observations[k] != observations[k - 1]) {
        distinct++;
      }
    }
    long[] values = new long[distinct];
    long[] counts = new long[distinct];
    int at = -1;
    for (int k = 0; k < observations.length; k++) {
      if (k == 0 || observations[k] != observations[k - 1]) {
        values[++at] = observations[k];
      }
      counts[at]++;
    }
    long[] atLeast = new long[distinct];
    double[] logSums = new double[distinct];
    long above = 0;
    double logs = 0;
    for (int k = distinct - 1; k >= 0; k--) {
      above += counts[k];
      logs += counts[k] * Math.log((double) values[k]);
      atLeast[k] = above;
      logSums[k] = logs;
    }
    return new Sample(values, counts, atLeast, logSums);
  }

  /** Number of distinct values. */
  int distinct() {
    return values.length;
  }

  /** Number of observations. */
  long size() {
    return atLeast.length == 0 ? 0 : atLeast[0];
  }

  /** The observations at or above the k-th distinct value. */
  Sample tail(int k) {
    int end = values.length;
    return new Sample(
        Arrays.copyOfRange(values, k, end),
        Arrays.copyOfRange(counts, k, end),
        Arrays.copyOfRange(atLeast, k, end),
        Arrays.copyOfRange(logSums, k, end));
  }

  /** The observations at or above the k-th distinct value, as a tail that begins at x_min. */
  Sample startingAt(int k, long xMin) {
    Sample tail = tail(k);
    if (tail.values[0] == xMin) {
      return tail;
    }
    // x_min itself was not observed: it becomes a value with no observations.
    int n = tail.values.length;
    long[] values = new long[n + 1];
    long[] counts = new long[n + 1];
    long[] atLeast = new long[n + 1];
    double[] logSums = new double[n + 1];
    values[0] = xMin;
    atLeast[0] = tail.atLeast[0];
    logSums[0] = tail.logSums[0];
    System.arraycopy(tail.values, 0, values, 1, n);
    System.arraycopy(tail.counts, 0, counts, 1, n);
    System.arraycopy(tail.atLeast, 0, atLeast, 1, n);
    System.arraycopy(tail.logSums, 0, logSums, 1, n);
    return new Sample(values, counts, atLeast, logSums);
  }
}
