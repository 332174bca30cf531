package dev.tarn.explorer.census;

import dev.tarn.explorer.run.SearchTask;

/**
 * One independent search, or all searches that leave one point downwards.
 *
 * @param seed seed of everything random in it
 * @param method how to search
 * @param index index to search for, or of the point to leave
 * @param position of the point to leave among those known; -1 for a random start
 * @param start coordinates of the point to leave; empty for a random start
 */
record CensusTask(long seed, CensusMethod method, int index, int position, double[] start)
    implements SearchTask {
  private static final double[] NOWHERE = new double[0];

  /** A search from a random start. */
  static CensusTask fromAnywhere(long seed, CensusMethod method, int index) {
    return new CensusTask(seed, method, index, -1, NOWHERE);
  }

  @Override
  public String described() {
    return isRelaxation()
        ? "searches that leave a point of index " + index
        : method.word() + " from a random start";
  }

  /** Whether it leaves a known point. */
  boolean isRelaxation() {
    return start.length > 0;
  }

  /** Searches that it consists of. */
  int searches() {
    return isRelaxation() ? 2 * index : 1;
  }
}
