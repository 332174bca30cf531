package dev.tarn.analytics.network;

import dev.tarn.analytics.network.powerlaw.PowerLaw;
import dev.tarn.analytics.plot.Frame;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.LogAxis;
import dev.tarn.analytics.plot.Picture;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Locale;

/**
 * The degree distribution in log-log axes: the fraction of minima with at least so many neighbours
 * (the complementary cumulative curve, which needs no bins) and the fitted power law.
 */
public final class DegreePicture implements Picture {
  private static final Color POINT = new Color(0x0072b2);
  private static final Color FIT = new Color(0xd55e00);

  private final NetworkReport report;
  private final Frame frame;

  private DegreePicture(NetworkReport report) {
    this.report = report;
    double largest = Math.max(2, report.degrees().maximum());
    double smallest = 1.0 / Math.max(2, report.nodes());
    frame =
        new Frame(
            78, 56, 500, 396, new LogAxis(0.8, largest * 1.3), new LogAxis(smallest * 0.7, 1.4));
  }

  /** The degree distribution of a report. */
  public static DegreePicture of(NetworkReport report) {
    return new DegreePicture(report);
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
    ink.boldText(report.landscape(), frame.left(), 20, Anchor.START, 14, Ink.BLACK);
    ink.text(
        String.format(
            Locale.ROOT,
            "%d minima, mean degree %.2f, largest %d",
            report.nodes(),
            report.meanDegree(),
            report.degrees().maximum()),
        frame.left(),
        37,
        Anchor.START,
        10,
        Ink.GREY);
    frame.paint(ink, "Degree k", "Fraction of minima with degree \u2265 k");
    DegreeDistribution degrees = report.degrees();
    double[] atLeast = degrees.complementaryCumulative();
    for (int k = 1; k < atLeast.length; k++) {
      if (degrees.counts()[k] > 0) {
        double x = frame.x(k);
        double y = frame.y(atLeast[k]);
        ink.stroke(POINT, 1, new Ellipse2D.Double(x - 2.6, y - 2.6, 5.2, 5.2));
      }
    }
    if (report.powerLaw() instanceof PowerLaw.Fit fit) {
      paintFit(ink, fit);
    }
  }

  private void paintFit(Ink ink, PowerLaw.Fit fit) {
    double tail = (double) fit.tail() / report.nodes();
    Path2D path = new Path2D.Double();
    double end = report.degrees().maximum();
    for (int k = 0; k <= 80; k++) {
      double x = fit.xMin() * Math.pow(end / fit.xMin(), k / 80.0);
      double y = frame.y(Math.max(tail * fit.fractionAtLeast(x), 1e-9));
      if (y > frame.bottom()) {
        break;
      }
      if (k == 0) {
        path.moveTo(frame.x(x), y);
      } else {
        path.lineTo(frame.x(x), y);
      }
    }
    ink.stroke(FIT, 1.6, path);
    double at = frame.bottom() - 42;
    for (String line :
        new String[] {
          String.format(
              Locale.ROOT,
              "power law from k = %d: exponent %.2f \u00b1 %.2f",
              fit.xMin(),
              fit.alpha(),
              fit.alphaError()),
          Double.isNaN(fit.pValue())
              ? ""
              : String.format(
                  Locale.ROOT,
                  "p = %.3f (%s)",
                  fit.pValue(),
                  fit.support() == PowerLaw.Support.NONE ? "rejected" : "not rejected"),
          String.format(Locale.ROOT, "%d of %d minima", fit.tail(), fit.observations())
        }) {
      ink.text(line, frame.left() + 12, at, Anchor.START, 10, FIT);
      at += 14;
    }
  }
}
