package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.SymmetricEigensystem;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
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
  private final ZeroModes zeroModes;
  private final DMatrixRMaj work;
  private final DMatrixRMaj right;
  private final DMatrixRMaj solution;
  private final LinearSolverDense<DMatrixRMaj> lu;
  private final SymmetricEigensystem valuesOnly;
  private final SymmetricEigensystem withVectors;

  /** The one that was computed last. */
  private SymmetricEigensystem eigensystem;

  /** Scratch space for points of a potential. */
  public ProjectedHessian(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    matrix = new double[n * n];
    zeroModes = new ZeroModes(potential);
    work = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    solution = new DMatrixRMaj(n, 1);
    lu = LinearSolverFactory_DDRM.lu(n);
    valuesOnly = SymmetricEigensystem.ofValues(n);
    withVectors = SymmetricEigensystem.ofVectors(n);
    eigensystem = valuesOnly;
  }

  /** Evaluates it at {@code x}: one Hessian. */
  public void at(double[] x) {
    potential.hessian(x, matrix);
    zeroModes.at(x);
    double bound = 0;
    for (int i = 0; i < n && zeroModes.number() > 0; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += Math.abs(matrix[i * n + j]);
      }
      bound = Math.max(bound, row);
    }
    zeroModes.replace(matrix, 4 * bound + 1);
  }

  /** Takes the zero modes at the last point out of a vector. */
  public void project(double[] vector) {
    zeroModes.project(vector);
  }

  /** Number m of eigenvalues that are not zero modes of the symmetry. */
  public int modes() {
    return n - zeroModes.number();
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
    decompose(valuesOnly);
  }

  /** Computes eigenvalues and eigenvectors. */
  public void decompose() {
    decompose(withVectors);
  }

  private void decompose(SymmetricEigensystem wanted) {
    System.arraycopy(matrix, 0, work.data, 0, n * n);
    if (!wanted.decompose(work.data)) {
      throw new ArithmeticException("eigenvalues of the Hessian did not converge");
    }
    eigensystem = wanted;
  }

  /** The k-th lowest eigenvalue, from 0. */
  public double value(int k) {
    return eigensystem.value(k);
  }

  /** The unit eigenvector of the k-th lowest eigenvalue; valid until the next decomposition. */
  public double[] vector(int k) {
    return eigensystem.vector(k);
  }

  /** Largest magnitude of an eigenvalue, zero modes aside. */
  public double largest() {
    int m = modes();
    return m == 0 ? 0 : Math.max(Math.abs(value(0)), Math.abs(value(m - 1)));
  }

  /** Number of negative eigenvalues. */
  public int negative() {
    return eigensystem.negative(modes());
  }
}
