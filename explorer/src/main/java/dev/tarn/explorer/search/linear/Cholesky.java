package dev.tarn.explorer.search.linear;

import dev.tarn.potentials.arithmetic.Arithmetic;
import java.util.Arrays;

/**
 * Cholesky factorisation A = U^T U of a dense symmetric matrix and solutions with it, on the vector
 * unit where there is one.
 *
 * <p>Newton's method on some tens of coordinates is mostly this; at 39 rows it is several times as
 * fast as EJML's, whose inner loops are sums of one number at a time. Rows are padded to whole
 * vectors and four are eliminated at once, so that each row below is read and written once for the
 * four. Cost: n^3 / 3 operations for the factor, 2 n^2 for a solution; nothing is allocated.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 4.2.6.
 */
public final class Cholesky {
  private static final Arithmetic ARITHMETIC = Arithmetic.best();

  /** Rows that are eliminated at once, and the length that rows are padded to a multiple of. */
  private static final int PANEL = 4;

  private final int n;
  private final int stride;

  /** Rows of U; between the last multiple of four and the diagonal they are zero. */
  private final double[] factor;

  private final double[] inverseDiagonal;
  private final double[] ofPanel = new double[PANEL];
  private final double[] right;

  /** Room for matrices of n rows. */
  public Cholesky(int n) {
    this.n = n;
    stride = (n + PANEL - 1) / PANEL * PANEL;
    factor = new double[n * stride];
    inverseDiagonal = new double[n];
    right = new double[stride];
  }

  /**
   * Factorises.
   *
   * @param a n x n, row-major; only the upper triangle is read; left alone
   * @return whether the matrix is positive definite
   */
  public boolean factorise(double[] a) {
    for (int i = 0; i < n; i++) {
      int from = i / PANEL * PANEL;
      System.arraycopy(a, i * n + from, factor, i * stride + from, n - from);
      Arrays.fill(factor, i * stride + n, (i + 1) * stride, 0);
    }
    for (int panel = 0; panel < n; panel += PANEL) {
      int end = Math.min(panel + PANEL, n);
      if (!factorise(panel, end)) {
        return false;
      }
      for (int i = end; i < n; i++) {
        for (int k = 0; k < PANEL; k++) {
          ofPanel[k] = -factor[(panel + k) * stride + i];
        }
        int from = i / PANEL * PANEL;
        ARITHMETIC.addRows(
            factor,
            i * stride + from,
            ofPanel,
            factor,
            panel * stride + from,
            stride,
            PANEL,
            stride - from);
      }
    }
    return true;
  }

  /** Makes rows of the factor of some rows to which all before have been applied. */
  private boolean factorise(int panel, int end) {
    for (int k = panel; k < end; k++) {
      int row = k * stride;
      for (int m = panel; m < k; m++) {
        int above = m * stride;
        ARITHMETIC.add(
            factor, row + panel, -factor[above + k], factor, above + panel, stride - panel);
      }
      double pivot = factor[row + k];
      if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
        return false;
      }
      inverseDiagonal[k] = 1 / Math.sqrt(pivot);
      ARITHMETIC.scale(factor, row + panel, inverseDiagonal[k], stride - panel);
      Arrays.fill(factor, row + panel, row + k, 0);
    }
    return true;
  }

  /** Solves A x = b with the last factorisation; b may be x. */
  public void solve(double[] b, double[] x) {
    System.arraycopy(b, 0, right, 0, n);
    for (int panel = 0; panel < n; panel += PANEL) {
      int end = Math.min(panel + PANEL, n);
      for (int k = panel; k < end; k++) {
        double sum = right[k];
        for (int m = panel; m < k; m++) {
          sum = Math.fma(-factor[m * stride + k], right[m], sum);
        }
        right[k] = sum * inverseDiagonal[k];
        ofPanel[k - panel] = -right[k];
      }
      if (end < n) {
        ARITHMETIC.addRows(
            right, end, ofPanel, factor, panel * stride + end, stride, PANEL, stride - end);
      }
    }
    for (int panel = (n - 1) / PANEL * PANEL; panel >= 0; panel -= PANEL) {
      int end = Math.min(panel + PANEL, n);
      if (end < n) {
        ARITHMETIC.products(
            ofPanel, factor, panel * stride + end, stride, PANEL, right, end, stride - end);
      } else {
        Arrays.fill(ofPanel, 0);
      }
      for (int k = end - 1; k >= panel; k--) {
        double sum = right[k] - ofPanel[k - panel];
        for (int m = k + 1; m < end; m++) {
          sum = Math.fma(-factor[k * stride + m], right[m], sum);
        }
        right[k] = sum * inverseDiagonal[k];
      }
    }
    System.arraycopy(right, 0, x, 0, n);
  }
}
