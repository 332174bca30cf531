package dev.tarn.graphstore.medium;

import dev.tarn.landscape.LandscapeStoreException;

/** The landscape that a sink writes to, on its medium. */
public interface SinkTarget {

  /** The sink is about to be handed out; nobody else opens one of this landscape meanwhile. */
  default void opened() {}

  /** A writer that knows what the landscape holds now. */
  UpdateWriter newWriter();

  /**
   * Whether a batch should be written again, with a new writer, after so many attempts failed; may
   * wait before it returns.
   */
  boolean tryAgain(RuntimeException failure, int attempts);

  /** The failure in one line; {@code kept} says what was written before. */
  LandscapeStoreException translate(Throwable failure, String kept);

  /** The sink is closed. */
  default void released() {}
}
