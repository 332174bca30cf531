package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.linear.Cholesky;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;

/**
 * Newton steps with the exact Hessian, whose Cholesky factor exists only where it is positive
 * definite, zero modes raised: at minima. O(n^3) a factor.
 */
final class CholeskyNewton implements NewtonToMinimum {
  private final Potential potential;
  private final int n;
  private final double[] hessian;
  private final ZeroModes zeroModes;
  private final Cholesky cholesky;
  private double[] lowestDirection = new double[0];

  CholeskyNewton(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new double[n * n];
    zeroModes = new ZeroModes(potential);
    cholesky = new Cholesky(n);
  }

  @Override
  public double below() {
    return 1e-2;
  }

  @Override
  public boolean solve(
      double[] x, double[] gradient, double residual, boolean again, double[] step) {
    if (!again) {
      potential.hessian(x, hessian);
      zeroModes.at(x);
      zeroModes.raise(hessian, ZeroModes.typicalEigenvalue(hessian, n));
      if (!cholesky.factorise(hessian)) {
        return false;
      }
    }
    cholesky.solve(gradient, step);
    return true;
  }

  @Override
  public int index(double[] x) {
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
    lowestDirection = analysis.lowestMode();
    return analysis.index();
  }

  @Override
  public double[] lowestDirection() {
    return lowestDirection;
  }
}
