package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The Hessian at a point without the directions in which the symmetry makes the potential constant,
 * with its eigensystem or a factorisation. Holds its memory: nothing is allocated from one point to
 * the next but what EJML keeps small. For one thread.
 *
 * <p>The zero modes are given an eigenvalue above all others, so that the eigenvalues in ascending
 * order are the m = n - zero modes genuine ones, then those.
 */
public final class ProjectedHessian {
  private final Potential potential;
  private final int n;
  private final double[] matrix;
  private final double[] basis;
  private final double[] image;
  private final DMatrixRMaj work;
  private final DMatrixRMaj right;
  private final DMatrixRMaj solution;
  private final LinearSolverDense<DMatrixRMaj> lu;
  private final double[] values;
  private final double[][] vectors;
  private int zeroModes;

  public ProjectedHessian(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    matrix = new double[n * n];
    basis = new double[potential.symmetry().zeroModes() * n];
    image = new double[n];
    work = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    solution = new DMatrixRMaj(n, 1);
    lu = LinearSolverFactory_DDRM.lu(n);
    values = new double[n];
    vectors = new double[n][];
  }

  /** Evaluates it at {@code x}: one Hessian. */
  public void at(double[] x) {
    potential.hessian(x, matrix);
    zeroModes = basis.length == 0 ? 0 : potential.symmetry().zeroModeBasis(x, basis);
    double bound = 0;
    for (int i = 0; i < n && zeroModes > 0; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += Math.abs(matrix[i * n + j]);
      }
      bound = Math.max(bound, row);
    }
    double above = 4 * bound + 1;
    for (int k = 0; k < zeroModes; k++) {
      raise(k * n, above);
    }
  }

  /** H becomes (1 - P) H (1 - P) + above P for one mode. */
  private void raise(int mode, double above) {
    double self = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += matrix[i * n + j] * basis[mode + j];
      }
      image[i] = sum;
      self += sum * basis[mode + i];
    }
    for (int i = 0; i < n; i++) {
      double bi = basis[mode + i];
      for (int j = 0; j < n; j++) {
        double bj = basis[mode + j];
        matrix[i * n + j] += (self + above) * bi * bj - image[i] * bj - bi * image[j];
      }
    }
  }

  /** Takes the zero modes at the last point out of a vector. */
  public void project(double[] vector) {
    Vectors.project(vector, basis, zeroModes);
  }

  /** Number m of eigenvalues that are not zero modes of the symmetry. */
  public int modes() {
    return n - zeroModes;
  }

  /** H times a vector; the zero modes are taken to nothing. */
  public void multiply(double[] vector, double[] product) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      int row = i * n;
      for (int j = 0; j < n; j++) {
        sum += matrix[row + j] * vector[j];
      }
      product[i] = sum;
    }
    project(product);
  }

  /** Solves H s = b; false if H is singular to rounding. */
  public boolean solve(double[] b, double[] s) {
    System.arraycopy(matrix, 0, work.data, 0, n * n);
    right.data = b;
    solution.data = s;
    if (!lu.setA(work)) {
      return false;
    }
    lu.solve(right, solution);
    return Vectors.finite(s);
  }

  /** Computes the eigenvalues. */
  public void decomposeValues() {
    decompose(false);
  }

  /** Computes eigenvalues and eigenvectors. */
  public void decompose() {
    decompose(true);
  }

  private void decompose(boolean vectorsToo) {
    // A new one each time: its exceptional shifts are random, and a used one draws other numbers.
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, vectorsToo, true);
    System.arraycopy(matrix, 0, work.data, 0, n * n);
    if (!eigen.decompose(work)) {
      throw new ArithmeticException("eigenvalues of the Hessian did not converge");
    }
    // Insertion sort: n is small, and the order is kept for equal values.
    for (int k = 0; k < n; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      double[] vector = vectorsToo ? eigen.getEigenVector(k).data : values;
      int at = k;
      while (at > 0 && values[at - 1] > value) {
        values[at] = values[at - 1];
        vectors[at] = vectors[at - 1];
        at--;
      }
      values[at] = value;
      vectors[at] = vector;
    }
  }

  /** The k-th lowest eigenvalue, from 0. */
  public double value(int k) {
    return values[k];
  }

  /** The unit eigenvector of the k-th lowest eigenvalue; valid until the next decomposition. */
  public double[] vector(int k) {
    return vectors[k];
  }

  /** Largest magnitude of an eigenvalue, zero modes aside. */
  public double largest() {
    int m = modes();
    return m == 0 ? 0 : Math.max(Math.abs(values[0]), Math.abs(values[m - 1]));
  }

  /** Number of negative eigenvalues. */
  public int negative() {
    int count = 0;
    while (count < modes() && values[count] < 0) {
      count++;
    }
    return count;
  }
}
