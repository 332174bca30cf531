package dev.tarn.analytics.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AxisTests {
  @Test
  void ticksAreRoundAndLabelledWithTheDigitsTheyNeed() {
    Axis axis = Axis.over(-44.3, -34.9, 5);
    assertThat(axis.ticks()).containsExactly(-44.0, -42.0, -40.0, -38.0, -36.0);
    assertThat(axis.label(-44)).isEqualTo("\u221244");
    Axis fine = Axis.over(0, 1, 8);
    assertThat(fine.step()).isEqualTo(0.2);
    assertThat(fine.label(3 * 0.2)).isEqualTo("0.6");
    assertThat(Axis.over(0, 1, 4).label(0.25)).isEqualTo("0.25");
    assertThat(Axis.over(0, 3e7, 3).label(1e7)).isEqualTo("1.0e+07");
    assertThat(Axis.over(1e6, 1e6 + 4, 4).label(1e6 + 1)).isEqualTo("1.0000010e+06");
    assertThat(Axis.over(0, 4e-5, 4).label(1e-5)).isEqualTo("1.0e\u221205");
    assertThat(Axis.over(-1, 1, 4).label(-0.0)).isEqualTo("0.0");
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> Axis.over(1, 1, 5))
        .hasMessageContaining("expected an axis from a lower to a higher finite value");
  }

  @Test
  void logarithmicTicksArePowersOfTen() {
    LogAxis axis = new LogAxis(0.02, 2000);
    assertThat(axis.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
    assertThat(axis.minorTicks()).startsWith(0.02, 0.03).endsWith(900.0, 2000.0);
    assertThat(axis.label(0.1)).isEqualTo("0.1");
    assertThat(axis.label(1000)).isEqualTo("1000");
    assertThat(axis.label(1e-7)).isEqualTo("1e-7");
    assertThat(axis.fraction(0.02)).isZero();
    assertThat(axis.fraction(2000)).isEqualTo(1);
    assertThatThrownBy(() -> new LogAxis(0, 1))
        .hasMessageContaining("from a lower to a higher positive value");
  }
}
