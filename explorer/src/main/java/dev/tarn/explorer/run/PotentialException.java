package dev.tarn.explorer.run;

/**
 * A run ended because its potential threw. What was found until then, the round in which it
 * happened included, is in the store.
 */
public final class PotentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The end of a run.
   *
   * @param message what was thrown, where, and what has been kept
   */
  PotentialException(String message) {
    super(message);
  }
}
