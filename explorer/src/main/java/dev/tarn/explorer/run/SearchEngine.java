package dev.tarn.explorer.run;

import java.util.Optional;

/**
 * Carries out the tasks of a campaign, one at a time; holds scratch space and belongs to one
 * thread.
 *
 * @param <K> what is known at the start of a round
 * @param <T> tasks
 * @param <O> their outcomes
 */
public interface SearchEngine<K, T extends SearchTask, O extends SearchOutcome> {

  /**
   * Carries out a task.
   *
   * @param known what was known when the round began; not changed
   * @return empty if the task was given up because the run ends
   */
  Optional<O> run(T task, K known);
}
