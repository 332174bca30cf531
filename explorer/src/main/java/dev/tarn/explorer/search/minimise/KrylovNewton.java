package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.linear.NewtonKrylov;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;

/**
 * Newton steps from Krylov spaces, given up where negative curvature is seen; in a direction to
 * which the gradient is orthogonal it may not be.
 */
final class KrylovNewton implements NewtonToMinimum {
  /** Residual of a step: each leaves about this much of the gradient. */
  private static final double TOLERANCE = 0.03;

  private final Potential potential;
  private final ZeroModes zeroModes;
  private final NewtonKrylov krylov;
  private final double[] direction;

  KrylovNewton(Potential potential) {
    this.potential = potential;
    zeroModes = new ZeroModes(potential);
    krylov = new NewtonKrylov(potential.dimension());
    direction = new double[potential.dimension()];
  }

  /** {@inheritDoc} Each step costs tens of products, also one that is not taken. */
  @Override
  public double below() {
    return 1e-4;
  }

  @Override
  public boolean solve(
      double[] x, double[] gradient, double residual, boolean again, double[] step) {
    int number = zeroModes.at(x);
    double tolerance = Math.min(0.5, Math.max(TOLERANCE, residual));
    return krylov.solve(
        potential.hessianAt(x), gradient, zeroModes.basis(), number, tolerance, 0, step);
  }

  @Override
  public int index(double[] x) {
    return krylov.negative();
  }

  @Override
  public double[] lowestDirection() {
    krylov.lowestDirection(direction);
    return direction;
  }
}
