package dev.tarn.analytics.thermodynamics;

/**
 * Equilibrium averages at one temperature, in the landscape's energy unit and k_B = 1.
 *
 * @param temperature T
 * @param lnPartitionFunction ln Z
 * @param freeEnergy F = -T ln Z
 * @param meanEnergy the mean energy, that of the vibrational modes included
 * @param entropy (meanEnergy - freeEnergy)/T
 * @param heatCapacity vibrational part + {@code rising} + {@code falling}
 * @param rising C+: part of the heat capacity due to minima whose occupation rises with T
 * @param falling C-: part due to minima whose occupation falls with T
 * @param shannonEntropy -sum p ln p over the minima: 0 if one is occupied, ln n if all are alike
 */
public record EquilibriumState(
    double temperature,
    double lnPartitionFunction,
    double freeEnergy,
    double meanEnergy,
    double entropy,
    double heatCapacity,
    double rising,
    double falling,
    double shannonEntropy) {}
