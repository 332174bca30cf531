package dev.tarn.explorer.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTests {
  private final Arithmetic best = Arithmetic.best();
  private final Arithmetic plain = Arithmetic.plain();
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void theVectorUnitIsUsedWhereItsModuleIsThere() {
    assertThat(best.usesVectorUnit())
        .isEqualTo(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    assertThat(plain.usesVectorUnit()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 39, 114})
  void vectorsAndPlainLoopsGiveTheSameBits(int n) {
    double[] a = numbers(n + 3);
    double[] b = numbers(n + 3);
    assertThat(best.dot(a, b)).isEqualTo(plain.dot(a, b));
    assertThat(best.dot(a, 1, b, 2, n)).isEqualTo(plain.dot(a, 1, b, 2, n));
    double[] y = b.clone();
    double[] z = b.clone();
    best.add(y, 2, 0.7, a, 1, n);
    plain.add(z, 2, 0.7, a, 1, n);
    assertThat(y).isEqualTo(z);
  }

  @Test
  void scalarProductIsTheSumOfProducts() {
    assertThat(best.dot(new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {1, 1, 1, 1, 1, 1, 2}))
        .isEqualTo(35);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7, 13, 38})
  void clustersGiveTheSameBits(int atoms) {
    double[] x = new double[3 * atoms];
    for (int i = 0; i < x.length; i++) {
      x[i] = 1.1 * (i / 3 % 4 * (i % 3 == 0 ? 1 : 0) + i / 12) + 0.4 * random.nextDouble();
    }
    PairSpace space = new PairSpace(atoms);
    double[] g = new double[x.length];
    double[] h = new double[x.length];
    assertThat(best.lennardJones(space, x, g)).isEqualTo(plain.lennardJones(space, x, h));
    assertThat(g).isEqualTo(h);
  }

  private double[] numbers(int n) {
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = 2 * random.nextDouble() - 1;
    }
    return numbers;
  }
}
