package dev.tarn.explorer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.LandscapeStoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupedCommitsTests {

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
  private final List<Long> rounds = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private long round;
  private boolean full;

  private GroupedCommits commits() {
    return new GroupedCommits(
        clock,
        outcome -> {
          if (full) {
            throw new LandscapeStoreException("no space is left");
          }
          rounds.add(round);
          outcomes.add(outcome);
        });
  }

  private void rounds(GroupedCommits commits, long... durations) {
    for (long duration : durations) {
      commits.roundMerges();
      clock.millis += duration;
      round++;
      commits.roundMerged(round == 1);
    }
  }

  @Test
  void roundsAreCommittedEveryTwoSeconds() {
    try (GroupedCommits commits = commits()) {
      rounds(commits, 40, 800, 800, 800, 1999, 1, 1999);
      assertThat(rounds).containsExactly(1L, 4L, 6L);
      rounds(commits, 2700, 2900);
      assertThat(rounds).containsExactly(1L, 4L, 6L, 8L, 9L);
      clock.millis -= 3_600_000;
      rounds(commits, 5, 5);
      assertThat(rounds).containsExactly(1L, 4L, 6L, 8L, 9L, 10L);
      commits.runEnds("time is up");
    }
    assertThat(rounds).endsWith(10L, 11L);
    assertThat(outcomes).startsWith("", "").endsWith("", "time is up");
  }

  @Test
  void aRunThatResumesDoesNotCommitItsFirstRoundAlone() {
    round = 7;
    try (GroupedCommits commits = commits()) {
      rounds(commits, 40, 40);
      assertThat(rounds).isEmpty();
    }
    assertThat(rounds).containsExactly(9L);
  }

  @Test
  void aClockThatStandsStillLeavesFirstAndLastRound() {
    try (GroupedCommits commits = commits()) {
      rounds(commits, 0, 0, 0, 0);
    }
    assertThat(rounds).containsExactly(1L, 4L);
  }

  @Test
  void halfARoundIsNeverCommitted() {
    assertThatThrownBy(
            () -> {
              try (GroupedCommits commits = commits()) {
                rounds(commits, 40, 40);
                commits.roundMerges();
                throw new IllegalStateException("within a round");
              }
            })
        .hasMessage("within a round")
        .hasNoSuppressedExceptions();
    assertThat(rounds).containsExactly(1L);
  }

  @Test
  void aStoreThatFailsIsNotAskedAgain() {
    full = true;
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
