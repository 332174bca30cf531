package dev.tarn.potentials.catalogue;

/** A parameter of a potential is unknown, missing, of the wrong type or out of range. */
public final class ParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  /**
   * A refusal.
   *
   * @param parameter the key that is at fault, for whoever knows in which line it stands
   * @param message what was expected and what was found
   */
  public ParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** A refusal because of something else. */
  public ParameterException(String parameter, String message, Throwable cause) {
    super(message, cause);
    this.parameter = parameter;
  }

  /** The key that is at fault. */
  public String parameter() {
    return parameter;
  }

  /** The same, with the potential named in front. */
  ParameterException of(String potential) {
    return new ParameterException(parameter, "potential " + potential + ": " + getMessage(), this);
  }
}
