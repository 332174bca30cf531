package dev.tarn.analytics.network;

import dev.tarn.analytics.plot.Axis;
import dev.tarn.analytics.plot.Frame;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.Picture;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;

/** Histogram of the shortest path lengths: the fraction of pairs at each number of steps. */
public final class PathLengthPicture implements Picture {
  private static final Color BAR = new Color(0x56b4e9);
  private static final Color MEAN = new Color(0xd55e00);

  private final NetworkReport report;
  private final double[] fractions;
  private final Frame frame;

  private PathLengthPicture(NetworkReport report) {
    this.report = report;
    long[] counts = report.pathLengths().counts();
    double all = Math.max(1, Arrays.stream(counts).sum());
    fractions = Arrays.stream(counts).mapToDouble(c -> c / all).toArray();
    double highest = Math.max(0.01, Arrays.stream(fractions).max().orElse(0));
    double longest = Math.max(1, report.diameter()) + 0.7;
    int ticks = (int) Math.min(longest, 12);
    frame =
        new Frame(
            78, 56, 500, 396, Axis.over(0.3, longest, ticks), Axis.over(0, 1.08 * highest, 6));
  }

  /** The path lengths of a report. */
  public static PathLengthPicture of(NetworkReport report) {
    return new PathLengthPicture(report);
  }

  @Override
  public int width() {
    return 520;
  }

  @Override
  public int height() {
    return 450;
  }

  @Override
  public void paint(Ink ink) {
    PathLengths paths = report.pathLengths();
    ink.boldText(report.landscape(), frame.left(), 20, Anchor.START, 14, Ink.BLACK);
    String caption =
        Double.isNaN(paths.mean())
            ? "no two minima are connected"
            : String.format(
                Locale.ROOT,
                paths.exact()
                    ? "%d minima, mean %.3f steps, diameter %d"
                    : "%d minima, mean %.3f \u00b1 %.3f steps, diameter at least %d",
                paths.exact()
                    ? new Object[] {report.nodes(), paths.mean(), paths.diameter()}
                    : new Object[] {
                      report.nodes(), paths.mean(), paths.standardError(), paths.diameter()
                    });
    ink.text(caption, frame.left(), 37, Anchor.START, 10, Ink.GREY);
    double half = Math.min(0.42, 0.5 - 0.5 / (frame.x(1) - frame.x(0)));
    for (int steps = 1; steps < fractions.length; steps++) {
      double left = frame.x(steps - half);
      double top = frame.y(fractions[steps]);
      ink.fill(
          BAR,
          new Rectangle2D.Double(left, top, frame.x(steps + half) - left, frame.bottom() - top));
    }
    if (!Double.isNaN(paths.mean())) {
      ink.line(
          MEAN, 1.4, frame.x(paths.mean()), frame.bottom(), frame.x(paths.mean()), frame.top());
    }
    frame.paint(ink, "Steps between two minima", "Fraction of pairs");
  }
}
