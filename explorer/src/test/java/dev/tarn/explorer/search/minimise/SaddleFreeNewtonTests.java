package dev.tarn.explorer.search.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaddleFreeNewtonTests {

  /** Rosenbrock's valley, sum of steepness (x_{i+1} - x_i^2)^2 + (1 - x_i)^2: minimum at 1, ... */
  private record Valley(int dimension, double steepness) implements Potential, SumOverData {
    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
      java.util.Arrays.fill(gradient, 0);
      double sum = 0;
      for (int i = 0; i + 1 < dimension; i++) {
        double off = x[i + 1] - x[i] * x[i];
        double rest = 1 - x[i];
        sum += steepness * off * off + rest * rest;
        gradient[i] -= 4 * steepness * off * x[i] + 2 * rest;
        gradient[i + 1] += 2 * steepness * off;
      }
      return sum;
    }

    @Override
    public int rows() {
      return 1;
    }

    @Override
    public double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient) {
      return energyAndGradient(x, gradient);
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      for (int i = 0; i < x.length; i++) {
        x[i] = 2 * random.nextDouble() - 1;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void reachesTheEndOfALongNarrowValley(HessianUse use) {
    Potential valley = new Valley(2, 1e6);
    double[] x = {-1.2, 1};
    SaddleFreeNewton newton = new SaddleFreeNewton(valley, use);
    assertThat(newton.run(x, new Limits(1e-9, 0.3, 1000))).isEqualTo(Ending.CONVERGED);
    assertThat(newton.rmsGradient()).isLessThan(1e-9);
    assertThat(x[0]).isCloseTo(1, within(1e-8));
    assertThat(x[1]).isCloseTo(1, within(1e-8));
    assertThat(newton.energy()).isCloseTo(0, within(1e-15));
    assertThat(newton.steps()).isLessThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void leavesASaddleDownhill(HessianUse use) {
    // x^4/4 - x^2/2 + y^2/2 has a saddle at the origin, and minima at x = -1 and 1.
    Potential well =
        new Potential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double energyAndGradient(double[] x, double[] gradient) {
            gradient[0] = x[0] * x[0] * x[0] - x[0];
            gradient[1] = x[1];
            return x[0] * x[0] * (x[0] * x[0] / 4 - 0.5) + x[1] * x[1] / 2;
          }

          @Override
          public void randomStart(RandomGenerator random, double[] x) {
            x[0] = random.nextDouble();
          }
        };
    double[] x = {1e-3, 0.2};
    SaddleFreeNewton newton = new SaddleFreeNewton(well, use);
    assertThat(newton.run(x, new Limits(1e-10, 0.3, 100))).isEqualTo(Ending.CONVERGED);
    assertThat(newton.steps()).isLessThan(30);
    assertThat(x[0]).isCloseTo(1, within(1e-9));
    assertThat(newton.energy()).isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void quenchOfASumOverDataEndsInAValleyWhereLbfgsGivesUp() {
    Potential valley = new Valley(24, 1e4);
    SplittableRandom random = new SplittableRandom(5);
    Quench quench = new Quench(valley);
    for (int k = 0; k < 10; k++) {
      double[] x = new double[24];
      valley.randomStart(random, x);
      assertThat(quench.run(x, Limits.of(1e-9, 1))).isEqualTo(Ending.CONVERGED);
      assertThat(StationaryPointAnalysis.of(valley, x).index()).isZero();
    }
  }
}
