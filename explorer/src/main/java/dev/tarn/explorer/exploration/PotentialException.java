package dev.tarn.explorer.exploration;

/**
 * An exploration ended because its potential threw. What was found until then, the round in which
 * it happened included, is in the store.
 */
public final class PotentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PotentialException(String message) {
    super(message);
  }
}
