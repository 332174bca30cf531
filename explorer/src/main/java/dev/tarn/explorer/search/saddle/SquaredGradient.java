package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.minimise.Lbfgs;
import dev.tarn.explorer.search.stationary.ProjectedHessian;
import dev.tarn.explorer.search.stationary.StationaryPointSearch;
import dev.tarn.potentials.Potential;

/**
 * Minimises W = |grad V|^2 / 2, whose zeros are the stationary points of every index.
 *
 * <p>L-BFGS on W with grad W = H g: one gradient and one Hessian for each evaluation. W has local
 * minima besides its zeros, wherever g is an eigenvector of H with eigenvalue zero; they outnumber
 * the stationary points on many surfaces. Ends there are recognised by their gradient and reported
 * as {@link Ending#STALLED}.
 *
 * <p>Sources: L. Angelani et al., Phys. Rev. Lett. 85, 5356 (2000); on the non-stationary ends J.
 * P. K. Doye and D. J. Wales, J. Chem. Phys. 116, 3777 (2002).
 */
public final class SquaredGradient implements StationaryPointSearch {
  private final Potential potential;
  private final Lbfgs lbfgs;
  private final ProjectedHessian hessian;
  private final double[] gradient;
  private final double[] kept;

  /** Scratch space for searches on a potential. */
  public SquaredGradient(Potential potential) {
    this.potential = potential;
    hessian = new ProjectedHessian(potential);
    gradient = new double[potential.dimension()];
    kept = new double[potential.dimension()];
    lbfgs = new Lbfgs(potential.dimension(), this::valueAndGradient, 0);
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

  @Override
  public Ending run(double[] x, Limits limits) {
    double near = limits.rmsGradient();
    int n = x.length;
    int left = limits.steps();
    double target = near;
    while (left > 0) {
      Ending ending = lbfgs.run(x, new Limits(target, limits.largestStep(), left));
      left -= Math.max(1, lbfgs.steps());
      if (ending == Ending.BLEW_UP) {
        return Ending.BLEW_UP;
      }
      double rms = Math.sqrt(2 * lbfgs.energy() / n);
      potential.retract(x);
      if (rms <= near) {
        return Ending.CONVERGED;
      }
      if (ending == Ending.STALLED || (lbfgs.rmsGradient() < 1e-7 * rms)) {
        return Ending.STALLED;
      }
      target = Math.min(0.1 * target, 0.1 * lbfgs.rmsGradient());
    }
    return Ending.NOT_CONVERGED;
  }
}
