package dev.tarn.explorer.search.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTests {
  private final SplittableRandom random = new SplittableRandom(3);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 39, 40, 114})
  void solutionsAreThoseOfALibrary(int n) {
    double[] matrix = positiveDefinite(n);
    double[] right = numbers(n);
    Cholesky cholesky = new Cholesky(n);
    // Only the upper triangle is read.
    double[] upper = matrix.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        upper[i * n + j] = 1e30;
      }
    }
    assertThat(cholesky.factorise(upper)).isTrue();
    double[] x = new double[n];
    cholesky.solve(right, x);
    DMatrixRMaj expected = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(
        DMatrixRMaj.wrap(n, n, matrix.clone()), DMatrixRMaj.wrap(n, 1, right.clone()), expected);
    assertThat(x).containsExactly(expected.data, within(1e-12));
    cholesky.solve(right, right);
    assertThat(right).isEqualTo(x);
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefusedAndSpoilsNothing() {
    int n = 7;
    double[] matrix = positiveDefinite(n);
    Cholesky cholesky = new Cholesky(n);
    double[] right = numbers(n);
    double[] expected = new double[n];
    cholesky.factorise(matrix);
    cholesky.solve(right, expected);
    for (double bad : new double[] {-1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
      for (int i = 0; i < n; i++) {
        double[] spoilt = matrix.clone();
        spoilt[i * n + i] = bad;
        assertThat(cholesky.factorise(spoilt)).isFalse();
      }
    }
    assertThat(cholesky.factorise(matrix)).isTrue();
    double[] x = new double[n];
    cholesky.solve(right, x);
    assertThat(x).isEqualTo(expected);
  }

  private double[] positiveDefinite(int n) {
    DMatrixRMaj matrix = CommonOps_DDRM.identity(n);
    DMatrixRMaj root = DMatrixRMaj.wrap(n, n, numbers(n * n));
    CommonOps_DDRM.multAddTransB(root, root, matrix);
    return matrix.data;
  }

  private double[] numbers(int n) {
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = 2 * random.nextDouble() - 1;
    }
    return numbers;
  }
}
