package dev.tarn.potentials.symmetry;

/** Orthonormal directions in which a cluster turns without a change of its shape. */
final class Rotations {
  /**
   * Smallest pivot of an inertia tensor, in units of its trace, that loses no digit that counts.
   */
  private static final double WELL_CONDITIONED = 1e-2;

  private Rotations() {}

  /** The rotation of two or more atoms x0 y0 x1 … in a plane; fills one row. */
  static int inPlane(double[] x, double[] centre, double[] basis, int rows) {
    int row = rows * x.length;
    double squared = 0;
    for (int o = 0; o < x.length; o += 2) {
      double u = x[o] - centre[0];
      double v = x[o + 1] - centre[1];
      basis[row + o] = -v;
      basis[row + o + 1] = u;
      squared += u * u + v * v;
    }
    for (int i = row; i < row + x.length; i++) {
      basis[i] /= Math.sqrt(squared);
    }
    return 1;
  }

  /**
   * Rotations about the centroid are orthogonal to translations, and their products with each other
   * are the elements of the inertia tensor I = L L^T: about the axes in the columns of L^-T they
   * are orthonormal. Where that is ill conditioned, as about the axis of a linear molecule, where
   * nothing moves, they are taken about the principal axes instead.
   *
   * @param centre the centroid, or another point whose rotations are wanted
   * @param basis its rows from {@code rows} on are overwritten
   * @param most rotations at the most
   * @return number of rows filled
   */
  static int inSpace(double[] x, double[] centre, double[] basis, int rows, int most) {
    double xx = 0;
    double yy = 0;
    double zz = 0;
    double xy = 0;
    double xz = 0;
    double yz = 0;
    for (int o = 0; o < x.length; o += 3) {
      double u = x[o] - centre[0];
      double v = x[o + 1] - centre[1];
      double w = x[o + 2] - centre[2];
      xx += u * u;
      yy += v * v;
      zz += w * w;
      xy += u * v;
      xz += u * w;
      yz += v * w;
    }
    double[] inertia = {yy + zz, -xy, -xz, -xy, xx + zz, -yz, -xz, -yz, xx + yy};
    double[] axes = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    if (!orthogonalise(inertia, axes)) {
      diagonalise(inertia, axes);
    }
    double largest = Math.max(inertia[0], Math.max(inertia[4], inertia[8]));
    int found = 0;
    for (int k = 0; k < 3; k++) {
      double a = axes[k];
      double b = axes[3 + k];
      double c = axes[6 + k];
      int row = (rows + found) * x.length;
      double squared = 0;
      if (inertia[4 * k] > 1e-10 * largest && found < most) {
        for (int o = 0; o < x.length; o += 3) {
          double u = x[o] - centre[0];
          double v = x[o + 1] - centre[1];
          double w = x[o + 2] - centre[2];
          double s = b * w - c * v;
          double t = c * u - a * w;
          double r = a * v - b * u;
          basis[row + o] = s;
          basis[row + o + 1] = t;
          basis[row + o + 2] = r;
          squared += s * s + t * t + r * r;
        }
        double inverse = 1 / Math.sqrt(squared);
        for (int i = row; i < row + x.length; i++) {
          basis[i] *= inverse;
        }
        found++;
      }
    }
    return found;
  }

  /**
   * Gauss elimination of a well conditioned matrix that is positive definite: {@code m} becomes
   * diagonal, and it is A^T m A with {@code a} upwards of the unit diagonal of A.
   *
   * @return false, and nothing has happened, if the matrix is ill conditioned
   */
  private static boolean orthogonalise(double[] m, double[] a) {
    double p = m[1] / m[0];
    double q = m[2] / m[0];
    double second = m[4] - p * m[1];
    double coupling = m[5] - p * m[2];
    double r = coupling / second;
    double third = m[8] - q * m[2] - r * coupling;
    double least = WELL_CONDITIONED * (m[0] + m[4] + m[8]);
    if (!(m[0] > least && second > least && third > least)) {
      return false;
    }
    m[4] = second;
    m[8] = third;
    a[1] = -p;
    a[2] = p * r - q;
    a[5] = -r;
    return true;
  }

  /** Cyclic Jacobi rotations; {@code m} becomes diagonal, columns of {@code v} its eigenvectors. */
  private static void diagonalise(double[] m, double[] v) {
    double scale = Math.abs(m[0]) + Math.abs(m[4]) + Math.abs(m[8]);
    for (int sweep = 0; sweep < 12; sweep++) {
      if (Math.abs(m[1]) + Math.abs(m[2]) + Math.abs(m[5]) <= 1e-17 * scale) {
        return;
      }
      for (int p = 0; p < 2; p++) {
        for (int q = p + 1; q < 3; q++) {
          double off = m[3 * p + q];
          if (off == 0) {
            continue;
          }
          double theta = (m[4 * q] - m[4 * p]) / (2 * off);
          double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
          double c = 1 / Math.sqrt(t * t + 1);
          double s = t * c;
          int r = 3 - p - q;
          m[4 * p] -= t * off;
          m[4 * q] += t * off;
          m[3 * p + q] = 0;
          m[3 * q + p] = 0;
          double rp = m[3 * r + p];
          double rq = m[3 * r + q];
          m[3 * r + p] = c * rp - s * rq;
          m[3 * p + r] = m[3 * r + p];
          m[3 * r + q] = s * rp + c * rq;
          m[3 * q + r] = m[3 * r + q];
          for (int k = 0; k < 3; k++) {
            double vp = v[3 * k + p];
            double vq = v[3 * k + q];
            v[3 * k + p] = c * vp - s * vq;
            v[3 * k + q] = s * vp + c * vq;
          }
        }
      }
    }
  }
}
