package dev.tarn.analytics.tree;

import java.util.Arrays;

/** Sorting of a million numbers together with their owners, without boxing them. */
final class SortedOrder {
  private SortedOrder() {}

  /**
   * The owners by ascending value, of equal values in the order given (merge sort).
   *
   * @param values finite; the first {@code count} count
   * @param owners as long as {@code values}
   */
  static int[] of(double[] values, int[] owners, int count) {
    double[] keys = Arrays.copyOf(values, count);
    int[] order = Arrays.copyOf(owners, count);
    double[] otherKeys = new double[count];
    int[] otherOrder = new int[count];
    for (int width = 1; width < count; width *= 2) {
      for (int low = 0; low < count; low += 2 * width) {
        int middle = Math.min(low + width, count);
        int high = Math.min(middle + width, count);
        int a = low;
        int b = middle;
        for (int k = low; k < high; k++) {
          boolean first = a < middle && (b == high || keys[a] <= keys[b]);
          int from = first ? a++ : b++;
          otherKeys[k] = keys[from];
          otherOrder[k] = order[from];
        }
      }
      double[] swapKeys = keys;
      keys = otherKeys;
      otherKeys = swapKeys;
      int[] swapOrder = order;
      order = otherOrder;
      otherOrder = swapOrder;
    }
    return order;
  }
}
