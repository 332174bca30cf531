package dev.tarn.application.paths;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.explorer.line.StraightLine;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Minimum;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Straight lines between minima.
 *
 * @param landscape what is known of the landscape as a whole
 * @param points points of each line
 * @param lines at least one
 */
public record LineAnswer(Landscape landscape, int points, List<Line> lines) implements Answer {

  /**
   * A line between two minima.
   *
   * @param aligned to the nearest copy of its end
   * @param stored to its end as it is stored
   * @param pathHighest highest point of the lowest path; empty if none joins them
   */
  public record Line(
      Minimum from,
      Minimum to,
      StraightLine aligned,
      StraightLine stored,
      OptionalDouble pathHighest) {

    /** Height of the lowest path above the higher end; empty if none joins them. */
    public OptionalDouble pathBarrier() {
      return pathHighest.isEmpty()
          ? pathHighest
          : OptionalDouble.of(pathHighest.getAsDouble() - Math.max(from.energy(), to.energy()));
    }

    private NamedValues values() {
      return NamedValues.empty()
          .put("from", from.id())
          .put("to", to.id())
          .put("energyFrom", from.energy())
          .put("energyTo", to.energy())
          .put("distance", aligned.length())
          .put("highest", aligned.highest())
          .put("barrier", aligned.barrier())
          .put("monotonic", aligned.isMonotonic())
          .put("distanceUnaligned", stored.length())
          .put("highestUnaligned", stored.highest())
          .put("barrierUnaligned", stored.barrier())
          .put("monotonicUnaligned", stored.isMonotonic())
          .put("pathHighest", pathHighest)
          .put("pathBarrier", pathBarrier());
    }
  }

  /** The one line beside the lowest path, or the first lines. */
  public Picture picture() {
    List<Curve> curves = new ArrayList<>();
    Line first = lines.get(0);
    if (lines.size() == 1) {
      curves.add(LinePicture.curve("nearest copy", first.aligned, Curve.Style.MAIN));
      curves.add(LinePicture.curve("as stored", first.stored, Curve.Style.LINE));
      first.pathHighest.ifPresent(
          highest ->
              curves.add(
                  Curve.line("lowest path", new double[] {0, 1}, new double[] {highest, highest})));
    } else {
      for (Line line : lines.subList(0, Math.min(LinePicture.CURVES_DRAWN, lines.size()))) {
        curves.add(
            LinePicture.curve(
                line.from.id() + " to " + line.to.id(), line.aligned, Curve.Style.LINE));
      }
    }
    return LinePicture.of("Straight lines between minima", landscape, curves);
  }

  /** {@inheritDoc} The place of {@code file} is kept for a drawing. */
  @Override
  public NamedValues values() {
    List<NamedValues> rows = lines.stream().map(Line::values).toList();
    return NamedValues.empty()
        .put("landscape", landscape.name())
        .put("points", points)
        .put("file", null)
        .put("lines", rows)
        .withRows(rows);
  }
}
