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
    ARITHMETIC.scale(x, factor);
  }

  /** out = x + factor y. */
  static void sum(double[] out, double[] x, double factor, double[] y) {
    ARITHMETIC.sum(out, x, factor, y);
  }

  /** out = factor (a - b). */
  static void difference(double[] out, double factor, double[] a, double[] b) {
    ARITHMETIC.difference(out, factor, a, b);
  }

  /**
   * Takes the first {@code rows} orthonormal rows of {@code basis} out of x, all at once: their
   * products with x do not wait for each other.
   */
  static void project(double[] x, double[] basis, int rows) {
    project(x, basis, rows, new double[rows]);
  }

  /** The same with room for a factor for each row. */
  static void project(double[] x, double[] basis, int rows, double[] factors) {
    int n = x.length;
    for (int k = 0; k < rows; k++) {
      factors[k] = -ARITHMETIC.dot(x, 0, basis, k * n, n);
    }
    ARITHMETIC.addRows(x, factors, basis, rows);
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
