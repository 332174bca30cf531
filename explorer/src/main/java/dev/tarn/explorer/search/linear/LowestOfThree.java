package dev.tarn.explorer.search.linear;

/**
 * The eigenvector of the lowest eigenvalue of a symmetric matrix of two or three rows, in closed
 * form but for two Newton steps: a fifth of the cost of Jacobi rotations.
 *
 * <p>With q a third of the trace and p^2 a sixth of the squared norm of A - q, the eigenvalues of
 * (A - q) / p solve t^3 - 3 t = 2 r, and the lowest is -1 - s with s^2 (3 + s) = 2 (1 - r), s from
 * 0 to 1. The eigenvector is the longest cross product of two rows of A less the eigenvalue.
 */
public final class LowestOfThree {
  private LowestOfThree() {}

  /**
   * Of the matrix ((a, b), (b, c)).
   *
   * @param out overwritten with a unit vector; the third element is zero
   */
  public static void eigenvector(double a, double b, double c, double[] out) {
    if (b == 0) {
      out[0] = a <= c ? 1 : 0;
      out[1] = 1 - out[0];
      out[2] = 0;
      return;
    }
    // The rotation by less than an eighth of a turn belongs to the element nearer to its
    // eigenvalue.
    double theta = (c - a) / (2 * b);
    double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cos = 1 / Math.sqrt(t * t + 1);
    double sin = t * cos;
    boolean first = a - t * b <= c + t * b;
    out[0] = first ? cos : sin;
    out[1] = first ? -sin : cos;
    out[2] = 0;
  }

  /**
   * Of the matrix ((a, b, c), (b, d, e), (c, e, f)).
   *
   * @param out overwritten with a unit vector, accurate to rounding over the distance to the next
   *     eigenvalue
   */
  public static void eigenvector(
      double a, double b, double c, double d, double e, double f, double[] out) {
    double q = (a + d + f) / 3;
    double x = a - q;
    double y = d - q;
    double z = f - q;
    double p = Math.sqrt((x * x + y * y + z * z + 2 * (b * b + c * c + e * e)) / 6);
    out[0] = 1;
    out[1] = 0;
    out[2] = 0;
    if (!(p > 0)) {
      return;
    }
    double determinant = x * (y * z - e * e) - b * (b * z - e * c) + c * (b * e - y * c);
    double r = Math.max(-1, Math.min(1, determinant / (2 * p * p * p)));
    double lowest = q - p * (1 + below(2 * (1 - r)));
    x = a - lowest;
    y = d - lowest;
    z = f - lowest;
    // Cross products of rows: first and second, first and third, second and third.
    double[] u = {b * e - c * y, c * b - x * e, x * y - b * b};
    double[] v = {b * z - c * e, c * c - x * z, x * e - b * c};
    double[] w = {y * z - e * e, e * c - b * z, b * e - y * c};
    double uu = squared(u);
    double vv = squared(v);
    double ww = squared(w);
    double[] longest = uu >= vv && uu >= ww ? u : vv >= ww ? v : w;
    double most = Math.max(uu, Math.max(vv, ww));
    // Where the two lowest coincide any vector of their plane will do: keep the first if it can be.
    if (most > 1e-28 * p * p * p * p) {
      double scale = 1 / Math.sqrt(most);
      out[0] = longest[0] * scale;
      out[1] = longest[1] * scale;
      out[2] = longest[2] * scale;
    }
  }

  /** s from 0 to 1 with s^2 (3 + s) = k, k from 0 to 4. */
  private static double below(double k) {
    double s = Math.sqrt(k / (3 + Math.sqrt(k / 3.6)));
    for (int pass = 0; pass < 2 && s > 0; pass++) {
      s -= (s * s * (3 + s) - k) / (3 * s * (2 + s));
    }
    return s;
  }

  private static double squared(double[] u) {
    return u[0] * u[0] + u[1] * u[1] + u[2] * u[2];
  }
}
