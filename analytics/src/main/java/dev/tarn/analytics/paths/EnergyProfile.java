package dev.tarn.analytics.paths;

import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.plot.Axis;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.Symbols;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/**
 * Drawing of the energy along paths: minima in the valleys, transition states on the passes, one
 * step after the other.
 *
 * <p>Minima carry their ids where these fit without touching; the highest point carries the id of
 * its transition state. Several paths lie over each other, each in its colour.
 */
public final class EnergyProfile implements Picture {
  private static final double LEFT = 78;
  private static final double RIGHT = 28;
  private static final double BOTTOM = 50;
  private static final double TICK = 11;
  private static final double LABEL = 9;
  private static final double KEY_ROW = 16;

  private final List<Pathway> paths;
  private final String title;
  private final String energyUnit;
  private final int steps;
  private final int width;
  private final double top;
  private final Axis axis;

  private EnergyProfile(List<Pathway> paths, String title, String energyUnit) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("expected at least one path to draw, found none");
    }
    this.paths = List.copyOf(paths);
    this.title = title;
    this.energyUnit = energyUnit;
    steps = Math.max(1, paths.stream().mapToInt(Pathway::steps).max().orElse(1));
    width = (int) (LEFT + RIGHT + Math.min(1100, Math.max(400, 46.0 * steps)));
    top = (title.isEmpty() ? 18 : 38) + KEY_ROW * paths.size() + 14;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Pathway path : paths) {
      high = Math.max(high, path.highest());
      for (double energy : path.minimumEnergies()) {
        low = Math.min(low, energy);
      }
    }
    double range = high > low ? high - low : 1;
    axis = Axis.over(low - 0.09 * range, high + 0.07 * range, 7);
  }

  /** A profile of one path. */
  public static EnergyProfile of(Pathway path, String title, String energyUnit) {
    return new EnergyProfile(List.of(path), title, energyUnit);
  }

  /**
   * A profile of several paths over each other.
   *
   * @param title headline; may be empty
   * @param energyUnit such as {@code epsilon}; may be empty
   */
  public static EnergyProfile of(List<Pathway> paths, String title, String energyUnit) {
    return new EnergyProfile(paths, title, energyUnit);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return (int) (top + 300 + BOTTOM);
  }

  private double bottom() {
    return height() - BOTTOM;
  }

  private double x(double step) {
    return LEFT + 14 + step * (width - RIGHT - LEFT - 28) / steps;
  }

  private double y(double energy) {
    return bottom() - axis.fraction(energy) * (bottom() - top);
  }

  @Override
  public void paint(Ink ink) {
    if (!title.isEmpty()) {
      ink.boldText(title, LEFT, 22, Anchor.START, 14, Ink.BLACK);
    }
    paintAxes(ink);
    for (int k = paths.size() - 1; k >= 0; k--) {
      paintPath(ink, paths.get(k), CurveChart.colour(k), k == 0);
    }
    for (int k = 0; k < paths.size(); k++) {
      double at = (title.isEmpty() ? 18 : 38) + KEY_ROW * k;
      ink.line(CurveChart.colour(k), 2, LEFT, at - 3.5, LEFT + 16, at - 3.5);
      ink.text(describe(paths.get(k)), LEFT + 22, at, Anchor.START, 11, Ink.BLACK);
    }
  }

  private String describe(Pathway path) {
    String unit = Symbols.unit(energyUnit);
    return path.kind().label()
        + (path.rank() > 1 ? " (" + path.rank() + ")" : "")
        + ": "
        + path.minima().get(0)
        + " \u2192 "
        + path.minima().get(path.minima().size() - 1)
        + ", "
        + path.steps()
        + (path.steps() == 1 ? " step" : " steps")
        + ", highest point "
        + String.format(Locale.ROOT, "%.6g", path.highest()).replace('-', '\u2212')
        + unit;
  }

  private void paintAxes(Ink ink) {
    double widest = 0;
    for (double tick : axis.ticks()) {
      double at = y(tick);
      ink.line(Ink.PALE, 0.7, LEFT, at, width - RIGHT, at);
      ink.text(axis.label(tick), LEFT - 8, at + 3.7, Anchor.END, TICK, Ink.BLACK);
      widest = Math.max(widest, ink.textWidth(axis.label(tick), TICK));
    }
    ink.line(Ink.BLACK, 1, LEFT, top, LEFT, bottom());
    ink.line(Ink.BLACK, 1, LEFT, bottom(), width - RIGHT, bottom());
    ink.uprightText(
        Symbols.quantity("Energy", energyUnit),
        Math.max(13, LEFT - 8 - widest - 10),
        (top + bottom()) / 2,
        Anchor.MIDDLE,
        12,
        Ink.BLACK);
    Axis stepAxis = Axis.over(0, steps, Math.min(steps, 12));
    for (double tick : stepAxis.ticks()) {
      if (tick == Math.rint(tick)) {
        ink.line(Ink.BLACK, 1, x(tick), bottom(), x(tick), bottom() + 4);
        ink.text(
            Integer.toString((int) tick), x(tick), bottom() + 17, Anchor.MIDDLE, TICK, Ink.BLACK);
      }
    }
    ink.text("Step", (LEFT + width - RIGHT) / 2, bottom() + 36, Anchor.MIDDLE, 12, Ink.BLACK);
  }

  private void paintPath(Ink ink, Pathway path, Color colour, boolean labelled) {
    Path2D line = new Path2D.Double();
    line.moveTo(x(0), y(path.minimumEnergies().get(0)));
    for (int k = 0; k < path.steps(); k++) {
      // Horizontal tangents at every stationary point, as the real profile has them.
      double from = y(path.minimumEnergies().get(k));
      double pass = y(path.transitionStateEnergies().get(k));
      double to = y(path.minimumEnergies().get(k + 1));
      line.curveTo(x(k + 0.22), from, x(k + 0.28), pass, x(k + 0.5), pass);
      line.curveTo(x(k + 0.72), pass, x(k + 0.78), to, x(k + 1), to);
    }
    ink.stroke(colour, labelled ? 1.8 : 1.3, line);
    double lastLabel = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= path.steps(); k++) {
      double atX = x(k);
      double atY = y(path.minimumEnergies().get(k));
      ink.fill(colour, new Ellipse2D.Double(atX - 2.4, atY - 2.4, 4.8, 4.8));
      String id = Long.toString(path.minima().get(k));
      double half = ink.textWidth(id, LABEL) / 2;
      if (labelled && atX - half > lastLabel + 3) {
        ink.text(id, atX, atY + 13, Anchor.MIDDLE, LABEL, Ink.BLACK);
        lastLabel = atX + half;
      }
    }
    if (labelled && path.steps() > 0) {
      int highest = 0;
      for (int k = 1; k < path.steps(); k++) {
        if (path.transitionStateEnergies().get(k) > path.transitionStateEnergies().get(highest)) {
          highest = k;
        }
      }
      ink.text(
          "ts " + path.transitionStates().get(highest),
          x(highest + 0.5),
          y(path.transitionStateEnergies().get(highest)) - 5,
          Anchor.MIDDLE,
          LABEL,
          Ink.GREY);
    }
  }
}
