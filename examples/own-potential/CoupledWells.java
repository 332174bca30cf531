package examples;

import dev.tarn.potentials.Potential;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A potential of one's own: particles in double wells, each coupled to the next by a spring.
 *
 * <p>V = sum of (x_i^2 - 1)^2 + coupling / 2 sum of (x_i - x_(i+1))^2. With a weak coupling each
 * particle chooses its side, which makes 2^particles minima.
 *
 * <p>Three methods are all that is needed. There is no Hessian here: Tarn takes differences of the
 * gradient.
 */
public final class CoupledWells implements Potential {
  private final int particles;
  private final double coupling;

  /** Called with the keys that stand beside {@code class} in the run file. */
  public CoupledWells(Map<String, Object> parameters) {
    particles = ((Number) parameters.getOrDefault("particles", 3)).intValue();
    coupling = ((Number) parameters.getOrDefault("coupling", 0.1)).doubleValue();
  }

  @Override
  public int dimension() {
    return particles;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    double energy = 0;
    for (int i = 0; i < particles; i++) {
      double well = x[i] * x[i] - 1;
      energy += well * well;
      gradient[i] = 4 * x[i] * well;
    }
    for (int i = 0; i + 1 < particles; i++) {
      double stretch = x[i] - x[i + 1];
      energy += 0.5 * coupling * stretch * stretch;
      gradient[i] += coupling * stretch;
      gradient[i + 1] -= coupling * stretch;
    }
    return energy;
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int i = 0; i < particles; i++) {
      x[i] = 4 * random.nextDouble() - 2;
    }
  }
}
