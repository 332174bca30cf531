package dev.tarn.application.thermodynamics;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.analytics.thermodynamics.ThermodynamicsCharts;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.landscape.Landscape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Thermodynamics over a range of temperatures.
 *
 * @param landscape what is known of the landscape as a whole
 * @param superposition what all is computed from
 * @param curves heat capacity, energies, entropy and frustration by temperature, and the peaks
 * @param occupation occupation of the minima asked for, by temperature; empty if none were
 * @param heatCapacityOfLowest heat capacity of the N lowest minima alone, by N
 */
public record ThermoAnswer(
    Landscape landscape,
    HarmonicSuperposition superposition,
    Thermodynamics curves,
    List<Double> occupation,
    Map<Integer, double[]> heatCapacityOfLowest)
    implements Answer {

  /**
   * One temperature; see {@link Thermodynamics}.
   *
   * @param frustration null if it is not defined
   * @param occupation occupation of the set of minima that was asked for; null if none was
   */
  public record ThermoRow(
      double temperature,
      double heatCapacity,
      double heatCapacityRising,
      double heatCapacityFalling,
      double meanEnergy,
      double freeEnergy,
      double shannonEntropy,
      @Nullable Double frustration,
      @Nullable Double frustrationNormalised,
      @Nullable Double occupation) {}

  /** A row for each temperature. */
  public List<ThermoRow> rows() {
    return IntStream.range(0, curves.temperatures().size())
        .mapToObj(
            i ->
                new ThermoRow(
                    curves.temperatures().get(i),
                    curves.heatCapacity().get(i),
                    curves.heatCapacityRising().get(i),
                    curves.heatCapacityFalling().get(i),
                    curves.meanEnergy().get(i),
                    curves.freeEnergy().get(i),
                    curves.shannonEntropy().get(i),
                    defined(curves.frustration().get(i)),
                    defined(curves.frustrationNormalised().get(i)),
                    occupation.isEmpty() ? null : occupation.get(i)))
        .toList();
  }

  private static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** The heat capacity with its two parts and its peaks. */
  public Picture heatCapacityPicture() {
    return ThermodynamicsCharts.heatCapacity(curves, landscape.energyUnit());
  }

  /** The occupations of the minima that matter. */
  public Picture occupationsPicture() {
    double[] grid = curves.temperatures().stream().mapToDouble(Double::doubleValue).toArray();
    return ThermodynamicsCharts.occupations(superposition, grid, landscape.energyUnit());
  }

  @Override
  public NamedValues values() {
    Thermodynamics t = curves;
    NamedValues values =
        NamedValues.empty()
            .put("landscape", t.landscape())
            .put("temperatures", t.temperatures())
            .put("heatCapacity", t.heatCapacity())
            .put("heatCapacityRising", t.heatCapacityRising())
            .put("heatCapacityFalling", t.heatCapacityFalling())
            .put("meanEnergy", t.meanEnergy())
            .put("freeEnergy", t.freeEnergy())
            .put("shannonEntropy", t.shannonEntropy())
            .put("frustration", t.frustration())
            .put("frustrationNormalised", t.frustrationNormalised())
            .put("frustrationLeftOut", t.frustrationLeftOut())
            .put("vibrationalModel", t.vibrationalModel())
            .put("vibrationalModes", t.vibrationalModes())
            .put("momenta", t.momenta() == Momenta.INCLUDED)
            .put("peaks", t.peaks().stream().map(ThermoAnswer::values).toList());
    if (!occupation.isEmpty()) {
      values.put("occupation", occupation);
    }
    if (!heatCapacityOfLowest.isEmpty()) {
      values.put(
          "heatCapacityOfLowest",
          heatCapacityOfLowest.entrySet().stream()
              .map(
                  curve ->
                      NamedValues.empty()
                          .put("minima", curve.getKey())
                          .put("heatCapacity", curve.getValue()))
              .toList());
    }
    return values;
  }

  private static NamedValues values(HeatCapacityPeak peak) {
    return NamedValues.empty()
        .put("temperature", peak.temperature())
        .put("heatCapacity", peak.heatCapacity())
        .put("rising", peak.rising())
        .put("falling", peak.falling())
        .put("emptied", NamedValues.ofRecords(peak.emptied()))
        .put("filled", NamedValues.ofRecords(peak.filled()));
  }
}
