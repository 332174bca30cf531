package dev.tarn.potentials.arithmetic;

import java.util.random.RandomGenerator;

/**
 * Standard normal deviates by the polar method of Marsaglia and Bray (SIAM Rev. 6, 260, 1964). The
 * library's own normal deviates are not promised to stay the same from one Java version to the
 * next.
 */
public final class NormalDeviates {
  private NormalDeviates() {}

  /** Fills {@code x} with independent standard normal deviates. */
  public static void fill(RandomGenerator random, double[] x) {
    for (int i = 0; i < x.length; i += 2) {
      double u;
      double v;
      double s;
      do {
        u = 2 * random.nextDouble() - 1;
        v = 2 * random.nextDouble() - 1;
        s = u * u + v * v;
      } while (s >= 1 || s == 0);
      double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
      x[i] = u * factor;
      if (i + 1 < x.length) {
        x[i + 1] = v * factor;
      }
    }
  }
}
