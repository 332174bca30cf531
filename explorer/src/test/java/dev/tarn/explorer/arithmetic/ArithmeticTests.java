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
    best.sum(y, a, 0.3, b);
    plain.sum(z, a, 0.3, b);
    assertThat(y).isEqualTo(z);
    best.difference(y, 1e5, a, b);
    plain.difference(z, 1e5, a, b);
    assertThat(y).isEqualTo(z);
    best.scale(y, 0.9);
    plain.scale(z, 0.9);
    assertThat(y).isEqualTo(z);
    double[] rows = numbers(3 * y.length);
    best.addRows(y, new double[] {0.5, -2, 0.1}, rows, 3);
    plain.addRows(z, new double[] {0.5, -2, 0.1}, rows, 3);
    assertThat(y).isEqualTo(z);
  }

  @Test
  void sumsDifferencesAndRowsAreWhatTheySay() {
    double[] out = new double[6];
    best.sum(out, new double[] {1, 2, 3, 4, 5, 6}, 2, new double[] {1, 1, 1, 1, 1, 10});
    assertThat(out).containsExactly(3, 4, 5, 6, 7, 26);
    best.difference(out, 2, new double[] {1, 2, 3, 4, 5, 6}, new double[] {1, 1, 1, 1, 1, 10});
    assertThat(out).containsExactly(0, 2, 4, 6, 8, -8);
    best.scale(out, 0.5);
    assertThat(out).containsExactly(0, 1, 2, 3, 4, -4);
    double[] rows = {1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 9, 9, 9, 9, 9, 9};
    best.addRows(out, new double[] {10, 100, 1000}, rows, 2);
    assertThat(out).containsExactly(10, 101, 2, 3, 4, 106);
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
