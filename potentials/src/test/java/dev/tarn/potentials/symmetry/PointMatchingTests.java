package dev.tarn.potentials.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointMatchingTests {
  private static final double[] TRIANGLE = {0, 0, 0, 1, 0, 0, 0.5, 0.8, 0};
  private static final double[] ROW = {0, 0, 0, 1, 0, 0, 2, 0, 0};

  private static Minimum minimum(long id, double energy, double[] x, Observables observables) {
    return new Minimum(id, energy, 0, 1, 0, 1, x, observables);
  }

  @Test
  void pointsMatchByIdentityOneToOne() {
    double[] turned = {0.5, 0, 3.8, 0, 0, 3, 1, 0, 3};
    List<Minimum> first =
        List.of(minimum(1, -3, TRIANGLE, Observables.NONE), minimum(2, -3, ROW, Observables.NONE));
    List<Minimum> second =
        List.of(minimum(1, -3, turned, Observables.NONE), minimum(2, -2, ROW, Observables.NONE));
    PointMatching matching =
        PointMatching.byIdentity(first, second, new ClusterSymmetry(3, 3), 1e-7, 1e-4);
    assertThat(matching.firsts()).containsExactly(0);
    assertThat(matching.seconds()).containsExactly(0);
    assertThat(matching.onlyInFirst()).containsExactly(1);
    assertThat(matching.onlyInSecond()).containsExactly(1);
  }

  @Test
  void momentsStandInForCoordinates() {
    // A row of three at unit distance: 0 about its axis, 2 about the others.
    Observables given = Observables.of(List.of("inertiaX", "inertiaY", "inertiaZ"), 2.0, 0.0, 2.0);
    List<Minimum> first =
        List.of(minimum(1, -3, TRIANGLE, Observables.NONE), minimum(2, -3, ROW, Observables.NONE));
    List<Minimum> second = List.of(minimum(7, -3.000001, new double[0], given));
    PointMatching matching = PointMatching.byMoments(first, second, 1e-5, 1e-3);
    assertThat(matching.firsts()).containsExactly(1);
    assertThat(matching.onlyInFirst()).containsExactly(0);
    assertThat(matching.onlyInSecond()).isEmpty();
  }

  @Test
  void chapmansEstimateIsThatOfTheFormula() {
    // 6 and 5 seen, 4 of them by both: 7 * 6 / 5 - 1.
    PointMatching matching =
        new PointMatching(List.of(0, 1, 2, 3), List.of(0, 1, 2, 3), List.of(4, 5), List.of(4));
    assertThat(matching.estimatedTotal()).isCloseTo(7.4, within(1e-12));
    assertThat(matching.standardError())
        .isCloseTo(Math.sqrt(7.0 * 6 * 2 * 1 / (25 * 6)), within(1e-12));
  }
}
