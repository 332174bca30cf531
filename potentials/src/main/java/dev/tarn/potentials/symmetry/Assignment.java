package dev.tarn.potentials.symmetry;

import java.util.Arrays;

/**
 * The linear assignment problem by successive shortest augmenting paths (Jonker and Volgenant,
 * Computing 38, 325, 1987, in the dense O(n^3) form without their initialisation).
 */
public final class Assignment {
  private Assignment() {}

  /**
   * Pairs rows with columns at the least total cost.
   *
   * @param cost n x n, row-major
   * @return column of each row
   */
  public static int[] solve(double[] cost, int n) {
    double[] rowPrice = new double[n + 1];
    double[] columnPrice = new double[n + 1];
    int[] rowOf = new int[n + 1];
    int[] previous = new int[n + 1];
    double[] slack = new double[n + 1];
    boolean[] done = new boolean[n + 1];
    // Column 0 is a dummy that holds the row to be placed; rows and columns count from 1.
    for (int row = 1; row <= n; row++) {
      rowOf[0] = row;
      int column = 0;
      Arrays.fill(slack, Double.POSITIVE_INFINITY);
      Arrays.fill(done, false);
      do {
        done[column] = true;
        int at = rowOf[column];
        double least = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= n; j++) {
          if (done[j]) {
            continue;
          }
          double reduced = cost[(at - 1) * n + j - 1] - rowPrice[at] - columnPrice[j];
          if (reduced < slack[j]) {
            slack[j] = reduced;
            previous[j] = column;
          }
          if (slack[j] < least) {
            least = slack[j];
            next = j;
          }
        }
        for (int j = 0; j <= n; j++) {
          if (done[j]) {
            rowPrice[rowOf[j]] += least;
            columnPrice[j] -= least;
          } else {
            slack[j] -= least;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      while (column != 0) {
        int before = previous[column];
        rowOf[column] = rowOf[before];
        column = before;
      }
    }
    int[] columnOf = new int[n];
    for (int j = 1; j <= n; j++) {
      columnOf[rowOf[j] - 1] = j - 1;
    }
    return columnOf;
  }
}
