package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.plot.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Arrhenius plot: decadic logarithm of rate constants against reciprocal temperature. */
public final class ArrheniusChart {
  private ArrheniusChart() {}

  /**
   * The rate constants k* of a scan, both ways, as dots, and the straight lines fitted to them.
   *
   * @param landscape its name, for the headline
   * @param rates at two different temperatures or more
   * @param energyUnit unit of energies and temperatures; may be empty
   */
  public static CurveChart of(String landscape, List<Rates> rates, String energyUnit) {
    double[] temperatures = rates.stream().mapToDouble(Rates::temperature).toArray();
    double[] forward =
        rates.stream().mapToDouble(r -> -r.forward().lnMeanFirstPassageTime()).toArray();
    double[] backward =
        rates.stream().mapToDouble(r -> -r.backward().lnMeanFirstPassageTime()).toArray();
    ArrheniusFit there = ArrheniusFit.of(temperatures, forward);
    ArrheniusFit back = ArrheniusFit.of(temperatures, backward);
    double[] x = new double[temperatures.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = 1 / temperatures[k];
    }
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("forward", x, decadic(forward), Curve.Style.POINTS));
    curves.add(new Curve("backward", x, decadic(backward), Curve.Style.POINTS));
    curves.add(new Curve("fit forward", x, line(there, temperatures), Curve.Style.LINE, 0));
    curves.add(new Curve("fit backward", x, line(back, temperatures), Curve.Style.LINE, 1));
    return new CurveChart(
        landscape,
        String.format(
            Locale.ROOT,
            "activation energy%s: forward %.4g (R\u00b2 %.5f), backward %.4g (R\u00b2 %.5f)",
            energyUnit.isEmpty() ? "" : " /" + Symbols.unit(energyUnit),
            there.activationEnergy(),
            there.determination(),
            back.activationEnergy(),
            back.determination()),
        energyUnit.isEmpty() ? "1 / T" : Symbols.unit(energyUnit).strip() + " / T",
        "log\u2081\u2080 k",
        curves,
        List.of());
  }

  private static double[] line(ArrheniusFit fit, double[] temperatures) {
    double[] ln = new double[temperatures.length];
    for (int k = 0; k < ln.length; k++) {
      ln[k] = fit.lnRate(temperatures[k]);
    }
    return decadic(ln);
  }

  private static double[] decadic(double[] ln) {
    double[] result = new double[ln.length];
    for (int k = 0; k < ln.length; k++) {
      result[k] = ln[k] / Math.log(10);
    }
    return result;
  }
}
