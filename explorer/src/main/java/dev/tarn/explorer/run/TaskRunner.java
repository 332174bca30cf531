package dev.tarn.explorer.run;

import java.util.List;
import java.util.Optional;

/**
 * Carries out search tasks: on threads of this process, or elsewhere.
 *
 * @param <K> what is known at the start of a round
 * @param <T> tasks
 * @param <O> their outcomes
 */
public interface TaskRunner<K, T extends SearchTask, O extends SearchOutcome>
    extends AutoCloseable {

  /** Watches a round while it is carried out, and may end it. */
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
     */
    void look(int done);
  }

  /**
   * Carries out all tasks and returns their outcomes in the order of the tasks, whatever the order
   * in which they ended.
   *
   * @param known what was known when the round began; not changed while this method runs
   * @return empty for tasks that were given up or did not begin
   */
  List<Optional<O>> run(List<T> tasks, K known, Watch watch);

  @Override
  void close();
}
