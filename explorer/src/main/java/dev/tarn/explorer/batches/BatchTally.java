package dev.tarn.explorer.batches;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What descents by mini-batches have done so far, on all threads. */
public final class BatchTally {
  private final Clock clock;
  private long starts;
  private long epochs;
  private long rows;
  private Duration ended = Duration.ZERO;

  /** When those that are under way began. */
  private final List<Instant> running = new ArrayList<>();

  /**
   * What was done by some moment.
   *
   * @param starts descents that have ended
   * @param epochs that have ended
   * @param rows rows of data used, one as often as it was used
   * @param threadSeconds time of the descents, summed over threads
   * @param running descents under way
   */
  public record Figures(long starts, long epochs, long rows, double threadSeconds, int running) {
    /** Before the first descent. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    /** Rows of data a second on one thread; 0 if no time has passed. */
    public double rowsPerSecond() {
      return rowsPerSecondSince(NONE);
    }

    /** The same since an earlier moment. */
    public double rowsPerSecondSince(Figures before) {
      double seconds = threadSeconds - before.threadSeconds;
      return seconds > 0 ? (rows - before.rows) / seconds : 0;
    }
  }

  /** Nothing so far. */
  public BatchTally(Clock clock) {
    this.clock = clock;
  }

  /** As it stands. */
  public synchronized Figures figures() {
    Instant now = clock.instant();
    Duration time = ended;
    for (Instant begun : running) {
      time = time.plus(Duration.between(begun, now));
    }
    return new Figures(starts, epochs, rows, time.toNanos() * 1e-9, running.size());
  }

  synchronized void rowsUsed(int count) {
    rows += count;
  }

  synchronized void epochDone() {
    epochs++;
  }

  /** A descent begins; the moment is for {@link #end}. */
  synchronized Instant begin() {
    Instant now = clock.instant();
    running.add(now);
    return now;
  }

  /** The descent that began then has ended. */
  synchronized void end(Instant begun) {
    ended = ended.plus(Duration.between(begun, clock.instant()));
    running.remove(begun);
    starts++;
  }
}
