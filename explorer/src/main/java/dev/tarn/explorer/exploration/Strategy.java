package dev.tarn.explorer.exploration;

import java.util.List;

/** Decides what to search next. */
interface Strategy {

  /**
   * The tasks of the next round, from what is known alone; at least one. Asked again before the
   * round has ended it must answer the same, so it leaves no trace in what is known.
   *
   * @param round number of the round, from 0
   */
  List<ExplorationTask> propose(ExplorationState known, long round);

  /** Draws conclusions from the outcomes of a round, which have been merged. */
  default void conclude(ExplorationState known, long round) {}
}
