package dev.tarn.potentials.arithmetic;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of vectors of four numbers, held in registers. */
final class VectorUnitPanelArithmetic extends PanelArithmetic {
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

  @Override
  public void addProduct(
      double[] c, int columns, double[] a, int stride, int depth, double[] b, int from, int to) {
    int width = width(columns);
    for (int j = 0; j < width; j += LANES) {
      int row = from;
      for (; row + 3 < to; row += 4) {
        int at = row * width + j;
        DoubleVector c0 = DoubleVector.fromArray(FOUR, c, at);
        DoubleVector c1 = DoubleVector.fromArray(FOUR, c, at + width);
        DoubleVector c2 = DoubleVector.fromArray(FOUR, c, at + 2 * width);
        DoubleVector c3 = DoubleVector.fromArray(FOUR, c, at + 3 * width);
        int ofA = row * stride;
        for (int k = 0, ofB = j; k < depth; k++, ofB += width) {
          DoubleVector of = DoubleVector.fromArray(FOUR, b, ofB);
          c0 = c0.add(of.mul(a[ofA + k]));
          c1 = c1.add(of.mul(a[ofA + stride + k]));
          c2 = c2.add(of.mul(a[ofA + 2 * stride + k]));
          c3 = c3.add(of.mul(a[ofA + 3 * stride + k]));
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + width);
        c2.intoArray(c, at + 2 * width);
        c3.intoArray(c, at + 3 * width);
      }
      for (; row < to; row++) {
        DoubleVector sum = DoubleVector.fromArray(FOUR, c, row * width + j);
        for (int k = 0, ofB = j; k < depth; k++, ofB += width) {
          sum = sum.add(DoubleVector.fromArray(FOUR, b, ofB).mul(a[row * stride + k]));
        }
        sum.intoArray(c, row * width + j);
      }
    }
  }

  @Override
  public void addTransposedProduct(
      double[] g, int columns, double[] a, int stride, int depth, double[] d, int from, int to) {
    int width = width(columns);
    for (int j = 0; j < width; j += LANES) {
      int k = 0;
      for (; k + 3 < depth; k += 4) {
        fourRows(g, k * width + j, width, a, stride, k, d, j, from, to);
      }
      for (; k < depth; k++) {
        DoubleVector sum = DoubleVector.fromArray(FOUR, g, k * width + j);
        for (int row = from; row < to; row++) {
          sum = sum.add(DoubleVector.fromArray(FOUR, d, row * width + j).mul(a[row * stride + k]));
        }
        sum.intoArray(g, k * width + j);
      }
    }
  }

  private static void fourRows(
      double[] g,
      int at,
      int width,
      double[] a,
      int stride,
      int k,
      double[] d,
      int j,
      int from,
      int to) {
    DoubleVector g0 = DoubleVector.fromArray(FOUR, g, at);
    DoubleVector g1 = DoubleVector.fromArray(FOUR, g, at + width);
    DoubleVector g2 = DoubleVector.fromArray(FOUR, g, at + 2 * width);
    DoubleVector g3 = DoubleVector.fromArray(FOUR, g, at + 3 * width);
    for (int row = from; row < to; row++) {
      DoubleVector of = DoubleVector.fromArray(FOUR, d, row * width + j);
      int ofA = row * stride + k;
      g0 = g0.add(of.mul(a[ofA]));
      g1 = g1.add(of.mul(a[ofA + 1]));
      g2 = g2.add(of.mul(a[ofA + 2]));
      g3 = g3.add(of.mul(a[ofA + 3]));
    }
    g0.intoArray(g, at);
    g1.intoArray(g, at + width);
    g2.intoArray(g, at + 2 * width);
    g3.intoArray(g, at + 3 * width);
  }

  @Override
  public void addSparseProduct(
      double[] c, int columns, CompressedRows s, double[] b, int from, int to) {
    int width = width(columns);
    int j = 0;
    for (; j + 11 < width; j += 12) {
      threeVectors(c, width, s, b, j, from, to);
    }
    for (; j + 7 < width; j += 8) {
      twoVectors(c, width, s, b, j, from, to);
    }
    if (j < width) {
      oneVector(c, width, s, b, j, from, to);
    }
  }

  private static void threeVectors(
      double[] c, int width, CompressedRows s, double[] b, int j, int from, int to) {
    int[] starts = s.starts();
    int[] columns = s.columns();
    double[] values = s.values();
    for (int row = from; row < to; row++) {
      int at = row * width + j;
      DoubleVector c0 = DoubleVector.fromArray(FOUR, c, at);
      DoubleVector c1 = DoubleVector.fromArray(FOUR, c, at + 4);
      DoubleVector c2 = DoubleVector.fromArray(FOUR, c, at + 8);
      int end = starts[row + 1];
      for (int p = starts[row]; p < end; p++) {
        DoubleVector factor = DoubleVector.broadcast(FOUR, values[p]);
        int ofB = columns[p] * width + j;
        c0 = c0.add(factor.mul(DoubleVector.fromArray(FOUR, b, ofB)));
        c1 = c1.add(factor.mul(DoubleVector.fromArray(FOUR, b, ofB + 4)));
        c2 = c2.add(factor.mul(DoubleVector.fromArray(FOUR, b, ofB + 8)));
      }
      c0.intoArray(c, at);
      c1.intoArray(c, at + 4);
      c2.intoArray(c, at + 8);
    }
  }

  private static void twoVectors(
      double[] c, int width, CompressedRows s, double[] b, int j, int from, int to) {
    int[] starts = s.starts();
    int[] columns = s.columns();
    double[] values = s.values();
    for (int row = from; row < to; row++) {
      int at = row * width + j;
      DoubleVector c0 = DoubleVector.fromArray(FOUR, c, at);
      DoubleVector c1 = DoubleVector.fromArray(FOUR, c, at + 4);
      int end = starts[row + 1];
      for (int p = starts[row]; p < end; p++) {
        DoubleVector factor = DoubleVector.broadcast(FOUR, values[p]);
        int ofB = columns[p] * width + j;
        c0 = c0.add(factor.mul(DoubleVector.fromArray(FOUR, b, ofB)));
        c1 = c1.add(factor.mul(DoubleVector.fromArray(FOUR, b, ofB + 4)));
      }
      c0.intoArray(c, at);
      c1.intoArray(c, at + 4);
    }
  }

  private static void oneVector(
      double[] c, int width, CompressedRows s, double[] b, int j, int from, int to) {
    int[] starts = s.starts();
    int[] columns = s.columns();
    double[] values = s.values();
    for (int row = from; row < to; row++) {
      DoubleVector sum = DoubleVector.fromArray(FOUR, c, row * width + j);
      int end = starts[row + 1];
      for (int p = starts[row]; p < end; p++) {
        sum = sum.add(DoubleVector.fromArray(FOUR, b, columns[p] * width + j).mul(values[p]));
      }
      sum.intoArray(c, row * width + j);
    }
  }
}
