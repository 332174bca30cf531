package dev.tarn.explorer.search.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialDescentTests {

  @Test
  void exponentialsOfADescentAreTheirDefinitions() {
    for (double z : new double[] {-700, -30, -2, -1.0001, -0.9999, -1e-3, 0, 1e-6, 0.5, 1.5, 20}) {
      // phi_3(z) is the integral of e^{(1-s) z} s^2 / 2 over s from 0 to 1: Simpson's rule.
      int steps = 20_000;
      double first = 0;
      double third = 0;
      for (int k = 0; k <= steps; k++) {
        double s = k / (double) steps;
        double weight = k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2;
        first += weight * Math.exp((1 - s) * z);
        third += weight * Math.exp((1 - s) * z) * s * s / 2;
      }
      assertThat(ExponentialDescent.phi1(z) * 3 * steps / first).isCloseTo(1, within(1e-6));
      assertThat(ExponentialDescent.phi3(z) * 3 * steps / third).isCloseTo(1, within(1e-6));
    }
  }
}
