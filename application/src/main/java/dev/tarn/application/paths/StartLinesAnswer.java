package dev.tarn.application.paths;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.explorer.line.StraightLine;
import dev.tarn.landscape.Landscape;
import java.util.List;
import java.util.OptionalLong;

/**
 * Straight lines from random starts to minima.
 *
 * @param landscape what is known of the landscape as a whole
 * @param points points of each line
 * @param starts number of starts
 * @param seed seed of the starts
 * @param lines at least one; without the starts whose quench failed
 */
public record StartLinesAnswer(
    Landscape landscape, int points, int starts, long seed, List<Line> lines) implements Answer {

  /**
   * A line from a random start.
   *
   * @param start number of the start, from 1
   * @param minimum id of the minimum; empty where the landscape does not hold it
   * @param line the line
   */
  public record Line(long start, OptionalLong minimum, StraightLine line) {
    private NamedValues values() {
      return NamedValues.empty()
          .put("start", start)
          .put("minimum", minimum.isPresent() ? minimum.getAsLong() : null)
          .put("energyStart", line.energies()[0])
          .put("energyEnd", line.energies()[line.energies().length - 1])
          .put("distance", line.length())
          .put("highest", line.highest())
          .put("barrier", line.barrier())
          .put("monotonic", line.isMonotonic());
    }
  }

  /** Number of lines whose energy never rises. */
  public long monotonic() {
    return lines.stream().filter(line -> line.line.isMonotonic()).count();
  }

  /** Share of lines whose energy never rises. */
  public double monotonicShare() {
    return (double) monotonic() / lines.size();
  }

  /** Number of lines that end in a minimum of the landscape. */
  public long known() {
    return lines.stream().filter(line -> line.minimum.isPresent()).count();
  }

  /** The largest rise of a line above its higher end. */
  public double highestBarrier() {
    return lines.stream().mapToDouble(line -> line.line.barrier()).max().orElse(0);
  }

  /** The first lines. */
  public Picture picture() {
    return LinePicture.of(
        "From random starts to their minima",
        landscape,
        lines.stream()
            .limit(LinePicture.CURVES_DRAWN)
            .map(l -> LinePicture.curve("start " + l.start, l.line, Curve.Style.LINE))
            .toList());
  }

  /** {@inheritDoc} The place of {@code file} is kept for a drawing. */
  @Override
  public NamedValues values() {
    List<NamedValues> rows = lines.stream().map(Line::values).toList();
    return NamedValues.empty()
        .put("landscape", landscape.name())
        .put("points", points)
        .put("seed", seed)
        .put("file", null)
        .put("monotonicShare", monotonicShare())
        .put("knownMinima", known())
        .put("lines", rows)
        .withRows(rows);
  }
}
