package dev.tarn.analytics.charts;

import dev.tarn.analytics.plot.Axis;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.Picture;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Curves over a common pair of axes, with a key at the right if there are several.
 *
 * @param title bold headline; may be empty
 * @param caption a line below it; may be empty
 * @param xLabel quantity and unit of the horizontal axis
 * @param yLabel quantity and unit of the vertical axis
 * @param curves at least one with a finite point
 * @param marks points pointed out
 */
public record CurveChart(
    String title,
    String caption,
    String xLabel,
    String yLabel,
    List<Curve> curves,
    List<Mark> marks)
    implements Picture {
  /** Width without the key. */
  static final int WIDE = 520;

  private static final int TALL = 380;
  private static final double LEFT = 78;
  private static final double RIGHT = 20;
  private static final double BOTTOM = 52;
  private static final double KEY_ROW = 17;
  private static final double TICK = 11;

  /** Okabe and Ito's colours, legible without colour vision. */
  private static final int[] COLOURS = {
    0x1a1a1a, 0xd55e00, 0x0072b2, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x8c564b, 0xb5b500,
    0x8a8a8a
  };

  public CurveChart {
    curves = List.copyOf(curves);
    marks = List.copyOf(marks);
    boolean empty = true;
    for (Curve curve : curves) {
      for (int k = 0; k < curve.x().length; k++) {
        empty &= !(Double.isFinite(curve.x()[k]) && Double.isFinite(curve.y()[k]));
      }
    }
    if (empty) {
      throw new IllegalArgumentException(
          "expected a finite point to draw in " + title + ", found none");
    }
  }

  /** Colour of the k-th curve; beyond ten they come again. */
  public static Color colour(int k) {
    return new Color(COLOURS[k % COLOURS.length]);
  }

  private Color colourOf(int k) {
    return colour(curves.get(k).colour() == Curve.BY_PLACE ? k : curves.get(k).colour());
  }

  @Override
  public int width() {
    return WIDE + (curves.size() > 1 ? (int) Math.ceil(keyWidth()) : 0);
  }

  @Override
  public int height() {
    return TALL;
  }

  /** Wide enough for the longest label, by a generous width per character. */
  private double keyWidth() {
    int longest = curves.stream().mapToInt(curve -> curve.label().length()).max().orElse(0);
    return 44 + 5.8 * longest;
  }

  private double top() {
    return 16
        + (title.isEmpty() ? 0 : 18)
        + (caption.isEmpty() ? 0 : 15)
        + (marks.isEmpty() ? 0 : 10);
  }

  @Override
  public void paint(Ink ink) {
    paintWithoutKey(ink);
    paintKey(ink);
  }

  /** All but what stands right of {@link #WIDE}. */
  void paintWithoutKey(Ink ink) {
    Axis x = axis(curves.stream().flatMapToDouble(c -> DoubleStream.of(c.x())), 0, 7);
    Axis y =
        axis(
            DoubleStream.concat(
                curves.stream().flatMapToDouble(c -> DoubleStream.of(c.y())),
                marks.stream().mapToDouble(Mark::y)),
            0.05,
            6);
    paintHeadline(ink);
    paintAxes(ink, x, y);
    for (int k = 0; k < curves.size(); k++) {
      paintCurve(ink, curves.get(k), colourOf(k), x, y);
    }
    for (Mark mark : marks) {
      dot(ink, colour(0), px(x, mark.x()), py(y, mark.y()), 3.2);
      ink.text(
          mark.label(),
          Math.min(Math.max(px(x, mark.x()), LEFT + 24), WIDE - RIGHT - 24),
          py(y, mark.y()) - 8,
          Anchor.MIDDLE,
          10,
          Ink.BLACK);
    }
  }

  private static Axis axis(DoubleStream values, double margin, int ticks) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(1);
    if (!(high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) {
      double around = low == 0 ? 1 : Math.abs(low) * 0.05;
      low -= around;
      high += around;
    }
    double pad = margin * (high - low);
    // A quantity that starts at zero keeps its axis there.
    return Axis.over(low == 0 ? 0 : low - pad, high + pad, ticks);
  }

  private double px(Axis axis, double value) {
    return LEFT + axis.fraction(value) * (WIDE - RIGHT - LEFT);
  }

  private double py(Axis axis, double value) {
    return TALL - BOTTOM - axis.fraction(value) * (TALL - BOTTOM - top());
  }

  private void paintHeadline(Ink ink) {
    if (!title.isEmpty()) {
      ink.boldText(title, LEFT, 22, Anchor.START, 14, Ink.BLACK);
    }
    ink.text(caption, LEFT, title.isEmpty() ? 20 : 38, Anchor.START, 10, Ink.GREY);
  }

  private void paintAxes(Ink ink, Axis x, Axis y) {
    double right = WIDE - RIGHT;
    double bottom = TALL - BOTTOM;
    double widest = 0;
    for (double tick : y.ticks()) {
      double at = py(y, tick);
      ink.line(Ink.PALE, 0.7, LEFT, at, right, at);
      ink.text(y.label(tick), LEFT - 8, at + 3.7, Anchor.END, TICK, Ink.BLACK);
      widest = Math.max(widest, ink.textWidth(y.label(tick), TICK));
    }
    for (double tick : x.ticks()) {
      double at = px(x, tick);
      ink.line(Ink.PALE, 0.7, at, top(), at, bottom);
      ink.line(Ink.BLACK, 1, at, bottom, at, bottom + 4);
      ink.text(x.label(tick), at, bottom + 17, Anchor.MIDDLE, TICK, Ink.BLACK);
    }
    ink.line(Ink.BLACK, 1, LEFT, top(), LEFT, bottom);
    ink.line(Ink.BLACK, 1, LEFT, bottom, right, bottom);
    ink.text(xLabel, (LEFT + right) / 2, bottom + 38, Anchor.MIDDLE, 12, Ink.BLACK);
    ink.uprightText(
        yLabel,
        Math.max(13, LEFT - 8 - widest - 10),
        (top() + bottom) / 2,
        Anchor.MIDDLE,
        12,
        Ink.BLACK);
  }

  private void paintCurve(Ink ink, Curve curve, Color colour, Axis x, Axis y) {
    Path2D line = new Path2D.Double();
    boolean pen = false;
    for (int k = 0; k < curve.x().length; k++) {
      double atX = curve.x()[k];
      double atY = curve.y()[k];
      if (!Double.isFinite(atX) || !Double.isFinite(atY)) {
        pen = false;
        continue;
      }
      if (curve.style() == Curve.Style.POINTS) {
        dot(ink, colour, px(x, atX), py(y, atY), 2.4);
      } else if (pen) {
        line.lineTo(px(x, atX), py(y, atY));
      } else {
        line.moveTo(px(x, atX), py(y, atY));
        pen = true;
      }
    }
    if (curve.style() != Curve.Style.POINTS) {
      ink.stroke(colour, curve.style() == Curve.Style.MAIN ? 2 : 1.3, line);
    }
  }

  private static void dot(Ink ink, Color colour, double x, double y, double radius) {
    ink.fill(colour, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private void paintKey(Ink ink) {
    if (curves.size() < 2) {
      return;
    }
    double left = WIDE - RIGHT + 16;
    for (int k = 0; k < curves.size(); k++) {
      double at = top() + 6 + KEY_ROW * k;
      switch (curves.get(k).style()) {
        case POINTS -> dot(ink, colourOf(k), left + 8, at, 2.6);
        case MAIN -> ink.line(colourOf(k), 2, left, at, left + 16, at);
        case LINE -> ink.line(colourOf(k), 1.3, left, at, left + 16, at);
      }
      ink.text(curves.get(k).label(), left + 22, at + 3.6, Anchor.START, 11, Ink.BLACK);
    }
  }
}
