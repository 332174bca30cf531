package dev.tarn.explorer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Carries out search tasks: on local threads, or elsewhere. */
interface TaskRunner extends AutoCloseable {

  /**
   * Carries out all tasks and returns their outcomes in the order of the tasks, whatever the order
   * in which they ended.
   *
   * @param known what was known when the round began; not changed while this method runs
   * @param cancelled asked before each task; once it is true no further task begins
   * @return empty if it was cancelled before every task was done
   */
  Optional<List<SearchOutcome>> run(
      List<SearchTask> tasks, KnownLandscape known, BooleanSupplier cancelled);

  @Override
  void close();
}
