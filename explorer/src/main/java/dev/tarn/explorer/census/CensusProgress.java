package dev.tarn.explorer.census;

import dev.tarn.landscape.Coverage;
import java.time.Duration;

/**
 * The state of a census after a round.
 *
 * @param round number of the round, those of earlier runs included
 * @param byIndex numbers of isolated points by index; not copied
 * @param checkSum sum of (-1)^index over the isolated points, every copy counted
 * @param singular singular points, a family counted once for each energy
 * @param waiting whether known points wait for their relaxation
 * @param searches searches so far
 * @param gradients gradients so far
 * @param coverage coverage of isolated points by samples
 * @param elapsed time since this run began
 */
public record CensusProgress(
    long round,
    long[] byIndex,
    long checkSum,
    int singular,
    boolean waiting,
    long searches,
    long gradients,
    Coverage coverage,
    Duration elapsed) {

  /** Number of isolated points. */
  public long total() {
    long sum = 0;
    for (long count : byIndex) {
      sum += count;
    }
    return sum;
  }
}
