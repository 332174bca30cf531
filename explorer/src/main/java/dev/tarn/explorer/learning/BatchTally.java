package dev.tarn.explorer.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What descents by mini-batches have done so far, on all threads. */
public final class BatchTally {
  private final Clock clock;
  private final AtomicLong starts = new AtomicLong();
  private final AtomicLong epochs = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger running = new AtomicInteger();

  /**
   * What was done by some moment.
   *
   * @param starts descents that have ended
   * @param epochs that have ended
   * @param rows rows of data used, one as often as it was used
   * @param threadSeconds time of the descents that have ended, summed over threads
   * @param running descents under way
   */
  public record Figures(long starts, long epochs, long rows, double threadSeconds, int running) {
    /** Before the first descent. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    /** Rows of data a second on one thread; 0 before a descent has ended. */
    public double rowsPerSecond() {
      return threadSeconds > 0 ? rows / threadSeconds : 0;
    }
  }

  /** Nothing so far. */
  public BatchTally(Clock clock) {
    this.clock = clock;
  }

  /** As it stands. */
  public Figures figures() {
    return new Figures(starts.get(), epochs.get(), rows.get(), nanos.get() * 1e-9, running.get());
  }

  void rowsUsed(int count) {
    rows.addAndGet(count);
  }

  void epochDone() {
    epochs.incrementAndGet();
  }

  /** A descent begins; the moment is for {@link #end}. */
  Instant begin() {
    running.incrementAndGet();
    return clock.instant();
  }

  /** The descent that began then has ended. */
  void end(Instant begun) {
    nanos.addAndGet(Duration.between(begun, clock.instant()).toNanos());
    running.decrementAndGet();
    starts.incrementAndGet();
  }
}
