package dev.tarn.analytics.network.powerlaw;

import java.util.Optional;

/**
 * The power law that comes closest to a sample.
 *
 * @param start index of x_min among the sample's distinct values
 * @param xMin where the tail begins
 * @param alpha maximum-likelihood exponent of the tail
 * @param distance largest distance of the tail's cumulative distribution from the fitted one
 *     (Kolmogorov-Smirnov)
 */
record TailFit(int start, long xMin, double alpha, double distance) {
  /** Fewer observations than this make no tail. */
  static final int SMALLEST_TAIL = 10;

  /** x_min is the value that makes the distance least (their section 3.3). */
  static Optional<TailFit> closest(Sample sample) {
    TailFit best = null;
    double alpha = 2.5;
    // A tail needs two distinct values, or its exponent is infinite.
    for (int k = 0; k + 1 < sample.distinct() && sample.atLeast()[k] >= SMALLEST_TAIL; k++) {
      alpha = exponent(sample, k, alpha);
      double limit = best == null ? Double.POSITIVE_INFINITY : best.distance;
      double distance = distance(sample, k, alpha, limit);
      if (distance < limit) {
        best = new TailFit(k, sample.values()[k], alpha, distance);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Whether the closest power law lies farther away than that: what the bootstrap asks, and
   * answered sooner than by {@link #closest}. A sample that cannot be fitted at all lies farther
   * than any.
   */
  static boolean fartherThan(Sample sample, double limit) {
    double alpha = 2.5;
    for (int k = 0; k + 1 < sample.distinct() && sample.atLeast()[k] >= SMALLEST_TAIL; k++) {
      alpha = exponent(sample, k, alpha);
      if (distance(sample, k, alpha, limit) < limit) {
        return false;
      }
    }
    return true;
  }

  /** The power law from a given x_min on. */
  static Optional<TailFit> from(Sample sample, long xMin) {
    int start = 0;
    while (start < sample.distinct() && sample.values()[start] < xMin) {
      start++;
    }
    if (start + 1 >= sample.distinct() || sample.atLeast()[start] < SMALLEST_TAIL) {
      return Optional.empty();
    }
    Sample tail = sample.startingAt(start, xMin);
    double alpha = exponent(tail, 0, 2.5);
    return Optional.of(
        new TailFit(start, xMin, alpha, distance(tail, 0, alpha, Double.POSITIVE_INFINITY)));
  }

  /**
   * The exponent at which the likelihood of the tail is greatest: -zeta'/zeta = mean logarithm.
   * Newton's method, kept inside a bracket; the left side falls from infinity at 1 to ln x_min.
   */
  static double exponent(Sample sample, int start, double guess) {
    double q = sample.values()[start];
    double meanLog = sample.logSums()[start] / sample.atLeast()[start];
    double low = 1;
    double high = Double.POSITIVE_INFINITY;
    double s = guess;
    for (int iteration = 0; iteration < 200; iteration++) {
      HurwitzZeta zeta = HurwitzZeta.of(s, q);
      double ratio = zeta.slope() / zeta.value();
      double excess = -ratio - meanLog;
      if (excess > 0) {
        low = s;
      } else {
        high = s;
      }
      double slope = ratio * ratio - zeta.curvature() / zeta.value();
      double next = s - excess / slope;
      if (!(next > low && next < high)) {
        next = high == Double.POSITIVE_INFINITY ? 2 * s : (low + high) / 2;
      }
      if (Math.abs(next - s) <= 1e-11 * s) {
        return next;
      }
      s = next;
    }
    return s;
  }

  /** Distance of the two distributions over all whole numbers; gives up above {@code limit}. */
  static double distance(Sample sample, int start, double alpha, double limit) {
    long[] values = sample.values();
    double all = sample.atLeast()[start];
    double zeta = HurwitzZeta.value(alpha, (double) values[start]);
    double largest = 0;
    for (int k = start; k < values.length; k++) {
      // Just below the value, and at it: in between the observed distribution is constant.
      double below = k == start ? 1 : HurwitzZeta.value(alpha, (double) values[k]) / zeta;
      double from = below - Math.pow((double) values[k], -alpha) / zeta;
      double observedBelow = sample.atLeast()[k] / all;
      double observedFrom = k + 1 < values.length ? sample.atLeast()[k + 1] / all : 0;
      largest = Math.max(largest, Math.abs(below - observedBelow));
      largest = Math.max(largest, Math.abs(from - observedFrom));
      if (largest > limit) {
        return largest;
      }
    }
    return largest;
  }
}
