package dev.tarn.application.contents;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.charts.CurvePanels;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.explorer.exploration.DiscoveryCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How finds grew: against time, where that is known, and against energy calls. */
final class DiscoveryPicture {
  /** Beyond so many of a unit of time the next larger one is drawn. */
  private static final double MOST_OF_A_UNIT = 300;

  private DiscoveryPicture() {}

  /** The picture for a curve of at least one point. */
  static Picture of(String landscape, DiscoveryCurve curve) {
    String title = "Finds on " + landscape;
    List<DiscoveryCurve.Point> timed =
        curve.points().stream().filter(p -> p.seconds().isPresent()).toList();
    List<CurveChart> panels = new ArrayList<>();
    if (!timed.isEmpty()) {
      double last = timed.get(timed.size() - 1).seconds().orElseThrow();
      double unit = last <= MOST_OF_A_UNIT ? 1 : last <= 60 * MOST_OF_A_UNIT ? 60 : 3600;
      String name = unit == 1 ? "s" : unit == 60 ? "min" : "h";
      panels.add(chart(title, "time / " + name, timed, p -> p.seconds().orElseThrow() / unit));
    }
    // A headline on each keeps the frames level.
    panels.add(
        chart(
            panels.isEmpty() ? title : " ",
            "energy calls / million",
            curve.points(),
            p -> p.energyCalls() / 1e6));
    return new CurvePanels(panels);
  }

  private static CurveChart chart(
      String title,
      String label,
      List<DiscoveryCurve.Point> points,
      ToDoubleFunction<DiscoveryCurve.Point> at) {
    return new CurveChart(
        title,
        "",
        label,
        "points known",
        List.of(
            curve("transition states", points, at, DiscoveryCurve.Point::transitionStates),
            curve("minima", points, at, DiscoveryCurve.Point::minima)),
        List.of());
  }

  /** From nothing at the origin. */
  private static Curve curve(
      String label,
      List<DiscoveryCurve.Point> points,
      ToDoubleFunction<DiscoveryCurve.Point> x,
      ToDoubleFunction<DiscoveryCurve.Point> y) {
    return Curve.line(
        label,
        DoubleStream.concat(DoubleStream.of(0), points.stream().mapToDouble(x)).toArray(),
        DoubleStream.concat(DoubleStream.of(0), points.stream().mapToDouble(y)).toArray());
  }
}
