package dev.tarn.explorer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DescentEnsembleTests {

  private static Potential made(String name, Map<String, Object> parameters) {
    return PotentialCatalogue.standard().create(name, parameters).potential();
  }

  private static DescentSettings settings(int descents, int mostSteps, int threads) {
    return new DescentSettings(descents, 1e-4, 0.5, mostSteps, 3, threads);
  }

  private static DescentEnsemble run(Potential potential, DescentSettings settings)
      throws InterruptedException {
    return DescentEnsemble.of(potential, settings, done -> {}, () -> false);
  }

  /** Each of three sites ends in a well of depth mu^4 3 / (2 lambda) = 10. */
  @Test
  void descentsOnUncoupledSitesEndInTheWells() throws InterruptedException {
    DescentEnsemble found = run(made("phi4", Map.of("shape", 3, "J", 0)), settings(20, 100_000, 1));
    assertThat(found.unfinished()).isZero();
    assertThat(found.energies()).hasSize(20);
    for (int k = 0; k < 20; k++) {
      // Curvature 4 at the bottom: rms^2 n / 8 is the most that is left.
      assertThat(found.energies()[k]).isBetween(-30 - 1e-12, -30 + 3e-8 / 8);
      assertThat(found.starts()[k]).isGreaterThan(-30);
    }
  }

  /** For p = 2 the only minima are the two of the lowest eigenvalue. */
  @Test
  void descentsOnTheMatrixGlassAllEndAtItsLowestEigenvalue() throws InterruptedException {
    DescentEnsemble found =
        run(made("p-spin", Map.of("spins", 8, "p", 2)), settings(30, 100_000, 1));
    assertThat(found.energies()).hasSize(30);
    for (double energy : found.energies()) {
      assertThat(energy).isCloseTo(found.energies()[0], within(1e-6));
    }
  }

  @Test
  void threadsDoNotChangeTheResult() throws InterruptedException {
    Potential glass = made("p-spin", Map.of("spins", 9));
    AtomicInteger told = new AtomicInteger();
    DescentEnsemble one = run(glass, settings(40, 100_000, 1));
    DescentEnsemble three =
        DescentEnsemble.of(
            glass, settings(40, 100_000, 3), done -> told.incrementAndGet(), () -> false);
    assertThat(three.energies()).containsExactly(one.energies());
    assertThat(three.starts()).containsExactly(one.starts());
    assertThat(three.energyCalls()).isEqualTo(one.energyCalls());
    assertThat(told).hasValue(40);
  }

  @Test
  void descentsThatUseUpTheirStepsAreUnfinished() throws InterruptedException {
    DescentEnsemble found = run(made("p-spin", Map.of("spins", 9)), settings(5, 3, 1));
    assertThat(found.energies()).isEmpty();
    assertThat(found.unfinished()).isEqualTo(5);
  }

  @Test
  void askedToStopNoFurtherDescentBegins() throws InterruptedException {
    AtomicInteger ended = new AtomicInteger();
    DescentEnsemble found =
        DescentEnsemble.of(
            made("p-spin", Map.of("spins", 5)),
            settings(50, 100_000, 1),
            ended::set,
            () -> ended.get() == 7);
    assertThat(found.energies()).hasSize(7);
    assertThat(found.unfinished()).isZero();
    assertThatThrownBy(() -> settings(0, 1, 1)).hasMessageContaining("at least one descent");
  }
}
