package dev.tarn.potentials.surfaces;

import dev.tarn.potentials.Bounded;
import dev.tarn.potentials.ExactHessian;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A function of two variables, meant inside a rectangle. */
abstract class PlanarSurface implements ExactHessian, Bounded {
  private final double left;
  private final double right;
  private final double bottom;
  private final double top;

  PlanarSurface(double left, double right, double bottom, double top) {
    this.left = left;
    this.right = right;
    this.bottom = bottom;
    this.top = top;
  }

  @Override
  public final int dimension() {
    return 2;
  }

  @Override
  public final void randomStart(RandomGenerator random, double[] x) {
    x[0] = left + (right - left) * random.nextDouble();
    x[1] = bottom + (top - bottom) * random.nextDouble();
  }

  @Override
  public final Optional<String> objection(double[] x) {
    return x[0] >= left && x[0] <= right && x[1] >= bottom && x[1] <= top
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "left the window [%s, %s] x [%s, %s]", left, right, bottom, top));
  }
}
