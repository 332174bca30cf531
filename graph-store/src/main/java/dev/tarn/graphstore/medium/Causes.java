package dev.tarn.graphstore.medium;

import java.util.ArrayList;
import java.util.List;

/** What a failure of Neo4j's says, for a message of one line. */
public final class Causes {
  /** A chain of causes may be a ring. */
  private static final int DEEPEST = 50;

  private Causes() {}

  /** The failure, its cause, the cause of that, and so on. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable at = failure; at != null && chain.size() < DEEPEST; at = at.getCause()) {
      chain.add(at);
    }
    return chain;
  }

  /** First line of its message, or its name where it has none. */
  public static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    int lineEnd = text.indexOf('\n');
    return lineEnd < 0 ? text : text.substring(0, lineEnd);
  }
}
