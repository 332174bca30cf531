package dev.tarn.explorer.search.linear;

import dev.tarn.potentials.arithmetic.Arithmetic;

/** Operations on vectors. */
public final class Vectors {
  private static final Arithmetic ARITHMETIC = Arithmetic.best();

  private Vectors() {}

  public static double dot(double[] a, double[] b) {
    return ARITHMETIC.dot(a, b);
  }

  public static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  public static double rms(double[] a) {
    return Math.sqrt(dot(a, a) / a.length);
  }

  public static double largest(double[] a) {
    double most = 0;
    for (double t : a) {
      most = Math.max(most, Math.abs(t));
    }
    return most;
  }

  /** y += factor x. */
  public static void add(double[] y, double factor, double[] x) {
    ARITHMETIC.add(y, factor, x);
  }

  public static void scale(double[] x, double factor) {
    ARITHMETIC.scale(x, factor);
  }

  /** out = x + factor y. */
  public static void sum(double[] out, double[] x, double factor, double[] y) {
    ARITHMETIC.sum(out, x, factor, y);
  }

  /** out = factor (a - b). */
  public static void difference(double[] out, double factor, double[] a, double[] b) {
    ARITHMETIC.difference(out, factor, a, b);
  }

  /**
   * Takes the first {@code rows} orthonormal rows of {@code basis} out of x, all at once: their
   * products with x do not wait for each other.
   */
  public static void project(double[] x, double[] basis, int rows) {
    project(x, basis, rows, new double[rows]);
  }

  /** The same with room for a factor for each row. */
  public static void project(double[] x, double[] basis, int rows, double[] factors) {
    int n = x.length;
    ARITHMETIC.products(factors, basis, 0, n, rows, x, 0, n);
    for (int k = 0; k < rows; k++) {
      factors[k] = -factors[k];
    }
    ARITHMETIC.addRows(x, factors, basis, rows);
  }

  /**
   * Adds to the upper triangle of an n x n matrix the sum of b b^T over the first {@code rows} rows
   * of {@code basis}, each times its weight. Below the diagonal it leaves the matrix asymmetric.
   */
  public static void addProjectors(
      double[] matrix, int n, double[] weights, double[] basis, int rows) {
    double[] factors = new double[rows];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < rows; k++) {
        factors[k] = weights[k] * basis[k * n + i];
      }
      int from = i / 4 * 4;
      ARITHMETIC.addRows(matrix, i * n + from, factors, basis, from, n, rows, n - from);
    }
  }

  /** y = scale y + factor x; returns its scalar product with z. */
  public static double addAndDot(double[] y, double scale, double factor, double[] x, double[] z) {
    return ARITHMETIC.addAndDot(y, scale, factor, x, z);
  }

  /** direction = a direction + b residual + c vector, and then vector = d vector + direction. */
  public static void combine(
      double[] vector,
      double[] residual,
      double[] direction,
      double a,
      double b,
      double c,
      double d) {
    ARITHMETIC.combine(vector, residual, direction, a, b, c, d);
  }

  /** Gives a vector the sign in which its largest component is positive. */
  public static void orient(double[] x) {
    int leading = 0;
    for (int i = 1; i < x.length; i++) {
      if (Math.abs(x[i]) > Math.abs(x[leading])) {
        leading = i;
      }
    }
    if (x.length > 0 && x[leading] < 0) {
      scale(x, -1);
    }
  }

  /** Whether all components are finite. */
  public static boolean finite(double[] x) {
    for (double t : x) {
      if (!Double.isFinite(t)) {
        return false;
      }
    }
    return true;
  }
}
