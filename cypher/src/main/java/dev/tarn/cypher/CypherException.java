package dev.tarn.cypher;

import dev.tarn.application.QueryException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.graphdb.QueryExecutionException;

/** A query could not be run; the message is one line, with the position in the text if known. */
public final class CypherException extends QueryException {
  private static final long serialVersionUID = 1L;
  private static final Pattern POSITION =
      Pattern.compile("\\s*\\(line (\\d+), column (\\d+) \\(offset: \\d+\\)\\)");
  private static final Pattern LONG_LIST = Pattern.compile("(expected (?:[^,]+, ){6})(?:.*)$");

  private CypherException(String message, int line, int column, Throwable cause) {
    super(message, line, column, cause);
  }

  CypherException(String message) {
    super(message);
  }

  /** What went wrong in the database, as one line. */
  public static CypherException of(Throwable failure) {
    return of(failure, 0);
  }

  /** {@code prefix} characters of the first line were put before the person's text. */
  static CypherException of(Throwable failure, int prefix) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    int lineEnd = text.indexOf('\n');
    String first = (lineEnd < 0 ? text : text.substring(0, lineEnd)).strip();
    Matcher position = POSITION.matcher(first);
    if (!position.find()) {
      return new CypherException(kind(failure) + first, 0, 0, failure);
    }
    int line = Integer.parseInt(position.group(1));
    int column = Integer.parseInt(position.group(2)) - (line == 1 ? prefix : 0);
    String said = position.replaceFirst("");
    return new CypherException(
        "line "
            + line
            + ", column "
            + column
            + ": "
            + LONG_LIST.matcher(said).replaceFirst("$1..."),
        line,
        column,
        failure);
  }

  private static String kind(Throwable failure) {
    return failure instanceof QueryExecutionException e
            && e.getStatusCode().contains("ParameterMissing")
        ? "missing parameter: "
        : "";
  }
}
