package dev.tarn.explorer.census;

import dev.tarn.potentials.Potential;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The phi^4 model on an L x L periodic square lattice, written down once more for the tests: V =
 * sum phi^4 / 40 - phi^2 + J / 4 sum over sites and their four neighbours (difference)^2.
 */
public final class ScalarField implements Potential {
  private final int length;
  private final double coupling;

  ScalarField(int length, double coupling) {
    this.length = length;
    this.coupling = coupling;
  }

  @Override
  public int dimension() {
    return length * length;
  }

  private int neighbour(int site, int direction) {
    int row = site / length;
    int column = site % length;
    return switch (direction) {
      case 0 -> row * length + (column + 1) % length;
      case 1 -> row * length + (column + length - 1) % length;
      case 2 -> (row + 1) % length * length + column;
      default -> (row + length - 1) % length * length + column;
    };
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    double energy = 0;
    for (int i = 0; i < x.length; i++) {
      double own = x[i] * x[i];
      energy += own * own / 40 - own;
      g[i] = 0.1 * own * x[i] - 2 * x[i];
      for (int d = 0; d < 4; d++) {
        double difference = x[i] - x[neighbour(i, d)];
        energy += 0.25 * coupling * difference * difference;
        g[i] += coupling * difference;
      }
    }
    return energy;
  }

  @Override
  public void hessian(double[] x, double[] h) {
    java.util.Arrays.fill(h, 0);
    int n = x.length;
    for (int i = 0; i < n; i++) {
      h[i * n + i] = 0.3 * x[i] * x[i] - 2 + 4 * coupling;
      for (int d = 0; d < 4; d++) {
        h[i * n + neighbour(i, d)] -= coupling;
      }
    }
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextDouble(-6, 6);
    }
  }

  @Override
  public OptionalInt eulerCharacteristic() {
    return OptionalInt.of(1);
  }

  @Override
  public OptionalDouble hessianLipschitz(double[] x, double radius) {
    double most = 0;
    for (double t : x) {
      most = Math.max(most, Math.abs(t));
    }
    return OptionalDouble.of(0.6 * (most + radius));
  }

  @Override
  public OptionalDouble logStationaryPoints() {
    return OptionalDouble.of(dimension() * Math.log(3));
  }
}
