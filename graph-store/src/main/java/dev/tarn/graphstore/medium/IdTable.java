package dev.tarn.graphstore.medium;

import java.util.Arrays;

/**
 * Numbers ids 0, 1, 2 … in the order in which they are added: open addressing over primitive
 * arrays, 24 bytes an id or less.
 */
public final class IdTable {
  private static final int ABSENT = -1;

  private long[] ids = new long[16];
  private int size;
  private int[] slots = filled(64);

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, ABSENT);
    return slots;
  }

  /** How many ids there are. */
  public int size() {
    return size;
  }

  /** The id in that row. */
  public long id(int row) {
    return ids[row];
  }

  /** Row of the id, or -1. */
  public int row(long id) {
    int row = slots[slot(id)];
    return row;
  }

  /** Row of the id, which is added at the end if it is new. */
  public int add(long id) {
    int slot = slot(id);
    if (slots[slot] != ABSENT) {
      return slots[slot];
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size] = id;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = filled(slots.length * 2);
    for (int row = 0; row < size; row++) {
      slots[slot(ids[row])] = row;
    }
  }

  private int slot(long id) {
    int mask = slots.length - 1;
    int at = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[at] != ABSENT && ids[slots[at]] != id) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
