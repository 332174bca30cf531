package dev.tarn.analytics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrheniusFitTests {

  @Test
  void oneBarrierIsFoundExactly() {
    Network pair =
        Network.builder("pair", 0)
            .addMinimum(1, 0, 30, 1)
            .addMinimum(2, -0.5, 31, 2)
            .addTransitionState(1, 1, 2, 1.75, 28, 1)
            .build();
    double[] temperatures = {0.05, 0.1, 0.2, 0.4};
    List<Rates> rates =
        GraphTransformation.between(pair, new long[] {1}, new long[] {2}).scan(temperatures);
    double[] lnRates =
        rates.stream().mapToDouble(r -> -r.forward().lnMeanFirstPassageTime()).toArray();
    ArrheniusFit fit = ArrheniusFit.of(temperatures, lnRates);
    assertThat(fit.activationEnergy()).isCloseTo(1.75, within(1e-12));
    // h_1/h_ts exp((S_1 - S_ts)/2)/(2 pi) = e/(2 pi)
    assertThat(fit.prefactor()).isCloseTo(Math.E / (2 * Math.PI), within(1e-11));
    assertThat(fit.determination()).isCloseTo(1, within(1e-14));
    assertThat(fit.lnRate(0.1)).isCloseTo(lnRates[1], within(1e-11));
  }

  // Points (1/T, ln k) = (1, 0), (2, -1), (3, -5): slope -5/2, mean (2, -2).
  @Test
  void standardErrorsByHand() {
    ArrheniusFit fit = ArrheniusFit.of(new double[] {1, 0.5, 1.0 / 3}, new double[] {0, -1, -5});
    assertThat(fit.activationEnergy()).isCloseTo(2.5, within(1e-14));
    assertThat(fit.lnPrefactor()).isCloseTo(3, within(1e-14));
    // Residuals -0.5, 1, -0.5: sum of squares 1.5, one degree of freedom, Sxx = 2.
    assertThat(fit.activationEnergyError()).isCloseTo(Math.sqrt(0.75), within(1e-14));
    assertThat(fit.lnPrefactorError()).isCloseTo(Math.sqrt(1.5 * (1.0 / 3 + 2)), within(1e-14));
    assertThat(fit.determination()).isCloseTo(1 - 1.5 / 14, within(1e-14));
  }

  @Test
  void oneTemperatureIsRefused() {
    assertThatThrownBy(() -> ArrheniusFit.of(new double[] {1, 1}, new double[] {0, 0}))
        .hasMessage(
            "an Arrhenius fit needs at least two different temperatures, found 2 equal ones");
    assertThatThrownBy(() -> ArrheniusFit.of(new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
