package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.potentials.Potential;

/**
 * Follows the gradient down until it is small, and no further: enough to know in which basin a
 * point lies and how deep that is, at a third of the cost of a {@link Quench}.
 *
 * <p>Nothing is verified: the end may be a saddle whose way down is very flat, or a cluster that
 * has come apart. With a root mean square gradient g the energy is too high by about n g^2 / (2 k)
 * for n coordinates and curvatures around k. Belongs to one thread.
 */
public final class RoughQuench {
  private static final int STEPS = 2000;

  private final Lbfgs lbfgs;
  private final double largestStep;

  /** Scratch space for quenches on a potential. */
  public RoughQuench(Potential potential) {
    lbfgs = new Lbfgs(potential);
    largestStep = 0.3 * potential.lengthScale();
  }

  /**
   * Quenches.
   *
   * @param x start; overwritten with the end
   * @param rmsGradient root mean square gradient at which to stop
   * @return energy at the end; NaN if the gradient did not become small
   */
  public double run(double[] x, double rmsGradient) {
    Ending ending = lbfgs.run(x, new Limits(rmsGradient, largestStep, STEPS));
    return ending == Ending.CONVERGED ? lbfgs.energy() : Double.NaN;
  }
}
