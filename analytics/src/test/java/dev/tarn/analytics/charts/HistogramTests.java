package dev.tarn.analytics.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.plot.PictureFormat;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTests {

  /** 8 values, quartiles 2 and 6: width 2 * 4 / 2 = 4 would give 2 bins; 5 are the least. */
  @Test
  void valuesAreCountedIntoBinsOfEqualWidth() {
    Histogram histogram = Histogram.of("h", new double[] {10, 0, 1, 2, 3, 5, 6, 7});
    assertThat(histogram.low()).isZero();
    assertThat(histogram.width()).isEqualTo(2);
    // [0, 2): 0 1; [2, 4): 2 3; [4, 6): 5; [6, 8): 6 7; [8, 10]: 10.
    assertThat(histogram.density())
        .containsExactly(
            new double[] {2 / 16.0, 2 / 16.0, 1 / 16.0, 2 / 16.0, 1 / 16.0}, within(1e-15));
  }

  @Test
  void densityAddsUpToOne() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = random.doubles(1000).map(u -> Math.log(1 - u)).toArray();
    Histogram histogram = Histogram.of("h", values);
    assertThat(Arrays.stream(histogram.density()).sum() * histogram.width())
        .isCloseTo(1, within(1e-12));
    assertThat(histogram.density().length).isBetween(20, 60);
  }

  @Test
  void equalValuesShareABin() {
    assertThat(Histogram.of("h", new double[] {3, 3}).density()).containsExactly(1);
    assertThatThrownBy(() -> Histogram.of("h", new double[0]))
        .hasMessage("expected finite values for the histogram of h");
  }

  @Test
  void chartNamesItsHistogramsAndLines() {
    String svg =
        PictureFormat.svg(
            new HistogramChart(
                "glass",
                "",
                "Energy",
                List.of(
                    Histogram.of("N = 5", new double[] {1, 2, 3}),
                    Histogram.of("N = 6", new double[] {2, 2.5})),
                List.of(new Mark(-1, 0, "E0"))));
    assertThat(svg).contains(">glass<", ">N = 5<", ">N = 6<", ">E0<", ">Energy<", ">Density<");
  }
}
