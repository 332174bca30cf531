package dev.tarn.graphstore.archive;

/** Told from time to time how far a long import is. */
@FunctionalInterface
public interface ImportProgress {
  /** Tells nobody. */
  ImportProgress NONE = (points, fraction) -> {};

  /**
   * Called after each few thousand points, by the thread that imports.
   *
   * @param points minima and transition states handed to the store so far
   * @param fraction share of the archive's bytes read so far, 0 to 1; NaN if unknown
   */
  void report(long points, double fraction);
}
