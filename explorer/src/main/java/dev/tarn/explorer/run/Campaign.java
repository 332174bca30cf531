package dev.tarn.explorer.run;

import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A search that is carried out in rounds: it proposes independent tasks from what is known, merges
 * their outcomes in the order of the tasks, and encodes its state. {@link CampaignRun} does the
 * rest: it runs the tasks, commits, resumes, and ends.
 *
 * <p>A campaign holds what it knows and belongs to one run. Whatever it decides follows from its
 * settings and from what is known alone, so that a run that was killed resumes to the same end.
 *
 * @param <K> what tasks may look at
 * @param <T> tasks
 * @param <O> their outcomes
 * @param <P> what a listener is told after each round
 */
public interface Campaign<K, T extends SearchTask, O extends SearchOutcome, P> {

  /** What its checkpoints are called, such as "exploration". */
  String kind();

  /** Its settings. */
  RunSettings settings();

  /**
   * The checkpoint that a version of Tarn without named sections wrote, in sections; empty if it is
   * not one of this campaign.
   */
  Optional<CheckpointSections> read(byte[] formerState);

  /**
   * Restores what an earlier run has left. Called at most once, before anything else.
   *
   * @param sections of its last checkpoint
   * @param store holds the points
   */
  void restore(CheckpointSections sections, LandscapeStore store);

  /** How tasks are carried out. */
  SearchWork<K, T, O> work();

  /** What tasks of the next round may look at. */
  K known();

  /**
   * The tasks of a round; at least one. Asked again before the round has ended it must propose the
   * same, so it leaves no trace in what is known.
   *
   * @param round number of the round, from 0
   */
  List<T> propose(long round);

  /** Merges the outcome of a task; called in the order of the tasks. */
  void merge(T task, O outcome);

  /**
   * All outcomes of a round are merged.
   *
   * @param state the round's number and time
   */
  void endRound(RunState state);

  /** Why to stop now for another reason than time, if at all. */
  Optional<String> stop(RunState state);

  /** Writes its state, but for what the store's points say. */
  void encode(CheckpointSections.Writer sections);

  /**
   * What has changed since the last call, for the store.
   *
   * @param run record of the run as it is now
   * @param checkpoint state of the run and of the campaign
   * @param isLast whether it is the last update of the run
   */
  LandscapeUpdate takeUpdate(Run run, Checkpoint checkpoint, boolean isLast);

  /** Evaluations of the energy so far, in all runs. */
  long energyCalls();

  /** What has been found so far, in words; empty for nothing. */
  String found();

  /** Where it stands, for a listener. */
  P progress(long round, Duration elapsed);
}
