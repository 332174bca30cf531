package dev.tarn.cypher.server;

import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.Landscape;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A thread that keeps the appearance of all landscapes of a served store up to date. */
final class AppearanceKeeper implements AutoCloseable {
  private static final long PAUSE_MILLIS = 2_000;

  private final Neo4jLandscapeStore store;
  private final Map<String, Appearance> appearances = new HashMap<>();
  private final CountDownLatch firstPass = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::keep, "tarn-appearance");

  AppearanceKeeper(Neo4jLandscapeStore store) {
    this.store = store;
    thread.setDaemon(true);
    thread.start();
  }

  private void keep() {
    try {
      do {
        pass();
        firstPass.countDown();
      } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      firstPass.countDown();
    }
  }

  private void pass() {
    try {
      Set<String> names =
          store.landscapes().stream().map(Landscape::name).collect(Collectors.toSet());
      appearances.keySet().retainAll(names);
      for (String name : names) {
        if (closing.getCount() > 0) {
          long unused =
              appearances.computeIfAbsent(name, n -> new Appearance(store.database(), n)).update();
        }
      }
    } catch (RuntimeException e) {
      // A writer was faster, or the database is closing; the next pass tries again. Nothing but
      // colours is at stake.
      return;
    }
  }

  /** Waits until all landscapes have been gone over once; returns whether they were. */
  boolean awaitFirstPass(long seconds) throws InterruptedException {
    return firstPass.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
