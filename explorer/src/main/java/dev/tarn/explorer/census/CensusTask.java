package dev.tarn.explorer.census;

import java.io.Serializable;

/**
 * One independent search, or all searches that leave one point downwards.
 *
 * @param seed seed of everything random in it
 * @param method how to search
 * @param index index to search for, or of the point to leave
 * @param start coordinates of the point to leave; empty for a random start
 */
record CensusTask(long seed, CensusMethod method, int index, double[] start)
    implements Serializable {

  /** Whether it leaves a known point. */
  boolean isRelaxation() {
    return start.length > 0;
  }

  /** Searches that it consists of. */
  int searches() {
    return isRelaxation() ? 2 * index : 1;
  }
}
