package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;
import java.util.List;
import java.util.Optional;

/** Carries out search tasks: on local threads, or elsewhere. */
interface TaskRunner extends AutoCloseable {

  /** Looks on while a round is carried out, and may end it. */
  interface Watch {

    /**
     * Whether the round is to end: asked before each task and several times a second, on any
     * thread. Once it is true no further task begins, and those under way are given up.
     *
     * @param done tasks that are done
     */
    boolean isOver(int done);

    /**
     * Called several times a second, on the thread that waits for the round.
     *
     * @param done tasks that are done
     * @param batches descents by mini-batches so far
     */
    void look(int done, BatchTally.Figures batches);
  }

  /**
   * Carries out all tasks and returns their outcomes in the order of the tasks, whatever the order
   * in which they ended.
   *
   * @param known what was known when the round began; not changed while this method runs
   * @param watch looks on
   * @return empty for tasks that were given up or did not begin
   */
  List<Optional<SearchOutcome>> run(List<SearchTask> tasks, KnownLandscape known, Watch watch);

  /** Descents by mini-batches so far. */
  BatchTally.Figures batches();

  @Override
  void close();
}
