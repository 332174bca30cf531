package dev.tarn.potentials.arithmetic;

import java.util.Arrays;

/**
 * A sparse matrix in compressed rows. Immutable.
 *
 * @param starts where the elements of each row start, and at last where they end; not to be
 *     modified
 * @param columns column of each element, ascending within a row; not to be modified
 * @param values the elements; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix is compared with nothing
public record CompressedRows(int[] starts, int[] columns, double[] values) {

  /** The non-zero elements of a row-major matrix. */
  public static CompressedRows of(double[] matrix, int columnCount) {
    int rows = columnCount == 0 ? 0 : matrix.length / columnCount;
    int[] starts = new int[rows + 1];
    for (int at = 0; at < rows * columnCount; at++) {
      starts[at / columnCount + 1] += matrix[at] == 0 ? 0 : 1;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] columns = new int[starts[rows]];
    double[] values = new double[starts[rows]];
    for (int at = 0, next = 0; at < rows * columnCount; at++) {
      if (matrix[at] != 0) {
        columns[next] = at % columnCount;
        values[next++] = matrix[at];
      }
    }
    return new CompressedRows(starts, columns, values);
  }

  /**
   * The transposed matrix.
   *
   * @param columnCount columns of this one
   */
  public CompressedRows transposed(int columnCount) {
    int[] next = new int[columnCount + 1];
    for (int column : columns) {
      next[column + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] ends = next.clone();
    int[] rows = new int[columns.length];
    double[] elements = new double[columns.length];
    for (int row = 0; row < starts.length - 1; row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        int at = next[columns[p]]++;
        rows[at] = row;
        elements[at] = values[p];
      }
    }
    return new CompressedRows(ends, rows, elements);
  }
}
