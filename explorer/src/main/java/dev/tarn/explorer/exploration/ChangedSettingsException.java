package dev.tarn.explorer.exploration;

/** A landscape cannot be gone on with because it was explored with other settings. */
public final class ChangedSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChangedSettingsException(String message) {
    super(message);
  }
}
