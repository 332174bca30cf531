package dev.tarn.analytics.thermodynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.RandomNetworks;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class HarmonicSuperpositionTests {

  private static Network twoLevels(double gap, int lowOrder, int highOrder) {
    return Network.builder("two", 6)
        .addMinimum(1, -10, 20, lowOrder)
        .addMinimum(2, -10 + gap, 20.5, highOrder)
        .addTransitionState(1, 1, 2, -5, 19, 1)
        .build();
  }

  @Test
  void twoLevelsByHand() {
    double gap = 1.5;
    double t = 0.4;
    // Ratio of the weights: (h_1/h_2) exp(-gap/T - (S_2 - S_1)/2).
    double r = 6.0 / 2 * Math.exp(-gap / t - 0.25);
    double p = r / (1 + r);
    EquilibriumState state = HarmonicSuperposition.of(twoLevels(gap, 6, 2), Momenta.LEFT_OUT).at(t);
    assertThat(state.heatCapacity()).isCloseTo(3 + p * (1 - p) * gap * gap / t / t, within(1e-13));
    // From the mean energy the upper level's part is p (1-p)^2, the lower one's (1-p) p^2.
    assertThat(state.rising() / (state.rising() + state.falling())).isCloseTo(1 - p, within(1e-14));
    assertThat(state.meanEnergy()).isCloseTo(-10 + p * gap + 3 * t, within(1e-13));
    double z =
        (Math.exp(10 / t - 10) / 6 + Math.exp((10 - gap) / t - 10.25) / 2)
            * Math.pow(2 * Math.PI * t, 3);
    assertThat(state.lnPartitionFunction()).isCloseTo(Math.log(z), within(1e-13));
    assertThat(state.freeEnergy()).isCloseTo(-t * Math.log(z), within(1e-13));
    assertThat(state.shannonEntropy())
        .isCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p), within(1e-14));
    EquilibriumState withMomenta =
        HarmonicSuperposition.of(twoLevels(gap, 6, 2), Momenta.INCLUDED).at(t);
    assertThat(withMomenta.heatCapacity() - state.heatCapacity()).isCloseTo(3, within(1e-13));
    assertThat(withMomenta.meanEnergy() - state.meanEnergy()).isCloseTo(3 * t, within(1e-13));
  }

  @Test
  void derivativesOfTheFreeEnergyAreEnergyEntropyAndHeatCapacity() {
    Random random = new Random(9);
    for (int trial = 0; trial < 20; trial++) {
      Network network = RandomNetworks.connected(random, 50, 50, 2);
      for (Momenta momenta : Momenta.values()) {
        HarmonicSuperposition s = HarmonicSuperposition.of(network, momenta);
        double t = 0.1 + random.nextDouble();
        EquilibriumState at = s.at(t);
        assertThat(derivative(x -> s.at(x).meanEnergy(), t))
            .isCloseTo(at.heatCapacity(), within(1e-7 * at.heatCapacity()));
        assertThat(derivative(x -> s.at(x).freeEnergy(), t))
            .isCloseTo(-at.entropy(), within(1e-8 * Math.abs(at.entropy())));
        assertThat(t * derivative(x -> s.at(x).entropy(), t))
            .isCloseTo(at.heatCapacity(), within(1e-7 * at.heatCapacity()));
        assertThat(at.freeEnergy()).isCloseTo(-t * at.lnPartitionFunction(), within(1e-12));
      }
    }
  }

  /** Central differences of eighth order. */
  private static double derivative(DoubleUnaryOperator f, double x) {
    double[] c = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
    double h = x / 200;
    double sum = 0;
    for (int k = 1; k <= 4; k++) {
      sum += c[k - 1] * (f.applyAsDouble(x + k * h) - f.applyAsDouble(x - k * h));
    }
    return sum / h;
  }

  @Test
  void limitsOfLowAndHighTemperature() {
    Network network = RandomNetworks.connected(new Random(6), 200, 100, 1);
    HarmonicSuperposition s = HarmonicSuperposition.of(network, Momenta.LEFT_OUT);
    EquilibriumState cold = s.at(1e-300);
    assertThat(cold.heatCapacity()).isEqualTo(3);
    assertThat(cold.shannonEntropy()).isZero();
    assertThat(cold.meanEnergy()).isEqualTo(network.energy(network.globalMinimum()));
    EquilibriumState hot = s.at(1e12);
    assertThat(hot.heatCapacity()).isCloseTo(3, within(1e-12));
    double[] ln = s.lnOccupations(1e12);
    double[] inverse = new double[200];
    for (int i = 0; i < 200; i++) {
      // At high temperature the share is that of exp(-S/2)/h.
      inverse[i] = -network.logDetHessian(i) / 2 - Math.log(network.symmetryOrder(i));
    }
    double total = LogSum.of(inverse);
    for (int i = 0; i < 200; i++) {
      assertThat(ln[i]).isCloseTo(inverse[i] - total, within(1e-11));
    }
  }

  @Test
  void occupationsSumToOneAndSetsToTheSumOfTheirMembers() {
    Network network = RandomNetworks.connected(new Random(12), 300, 10, 3);
    HarmonicSuperposition s = HarmonicSuperposition.of(network, Momenta.LEFT_OUT);
    for (double t : new double[] {1e-3, 0.05, 0.3, 4}) {
      double sum = Arrays.stream(s.lnOccupations(t)).map(Math::exp).sum();
      assertThat(sum).isCloseTo(1, within(1e-13));
      assertThat(s.occupation(t, 5, 7, 5))
          .isCloseTo(s.occupation(t, 5) + s.occupation(t, 7), within(1e-15));
    }
    assertThatThrownBy(() -> s.occupation(1, 301))
        .hasMessage("minimum 301 does not exist in landscape random");
  }

  @Test
  void heatCapacityOfTheLowestMinimaIsThatOfTheNetworkWithoutTheOthers() {
    Random random = new Random(13);
    Network network = RandomNetworks.connected(random, 40, 0, 2);
    double[] sorted = new double[40];
    for (int i = 0; i < 40; i++) {
      sorted[i] = network.energy(i);
    }
    Arrays.sort(sorted);
    double[] temperatures = {0.02, 0.1, 0.5, 3};
    int[] counts = {1, 2, 17, 40, 100};
    double[][] curves =
        HarmonicSuperposition.of(network, Momenta.LEFT_OUT)
            .heatCapacityOfLowest(temperatures, counts);
    for (int c = 0; c < counts.length; c++) {
      double highest = sorted[Math.min(40, counts[c]) - 1];
      Network.Builder part = Network.builder("part", 6);
      for (int i = 0; i < 40; i++) {
        if (network.energy(i) <= highest) {
          part.addMinimum(
              i + 1, network.energy(i), network.logDetHessian(i), network.symmetryOrder(i));
        }
      }
      HarmonicSuperposition alone = HarmonicSuperposition.of(part.build(), Momenta.LEFT_OUT);
      for (int k = 0; k < temperatures.length; k++) {
        double expected = alone.at(temperatures[k]).heatCapacity();
        assertThat(curves[c][k] / expected).isCloseTo(1, within(1e-13));
      }
    }
  }

  @Test
  void peaksOfThreeWellSeparatedLevelsAreThoseOfTwoSchottkyAnomalies() {
    // Degeneracies 1, e^12, e^30: transitions near T = 1/12 and 4/18.
    Network network =
        Network.builder("three", 0)
            .addMinimum(1, 0, 60, 1)
            .addMinimum(2, 1, 36, 1)
            .addMinimum(3, 5, 0, 1)
            .build();
    HarmonicSuperposition s = HarmonicSuperposition.of(network, Momenta.LEFT_OUT);
    List<HeatCapacityPeak> peaks = s.peaks(0.001, 100);
    assertThat(peaks).hasSize(2);
    assertThat(peaks.get(0).temperature()).isCloseTo(1.0 / 12, within(0.003));
    assertThat(peaks.get(1).temperature()).isCloseTo(4.0 / 18, within(0.003));
    assertThat(peaks.get(0).emptied().get(0).minimum()).isEqualTo(1);
    assertThat(peaks.get(0).filled().get(0).minimum()).isEqualTo(2);
    assertThat(peaks.get(1).emptied().get(0).minimum()).isEqualTo(2);
    assertThat(peaks.get(1).filled().get(0).minimum()).isEqualTo(3);
    for (HeatCapacityPeak peak : peaks) {
      double slope = derivative(x -> s.at(x).heatCapacity(), peak.temperature());
      assertThat(slope).isCloseTo(0, within(1e-5 * peak.heatCapacity() / peak.temperature()));
      double slopes =
          peak.emptied().stream().mapToDouble(HeatCapacityPeak.Contribution::slope).sum();
      assertThat(slopes).isNegative();
    }
  }

  @Test
  void missingFrequenciesGiveTheEqualEntropyVersionAndSaySo() {
    Network without =
        Network.builder("without", 2)
            .addMinimum(1, 0, Double.NaN, 1)
            .addMinimum(2, 0.5, 7, 1)
            .addTransitionState(1, 1, 2, 1, Double.NaN, 1)
            .build();
    HarmonicSuperposition s = HarmonicSuperposition.of(without, Momenta.LEFT_OUT);
    assertThat(s.vibrationalModel()).isEqualTo(VibrationalModel.EQUAL_ENTROPY);
    assertThat(s.occupation(0.5, 2)).isCloseTo(1 / (1 + Math.E), within(1e-15));
    assertThat(Thermodynamics.of(without, new double[] {0.5}, Momenta.LEFT_OUT).vibrationalModel())
        .isEqualTo(VibrationalModel.EQUAL_ENTROPY);
    assertThat(HarmonicWeights.of(twoLevels(1, 1, 1)).model()).isEqualTo(VibrationalModel.HARMONIC);
  }

  @Test
  void frequenciesOfTransitionStatesDoNotMatter() {
    Network network =
        Network.builder("half known", 2)
            .addMinimum(1, 0, 8, 1)
            .addMinimum(2, 0.5, 7, 1)
            .addTransitionState(1, 1, 2, 1, Double.NaN, 1)
            .build();
    HarmonicSuperposition s = HarmonicSuperposition.of(network, Momenta.LEFT_OUT);
    assertThat(s.vibrationalModel()).isEqualTo(VibrationalModel.HARMONIC);
    assertThat(s.occupation(0.5, 2)).isCloseTo(1 / (1 + Math.exp(0.5)), within(1e-15));
    assertThat(HarmonicWeights.of(network).model()).isEqualTo(VibrationalModel.EQUAL_ENTROPY);
  }

  @Test
  void badInputIsRefusedInOneLine() {
    HarmonicSuperposition s = HarmonicSuperposition.of(twoLevels(1, 1, 1), Momenta.LEFT_OUT);
    for (double bad : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> s.at(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected a finite temperature above 0, found " + bad);
    }
    assertThatThrownBy(() -> s.peaks(2, 1)).hasMessageContaining("lowest <= highest");
    assertThatThrownBy(() -> Temperatures.linear(1, 2, 0)).hasMessageContaining("found 1.0:2.0:0");
    assertThatThrownBy(
            () -> HarmonicSuperposition.of(Network.builder("none", 0).build(), Momenta.LEFT_OUT))
        .hasMessage("landscape none has no minima, expected at least one");
    Network broken = Network.builder("broken", 0).addMinimum(1, Double.NaN, 1, 1).build();
    assertThatThrownBy(() -> HarmonicSuperposition.of(broken, Momenta.LEFT_OUT))
        .hasMessage("minimum 1: expected a finite energy, found NaN");
    assertThat(Temperatures.linear(0.1, 0.7, 3)).containsExactly(0.1, 0.4, 0.7);
  }

  @Test
  void temperaturesAsAPersonWritesThem() {
    assertThat(Temperatures.parse("0.1:0.7:3")).containsExactly(0.1, 0.4, 0.7);
    assertThat(Temperatures.parse("0.25")).containsExactly(0.25);
    assertThat(Temperatures.parse("0.5, 0.25")).containsExactly(0.5, 0.25);
    for (String bad : new String[] {"", "a", "1:2", "1:2:3:4", "1:2:x", "1,,2", "1:2:3.5"}) {
      assertThatThrownBy(() -> Temperatures.parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "expected temperatures as lowest:highest:count or as numbers with commas, found "
                  + bad);
    }
    assertThatThrownBy(() -> Temperatures.parse("1,-2")).hasMessageContaining("found -2.0");
  }
}
