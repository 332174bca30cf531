package dev.tarn.cli;

import dev.tarn.potentials.Potential;
import java.util.random.RandomGenerator;

/** (x^2 - 1)^2 + y^2: two minima of energy 0, a transition state of energy 1 between them. */
public final class DoubleWell implements Potential {

  /** What the run file's {@code class} key asks for. */
  public DoubleWell() {}

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    double w = x[0] * x[0] - 1;
    gradient[0] = 4 * x[0] * w;
    gradient[1] = 2 * x[1];
    return w * w + x[1] * x[1];
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    x[0] = random.nextDouble(-2, 2);
    x[1] = random.nextDouble(-2, 2);
  }
}
