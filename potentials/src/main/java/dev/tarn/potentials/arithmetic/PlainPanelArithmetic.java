package dev.tarn.potentials.arithmetic;

/** Plain loops over tiles of four columns, or two at the end, that fit into registers. */
final class PlainPanelArithmetic extends PanelArithmetic {
  @Override
  public void addProduct(
      double[] c, int columns, double[] a, int stride, int depth, double[] b, int from, int to) {
    int width = width(columns);
    for (int row = from; row < to; row++) {
      int j = 0;
      for (; j < columns - 2; j += 4) {
        int at = row * width + j;
        double c0 = c[at];
        double c1 = c[at + 1];
        double c2 = c[at + 2];
        double c3 = c[at + 3];
        int ofA = row * stride;
        for (int k = 0, ofB = j; k < depth; k++, ofB += width) {
          double factor = a[ofA + k];
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
        int ofA = row * stride;
        for (int k = 0, ofB = j; k < depth; k++, ofB += width) {
          double factor = a[ofA + k];
          c0 += factor * b[ofB];
          c1 += factor * b[ofB + 1];
        }
        c[at] = c0;
        c[at + 1] = c1;
      }
    }
  }

  @Override
  public void addTransposedProduct(
      double[] g, int columns, double[] a, int stride, int depth, double[] d, int from, int to) {
    int width = width(columns);
    for (int k = 0; k < depth; k++) {
      int j = 0;
      for (; j < columns - 2; j += 4) {
        int at = k * width + j;
        double g0 = g[at];
        double g1 = g[at + 1];
        double g2 = g[at + 2];
        double g3 = g[at + 3];
        for (int row = from; row < to; row++) {
          double factor = a[row * stride + k];
          int ofD = row * width + j;
          g0 += factor * d[ofD];
          g1 += factor * d[ofD + 1];
          g2 += factor * d[ofD + 2];
          g3 += factor * d[ofD + 3];
        }
        g[at] = g0;
        g[at + 1] = g1;
        g[at + 2] = g2;
        g[at + 3] = g3;
      }
      if (j < columns) {
        int at = k * width + j;
        double g0 = g[at];
        double g1 = g[at + 1];
        for (int row = from; row < to; row++) {
          double factor = a[row * stride + k];
          g0 += factor * d[row * width + j];
          g1 += factor * d[row * width + j + 1];
        }
        g[at] = g0;
        g[at + 1] = g1;
      }
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
