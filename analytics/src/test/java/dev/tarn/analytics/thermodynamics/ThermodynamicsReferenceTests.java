package dev.tarn.analytics.thermodynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.PathsampleNetworks;
import dev.tarn.landscape.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published networks. Expected values: the definitions in 50-digit decimal arithmetic, barriers by
 * a bottleneck Dijkstra search from the global minimum, in another language; bins of 0.5.
 */
class ThermodynamicsReferenceTests {

  @ParameterizedTest
  @CsvSource({
    "lj38, 108, 0.05, 1.080235851071223e+02, -1.685283471202925e+02, 1.172908627453199e-03",
    "lj38, 108, 0.12, 1.226343067454794e+02, -1.605530632649726e+02, 1.199361898475350e+00",
    "lj38, 108, 0.3, 1.241265513705703e+02, -1.389751023766522e+02, 2.133886848586180e+00",
    "lj13, 33, 0.1, 3.300000041038986e+01, -4.102680141807603e+01, 1.161001057651978e-08",
    "lj13, 33, 0.287, 5.112043701854754e+01, -3.444119906397324e+01, 7.427607967900093e-01",
    "lj13, 33, 1, 3.381364161880344e+01, -4.748080008467728e+00, 6.631252961830459e+00",
    "9comm, 0, 0.5, 1.953952787652395e+00, 8.839479999797013e-01, 2.786301427262340e+00",
    "9comm, 0, 2, 1.258005367151371e+00, 2.835677655611911e+00, 4.667382880528461e+00",
  })
  void averagesAreThoseOfFiftyDigits(
      String set, int modes, double t, double heatCapacity, double energy, double shannon) {
    Network network = PathsampleNetworks.require("ktn/" + set, modes);
    EquilibriumState state = HarmonicSuperposition.of(network, Momenta.INCLUDED).at(t);
    assertThat(state.heatCapacity() / heatCapacity).isCloseTo(1, within(2e-13));
    assertThat(state.meanEnergy() / energy).isCloseTo(1, within(2e-13));
    assertThat(state.shannonEntropy() / shannon).isCloseTo(1, within(2e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "lj38, 0.05, 6.69604244251180e-04, 6.20380425948083e+00, 7.77538701278555e-04,"
        + "7.04345816981475e-04, 17",
    "lj38, 0.12, 2.58753593731537e+00, 5.40340548764194e+00, 3.06640709394271e+00,"
        + "2.69054867698092e+00, 17",
    "lj38, 0.3, 1.61055002837276e+00, 1.61367177952290e+00, 2.50388868040129e+00,"
        + "1.76202878671213e+00, 17",
    "lj13, 0.1, 1.13513375939743e-10, 2.29697995114991e-01, 6.07698690369311e-10,"
        + "1.62557499884851e-10, 0",
    "lj13, 1, 9.08164430455403e-03, 9.08177119686082e-03, 1.00906767210640e+00,"
        + "4.74346109686196e-02, 0",
    "9comm, 2, 8.40160855319679e+00, 8.72859709634484e+00, 9.36414680080533e+00,"
        + "8.56218575148508e+00, 0",
  })
  void frustrationIsThatOfFiftyDigits(
      String set,
      double t,
      double index,
      double normalised,
      double fromBottom,
      double binned,
      int leftOut) {
    Network network = PathsampleNetworks.require("ktn/" + set, 0);
    Frustration frustration = Frustration.of(network);
    FrustrationIndex found = frustration.at(t);
    assertThat(found.index() / index).isCloseTo(1, within(1e-12));
    assertThat(found.normalised() / normalised).isCloseTo(1, within(1e-12));
    assertThat(found.indexFromBottom() / fromBottom).isCloseTo(1, within(1e-12));
    assertThat(Frustration.binned(network, 0.5).at(t).index() / binned).isCloseTo(1, within(1e-12));
    assertThat(frustration.leftOut()).isEqualTo(leftOut);
  }

  @Test
  void meltingPeakOfLennardJones13IsWhereTheHeatCapacityTurns() {
    Network network = PathsampleNetworks.require("ktn/lj13", 33);
    HarmonicSuperposition superposition = HarmonicSuperposition.of(network, Momenta.INCLUDED);
    List<HeatCapacityPeak> peaks = superposition.peaks(0.05, 2);
    assertThat(peaks).hasSize(1);
    HeatCapacityPeak melting = peaks.get(0);
    // Below, the icosahedron alone loses occupation.
    assertThat(melting.emptied().get(0).minimum()).isEqualTo(1);
    assertThat(melting.emptied().get(0).slope()).isNegative();
    assertThat(melting.filled()).isNotEmpty().allSatisfy(c -> assertThat(c.slope()).isPositive());
    for (double step : new double[] {-1e-4, 1e-4}) {
      assertThat(superposition.at(melting.temperature() + step).heatCapacity())
          .isLessThan(melting.heatCapacity());
    }
  }
}
