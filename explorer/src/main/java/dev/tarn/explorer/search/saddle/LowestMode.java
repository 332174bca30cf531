package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.stationary.ZeroModes;

/** Keeps a unit vector near the eigenvector of the lowest Hessian eigenvalue. For one thread. */
interface LowestMode {

  /** Begins with a first guess, of any length but zero. */
  void begin(double[] guess);

  /**
   * Brings the mode to a point.
   *
   * @param gradient at x
   * @param zeroModes near x, which the mode is to be orthogonal to
   * @param most refinements
   * @return the curvature along the mode
   */
  double update(double[] x, double[] gradient, ZeroModes zeroModes, int most);

  /** The mode; not to be modified. */
  double[] vector();
}
