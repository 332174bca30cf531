package dev.tarn.explorer.run;

/** A landscape cannot be resumed because it was made with other settings. */
public final class ChangedSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChangedSettingsException(String message) {
    super(message);
  }
}
