package dev.tarn.analytics.thermodynamics;

import java.util.List;

/**
 * A maximum of the heat capacity as a function of temperature, and the minima that make it.
 *
 * @param temperature where the derivative of the heat capacity vanishes
 * @param heatCapacity the heat capacity there, vibrational part included
 * @param rising C+ there
 * @param falling C- there
 * @param emptied minima that lose occupation with rising temperature, largest contribution first,
 *     until they make up nine tenths of C-; at most {@value #MOST_NAMED}
 * @param filled minima that gain occupation, in the same way for C+
 */
public record HeatCapacityPeak(
    double temperature,
    double heatCapacity,
    double rising,
    double falling,
    List<Contribution> emptied,
    List<Contribution> filled) {
  static final int MOST_NAMED = 50;
  static final double NAMED_SHARE = 0.9;

  public HeatCapacityPeak {
    emptied = List.copyOf(emptied);
    filled = List.copyOf(filled);
  }

  /**
   * A minimum's part in a peak.
   *
   * @param minimum its id
   * @param occupation p
   * @param slope dp/dT
   * @param heatCapacity its part of the heat capacity, p (E - mean E)^2/T^2
   */
  public record Contribution(long minimum, double occupation, double slope, double heatCapacity) {}
}
