package dev.tarn.graphstore.embedded;

import java.util.Arrays;
import java.util.Comparator;

/** Neo4j's ids of points beside ours, in the order in which they were met. */
final class InternalIds {
  long[] ids = new long[1024];
  long[] internal = new long[1024];
  int size;

  void add(long id, long internalId) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      internal = Arrays.copyOf(internal, size * 2);
    }
    ids[size] = id;
    internal[size++] = internalId;
  }

  /** Positions by ascending id of ours; the identity if they were added in that order. */
  int[] ascending() {
    int[] order = new int[size];
    boolean sorted = true;
    for (int i = 0; i < size; i++) {
      order[i] = i;
      sorted &= i == 0 || ids[i] > ids[i - 1];
    }
    if (sorted) {
      return order;
    }
    Integer[] boxed = new Integer[size];
    Arrays.setAll(boxed, i -> i);
    Arrays.sort(boxed, Comparator.comparingLong(i -> ids[i]));
    Arrays.setAll(order, i -> boxed[i]);
    return order;
  }
}
