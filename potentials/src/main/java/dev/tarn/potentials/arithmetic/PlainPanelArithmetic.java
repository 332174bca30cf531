package dev.tarn.potentials.arithmetic;

/** Plain loops over tiles of four columns, or two at the end, that fit into registers. */
final class PlainPanelArithmetic extends PanelArithmetic {
  @Override
  public void addProduct(
      double[] c, int columns, double[] a, int stride, int depth, double[] b, int from, int to) {
    for (int row = from; row < to; row++) {
      addRow(c, row, columns, a, row * stride, 1, depth, b, 0);
    }
  }

  @Override
  public void addTransposedProduct(
      double[] g, int columns, double[] a, int stride, int depth, double[] d, int from, int to) {
    for (int k = 0; k < depth; k++) {
      addRow(g, k, columns, a, from * stride + k, stride, to - from, d, from);
    }
  }

  /**
   * Adds to a row of C the sum of rows of B, each times a factor.
   *
   * @param ofA place of the first factor
   * @param step from one factor to the next
   * @param terms number of the rows
   * @param first the first of the rows
   */
  private static void addRow(
      double[] c,
      int row,
      int columns,
      double[] a,
      int ofA,
      int step,
      int terms,
      double[] b,
      int first) {
    int width = width(columns);
    int j = 0;
    for (; j < columns - 2; j += 4) {
      int at = row * width + j;
      double c0 = c[at];
      double c1 = c[at + 1];
      double c2 = c[at + 2];
      double c3 = c[at + 3];
      for (int k = 0, p = ofA, ofB = first * width + j; k < terms; k++, p += step, ofB += width) {
        double factor = a[p];
        c0 += factor * b[ofB];
        c1 += factor * b[ofB + 1];
        c2 += factor * b[ofB + 2];
        c3 += factor * b[ofB + 3];
      }
      c[at] = c0;
      c[at + 1] = c1;
      c[at + 2] = c2;
      c[at + 3] = c3;
    }
    if (j < columns) {
      int at = row * width + j;
      double c0 = c[at];
      double c1 = c[at + 1];
      for (int k = 0, p = ofA, ofB = first * width + j; k < terms; k++, p += step, ofB += width) {
        double factor = a[p];
        c0 += factor * b[ofB];
        c1 += factor * b[ofB + 1];
      }
      c[at] = c0;
      c[at + 1] = c1;
    }
  }

  @Override
  public void addSparseProduct(
      double[] c, int columns, CompressedRows s, double[] b, int from, int to) {
    int width = width(columns);
    int[] starts = s.starts();
    int[] places = s.columns();
    double[] values = s.values();
    for (int row = from; row < to; row++) {
      int start = starts[row];
      int end = starts[row + 1];
      int j = 0;
      for (; j < columns - 2; j += 4) {
        int at = row * width + j;
        double c0 = c[at];
        double c1 = c[at + 1];
        double c2 = c[at + 2];
        double c3 = c[at + 3];
        for (int p = start; p < end; p++) {
          double factor = values[p];
          int ofB = places[p] * width + j;
          c0 += factor * b[ofB];
          c1 += factor * b[ofB + 1];
          c2 += factor * b[ofB + 2];
          c3 += factor * b[ofB + 3];
        }
        c[at] = c0;
        c[at + 1] = c1;
        c[at + 2] = c2;
        c[at + 3] = c3;
      }
      if (j < columns) {
        int at = row * width + j;
        double c0 = c[at];
        double c1 = c[at + 1];
        for (int p = start; p < end; p++) {
          double factor = values[p];
          int ofB = places[p] * width + j;
          c0 += factor * b[ofB];
          c1 += factor * b[ofB + 1];
        }
        c[at] = c0;
        c[at + 1] = c1;
      }
    }
  }
}
