package dev.tarn.explorer.search;

import dev.tarn.explorer.arithmetic.Arithmetic;

/** Operations on vectors. */
final class Vectors {
  private static final Arithmetic ARITHMETIC = Arithmetic.best();

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    return ARITHMETIC.dot(a, b);
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double rms(double[] a) {
    return Math.sqrt(dot(a, a) / a.length);
  }

  static double largest(double[] a) {
    double most = 0;
    for (double t : a) {
      most = Math.max(most, Math.abs(t));
    }
    return most;
  }

  /** y += factor x. */
  static void add(double[] y, double factor, double[] x) {
    ARITHMETIC.add(y, factor, x);
  }

  static void scale(double[] x, double factor) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  /** Takes the first {@code rows} orthonormal rows of {@code basis} out of x. */
  static void project(double[] x, double[] basis, int rows) {
    int n = x.length;
    for (int k = 0; k < rows; k++) {
      double dot = ARITHMETIC.dot(x, 0, basis, k * n, n);
      ARITHMETIC.add(x, 0, -dot, basis, k * n, n);
    }
  }

  /** matrix += factor b b^T, with b the elements of {@code basis} from {@code at} on. */
  static void addProjector(double[] matrix, int n, double factor, double[] basis, int at) {
    for (int i = 0; i < n; i++) {
      ARITHMETIC.add(matrix, i * n, factor * basis[at + i], basis, at, n);
    }
  }

  static boolean finite(double[] x) {
    for (double t : x) {
      if (!Double.isFinite(t)) {
        return false;
      }
    }
    return true;
  }
}
