package dev.tarn.cli;

import java.util.Objects;

/** The command could not do, or did not understand, what was asked; the message is one line. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Could not: exit code 1. */
  static final int FAILED = 1;

  /** Asked wrongly: exit code 2. */
  static final int USAGE = 2;

  private final int exitCode;

  private CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Something outside the command line is not as it should be. */
  static CommandException failed(String message) {
    return new CommandException(FAILED, message);
  }

  /** The command line or the run file is wrong. */
  static CommandException usage(String message) {
    return new CommandException(USAGE, message);
  }

  /** An option's value was refused by whoever it was meant for; {@code option} may be empty. */
  static CommandException usage(String option, IllegalArgumentException refusal) {
    String message = Objects.requireNonNullElse(refusal.getMessage(), "not understood");
    return new CommandException(USAGE, option.isEmpty() ? message : option + ": " + message);
  }

  int exitCode() {
    return exitCode;
  }
}
