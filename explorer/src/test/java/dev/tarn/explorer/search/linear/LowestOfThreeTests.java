package dev.tarn.explorer.search.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class LowestOfThreeTests {
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void vectorsOfRandomMatricesHaveTheLowestEigenvalueOfEjml() {
    for (int k = 0; k < 500; k++) {
      // From couplings far above the differences of the diagonal to some far below.
      double coupling = Math.pow(10, 2 - 12 * random.nextDouble());
      double[] m = new double[6];
      for (int i = 0; i < 6; i++) {
        boolean diagonal = i == 0 || i == 3 || i == 5;
        m[i] = (diagonal ? 100 : coupling) * (2 * random.nextDouble() - 1);
      }
      double[] v = new double[3];
      LowestOfThree.eigenvector(m[0], m[1], m[2], m[3], m[4], m[5], v);
      check(new double[] {m[0], m[1], m[2], m[1], m[3], m[4], m[2], m[4], m[5]}, v, 3);
      double[] u = new double[3];
      LowestOfThree.eigenvector(m[0], m[1], m[3], u);
      check(new double[] {m[0], m[1], m[1], m[3]}, u, 2);
      assertThat(u[2]).isZero();
    }
  }

  @Test
  void equalEigenvaluesGiveAnyOfTheirVectors() {
    double[] v = new double[3];
    LowestOfThree.eigenvector(2, 0, 0, 2, 0, 2, v);
    check(new double[] {2, 0, 0, 0, 2, 0, 0, 0, 2}, v, 3);
    // Lowest twice: 1 - ones has eigenvalues 1, 1 and -2; ones - 1 has -1, -1 and 2.
    LowestOfThree.eigenvector(0, 1, 1, 0, 1, 0, v);
    assertThat(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).isEqualTo(1, within(1e-12));
    LowestOfThree.eigenvector(0, -1, -1, 0, -1, 0, v);
    check(new double[] {0, -1, -1, -1, 0, -1, -1, -1, 0}, v, 3);
    // A mode that is converged stays the mode.
    LowestOfThree.eigenvector(-3, 0, 0, 5, 1, 5, v);
    assertThat(Math.abs(v[0])).isEqualTo(1, within(1e-15));
  }

  private static void check(double[] matrix, double[] v, int n) {
    EigenDecomposition_F64<DMatrixRMaj> all = DecompositionFactory_DDRM.eig(n, false, true);
    all.decompose(DMatrixRMaj.wrap(n, n, matrix.clone()));
    double lowest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int k = 0; k < n; k++) {
      lowest = Math.min(lowest, all.getEigenvalue(k).getReal());
      largest = Math.max(largest, Math.abs(all.getEigenvalue(k).getReal()));
    }
    double squared = 0;
    double quotient = 0;
    for (int i = 0; i < n; i++) {
      squared += v[i] * v[i];
      for (int j = 0; j < n; j++) {
        quotient += v[i] * matrix[i * n + j] * v[j];
      }
    }
    assertThat(squared).isEqualTo(1, within(1e-12));
    assertThat(quotient).isEqualTo(lowest, within(1e-10 * largest));
  }
}
