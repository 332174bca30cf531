package dev.tarn.potentials.lattices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThomsonTests {

  /**
   * Lowest energies: Wales and Ulker, Phys. Rev. B 74, 212101 (2006); orders of the point groups
   * D3h, Oh, D5h, D4d, D3h, D4d, C2v, Ih by inspection of the solids. Two charges: h = 2 for the
   * exchange and 2 for the mirror that a line has.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0.5, 4", "3, 1.732050808, 12", "4, 3.674234614, 24", "5, 6.474691495, 12",
    "6, 9.985281374, 48", "7, 14.452977414, 20", "8, 19.675287861, 16", "9, 25.759986531, 12",
    "10, 32.716949460, 16", "11, 40.596450508, 4", "12, 49.165253058, 120",
  })
  void lowestEnergiesAreThePublishedOnes(int points, double energy, int order) {
    Thomson potential = new Thomson(points);
    Quench quench = new Quench(potential);
    SplittableRandom random = new SplittableRandom(4);
    double[] x = new double[3 * points];
    double lowest = Double.POSITIVE_INFINITY;
    double[] best = x;
    for (int start = 0; start < 10; start++) {
      potential.randomStart(random, x);
      Ending ending = quench.run(x, Limits.of(1e-9, potential.lengthScale()));
      if (ending == Ending.CONVERGED && quench.energy() < lowest - 1e-9) {
        lowest = quench.energy();
        best = x.clone();
      }
    }
    assertThat(lowest).isCloseTo(energy, within(6e-10));
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, best);
    assertThat(analysis.index()).isZero();
    assertThat(analysis.unexpectedZeroEigenvalues()).isZero();
    for (int o = 0; o < best.length; o += 3) {
      assertThat(best[o] * best[o] + best[o + 1] * best[o + 1] + best[o + 2] * best[o + 2])
          .isCloseTo(1, within(1e-14));
    }
    assertThat(potential.symmetry().order(best, 1e-5)).isEqualTo(order);
  }
}
