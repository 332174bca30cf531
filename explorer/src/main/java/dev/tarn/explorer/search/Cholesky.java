package dev.tarn.explorer.search;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Cholesky factorisation A = L L^T of a dense symmetric matrix, in place, and solutions with it:
 * EJML's on plain arrays, without an allocation for each call.
 */
final class Cholesky {
  private final LinearSolverDense<DMatrixRMaj> solver;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj solution;

  Cholesky(int n) {
    solver = LinearSolverFactory_DDRM.chol(n);
    matrix = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    solution = new DMatrixRMaj(n, 1);
  }

  /**
   * Factorises in place.
   *
   * @param a n x n, row-major, both triangles filled; kept for the solutions
   * @return whether the matrix is positive definite
   */
  boolean factorise(double[] a) {
    matrix.data = a;
    return solver.setA(matrix);
  }

  /** Solves A x = b with the last factorisation. */
  void solve(double[] b, double[] x) {
    right.data = b;
    solution.data = x;
    solver.solve(right, solution);
  }
}
