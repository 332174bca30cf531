package dev.tarn.analytics.charts;

/**
 * A curve of a chart.
 *
 * @param label what it shows, for the key
 * @param x ascending or descending; not copied
 * @param y as long as {@code x}; where it is not finite the line is interrupted; not copied
 * @param style how it is drawn
 * @param colour which of the chart's colours, from 0; {@link #BY_PLACE} for that of its place
 */
public record Curve(String label, double[] x, double[] y, Style style, int colour) {
  /** The colour that belongs to the curve's place among the others. */
  public static final int BY_PLACE = -1;

  /** How a curve is drawn. */
  public enum Style {
    /** A thick line, for what the chart is about. */
    MAIN,
    /** A thin line. */
    LINE,
    /** Dots, not joined. */
    POINTS
  }

  public Curve {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "expected as many y as x values for curve "
              + label
              + ", found "
              + y.length
              + " and "
              + x.length);
    }
  }

  /** A curve in the colour of its place. */
  public Curve(String label, double[] x, double[] y, Style style) {
    this(label, x, y, style, BY_PLACE);
  }

  /** A thin line. */
  public static Curve line(String label, double[] x, double[] y) {
    return new Curve(label, x, y, Style.LINE);
  }
}
