package dev.tarn.graphstore;

import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;

/**
 * The asynchronous writer of one landscape: a bounded queue and one thread that empties it, as many
 * whole updates to a transaction as are waiting, in order.
 *
 * <p>After a failure it takes nothing more; the failure is thrown once by the next call, {@link
 * #close} included. What was committed to the database before stays.
 */
final class BatchingSink implements LandscapeSink {
  private static final int MOST_POINTS_WAITING = 60_000;
  private static final int MOST_POINTS_IN_A_TRANSACTION = 20_000;
  private static final int ATTEMPTS = 5;

  private final String name;
  private final Path folder;
  private final GraphDatabaseService database;
  private final Supplier<GraphWriter> newWriter;
  private final Runnable onClose;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<LandscapeUpdate> waiting = new ArrayDeque<>();
  private int pointsWaiting;
  private long handedOver;
  private long durable;
  private @Nullable LandscapeStoreException failure;
  private boolean failureReported;
  private boolean closing;
  private boolean closed;

  BatchingSink(
      String name,
      Path folder,
      GraphDatabaseService database,
      Supplier<GraphWriter> newWriter,
      Runnable onClose) {
    this.name = name;
    this.folder = folder;
    this.database = database;
    this.newWriter = newWriter;
    this.onClose = onClose;
    this.thread = new Thread(this::writeAll, "tarn-writer-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static int points(LandscapeUpdate update) {
    return 1
        + update.minima().size()
        + update.transitionStates().size()
        + update.stationaryPoints().size()
        + update.minimumHits().ids().length
        + update.transitionStateHits().ids().length;
  }

  @Override
  public void commit(LandscapeUpdate update) {
    lock.lock();
    try {
      checkOpen();
      while (pointsWaiting > MOST_POINTS_WAITING && failure == null) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
      waiting.add(update);
      pointsWaiting += points(update);
      handedOver++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void flush() {
    lock.lock();
    try {
      checkOpen();
      awaitDurable();
      throwFailure();
    } finally {
      lock.unlock();
    }
  }

  /** For readers: returns when all handed over so far is durable or has failed. */
  void settle() {
    lock.lock();
    try {
      awaitDurable();
    } finally {
      lock.unlock();
    }
  }

  private void awaitDurable() {
    long until = handedOver;
    while (durable < until && failure == null) {
      changed.awaitUninterruptibly();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("landscape '" + name + "': the sink is closed");
    }
  }

  private void throwFailure() {
    LandscapeStoreException thrown = failure;
    if (thrown != null) {
      failureReported = true;
      throw new LandscapeStoreException(String.valueOf(thrown.getMessage()), thrown);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    joinWriter();
    onClose.run();
    LandscapeStoreException unreported = failureReported ? null : failure;
    if (unreported != null) {
      throw unreported;
    }
  }

  private void joinWriter() {
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

  private void writeAll() {
    GraphWriter writer = null;
    while (true) {
      List<LandscapeUpdate> batch = nextBatch();
      if (batch.isEmpty()) {
        return;
      }
      try {
        writer = write(batch, writer == null ? newWriter.get() : writer);
      } catch (Throwable e) {
        fail(StoreFailures.on("write to", folder, e));
        return;
      }
      lock.lock();
      try {
        durable += batch.size();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** What is waiting, up to a transaction's worth; empty when the sink closes. */
  private List<LandscapeUpdate> nextBatch() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closing) {
        changed.awaitUninterruptibly();
      }
      List<LandscapeUpdate> batch = new ArrayList<>();
      int points = 0;
      while (!waiting.isEmpty()
          && (batch.isEmpty() || points + points(waiting.peek()) <= MOST_POINTS_IN_A_TRANSACTION)) {
        LandscapeUpdate next = waiting.remove();
        points += points(next);
        batch.add(next);
      }
      pointsWaiting -= points;
      changed.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void fail(LandscapeStoreException e) {
    lock.lock();
    try {
      failure = e;
      waiting.clear();
      pointsWaiting = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Writes the batch in one transaction, again if it failed for a passing reason. */
  private GraphWriter write(List<LandscapeUpdate> batch, GraphWriter writer) {
    GraphWriter current = writer;
    for (int attempt = 1; ; attempt++) {
      try {
        writeOnce(batch, current);
        return current;
      } catch (TransientFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        current = newWriter.get();
      }
    }
  }

  private void writeOnce(List<LandscapeUpdate> batch, GraphWriter writer) {
    LandscapeStoreException refused = null;
    try (Transaction tx = database.beginTx()) {
      Optional<Checkpoint> newest = Optional.empty();
      for (LandscapeUpdate update : batch) {
        try {
          writer.check(update);
        } catch (LandscapeStoreException e) {
          // What came before it stays; it and what follows is not written.
          refused = e;
          break;
        }
        writer.apply(tx, update);
        if (update.checkpoint().isPresent()) {
          newest = update.checkpoint();
        }
      }
      newest.ifPresent(checkpoint -> writer.write(tx, checkpoint));
      tx.commit();
    } catch (TransactionFailureException e) {
      // Neo4j wraps the reason; the translation looks at the whole chain.
      throw StoreFailures.on("write to", folder, e);
    }
    if (refused != null) {
      throw refused;
    }
  }
}
