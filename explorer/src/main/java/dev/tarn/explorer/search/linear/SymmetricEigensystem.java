package dev.tarn.explorer.search.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues of a dense symmetric matrix, ascending, and its eigenvectors where they are wanted:
 * EJML's decomposition, O(n^3), in an order. For one thread.
 */
public final class SymmetricEigensystem {
  private final int n;
  private final boolean withVectors;
  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigensystem(int n, boolean withVectors) {
    this.n = n;
    this.withVectors = withVectors;
    values = new double[n];
    vectors = new double[n][];
  }

  /** Room for the eigenvalues of matrices of n rows. */
  public static SymmetricEigensystem ofValues(int n) {
    return new SymmetricEigensystem(n, false);
  }

  /** Room for eigenvalues and eigenvectors of matrices of n rows. */
  public static SymmetricEigensystem ofVectors(int n) {
    return new SymmetricEigensystem(n, true);
  }

  /**
   * Decomposes.
   *
   * @param matrix n x n; destroyed
   * @return whether the eigenvalues converged
   */
  public boolean decompose(double[] matrix) {
    // A new one each time: its exceptional shifts are random, and a used one draws other numbers.
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, withVectors, true);
    if (!decomposition.decompose(DMatrixRMaj.wrap(n, n, matrix))) {
      return false;
    }
    // Insertion sort: n is small, and the order is kept for equal values.
    for (int k = 0; k < n; k++) {
      double value = decomposition.getEigenvalue(k).getReal();
      double[] vector = withVectors ? decomposition.getEigenVector(k).data : values;
      int at = k;
      for (; at > 0 && values[at - 1] > value; at--) {
        values[at] = values[at - 1];
        vectors[at] = vectors[at - 1];
      }
      values[at] = value;
      vectors[at] = vector;
    }
    return true;
  }

  /** The eigenvalues; not to be modified, and overwritten by the next decomposition. */
  public double[] values() {
    return values;
  }

  /** The k-th lowest eigenvalue, from 0. */
  public double value(int k) {
    return values[k];
  }

  /** The unit eigenvector of the k-th lowest eigenvalue; valid until the next decomposition. */
  public double[] vector(int k) {
    return vectors[k];
  }

  /** How many of the lowest {@code most} eigenvalues are negative. */
  public int negative(int most) {
    int count = 0;
    while (count < most && values[count] < 0) {
      count++;
    }
    return count;
  }
}
