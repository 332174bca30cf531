package dev.tarn.potentials.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    assertThat(best.addAndDot(y, 0.9, -0.3, a, b)).isEqualTo(plain.addAndDot(z, 0.9, -0.3, a, b));
    assertThat(y).isEqualTo(z);
    assertThat(best.addAndDot(y, 0.9, -0.3, a, y)).isEqualTo(plain.addAndDot(z, 0.9, -0.3, a, z));
    assertThat(y).isEqualTo(z);
    double[] direction = b.clone();
    double[] same = b.clone();
    best.combine(y, a, direction, 0.2, 0.4, -0.5, 0.8);
    plain.combine(z, a, same, 0.2, 0.4, -0.5, 0.8);
    assertThat(y).isEqualTo(z);
    assertThat(direction).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 39})
  void rowsGiveTheSameBits(int n) {
    int stride = n + 2;
    double[] rows = numbers(1 + 7 * stride);
    double[] factors = numbers(7);
    double[] y = numbers(n + 3);
    double[] z = y.clone();
    for (int count = 1; count <= 7; count++) {
      best.addRows(y, 2, factors, rows, 1, stride, count, n);
      plain.addRows(z, 2, factors, rows, 1, stride, count, n);
      assertThat(y).isEqualTo(z);
      double[] products = new double[count];
      double[] others = new double[count];
      best.products(products, rows, 1, stride, count, y, 3, n);
      plain.products(others, rows, 1, stride, count, z, 3, n);
      assertThat(products).isEqualTo(others);
      for (int k = 0; k < count; k++) {
        assertThat(products[k]).isCloseTo(best.dot(rows, 1 + k * stride, y, 3, n), within(1e-12));
      }
    }
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
    best.scale(out, 1, 3, 4);
    assertThat(out).containsExactly(10, 303, 6, 9, 12, 106);
    double[] ones = {1, 1, 1, 1, 1, 1};
    assertThat(best.addAndDot(out, 2, -3, ones, new double[] {1, 0, 0, 0, 1, 1})).isEqualTo(247);
    assertThat(out).containsExactly(17, 603, 9, 15, 21, 209);
    double[] turned = {0, 1, 2, 3, 4, 5};
    best.combine(out, ones, turned, 10, 100, 2, -1);
    assertThat(turned).containsExactly(134, 1316, 138, 160, 182, 568);
    assertThat(out).containsExactly(117, 713, 129, 145, 161, 359);
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
