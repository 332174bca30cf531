package dev.tarn.analytics.thermodynamics;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.charts.Mark;
import dev.tarn.analytics.plot.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures of thermodynamics. */
public final class ThermodynamicsCharts {
  private static final int MOST_MINIMA = 8;

  /** A minimum that never gets this share of the landscape is not worth a curve. */
  private static final double LEAST_OCCUPATION = 0.02;

  private ThermodynamicsCharts() {}

  /**
   * Heat capacity against temperature, with the parts of the minima that are filled and emptied,
   * and the peaks with the minimum that is emptied most.
   *
   * @param energyUnit unit of the temperatures; may be empty
   */
  public static CurveChart heatCapacity(Thermodynamics thermodynamics, String energyUnit) {
    double[] t = array(thermodynamics.temperatures());
    double[] c = array(thermodynamics.heatCapacity());
    double[] rising = array(thermodynamics.heatCapacityRising());
    double[] falling = array(thermodynamics.heatCapacityFalling());
    for (int k = 0; k < t.length; k++) {
      double modes = c[k] - rising[k] - falling[k];
      rising[k] += modes;
      falling[k] += modes;
    }
    boolean modes = thermodynamics.vibrationalModes() > 0;
    String base = modes ? "modes + " : "";
    List<Mark> marks = new ArrayList<>();
    for (HeatCapacityPeak peak : thermodynamics.peaks()) {
      marks.add(
          new Mark(
              peak.temperature(),
              peak.heatCapacity(),
              String.format(Locale.ROOT, "T = %.4g", peak.temperature())));
    }
    String caption =
        (modes
                ? thermodynamics.vibrationalModes() + " vibrational modes"
                : "configurations only, number of modes unknown")
            + (modes && thermodynamics.momenta() == Momenta.INCLUDED ? ", momenta included" : "")
            + (thermodynamics.vibrationalModel() == VibrationalModel.EQUAL_ENTROPY
                ? "; no frequencies: equal entropies"
                : "");
    return new CurveChart(
        thermodynamics.landscape(),
        caption,
        Symbols.quantity("Temperature", energyUnit),
        "Heat capacity / k",
        List.of(
            new Curve("C", t, c, Curve.Style.MAIN),
            Curve.line(base + "C+ (filled)", t, rising),
            Curve.line(base + "C\u2212 (emptied)", t, falling)),
        marks);
  }

  /**
   * Occupation of sets of minima against temperature.
   *
   * @param sets ids of each set, by the name that the key shows, in its order
   */
  public static CurveChart occupations(
      HarmonicSuperposition superposition,
      double[] temperatures,
      Map<String, long[]> sets,
      String energyUnit) {
    List<Curve> curves = new ArrayList<>();
    sets.forEach(
        (name, minima) -> {
          double[] p = new double[temperatures.length];
          for (int k = 0; k < p.length; k++) {
            p[k] = superposition.occupation(temperatures[k], minima);
          }
          curves.add(
              new Curve(
                  name, temperatures, p, curves.isEmpty() ? Curve.Style.MAIN : Curve.Style.LINE));
        });
    return chart(superposition, curves, energyUnit);
  }

  /**
   * Occupation of the minima that matter in a range of temperatures, at most {@value #MOST_MINIMA},
   * and of all others together.
   */
  public static CurveChart occupations(
      HarmonicSuperposition superposition, double[] temperatures, String energyUnit) {
    int n = superposition.network().nodeCount();
    double[][] p = new double[temperatures.length][];
    double[] most = new double[n];
    for (int k = 0; k < temperatures.length; k++) {
      p[k] = superposition.occupations(temperatures[k]);
      for (int node = 0; node < n; node++) {
        most[node] = Math.max(most[node], p[k][node]);
      }
    }
    List<Integer> chosen = new ArrayList<>();
    for (int node = 0; node < n; node++) {
      if (most[node] >= LEAST_OCCUPATION) {
        chosen.add(node);
      }
    }
    chosen.sort((a, b) -> Double.compare(most[b], most[a]));
    chosen = chosen.subList(0, Math.min(MOST_MINIMA, chosen.size()));
    List<Curve> curves = new ArrayList<>();
    double[] others = new double[temperatures.length];
    Arrays.fill(others, 1);
    for (int node : chosen) {
      double[] y = new double[temperatures.length];
      for (int k = 0; k < y.length; k++) {
        y[k] = p[k][node];
        others[k] = Math.max(0, others[k] - y[k]);
      }
      String name = "minimum " + superposition.network().minimumId(node);
      curves.add(
          new Curve(name, temperatures, y, curves.isEmpty() ? Curve.Style.MAIN : Curve.Style.LINE));
    }
    if (chosen.size() < n) {
      curves.add(
          Curve.line(
              (n - chosen.size()) + (chosen.isEmpty() ? " minima" : " others"),
              temperatures,
              others));
    }
    return chart(superposition, curves, energyUnit);
  }

  private static CurveChart chart(
      HarmonicSuperposition superposition, List<Curve> curves, String energyUnit) {
    return new CurveChart(
        superposition.network().name(),
        superposition.vibrationalModel() == VibrationalModel.EQUAL_ENTROPY
            ? "no frequencies: equal entropies"
            : "",
        Symbols.quantity("Temperature", energyUnit),
        "Occupation",
        curves,
        List.of());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
