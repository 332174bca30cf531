package dev.tarn.graphstore.medium;

import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sinks of a store that are open, at most one for each landscape. */
final class OpenSinks {
  private final Map<String, BatchingSink> sinks = new HashMap<>();

  /** Opens one, unless there is one. */
  LandscapeSink open(String landscape, SinkTarget target) {
    BatchingSink sink;
    synchronized (this) {
      checkFree(landscape);
      sink = new BatchingSink(landscape, target, () -> remove(landscape));
      sinks.put(landscape, sink);
    }
    try {
      target.opened();
      return sink;
    } catch (RuntimeException e) {
      sink.close();
      throw e;
    }
  }

  private synchronized void remove(String landscape) {
    sinks.remove(landscape);
  }

  /** Fails if the landscape is being written. */
  synchronized void checkFree(String landscape) {
    if (sinks.containsKey(landscape)) {
      throw LandscapeStoreException.beingWritten(landscape);
    }
  }

  private synchronized List<BatchingSink> all() {
    return List.copyOf(sinks.values());
  }

  /** Returns when all that was handed to any of them is durable or has failed. */
  void awaitWrites() {
    all().forEach(BatchingSink::awaitWrites);
  }

  /** Returns when all that was handed to the sink of that landscape is durable or has failed. */
  void awaitWrites(String landscape) {
    BatchingSink sink;
    synchronized (this) {
      sink = sinks.get(landscape);
    }
    if (sink != null) {
      sink.awaitWrites();
    }
  }

  void close() {
    all().forEach(BatchingSink::close);
  }
}
