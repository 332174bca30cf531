package dev.tarn.application.paths;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.explorer.line.StraightLine;
import dev.tarn.landscape.Landscape;
import java.util.List;

/** The energy along lines. */
final class LinePicture {
  /** More lines than these would hide each other. */
  static final int CURVES_DRAWN = 8;

  private LinePicture() {}

  static Curve curve(String label, StraightLine line, Curve.Style style) {
    double[] fractions = new double[line.energies().length];
    for (int k = 0; k < fractions.length; k++) {
      fractions[k] = line.fraction(k);
    }
    return new Curve(label, fractions, line.energies(), style, Curve.BY_PLACE);
  }

  static Picture of(String title, Landscape landscape, List<Curve> curves) {
    String unit = landscape.energyUnit();
    return new CurveChart(
        title,
        landscape.name(),
        "Fraction of the line",
        "Energy" + (unit.isEmpty() ? "" : " (" + unit + ")"),
        curves,
        List.of());
  }
}
