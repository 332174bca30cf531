package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.linear.Cholesky;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.NewtonsMethod;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;

/**
 * Newton steps with the exact Hessian, factorised as A = H + s v v^T with v the mode and zero modes
 * raised. A is positive definite only if H has at most one negative eigenvalue; the sign of 1 - s
 * v.A^-1 v then says whether there is exactly one. O(n^3) a factor.
 */
final class NewtonToSaddle implements NewtonsMethod.Steps {
  private final Potential potential;
  private final int n;
  private final ZeroModes zeroModes;
  private final double[] mode;
  private final double[] hessian;
  private final double[] modeSolution;
  private final Cholesky cholesky;
  private double curvature;
  private double raise;
  private double factor;

  /**
   * Scratch space.
   *
   * @param mode v, read at each step
   */
  NewtonToSaddle(Potential potential, ZeroModes zeroModes, double[] mode) {
    this.potential = potential;
    this.zeroModes = zeroModes;
    this.mode = mode;
    n = potential.dimension();
    hessian = new double[n * n];
    modeSolution = new double[n];
    cholesky = new Cholesky(n);
  }

  /** The same with that curvature along the mode. */
  NewtonToSaddle with(double newCurvature) {
    curvature = newCurvature;
    return this;
  }

  @Override
  public boolean solve(
      double[] x, double[] gradient, double residual, boolean again, double[] step) {
    if (!again && !factorise(x)) {
      return false;
    }
    cholesky.solve(gradient, step);
    // Sherman and Morrison: H^-1 = A^-1 + s A^-1 v v^T A^-1 / (1 - s v^T A^-1 v).
    double correction = raise * Vectors.dot(mode, step) / factor;
    Vectors.add(step, correction, modeSolution);
    return true;
  }

  private boolean factorise(double[] x) {
    potential.hessian(x, hessian);
    zeroModes.at(x);
    double typical = ZeroModes.typicalEigenvalue(hessian, n);
    raise = typical + 2 * Math.abs(curvature);
    zeroModes.raise(hessian, typical, mode, raise);
    if (!cholesky.factorise(hessian)) {
      return false;
    }
    cholesky.solve(mode, modeSolution);
    factor = 1 - raise * Vectors.dot(mode, modeSolution);
    return factor < 0;
  }
}
