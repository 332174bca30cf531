package dev.tarn.potentials;

/**
 * A potential threw where it should have returned NaN or a point: a mistake in its code, not a
 * search that failed. It ends a run; what was found until then is in the store.
 */
public final class PotentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * What one method threw.
   *
   * @param method its name
   * @param cause what it threw
   */
  public PotentialException(String method, Throwable cause) {
    super(cause + " in " + method, cause);
  }

  /**
   * The end of a run.
   *
   * @param message what was thrown, where, and what has been kept
   */
  public PotentialException(String message) {
    super(message);
  }
}
