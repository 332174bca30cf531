package dev.tarn.analytics.thermodynamics;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.List;

/**
 * Thermodynamics of a landscape over a range of temperatures: what {@code tarn thermo} prints. All
 * lists have one entry for each temperature, in the order given, {@link #peaks} excepted.
 *
 * @param landscape its name
 * @param vibrationalModel {@link VibrationalModel#EQUAL_ENTROPY} if frequencies are not known
 * @param vibrationalModes kappa, 0 if unknown
 * @param momenta whether kinetic energy is included
 * @param temperatures the temperatures
 * @param heatCapacity C
 * @param heatCapacityRising C+, see {@link HarmonicSuperposition}
 * @param heatCapacityFalling C-
 * @param meanEnergy mean energy
 * @param freeEnergy -T ln Z
 * @param shannonEntropy -sum p ln p
 * @param frustration f, see {@link FrustrationIndex#index()}
 * @param frustrationNormalised f~, see {@link FrustrationIndex#normalised()}
 * @param frustrationLeftOut how many minima do not count in the frustration index
 * @param peaks maxima of the heat capacity between the lowest and the highest temperature
 */
public record Thermodynamics(
    String landscape,
    VibrationalModel vibrationalModel,
    int vibrationalModes,
    Momenta momenta,
    List<Double> temperatures,
    List<Double> heatCapacity,
    List<Double> heatCapacityRising,
    List<Double> heatCapacityFalling,
    List<Double> meanEnergy,
    List<Double> freeEnergy,
    List<Double> shannonEntropy,
    List<Double> frustration,
    List<Double> frustrationNormalised,
    int frustrationLeftOut,
    List<HeatCapacityPeak> peaks) {

  public Thermodynamics {
    temperatures = List.copyOf(temperatures);
    heatCapacity = List.copyOf(heatCapacity);
    heatCapacityRising = List.copyOf(heatCapacityRising);
    heatCapacityFalling = List.copyOf(heatCapacityFalling);
    meanEnergy = List.copyOf(meanEnergy);
    freeEnergy = List.copyOf(freeEnergy);
    shannonEntropy = List.copyOf(shannonEntropy);
    frustration = List.copyOf(frustration);
    frustrationNormalised = List.copyOf(frustrationNormalised);
    peaks = List.copyOf(peaks);
  }

  /**
   * Computes everything, with exact barriers in the frustration index.
   *
   * @throws IllegalArgumentException if there are no minima or no temperatures, an energy is not
   *     finite or a temperature not above zero
   */
  public static Thermodynamics of(Network network, double[] temperatures, Momenta momenta) {
    return of(network, temperatures, momenta, Frustration.of(network));
  }

  /** Computes everything, with the frustration index of your choice. */
  public static Thermodynamics of(
      Network network, double[] temperatures, Momenta momenta, Frustration frustration) {
    if (temperatures.length == 0) {
      throw new IllegalArgumentException("expected at least one temperature, found none");
    }
    HarmonicSuperposition superposition = HarmonicSuperposition.of(network, momenta);
    List<EquilibriumState> states =
        Arrays.stream(temperatures).parallel().mapToObj(superposition::at).toList();
    List<FrustrationIndex> indices =
        Arrays.stream(temperatures).parallel().mapToObj(frustration::at).toList();
    double lowest = Arrays.stream(temperatures).min().orElseThrow();
    double highest = Arrays.stream(temperatures).max().orElseThrow();
    return new Thermodynamics(
        network.name(),
        superposition.vibrationalModel(),
        superposition.vibrationalModes(),
        momenta,
        Arrays.stream(temperatures).boxed().toList(),
        states.stream().map(EquilibriumState::heatCapacity).toList(),
        states.stream().map(EquilibriumState::rising).toList(),
        states.stream().map(EquilibriumState::falling).toList(),
        states.stream().map(EquilibriumState::meanEnergy).toList(),
        states.stream().map(EquilibriumState::freeEnergy).toList(),
        states.stream().map(EquilibriumState::shannonEntropy).toList(),
        indices.stream().map(FrustrationIndex::index).toList(),
        indices.stream().map(FrustrationIndex::normalised).toList(),
        frustration.leftOut(),
        superposition.peaks(lowest, highest));
  }
}
