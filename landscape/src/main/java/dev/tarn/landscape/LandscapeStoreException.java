package dev.tarn.landscape;

/** The store could not do what was asked; the message says why and what to try, in one line. */
public final class LandscapeStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that has no deeper cause. */
  public LandscapeStoreException(String message) {
    super(message);
  }

  /** An error with its technical cause. */
  public LandscapeStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
