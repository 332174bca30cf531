package dev.tarn.analytics.charts;

import dev.tarn.analytics.plot.Axis;
import dev.tarn.analytics.plot.Frame;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.Picture;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Histograms over a common axis, as outlines with a pale filling, with a key and vertical lines at
 * values that are pointed out.
 *
 * @param title bold headline; may be empty
 * @param caption a line below it; may be empty
 * @param xLabel quantity and unit of the horizontal axis
 * @param histograms at least one
 * @param lines values pointed out; their y is not used
 */
public record HistogramChart(
    String title, String caption, String xLabel, List<Histogram> histograms, List<Mark> lines)
    implements Picture {
  private static final int WIDE = 560;
  private static final int TALL = 400;
  private static final double TOP = 64;
  private static final double LABEL = 40;

  public HistogramChart {
    histograms = List.copyOf(histograms);
    lines = List.copyOf(lines);
    if (histograms.isEmpty()) {
      throw new IllegalArgumentException("expected a histogram to draw, found none");
    }
  }

  @Override
  public int width() {
    return WIDE;
  }

  @Override
  public int height() {
    return TALL;
  }

  @Override
  public void paint(Ink ink) {
    double low = lines.stream().mapToDouble(Mark::x).min().orElse(Double.POSITIVE_INFINITY);
    double high = lines.stream().mapToDouble(Mark::x).max().orElse(Double.NEGATIVE_INFINITY);
    double most = 0;
    for (Histogram histogram : histograms) {
      low = Math.min(low, histogram.low());
      high = Math.max(high, histogram.low() + histogram.width() * histogram.density().length);
      for (double density : histogram.density()) {
        most = Math.max(most, density);
      }
    }
    double margin = 0.04 * (high - low);
    Frame frame =
        new Frame(
            66,
            TOP,
            WIDE - 20,
            TALL - 54,
            Axis.over(low - margin, high + margin, 7),
            Axis.over(0, 1.08 * most, 6));
    ink.boldText(title, frame.left(), 20, Anchor.START, 14, Ink.BLACK);
    ink.text(caption, frame.left(), 37, Anchor.START, 10, Ink.GREY);
    for (int k = 0; k < histograms.size(); k++) {
      paint(ink, frame, histograms.get(k), CurveChart.colour(k));
    }
    for (Mark line : lines) {
      double x = frame.x(line.x());
      ink.line(Ink.BLACK, 0.9, x, frame.top(), x, frame.bottom());
      ink.text(line.label(), x, frame.top() - 6, anchor(frame, x), 11, Ink.BLACK);
    }
    frame.paint(ink, xLabel, "Density");
    for (int k = 0; k < histograms.size(); k++) {
      double y = frame.top() + 16 + 16 * k;
      ink.line(CurveChart.colour(k), 2, frame.right() - 118, y, frame.right() - 100, y);
      ink.text(histograms.get(k).label(), frame.right() - 94, y + 4, Anchor.START, 11, Ink.BLACK);
    }
  }

  /** Labels of lines close to each other stand on the sides where there is room. */
  private Anchor anchor(Frame frame, double x) {
    boolean left = false;
    boolean right = false;
    for (Mark line : lines) {
      double gap = frame.x(line.x()) - x;
      left |= gap < 0 && gap > -LABEL;
      right |= gap > 0 && gap < LABEL;
    }
    if (left == right) {
      return Anchor.MIDDLE;
    }
    return right ? Anchor.END : Anchor.START;
  }

  private static void paint(Ink ink, Frame frame, Histogram histogram, Color colour) {
    Path2D outline = new Path2D.Double();
    double edge = histogram.low();
    outline.moveTo(frame.x(edge), frame.y(0));
    for (double density : histogram.density()) {
      outline.lineTo(frame.x(edge), frame.y(density));
      edge += histogram.width();
      outline.lineTo(frame.x(edge), frame.y(density));
    }
    outline.lineTo(frame.x(edge), frame.y(0));
    ink.fill(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 36), outline);
    ink.stroke(colour, 1.3, outline);
  }
}
