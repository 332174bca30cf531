package dev.tarn.explorer.exploration;

import dev.tarn.landscape.Checkpoint;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the number of known points grew: a curve that goes flat says more than any estimate.
 *
 * @param points states after some rounds, each with about {@value #GROWTH} times the searches of
 *     the one before
 */
public record DiscoveryCurve(List<Point> points) {
  static final double GROWTH = 1.08;

  /**
   * What was known after so many searches.
   *
   * @param searches search tasks
   * @param energyCalls energy evaluations
   * @param seconds time explored, summed over the runs that went on; without waits between runs and
   *     the opening of the store, and without what a kill lost. Empty where an earlier version of
   *     Tarn, which did not count it, had a part
   * @param minima minima
   * @param transitionStates transition states
   */
  public record Point(
      long searches,
      long energyCalls,
      OptionalDouble seconds,
      long minima,
      long transitionStates) {}

  public DiscoveryCurve {
    points = List.copyOf(points);
  }

  /** The curve of the exploration that wrote the checkpoint. */
  public static DiscoveryCurve of(Checkpoint checkpoint) {
    return new DiscoveryCurve(SearchMemory.decode(checkpoint.state()).discoveries());
  }
}
