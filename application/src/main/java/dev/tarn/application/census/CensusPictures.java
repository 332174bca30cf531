package dev.tarn.application.census;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.PotentialText;
import dev.tarn.application.QuestionException;
import dev.tarn.explorer.census.CensusSummary.OfIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pictures of censuses. */
public final class CensusPictures {
  private CensusPictures() {}

  /** Energy of each point against its index, and the mean energy of each index. */
  public static Picture energies(List<CensusReport> counted) {
    List<Curve> curves = new ArrayList<>();
    for (CensusReport c : counted) {
      double modes = Math.max(1, c.landscape().vibrationalModes());
      double n = c.size();
      int[] indices = c.summary().energyIndices();
      curves.add(
          new Curve(
              counted.size() == 1 ? "points" : c.name(),
              Arrays.stream(indices).mapToDouble(i -> i / modes).toArray(),
              Arrays.stream(c.summary().energies()).map(e -> e / n).toArray(),
              Curve.Style.POINTS));
      if (counted.size() == 1) {
        List<OfIndex> of = c.summary().indices();
        curves.add(
            new Curve(
                "mean",
                of.stream().mapToDouble(o -> o.index() / modes).toArray(),
                of.stream().mapToDouble(o -> o.meanEnergy() / n).toArray(),
                Curve.Style.MAIN));
      }
    }
    return chart(
        "Energy against index", counted, "index / degrees of freedom", "energy / N", curves);
  }

  /** Numbers by index. */
  public static Picture byIndex(List<CensusReport> counted) {
    List<Curve> curves = new ArrayList<>();
    for (CensusReport c : counted) {
      double modes = Math.max(1, c.landscape().vibrationalModes());
      List<OfIndex> of = c.summary().indices();
      curves.add(
          new Curve(
              c.name(),
              of.stream().mapToDouble(o -> o.index() / modes).toArray(),
              of.stream()
                  .mapToDouble(
                      o -> o.count() == 0 ? Double.NaN : Math.log((double) o.count()) / c.size())
                  .toArray(),
              counted.size() == 1 ? Curve.Style.MAIN : Curve.Style.LINE));
    }
    return chart("Complexity by index", counted, "index / degrees of freedom", "ln n / N", curves);
  }

  /** Logarithms of the mean numbers of points and of minima against the size. */
  public static Picture growth(CensusSeries growth) {
    double[] n = growth.sizes().stream().mapToDouble(CensusSeries.OfSize::size).toArray();
    double[] points = growth.sizes().stream().mapToDouble(g -> Math.log(g.meanTotal())).toArray();
    double[] minima = growth.sizes().stream().mapToDouble(g -> Math.log(g.meanMinima())).toArray();
    return new CurveChart(
        "Growth with the size",
        "",
        "N",
        "ln n",
        List.of(
            new Curve("stationary points", n, points, Curve.Style.MAIN, 0),
            new Curve("minima", n, minima, Curve.Style.MAIN, 1)),
        List.of());
  }

  private static Picture chart(
      String title, List<CensusReport> counted, String x, String y, List<Curve> curves) {
    String caption =
        counted.size() > 1
            ? ""
            : counted.get(0).name() + ", " + PotentialText.of(counted.get(0).landscape());
    try {
      return new CurveChart(title, caption, x, y, curves, List.of());
    } catch (IllegalArgumentException e) {
      throw QuestionException.failed("-o: expected a point to draw, found none");
    }
  }
}
