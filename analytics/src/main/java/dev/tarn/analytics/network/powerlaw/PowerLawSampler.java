package dev.tarn.analytics.network.powerlaw;

import java.util.SplittableRandom;

/**
 * Draws whole numbers from a power law exactly, by inverting its complementary cumulative
 * distribution: from a table near x_min, by doubling and bisection beyond (their appendix D).
 */
final class PowerLawSampler {
  private static final int TABLE = 1024;

  /** Beyond this whole numbers and doubles part company. */
  private static final long LARGEST = 1L << 52;

  private final double alpha;
  private final long xMin;
  private final double zeta;
  private final double[] atLeast = new double[TABLE + 1];

  PowerLawSampler(double alpha, long xMin) {
    this.alpha = alpha;
    this.xMin = xMin;
    zeta = HurwitzZeta.value(alpha, (double) xMin);
    double tail = HurwitzZeta.value(alpha, (double) xMin + TABLE);
    for (int k = TABLE; k >= 0; k--) {
      atLeast[k] = tail / zeta;
      tail += k == 0 ? 0 : Math.pow(xMin + k - 1.0, -alpha);
    }
    atLeast[0] = 1;
  }

  /** Fraction of the distribution at or above x. */
  private double fraction(long x) {
    return HurwitzZeta.value(alpha, (double) x) / zeta;
  }

  /** The next number. */
  long draw(SplittableRandom random) {
    // 1 - u lies in (0, 1]: x is the largest number with P(X >= x) >= 1 - u.
    double target = 1 - random.nextDouble();
    if (target > atLeast[TABLE]) {
      int low = 0;
      int high = TABLE;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (atLeast[middle] >= target) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return xMin + low;
    }
    long low = xMin + TABLE;
    long high = 2 * low;
    while (high < LARGEST && fraction(high) >= target) {
      low = high;
      high = 2 * low;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (fraction(middle) >= target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
