package dev.tarn.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FunctionOnBoxTests {

  @Test
  void startsLieInTheBoxAndTheFunctionIsTheEnergy() {
    double[] upper = {1, 5};
    Potential potential =
        new FunctionOnBox(
            new double[] {-1, 4},
            upper,
            (x, gradient) -> {
              gradient[0] = x[1];
              gradient[1] = x[0];
              return x[0] * x[1];
            });
    upper[0] = 100;
    SplittableRandom random = new SplittableRandom(1);
    double[] x = new double[2];
    for (int k = 0; k < 100; k++) {
      potential.randomStart(random, x);
      assertThat(x[0]).isBetween(-1.0, 1.0);
      assertThat(x[1]).isBetween(4.0, 5.0);
    }
    assertThat(potential.energy(new double[] {2, 3})).isEqualTo(6);
  }

  @Test
  void aBoxWithoutAnInsideIsRefused() {
    assertThatThrownBy(() -> new FunctionOnBox(new double[] {0}, new double[] {0}, (x, g) -> 0))
        .hasMessageContaining("expected finite bounds, the lower below the upper, found 0.0");
    assertThatThrownBy(() -> new FunctionOnBox(new double[0], new double[0], (x, g) -> 0))
        .hasMessageContaining("at least one");
  }
}
