package dev.tarn.graphstore.medium;

import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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

  private final String name;
  private final SinkTarget target;
  private final Runnable onClose;
  private final Thread thread;
  private long minimaWritten;
  private long transitionStatesWritten;

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

  BatchingSink(String name, SinkTarget target, Runnable onClose) {
    this.name = name;
    this.target = target;
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
  void awaitWrites() {
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
    try {
      target.released();
    } finally {
      onClose.run();
    }
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
    UpdateWriter writer = null;
    while (true) {
      List<LandscapeUpdate> batch = nextBatch();
      if (batch.isEmpty()) {
        return;
      }
      try {
        writer = write(batch, writer);
        note(batch);
      } catch (Throwable e) {
        fail(target.translate(e, kept()));
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

  private void note(List<LandscapeUpdate> batch) {
    for (LandscapeUpdate update : batch) {
      minimaWritten += update.minima().size();
      transitionStatesWritten += update.transitionStates().size();
    }
  }

  private String kept() {
    return minimaWritten + transitionStatesWritten == 0
        ? "nothing of this was written"
        : "written and kept are "
            + minimaWritten
            + " minima and "
            + transitionStatesWritten
            + " transition states";
  }

  /** Writes the batch in one transaction, again if it failed for a passing reason. */
  private UpdateWriter write(List<LandscapeUpdate> batch, @Nullable UpdateWriter writer) {
    UpdateWriter current = writer;
    for (int attempts = 1; ; attempts++) {
      try {
        if (current == null) {
          current = target.newWriter();
        }
        Optional<LandscapeStoreException> refusal = current.write(batch);
        if (refusal.isPresent()) {
          throw refusal.get();
        }
        return current;
      } catch (RuntimeException e) {
        if (!target.tryAgain(e, attempts)) {
          throw e;
        }
        current = null;
      }
    }
  }
}
