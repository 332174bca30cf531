package dev.tarn.cli.output;

import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak.Contribution;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.landscape.Landscape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Thermodynamics in sentences. */
public final class ThermoText {
  private static final int NAMED = 4;

  private ThermoText() {}

  /** Where the peak is, and how high. */
  public static String worded(HeatCapacityPeak peak, Landscape landscape) {
    return "heat capacity peak at T = "
        + Numbers.significant(peak.temperature(), 4)
        + Descriptions.energyUnit(landscape)
        + ": C = "
        + Numbers.significant(peak.heatCapacity(), 5)
        + " k_B";
  }

  /** What a reader must know to read the numbers right. */
  public static List<String> notes(Thermodynamics t) {
    List<String> notes = new ArrayList<>();
    if (t.vibrationalModel() == VibrationalModel.EQUAL_ENTROPY) {
      notes.add("frequencies are not known; all minima are given the same vibrational entropy");
    }
    if (t.vibrationalModes() == 0) {
      notes.add("the number of vibrational modes is not known; C is that of the minima alone");
    }
    if (t.frustrationLeftOut() > 0) {
      notes.add(
          Numbers.counted(t.frustrationLeftOut(), "minimum", "minima")
              + " not connected with the global minimum: not in the frustration index");
    }
    return notes;
  }

  /** The minima that count most. */
  public static String named(List<Contribution> contributions) {
    String text =
        contributions.stream()
            .limit(NAMED)
            .map(
                c ->
                    "minimum "
                        + c.minimum()
                        + " (p = "
                        + Numbers.significant(c.occupation(), 3)
                        + ")")
            .collect(Collectors.joining(", "));
    int more = contributions.size() - NAMED;
    return more > 0 ? text + " and " + more + " more" : text;
  }
}
