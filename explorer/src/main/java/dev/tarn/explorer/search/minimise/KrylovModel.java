package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.linear.NewtonKrylov;
import dev.tarn.explorer.search.stationary.QuadraticModel;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;

/** A quadratic model from products of the Hessian, in a Krylov space of the gradient. */
final class KrylovModel implements QuadraticModel {
  static final int MOST_PRODUCTS = 60;

  /** Residual of a step, as a fraction of the gradient. */
  private static final double RESIDUAL = 0.05;

  private final Potential potential;
  private final int most;
  private final ZeroModes zeroModes;
  private final NewtonKrylov newton;
  private HessianProduct hessian = (vector, image) -> {};

  KrylovModel(Potential potential) {
    this.potential = potential;
    most = Math.min(potential.dimension(), MOST_PRODUCTS);
    zeroModes = new ZeroModes(potential);
    newton = new NewtonKrylov(potential.dimension());
  }

  @Override
  public boolean at(double[] x) {
    zeroModes.at(x);
    hessian = potential.hessianAt(x);
    return true;
  }

  @Override
  public double descend(double[] gradient, double length, double[] step) {
    return newton.descend(
        hessian, gradient, zeroModes.basis(), zeroModes.number(), most, RESIDUAL, length, step);
  }
}
