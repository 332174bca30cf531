package dev.tarn.explorer.search;

/** Operations on plain vectors; sums run from the first component to the last. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
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
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * x[i];
    }
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
      double dot = 0;
      for (int i = 0; i < n; i++) {
        dot += basis[k * n + i] * x[i];
      }
      for (int i = 0; i < n; i++) {
        x[i] -= dot * basis[k * n + i];
      }
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
