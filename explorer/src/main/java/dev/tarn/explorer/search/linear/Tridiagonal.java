package dev.tarn.explorer.search.linear;

import java.util.Arrays;

/**
 * Eigenvalues of a symmetric tridiagonal matrix by the implicit QL method, with chosen rows of the
 * matrix of eigenvectors: O(k^2) for k columns and each row.
 *
 * <p>Source: C. Reinsch, R. S. Martin and J. H. Wilkinson, in Handbook for Automatic Computation II
 * (1971), procedures imtql1 and imtql2.
 */
public final class Tridiagonal {
  private final double[] values;
  private final double[][] rows;

  private Tridiagonal(double[] values, double[][] rows) {
    this.values = values;
    this.rows = rows;
  }

  /**
   * Solves.
   *
   * @param diagonal length at least {@code size}; left alone
   * @param beside element k stands between rows k and k + 1; left alone
   * @param wanted numbers of the rows of eigenvector components that are wanted
   */
  static Tridiagonal of(double[] diagonal, double[] beside, int size, int... wanted) {
    double[] d = Arrays.copyOf(diagonal, size);
    double[] e = Arrays.copyOf(beside, size);
    e[size - 1] = 0;
    double[][] z = new double[wanted.length][size];
    for (int r = 0; r < wanted.length; r++) {
      z[r][wanted[r]] = 1;
    }
    for (int l = 0; l < size; l++) {
      for (int pass = 0; ; pass++) {
        int m = l;
        while (m < size - 1 && Math.abs(e[m]) > Math.ulp(Math.abs(d[m]) + Math.abs(d[m + 1]))) {
          m++;
        }
        if (m == l) {
          break;
        }
        if (pass == 60) {
          throw new ArithmeticException("eigenvalues of a tridiagonal matrix did not converge");
        }
        sweep(d, e, z, l, m);
      }
    }
    return sorted(d, z);
  }

  /** One implicit QL sweep of the block from l to m. */
  private static void sweep(double[] d, double[] e, double[][] z, int l, int m) {
    double g = (d[l + 1] - d[l]) / (2 * e[l]);
    double r = Math.hypot(g, 1);
    g = d[m] - d[l] + e[l] / (g + Math.copySign(r, g));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = s * e[i];
      double b = c * e[i];
      r = Math.hypot(f, g);
      e[i + 1] = r;
      if (r == 0) {
        d[i + 1] -= p;
        e[m] = 0;
        return;
      }
      s = f / r;
      c = g / r;
      g = d[i + 1] - p;
      r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + 1] = g + p;
      g = c * r - b;
      for (double[] row : z) {
        double t = row[i + 1];
        row[i + 1] = s * row[i] + c * t;
        row[i] = c * row[i] - s * t;
      }
    }
    d[l] -= p;
    e[l] = g;
    e[m] = 0;
  }

  private static Tridiagonal sorted(double[] d, double[][] z) {
    Integer[] order = new Integer[d.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(d[a], d[b]));
    double[] values = new double[d.length];
    double[][] rows = new double[z.length][d.length];
    for (int k = 0; k < d.length; k++) {
      values[k] = d[order[k]];
      for (int r = 0; r < z.length; r++) {
        rows[r][k] = z[r][order[k]];
      }
    }
    return new Tridiagonal(values, rows);
  }

  /** Eigenvalues, ascending. */
  public double[] values() {
    return values;
  }

  /** Components, in the order of the eigenvalues, of the r-th wanted row. */
  public double[] row(int r) {
    return rows[r];
  }
}
