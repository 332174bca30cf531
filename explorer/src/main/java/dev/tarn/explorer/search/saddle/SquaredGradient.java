package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.SearchEnding;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.minimise.Lbfgs;
import dev.tarn.explorer.search.stationary.ProjectedHessian;
import dev.tarn.explorer.search.stationary.StationaryPointPolish;
import dev.tarn.potentials.Potential;

/**
 * Minimises W = |grad V|^2 / 2, whose zeros are the stationary points of every index.
 *
 * <p>L-BFGS on W with grad W = H g: one gradient and one Hessian for each evaluation. W has local
 * minima besides its zeros, wherever g is an eigenvector of H with eigenvalue zero; they outnumber
 * the stationary points on many surfaces. Ends there are recognised by their gradient and reported
 * as {@link SearchEnding#GRADIENT_DOES_NOT_VANISH}.
 *
 * <p>Sources: L. Angelani et al., Phys. Rev. Lett. 85, 5356 (2000); on the non-stationary ends J.
 * P. K. Doye and D. J. Wales, J. Chem. Phys. 116, 3777 (2002).
 */
public final class SquaredGradient {
  private final Potential potential;
  private final Lbfgs lbfgs;
  private final ProjectedHessian hessian;
  private final double[] gradient;
  private final double[] kept;

  /** Scratch space for searches on a potential. */
  public SquaredGradient(Potential potential) {
    this.potential = potential;
    lbfgs = new Lbfgs(potential.dimension());
    hessian = new ProjectedHessian(potential);
    gradient = new double[potential.dimension()];
    kept = new double[potential.dimension()];
  }

  private double valueAndGradient(double[] x, double[] slope) {
    // Away from its sphere a direction would make the gradient small by mere length.
    System.arraycopy(x, 0, kept, 0, kept.length);
    potential.retract(kept);
    double energy = potential.energyAndGradient(kept, gradient);
    if (!Double.isFinite(energy)) {
      return Double.NaN;
    }
    hessian.at(kept);
    hessian.multiply(gradient, slope);
    return 0.5 * Vectors.dot(gradient, gradient);
  }

  /**
   * Searches.
   *
   * @param x start; overwritten with the end
   * @param near root mean square gradient at which {@link StationaryPointPolish} takes over
   * @param largestStep largest change of a coordinate in a step
   * @param mostSteps steps at the most
   * @return how it ended
   */
  public SearchEnding run(double[] x, double near, double largestStep, int mostSteps) {
    int n = x.length;
    int left = mostSteps;
    double target = near;
    while (left > 0) {
      Lbfgs.Ending ending = lbfgs.minimise(this::valueAndGradient, x, target, largestStep, 0, left);
      left -= Math.max(1, lbfgs.iterations());
      if (ending == Lbfgs.Ending.BLEW_UP) {
        return SearchEnding.BLEW_UP;
      }
      double rms = Math.sqrt(2 * lbfgs.energy() / n);
      potential.retract(x);
      if (rms <= near) {
        return SearchEnding.NEAR_A_POINT;
      }
      if (ending == Lbfgs.Ending.STUCK || (lbfgs.rms() < 1e-7 * rms)) {
        return SearchEnding.GRADIENT_DOES_NOT_VANISH;
      }
      target = Math.min(0.1 * target, 0.1 * lbfgs.rms());
    }
    return SearchEnding.STEPS_USED_UP;
  }
}
