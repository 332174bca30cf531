package dev.tarn.analytics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published networks. Expected passage times: graph transformation in quadruple precision, computed
 * independently; those of 9comm at T = 1 are also what PATHSAMPLE prints.
 */
class GraphTransformationReferenceTests {

  @ParameterizedTest
  @CsvSource({
    "9comm, 4, 144, 0.5, 1.8673308070e22, 3.4329728193e21",
    "9comm, 4, 144, 1, 7.5202188285e11, 3.0966484663e11",
    "9comm, 4, 144, 2, 6.0620956904e6, 4.3483208567e6",
    "9comm, 4, 144, 5, 1.1737142357e4, 1.1587856324e4",
    "lj38, 8, 2, 0.10, 1.4371852816e15, 6.9637683706e15",
    "lj38, 8, 2, 0.12, 1.2756054643e12, 1.6084475561e12",
    "lj38, 8, 2, 0.15, 1.4499423399e9, 4.5375087040e8",
    "lj38, 8, 2, 0.20, 2.4608042031e6, 2.4921012844e5",
    "tetraala, 10, 6, 0.592, 9.1422760304e-7, 7.0674925127e-6",
  })
  void meanFirstPassageTimesAreThoseOfQuadruplePrecision(
      String set, long from, long to, double temperature, double forward, double backward) {
    Network network = PathsampleNetworks.require("ktn/" + set, 0);
    Rates rates =
        GraphTransformation.between(network, new long[] {from}, new long[] {to}).rates(temperature);
    assertThat(rates.mfptForward() / forward).isCloseTo(1, within(1e-10));
    assertThat(rates.mfptBackward() / backward).isCloseTo(1, within(1e-10));
  }

  @Test
  void rateConstantsOfNineCommunitiesAreThoseOfPathsample() {
    Network network = PathsampleNetworks.require("ktn/9comm", 0);
    Rates rates = GraphTransformation.between(network, new long[] {4}, new long[] {144}).rates(1);
    assertThat(rates.forward().steadyState() / 7.3608033854e-3).isCloseTo(1, within(1e-10));
    assertThat(rates.backward().steadyState() / 9.3315378180e-11).isCloseTo(1, within(1e-10));
    assertThat(rates.forward().nonSteadyState() / 1.3297485390e-12).isCloseTo(1, within(1e-10));
    assertThat(rates.backward().nonSteadyState() / 3.2292977743e-12).isCloseTo(1, within(1e-10));
  }

  /** NGT.rates.new: T, kNSS A to B reversed and straight, the same of the passage times. */
  @Test
  void nineCommunitiesAgreeWithTheDigitsThatPathsamplePrints() throws IOException {
    Network network = PathsampleNetworks.require("ktn/9comm", 0);
    Path file = ReferenceData.require("ktn/9comm/NGT.rates.new");
    double[] printed =
        Arrays.stream(Files.readString(file).strip().split("\\s+", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    Rates rates =
        GraphTransformation.between(network, new long[] {4}, new long[] {144}).rates(printed[0]);
    // Ten digits, and a pi of ten digits.
    assertThat(rates.forward().nonSteadyState() / printed[1]).isCloseTo(1, within(4e-10));
    assertThat(rates.backward().nonSteadyState() / printed[2]).isCloseTo(1, within(4e-10));
    assertThat(rates.mfptForward() / printed[3]).isCloseTo(1, within(4e-10));
    assertThat(rates.mfptBackward() / printed[4]).isCloseTo(1, within(4e-10));
  }
}
