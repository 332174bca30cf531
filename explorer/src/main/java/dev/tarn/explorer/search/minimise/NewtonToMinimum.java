package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.stationary.NewtonsMethod;

/** Newton steps to a minimum, and what to do where they end at another stationary point. */
interface NewtonToMinimum extends NewtonsMethod.Steps {

  /** Root mean square gradient below which the first step is worth its cost. */
  double below();

  /**
   * Number of negative eigenvalues, as far as is known, at the stationary point {@code x} to which
   * the last steps did not converge.
   */
  int index(double[] x);

  /** The direction of the lowest eigenvalue known at that point, of unit length. */
  double[] lowestDirection();
}
