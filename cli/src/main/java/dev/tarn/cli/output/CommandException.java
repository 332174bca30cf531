package dev.tarn.cli.output;

import java.util.Objects;

/** The command could not do, or did not understand, what was asked; the message is one line. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Could not: exit code 1. */
  public static final int FAILED = 1;

  /** Asked wrongly: exit code 2. */
  public static final int USAGE = 2;

  private final int exitCode;

  private CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Something outside the command line is not as it should be. */
  public static CommandException failed(String message) {
    return new CommandException(FAILED, message);
  }

  /** The command line or the run file is wrong. */
  public static CommandException usage(String message) {
    return new CommandException(USAGE, message);
  }

  /** An option's value was refused by whoever it was meant for; {@code option} may be empty. */
  public static CommandException usage(String option, IllegalArgumentException refusal) {
    String message = Objects.requireNonNullElse(refusal.getMessage(), "not understood");
    return new CommandException(USAGE, option.isEmpty() ? message : option + ": " + message);
  }

  public int exitCode() {
    return exitCode;
  }
}
