package dev.tarn.explorer.search.minimise;

import dev.tarn.potentials.Potential;
import java.util.function.Consumer;

/**
 * Follows the gradient down by L-BFGS alone and shows every configuration on the way: the sequence
 * of geometries from which an outcome may be predicted.
 *
 * <p>Steps that do not lower the energy are cut and not shown. Nothing is verified at the end, and
 * it may be any stationary point, or a cluster that has come apart; see {@link Quench} for minima.
 * Belongs to one thread.
 */
public final class MinimisationSequence {
  private final Potential potential;
  private final Lbfgs lbfgs;

  /** Scratch space for sequences on a potential. */
  public MinimisationSequence(Potential potential) {
    this.potential = potential;
    lbfgs = new Lbfgs(potential.dimension());
  }

  /**
   * Minimises.
   *
   * @param x start; overwritten with the end
   * @param rmsGradient root mean square gradient at which the sequence ends
   * @param largestStep largest change of a coordinate in one step
   * @param iterations steps at the most
   * @param configurations is shown the start and each configuration after it, in an array that is
   *     overwritten afterwards
   * @return whether the gradient became as small as wanted
   */
  public boolean run(
      double[] x,
      double rmsGradient,
      double largestStep,
      int iterations,
      Consumer<double[]> configurations) {
    lbfgs.listener(configurations);
    return lbfgs.minimise(potential::energyAndGradient, x, rmsGradient, largestStep, 0, iterations)
        == Lbfgs.Ending.CONVERGED;
  }

  /** Energy at the end. */
  public double energy() {
    return lbfgs.energy();
  }

  /** Root mean square gradient at the end. */
  public double rmsGradient() {
    return lbfgs.rms();
  }
}
