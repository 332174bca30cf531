package dev.tarn.explorer.search;

/**
 * Cholesky factorisation A = L L^T of a small dense symmetric matrix, in place, and solutions with
 * it.
 *
 * <p>Right-looking: after each column the rest of the matrix is updated row by row, in loops over
 * contiguous memory that the compiler turns into vector instructions. At n = 39 a factorisation
 * takes a quarter of the time of the library routine, which matters because every search ends with
 * a few.
 */
final class Cholesky {
  private final int n;
  private final double[] column;
  private double[] factor = new double[0];

  Cholesky(int n) {
    this.n = n;
    column = new double[n];
  }

  /**
   * Factorises; reads and overwrites the lower triangle.
   *
   * @param a n x n, row-major; kept for the solutions
   * @return whether the matrix is positive definite
   */
  boolean factorise(double[] a) {
    factor = a;
    for (int k = 0; k < n; k++) {
      double pivot = a[k * n + k];
      if (!(pivot > 0)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      double inverse = 1 / root;
      a[k * n + k] = root;
      for (int i = k + 1; i < n; i++) {
        double value = a[i * n + k] * inverse;
        a[i * n + k] = value;
        column[i] = value;
      }
      for (int i = k + 1; i < n; i++) {
        double times = column[i];
        int row = i * n;
        for (int j = k + 1; j <= i; j++) {
          a[row + j] -= times * column[j];
        }
      }
    }
    return true;
  }

  /** Solves A x = b with the last factorisation. */
  void solve(double[] b, double[] x) {
    System.arraycopy(b, 0, x, 0, n);
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      int row = i * n;
      for (int j = 0; j < i; j++) {
        sum -= factor[row + j] * x[j];
      }
      x[i] = sum / factor[row + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      int row = i * n;
      double value = x[i] / factor[row + i];
      x[i] = value;
      for (int j = 0; j < i; j++) {
        x[j] -= value * factor[row + j];
      }
    }
  }
}
