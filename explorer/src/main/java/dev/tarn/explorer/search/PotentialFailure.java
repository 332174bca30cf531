package dev.tarn.explorer.search;

/**
 * A potential threw where it should have returned NaN or a point: a mistake in its code, not a
 * search that failed.
 */
public final class PotentialFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PotentialFailure(String method, Throwable cause) {
    super(cause + " in " + method, cause);
  }
}
