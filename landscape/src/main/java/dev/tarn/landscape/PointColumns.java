package dev.tarn.landscape;

import java.util.Arrays;

/**
 * What a {@link Network} knows of each of its minima, or of each of its transition states: one row
 * a point, by ascending id. Whoever copies a row copies every column.
 */
final class PointColumns {
  private final String kind;
  long[] ids = new long[64];
  double[] energies = new double[64];
  double[] logDets = new double[64];
  int[] orders = new int[64];
  long[] hits = new long[64];
  int size;

  /** No rows; {@code kind} is what messages call the points. */
  PointColumns(String kind) {
    this.kind = kind;
  }

  /** A copy without room to grow. */
  PointColumns(PointColumns other) {
    kind = other.kind;
    size = other.size;
    ids = Arrays.copyOf(other.ids, size);
    energies = Arrays.copyOf(other.energies, size);
    logDets = Arrays.copyOf(other.logDets, size);
    orders = Arrays.copyOf(other.orders, size);
    hits = Arrays.copyOf(other.hits, size);
  }

  void add(long id, double energy, double logDet, int order, long hitCount) {
    if (size > 0 && id <= ids[size - 1]) {
      throw new IllegalArgumentException(
          "expected ascending ids of " + kind + ", found " + id + " after " + ids[size - 1]);
    }
    if (size == ids.length) {
      int room = size * 2;
      ids = Arrays.copyOf(ids, room);
      energies = Arrays.copyOf(energies, room);
      logDets = Arrays.copyOf(logDets, room);
      orders = Arrays.copyOf(orders, room);
      hits = Arrays.copyOf(hits, room);
    }
    ids[size] = id;
    energies[size] = energy;
    logDets[size] = logDet;
    orders[size] = order;
    hits[size] = hitCount;
    size++;
  }

  void add(StationaryPoint p) {
    add(p.id(), p.energy(), p.logDetHessian(), p.symmetryOrder(), p.hits());
  }

  void addRow(PointColumns from, int row) {
    add(from.ids[row], from.energies[row], from.logDets[row], from.orders[row], from.hits[row]);
  }

  /** Row of the id, or -1; O(log n). */
  int row(long id) {
    return Math.max(-1, Arrays.binarySearch(ids, 0, size, id));
  }
}
