package dev.tarn.explorer.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.surfaces.MuellerBrown;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StraightLineTests {

  /** V = (x^2 - 1)^2 + y^2: minima at x = -1 and 1, a barrier of 1 between them. */
  private static final class DoubleWell implements Potential {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
      double a = x[0] * x[0] - 1;
      gradient[0] = 4 * x[0] * a;
      gradient[1] = 2 * x[1];
      return a * a + x[1] * x[1];
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      x[0] = random.nextDouble();
      x[1] = random.nextDouble();
    }
  }

  @Test
  void lineOverTheBarrierOfADoubleWell() {
    StraightLine line =
        StraightLine.between(new DoubleWell(), new double[] {-1, 0}, new double[] {1, 0}, 11);
    assertThat(line.highest()).isEqualTo(1);
    assertThat(line.barrier()).isEqualTo(1);
    assertThat(line.isMonotonic()).isFalse();
    assertThat(line.length()).isEqualTo(2);
    assertThat(line.fraction(5)).isEqualTo(0.5);
  }

  @Test
  void lineDownOneSideIsMonotonicBothWays() {
    double[] high = {2, 1.5};
    double[] minimum = {1, 0};
    assertThat(StraightLine.between(new DoubleWell(), high, minimum, 9).isMonotonic()).isTrue();
    assertThat(StraightLine.between(new DoubleWell(), minimum, high, 9).isMonotonic()).isTrue();
    assertThat(StraightLine.between(new DoubleWell(), minimum, high, 9).barrier()).isEqualTo(0);
  }

  @Test
  void slopesSeeARiseThatTheEnergiesOfTwoPointsDoNot() {
    // From x = -0.9, beyond the left minimum's barrier, down to x = 1: it rises first.
    StraightLine line =
        StraightLine.between(new DoubleWell(), new double[] {-0.9, 0}, new double[] {1, 0}, 2);
    assertThat(line.energies()[0]).isGreaterThan(line.energies()[1]);
    assertThat(line.isMonotonic()).isFalse();
  }

  @Test
  void slopesAreTheDerivativesOfTheEnergies() {
    double[] from = {-0.5, 1.4};
    double[] to = {0.6, 0.0};
    StraightLine line = StraightLine.between(new MuellerBrown(), from, to, 2001);
    for (int k = 100; k < 2000; k += 97) {
      double difference = (line.energies()[k + 1] - line.energies()[k - 1]) * 1000;
      assertThat(line.slopes()[k])
          .isCloseTo(difference, within(1e-3 * Math.max(1, Math.abs(difference))));
    }
  }

  @Test
  void onePointIsNoLine() {
    assertThatThrownBy(
            () -> StraightLine.between(new DoubleWell(), new double[2], new double[2], 1))
        .hasMessageContaining("at least 2 points");
  }
}
