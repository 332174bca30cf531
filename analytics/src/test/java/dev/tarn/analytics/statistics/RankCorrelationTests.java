package dev.tarn.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTests {

  /** The worked example of IQ against hours of television, rho = -29/165, in textbooks. */
  @Test
  void agreesWithATextbook() {
    double[] iq = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};
    RankCorrelation found = RankCorrelation.of(iq, hours);
    assertThat(found.rho()).isCloseTo(-29 / 165.0, within(1e-12));
    assertThat(found.pairs()).isEqualTo(10);
    assertThat(found.pValue()).isCloseTo(0.6272, within(1e-4));
  }

  @Test
  void onlyTheOrderMatters() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {-9, -1, 0.1, 20, 1e9};
    assertThat(RankCorrelation.of(x, y).rho()).isEqualTo(1);
  }

  /** Two of the 120 orders of five, two of the six of three. */
  @Test
  void fewPairsAreNeverCertain() {
    double[] five = {1, 2, 3, 4, 5};
    assertThat(RankCorrelation.of(five, five).pValue()).isCloseTo(2 / 120.0, within(1e-15));
    double[] three = {3, 2, 1};
    assertThat(RankCorrelation.of(three, new double[] {1, 2, 3}).pValue())
        .isCloseTo(2 / 6.0, within(1e-15));
  }

  /**
   * 0.786 is the critical value of seven pairs at 5 %, two-sided, in tables; 242 orders have it.
   */
  @Test
  void agreesWithATableOfCriticalValues() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {3, 1, 2, 4, 6, 7, 5};
    RankCorrelation found = RankCorrelation.of(x, y);
    assertThat(found.rho()).isCloseTo(1 - 6 * 12 / 336.0, within(1e-12));
    assertThat(found.pValue()).isCloseTo(242 / 5040.0, within(1e-15));
  }

  @Test
  void tiesHaveTheirMeanRank() {
    // Ranks 1.5 1.5 3 4 against 1 2 3 4: rho = 4.5 / sqrt(4.5 * 5).
    RankCorrelation found =
        RankCorrelation.of(new double[] {1, 1, 2, 3}, new double[] {5, 6, 7, 8});
    assertThat(found.rho()).isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
  }

  @Test
  void leavesOutWhatIsNotANumber() {
    RankCorrelation found =
        RankCorrelation.of(
            new double[] {1, Double.NaN, 2, 3, 9}, new double[] {3, 7, 2, 1, Double.NaN});
    assertThat(found.pairs()).isEqualTo(3);
    assertThat(found.rho()).isEqualTo(-1);
  }

  @Test
  void saysNothingOfConstantsAndPairs() {
    assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}).rho()).isNaN();
    assertThat(RankCorrelation.of(new double[] {1, 2}, new double[] {1, 2}).rho()).isNaN();
    assertThatThrownBy(() -> RankCorrelation.of(new double[1], new double[2]))
        .hasMessageContaining("1 and 2");
  }
}
