package dev.tarn.cli.output;

import java.io.PrintStream;

/**
 * Where a command writes, and what is known of the other end.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param errIsTerminal whether a person watches {@code err}, so that a line may be redrawn
 * @param columns width of the terminal behind {@code out}; 0 if it is a file or a pipe
 * @param form in which programs want results
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean errIsTerminal, int columns, Form form) {

  /** How a result that is meant for programs is written. */
  enum Form {
    /** One JSON object. */
    JSON,
    /** Comma-separated rows. */
    CSV
  }

  /** One for which JSON is meant unless said otherwise. */
  public Terminal(PrintStream out, PrintStream err, boolean errIsTerminal, int columns) {
    this(out, err, errIsTerminal, columns, Form.JSON);
  }

  /** The same, with rows in place of an object. */
  public Terminal withRows() {
    return new Terminal(out, err, errIsTerminal, columns, Form.CSV);
  }

  /** The process's own streams; the launcher found out what is behind them. */
  public static Terminal ofProcess(PrintStream out, PrintStream err) {
    return new Terminal(
        out,
        err,
        Boolean.getBoolean("tarn.terminal.err"),
        Math.max(0, Integer.getInteger("tarn.terminal.columns", 0)));
  }
}
