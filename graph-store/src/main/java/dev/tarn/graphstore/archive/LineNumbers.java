package dev.tarn.graphstore.archive;

import dev.tarn.landscape.LandscapeStore;
import java.util.Arrays;

/** Consecutive numbers from 1 for minima whose ids may have gaps, for formats that need them. */
final class LineNumbers {
  private LineNumbers() {}

  /** Ids of the minima, ascending. */
  static long[] ofMinima(LandscapeStore store, String name) {
    long[] ids = new long[Math.toIntExact(store.counts(name).minima())];
    int[] at = {0};
    store.forEachMinimum(name, m -> ids[at[0]++] = m.id());
    return ids;
  }

  /** Number of the minimum, from 1. */
  static int line(long[] ids, long id) {
    return Arrays.binarySearch(ids, id) + 1;
  }
}
