package dev.tarn.explorer;

import java.util.List;

/** Decides what to search next. */
interface Strategy {

  /** The tasks of the next round, from what is known alone; at least one. */
  List<SearchTask> propose(Knowledge known);
}
