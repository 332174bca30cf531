package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.landscape.Checkpoint;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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

  /** Name of its section in a checkpoint. */
  static final String SECTION = "discoveries";

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

  /** The curve of the exploration that wrote the checkpoint; empty if another campaign did. */
  public static DiscoveryCurve of(Checkpoint checkpoint) {
    byte[] state = checkpoint.state();
    return CheckpointSections.isIn(state)
        ? of(CheckpointSections.decode(state))
        : FormerCheckpoint.sections(state)
            .map(DiscoveryCurve::of)
            .orElse(new DiscoveryCurve(List.of()));
  }

  static DiscoveryCurve of(CheckpointSections sections) {
    List<Point> points = new ArrayList<>();
    sections.read(
        SECTION,
        1,
        (in, version) -> {
          for (int left = in.readInt(); left > 0; left--) {
            points.add(
                new Point(
                    in.readLong(),
                    in.readLong(),
                    time(in.readDouble()),
                    in.readLong(),
                    in.readLong()));
          }
        });
    return new DiscoveryCurve(points);
  }

  static void write(List<Point> points, DataOutputStream out) throws IOException {
    out.writeInt(points.size());
    for (Point point : points) {
      out.writeLong(point.searches());
      out.writeLong(point.energyCalls());
      out.writeDouble(point.seconds().orElse(Double.NaN));
      out.writeLong(point.minima());
      out.writeLong(point.transitionStates());
    }
  }

  static OptionalDouble time(double seconds) {
    return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }
}
