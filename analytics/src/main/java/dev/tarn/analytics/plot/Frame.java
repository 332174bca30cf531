package dev.tarn.analytics.plot;

import java.awt.geom.Rectangle2D;

/**
 * The box in which curves are drawn, with an axis at its left and one below.
 *
 * @param left left edge in points
 * @param top upper edge
 * @param right right edge
 * @param bottom lower edge
 * @param horizontal scale of x
 * @param vertical scale of y
 */
public record Frame(
    double left, double top, double right, double bottom, Scale horizontal, Scale vertical) {
  private static final double TEXT = 11;

  /** Where the value stands on the canvas. */
  public double x(double value) {
    return left + horizontal.fraction(value) * (right - left);
  }

  /** Where the value stands on the canvas. */
  public double y(double value) {
    return bottom - vertical.fraction(value) * (bottom - top);
  }

  /** Paints box, ticks and labels. */
  public void paint(Ink ink, String horizontalLabel, String verticalLabel) {
    ink.stroke(Ink.BLACK, 0.9, new Rectangle2D.Double(left, top, right - left, bottom - top));
    for (double tick : horizontal.minorTicks()) {
      ink.line(Ink.BLACK, 0.6, x(tick), bottom, x(tick), bottom + 2.5);
    }
    for (double tick : horizontal.ticks()) {
      ink.line(Ink.BLACK, 0.9, x(tick), bottom, x(tick), bottom + 5);
      ink.text(horizontal.label(tick), x(tick), bottom + 18, Ink.Anchor.MIDDLE, TEXT, Ink.BLACK);
    }
    for (double tick : vertical.minorTicks()) {
      ink.line(Ink.BLACK, 0.6, left - 2.5, y(tick), left, y(tick));
    }
    double widest = 0;
    for (double tick : vertical.ticks()) {
      ink.line(Ink.BLACK, 0.9, left - 5, y(tick), left, y(tick));
      ink.text(vertical.label(tick), left - 8, y(tick) + 4, Ink.Anchor.END, TEXT, Ink.BLACK);
      widest = Math.max(widest, ink.textWidth(vertical.label(tick), TEXT));
    }
    ink.text(horizontalLabel, (left + right) / 2, bottom + 37, Ink.Anchor.MIDDLE, 12, Ink.BLACK);
    ink.uprightText(
        verticalLabel,
        left - 8 - widest - 10,
        (top + bottom) / 2,
        Ink.Anchor.MIDDLE,
        12,
        Ink.BLACK);
  }
}
