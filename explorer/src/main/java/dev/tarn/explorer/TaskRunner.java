package dev.tarn.explorer;

import java.util.List;

/** Carries out search tasks: on local threads, or elsewhere. */
interface TaskRunner extends AutoCloseable {

  /**
   * Carries out all tasks and returns their outcomes in the order of the tasks, whatever the order
   * in which they ended.
   *
   * @param known what was known when the round began; not changed while this method runs
   */
  List<SearchOutcome> run(List<SearchTask> tasks, KnownLandscape known);

  @Override
  void close();
}
