package dev.tarn.explorer.walks;

import java.util.SplittableRandom;

/** A way from a minimum to the start of the next quench. */
interface Move {

  /**
   * Fills {@code next} with the start of the next quench.
   *
   * @param minimum the minimum to start from; not modified
   * @param size size of the move in units of length, adapted to the acceptance
   * @return whether there is such a move here
   */
  boolean apply(double[] minimum, double size, SplittableRandom random, double[] next);
}
