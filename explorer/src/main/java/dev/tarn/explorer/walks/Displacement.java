package dev.tarn.explorer.walks;

import java.util.SplittableRandom;

/** Changes every coordinate by up to the size, uniformly. */
final class Displacement implements Move {
  @Override
  public boolean apply(double[] minimum, double size, SplittableRandom random, double[] next) {
    for (int i = 0; i < next.length; i++) {
      next[i] = minimum[i] + size * (2 * random.nextDouble() - 1);
    }
    return true;
  }
}
