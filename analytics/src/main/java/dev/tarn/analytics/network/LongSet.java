package dev.tarn.analytics.network;

import java.util.Arrays;

/** A set of non-negative longs by open addressing, for the edges of a graph. */
final class LongSet {
  private static final long FREE = -1;
  private static final long GONE = -2;

  private long[] slots;
  private int used;
  private int size;

  LongSet(int expected) {
    slots = new long[Integer.highestOneBit(Math.max(8, 2 * expected)) * 2];
    Arrays.fill(slots, FREE);
  }

  private static int hash(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32) & Integer.MAX_VALUE;
  }

  boolean contains(long key) {
    int mask = slots.length - 1;
    for (int at = hash(key) & mask; slots[at] != FREE; at = (at + 1) & mask) {
      if (slots[at] == key) {
        return true;
      }
    }
    return false;
  }

  /** Whether it was not there before. */
  boolean add(long key) {
    if (contains(key)) {
      return false;
    }
    if (4L * used >= 3L * slots.length) {
      rebuild();
    }
    int mask = slots.length - 1;
    int at = hash(key) & mask;
    while (slots[at] >= 0) {
      at = (at + 1) & mask;
    }
    if (slots[at] == FREE) {
      used++;
    }
    slots[at] = key;
    size++;
    return true;
  }

  void remove(long key) {
    int mask = slots.length - 1;
    for (int at = hash(key) & mask; slots[at] != FREE; at = (at + 1) & mask) {
      if (slots[at] == key) {
        slots[at] = GONE;
        size--;
        return;
      }
    }
  }

  int size() {
    return size;
  }

  /** Drops the traces of removed keys, and grows if it is still crowded. */
  private void rebuild() {
    long[] old = slots;
    slots = new long[2L * size >= old.length ? 2 * old.length : old.length];
    Arrays.fill(slots, FREE);
    used = 0;
    size = 0;
    for (long key : old) {
      if (key >= 0) {
        add(key);
      }
    }
  }
}
