package dev.tarn.potentials;

import java.util.random.RandomGenerator;

/**
 * A function with its gradient as a potential, whose minimisations start uniformly in a box. The
 * function may be defined outside of it as well: searches can leave the box.
 */
public final class FunctionOnBox implements Potential {

  /** An energy with its gradient; called from several threads. */
  @FunctionalInterface
  public interface EnergyAndGradient {
    /** As {@link Potential#energyAndGradient}. */
    double at(double[] x, double[] gradient);
  }

  private final double[] lower;
  private final double[] upper;
  private final EnergyAndGradient function;

  /**
   * A potential of as many variables as the box has.
   *
   * @param lower smallest coordinates of starts
   * @param upper largest coordinates of starts, each above that of {@code lower}
   * @param function energy and gradient
   */
  public FunctionOnBox(double[] lower, double[] upper, EnergyAndGradient function) {
    if (lower.length == 0 || lower.length != upper.length) {
      throw new IllegalArgumentException(
          "expected a box with as many lower as upper bounds, at least one, found "
              + lower.length
              + " and "
              + upper.length);
    }
    for (int i = 0; i < lower.length; i++) {
      if (!(lower[i] < upper[i]) || !Double.isFinite(upper[i] - lower[i])) {
        throw new IllegalArgumentException(
            "expected finite bounds, the lower below the upper, found "
                + lower[i]
                + " and "
                + upper[i]
                + " for coordinate "
                + i);
      }
    }
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.function = function;
  }

  @Override
  public int dimension() {
    return lower.length;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    return function.at(x, gradient);
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
    }
  }
}
