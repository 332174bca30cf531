package dev.tarn.application;

/**
 * A query in Cypher, or a predicate within one, could not be evaluated; the message is one line,
 * with the position in the text if that is known.
 */
public class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * An error.
   *
   * @param line from 1; 0 if not known
   * @param column from 1; 0 if not known
   */
  public QueryException(String message, int line, int column, Throwable cause) {
    super(message, cause);
    this.line = line;
    this.column = column;
  }

  /** An error without a position. */
  public QueryException(String message) {
    super(message);
    line = 0;
    column = 0;
  }

  /** Line of the error in the query's text, from 1; 0 if it has no position. */
  public final int line() {
    return line;
  }

  /** Column of the error, from 1; 0 if it has no position. */
  public final int column() {
    return column;
  }
}
