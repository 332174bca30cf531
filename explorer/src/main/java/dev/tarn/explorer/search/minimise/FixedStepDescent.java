package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.SearchEnding;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.ProjectedHessian;
import dev.tarn.potentials.Potential;

/**
 * Steepest descent with a fixed step, x -= h grad V: the simplest of all methods, and what machine
 * learning calls gradient descent. The step is a fraction of 1 / l with l the largest magnitude of
 * a Hessian eigenvalue at the start, and does not change.
 *
 * <p>One Hessian with its eigenvalues at the start, then one gradient a step; the number of steps
 * grows with the ratio of the largest to the smallest eigenvalue at the minimum.
 */
public final class FixedStepDescent {
  private final Potential potential;
  private final ProjectedHessian hessian;
  private final double[] gradient;

  /** Scratch space for descents on a potential. */
  public FixedStepDescent(Potential potential) {
    this.potential = potential;
    hessian = new ProjectedHessian(potential);
    gradient = new double[potential.dimension()];
  }

  /**
   * Descends.
   *
   * @param x start; overwritten with the end
   * @param near root mean square gradient at which to end
   * @param fraction step h in units of 1 / l; below 2 / l the method is stable where l bounds the
   *     eigenvalues
   * @param mostSteps steps at the most
   * @return how it ended
   */
  public SearchEnding run(double[] x, double near, double fraction, int mostSteps) {
    hessian.at(x);
    hessian.decomposeValues();
    double step = fraction / Math.max(hessian.largest(), 1e-300);
    for (int k = 0; k < mostSteps; k++) {
      double energy = potential.energyAndGradient(x, gradient);
      double rms = Vectors.rms(gradient);
      if (!Double.isFinite(energy) || !Double.isFinite(rms)) {
        return SearchEnding.BLEW_UP;
      }
      if (rms <= near) {
        return SearchEnding.NEAR_A_POINT;
      }
      Vectors.add(x, -step, gradient);
      potential.retract(x);
    }
    return SearchEnding.STEPS_USED_UP;
  }
}
