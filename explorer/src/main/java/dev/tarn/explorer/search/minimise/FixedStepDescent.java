package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
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
public final class FixedStepDescent extends SteppingMinimiser {
  private final Potential potential;
  private final ProjectedHessian hessian;
  private final double fraction;

  /**
   * Scratch space for descents on a potential.
   *
   * @param fraction step h in units of 1 / l; below 2 the method is stable where l bounds the
   *     eigenvalues
   */
  public FixedStepDescent(Potential potential, double fraction) {
    super(potential.dimension());
    this.potential = potential;
    this.fraction = fraction;
    hessian = new ProjectedHessian(potential);
  }

  /** {@inheritDoc} The largest step of the limits does not count: the step is what it is. */
  @Override
  public Ending run(double[] x, Limits limits) {
    hessian.at(x);
    hessian.decomposeValues();
    double step = fraction / Math.max(hessian.largest(), 1e-300);
    for (steps = 0; steps < limits.steps(); steps++) {
      energy = potential.energyAndGradient(x, gradient);
      rms = Vectors.rms(gradient);
      if (!Double.isFinite(energy) || !Double.isFinite(rms)) {
        return Ending.BLEW_UP;
      }
      if (rms <= limits.rmsGradient()) {
        return Ending.CONVERGED;
      }
      Vectors.add(x, -step, gradient);
      potential.retract(x);
    }
    return Ending.NOT_CONVERGED;
  }
}
