package dev.tarn.explorer.search;

/** Operations on plain vectors; sums run from the first component to the last. */
final class Vectors {
  private Vectors() {}

  /** Four partial sums, always in the same order: one alone would wait for each addition. */
  static double dot(double[] a, double[] b) {
    int n = a.length;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
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
      int row = k * n;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      int i = 0;
      for (; i + 2 < n; i += 3) {
        s0 += basis[row + i] * x[i];
        s1 += basis[row + i + 1] * x[i + 1];
        s2 += basis[row + i + 2] * x[i + 2];
      }
      for (; i < n; i++) {
        s0 += basis[row + i] * x[i];
      }
      double dot = s0 + s1 + s2;
      for (i = 0; i < n; i++) {
        x[i] -= dot * basis[row + i];
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
