package dev.tarn.explorer.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Commits rounds in groups: where a round takes some tens of milliseconds, a checkpoint and a
 * transaction for each would cost more than a tenth of the run.
 *
 * <p>A group ends with the first round that ends {@value #MILLIS_BETWEEN} milliseconds after the
 * last commit, so that longer rounds are committed one by one; with the first round of a landscape;
 * and with the last of a run, however it ends ({@link #close}). It is committed in one update, so
 * that a store holds what was known after some round, never less. Time is that of the run's clock:
 * if that stands still, only first and last round end a group.
 */
final class GroupedCommits implements AutoCloseable {
  private static final int MILLIS_BETWEEN = 2000;

  private final Clock clock;
  private final Consumer<String> commit;
  private Instant last;

  /** Whether rounds are known that were not handed over. */
  private boolean pending;

  /** Whether what is known is that after some round, not after half of one. */
  private boolean whole = true;

  /**
   * Nothing to commit yet.
   *
   * @param commit hands over all that is known, with the outcome of the run; empty while it goes on
   */
  GroupedCommits(Clock clock, Consumer<String> commit) {
    this.clock = clock;
    this.commit = commit;
    this.last = clock.instant();
  }

  /** Outcomes of a round are about to be merged: if that fails, they are not to be stored. */
  void roundMerges() {
    whole = false;
  }

  /**
   * A round is merged whole; commits it now or later.
   *
   * @param isFirst whether it is the first round of the landscape
   */
  void roundMerged(boolean isFirst) {
    whole = true;
    pending = true;
    Duration since = Duration.between(last, clock.instant());
    // A clock that was set back tells nothing.
    if (isFirst || since.isNegative() || since.toMillis() >= MILLIS_BETWEEN) {
      commit("");
    }
  }

  /** Commits all that is known, for good. */
  void runEnds(String outcome) {
    commit(outcome);
  }

  private void commit(String outcome) {
    pending = false;
    commit.accept(outcome);
    last = clock.instant();
  }

  /** Commits what is pending, after a failure; not the round in which it came. */
  @Override
  public void close() {
    if (pending && whole) {
      commit("");
    }
  }
}
