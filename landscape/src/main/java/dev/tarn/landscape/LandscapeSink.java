package dev.tarn.landscape;

/**
 * The writing end of a landscape. Not thread-safe: one thread commits.
 *
 * <p>{@link #commit} may return before the update is durable; updates become durable in the order
 * in which they were committed, each one whole or not at all. A failure of the medium is thrown by
 * the next call of any method.
 */
public interface LandscapeSink extends AutoCloseable {

  /** Hands over an update; blocks while too many are waiting to be written. */
  void commit(LandscapeUpdate update);

  /** Returns when everything handed over is durable. */
  void flush();

  /** Flushes and releases the landscape. */
  @Override
  void close();
}
