package dev.tarn.application.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.PictureFormat;
import dev.tarn.explorer.exploration.DiscoveryCurve;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryPictureTests {

  private static DiscoveryCurve.Point point(OptionalDouble seconds, long searches) {
    return new DiscoveryCurve.Point(searches, 300 * searches, seconds, 5, 2 * searches);
  }

  private static Picture picture(OptionalDouble first, OptionalDouble second) {
    return DiscoveryPicture.of(
        "lj13", new DiscoveryCurve(List.of(point(first, 1000), point(second, 20_000))));
  }

  @ParameterizedTest
  @CsvSource({"30, time / s", "600, time / min", "36000, time / h"})
  void findsAreDrawnAgainstTimeBesideEnergyCalls(double last, String label) {
    Picture both = picture(OptionalDouble.of(last / 10), OptionalDouble.of(last));
    assertThat(PictureFormat.svg(both))
        .contains("Finds on lj13")
        .contains(label)
        .contains("energy calls / million")
        .containsOnlyOnce(">minima<");
    assertThat(both.width())
        .isGreaterThan(2 * picture(OptionalDouble.empty(), OptionalDouble.empty()).width() - 200);
  }

  @Test
  void whereNoTimeIsKnownNoneIsDrawn() {
    assertThat(PictureFormat.svg(picture(OptionalDouble.empty(), OptionalDouble.empty())))
        .contains("Finds on lj13")
        .contains("energy calls / million")
        .doesNotContain("time /")
        .doesNotContain("NaN");
  }
}
