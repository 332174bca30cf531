package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Run;
import dev.tarn.potentials.symmetry.Symmetry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupedCommitsTests {

  /** Notes the last round of each commit. */
  private static final class RecordingSink implements LandscapeSink {
    final List<Long> rounds = new ArrayList<>();
    final List<String> outcomes = new ArrayList<>();
    boolean full;

    @Override
    public void commit(LandscapeUpdate update) {
      if (full) {
        throw new LandscapeStoreException("no space is left");
      }
      rounds.add(update.checkpoint().orElseThrow().round());
      outcomes.add(update.run().orElseThrow().outcome());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class Hands extends Clock {
    private long millis = 1_000_000;

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Hands clock = new Hands();
  private final RecordingSink sink = new RecordingSink();
  private final Knowledge known =
      new Knowledge(Symmetry.none(), ExplorationSettings.Tolerance.DEFAULT, 1);

  private GroupedCommits commits() {
    return new GroupedCommits(
        sink,
        known,
        clock,
        outcome ->
            new Run(
                1, 1, "", "test", Instant.EPOCH, Optional.empty(), known.memory.round, 0, outcome));
  }

  private void rounds(GroupedCommits commits, long... durations) {
    for (long duration : durations) {
      commits.roundMerges();
      clock.millis += duration;
      known.memory.endRound();
      commits.roundMerged();
    }
  }

  @Test
  void roundsAreCommittedEveryTwoSeconds() {
    try (GroupedCommits commits = commits()) {
      rounds(commits, 40, 800, 800, 800, 1999, 1, 1999);
      assertThat(sink.rounds).containsExactly(1L, 4L, 6L);
      rounds(commits, 2700, 2900);
      assertThat(sink.rounds).containsExactly(1L, 4L, 6L, 8L, 9L);
      clock.millis -= 3_600_000;
      rounds(commits, 5, 5);
      assertThat(sink.rounds).containsExactly(1L, 4L, 6L, 8L, 9L, 10L);
      commits.runEnds("time is up");
    }
    assertThat(sink.rounds).endsWith(10L, 11L);
    assertThat(sink.outcomes).startsWith("", "").endsWith("", "time is up");
  }

  @Test
  void aRunThatGoesOnDoesNotCommitItsFirstRoundAlone() {
    known.memory.round = 7;
    try (GroupedCommits commits = commits()) {
      rounds(commits, 40, 40);
      assertThat(sink.rounds).isEmpty();
    }
    assertThat(sink.rounds).containsExactly(9L);
  }

  @Test
  void aClockThatStandsStillLeavesFirstAndLastRound() {
    try (GroupedCommits commits = commits()) {
      rounds(commits, 0, 0, 0, 0);
    }
    assertThat(sink.rounds).containsExactly(1L, 4L);
  }

  @Test
  void halfARoundIsNeverCommitted() {
    assertThatThrownBy(
            () -> {
              try (GroupedCommits commits = commits()) {
                rounds(commits, 40, 40);
                commits.roundMerges();
                throw new IllegalStateException("in the midst of a round");
              }
            })
        .hasMessage("in the midst of a round")
        .hasNoSuppressedExceptions();
    assertThat(sink.rounds).containsExactly(1L);
  }

  @Test
  void aStoreThatFailsIsNotAskedAgain() {
    sink.full = true;
    assertThatThrownBy(
            () -> {
              try (GroupedCommits commits = commits()) {
                rounds(commits, 40);
              }
            })
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage("no space is left")
        .hasNoSuppressedExceptions();
  }
}
