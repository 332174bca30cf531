package dev.tarn.landscape;

/** What every stationary point must satisfy. */
final class Checks {
  private Checks() {}

  static void point(String kind, long id, double energy, int symmetryOrder, long hits) {
    if (id < 1) {
      throw new IllegalArgumentException(kind + ": expected an id of at least 1, found " + id);
    }
    if (!Double.isFinite(energy)) {
      throw new IllegalArgumentException(
          kind + " " + id + ": expected a finite energy, found " + energy);
    }
    if (symmetryOrder < 1) {
      throw new IllegalArgumentException(
          kind + " " + id + ": expected a symmetry order of at least 1, found " + symmetryOrder);
    }
    if (hits < 0) {
      throw new IllegalArgumentException(
          kind + " " + id + ": expected hits of at least 0, found " + hits);
    }
  }
}
