package dev.tarn.explorer.search.linear;

/**
 * Steps of Newton's method downhill within a radius of trust, in a basis in which the Hessian is
 * diagonal: with the magnitudes of the curvatures, so that negative ones lead down as well.
 *
 * <p>Where the step is too long all magnitudes are raised by the same number until it fits. Stiff
 * directions then still relax in one step while soft ones wait; a step cut to length would crawl
 * along both.
 *
 * <p>Source: J. J. More and D. C. Sorensen, SIAM J. Sci. Stat. Comput. 4, 553 (1983), for
 * magnitudes as in Y. N. Dauphin et al., NeurIPS 27 (2014).
 */
public final class TrustedStep {
  /** Smaller magnitudes, as fractions of the largest, count as this. */
  private static final double LEAST = 1e-10;

  private static final int MOST_PASSES = 100;

  private TrustedStep() {}

  /**
   * Chooses.
   *
   * @param curvatures diagonal of the Hessian
   * @param slopes components of the gradient
   * @param length of the step at the most
   * @param along overwritten with the components of the step
   * @return the change of energy that the quadratic model predicts
   */
  public static double choose(double[] curvatures, double[] slopes, double length, double[] along) {
    int size = along.length;
    double largest = 0;
    for (int k = 0; k < size; k++) {
      largest = Math.max(largest, Math.abs(curvatures[k]));
    }
    double least = Math.max(LEAST * largest, Double.MIN_NORMAL);
    double shift = 0;
    // Newton's method on 1 / |s|, which is almost linear in the shift and concave.
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      double squared = 0;
      double slope = 0;
      for (int k = 0; k < size; k++) {
        double raised = Math.max(least, Math.abs(curvatures[k])) + shift;
        double part = slopes[k] / raised;
        along[k] = -part;
        squared += part * part;
        slope += part * part / raised;
      }
      double norm = Math.sqrt(squared);
      if (!(norm > 1.001 * length)) {
        break;
      }
      shift += squared / slope * (norm - length) / length;
    }
    double change = 0;
    for (int k = 0; k < size; k++) {
      change += along[k] * (slopes[k] + 0.5 * curvatures[k] * along[k]);
    }
    return change;
  }
}
