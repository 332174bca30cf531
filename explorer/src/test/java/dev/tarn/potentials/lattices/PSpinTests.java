package dev.tarn.potentials.lattices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PSpinTests {

  private static PSpin model(int spins, int p, long seed, String copies) {
    return (PSpin)
        PotentialCatalogue.standard()
            .create(
                "p-spin", Map.of("spins", spins, "p", p, "disorderSeed", seed, "copies", copies))
            .potential();
  }

  /**
   * The matrix of the quadratic form is read off its values; its eigenvectors by another library.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 12})
  void withTwoSpinsPerCouplingThePointsAreEigenvectors(int n) {
    PSpin model = model(n, 2, 5, "all");
    double[][] form = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double[] sum = new double[n];
        sum[i] = 1;
        sum[j] = 1;
        double[] difference = new double[n];
        difference[i] = 1;
        difference[j] = -1;
        double[] alone = new double[n];
        alone[i] = 1;
        form[i][j] =
            i == j ? model.energy(alone) : (model.energy(sum) - model.energy(difference)) / 2;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(form));
    double[] g = new double[n];
    int[] byIndex = new int[n];
    for (int k = 0; k < n; k++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] w = eigen.getEigenvector(k).mapMultiply(sign * Math.sqrt(n)).toArray();
        assertThat(model.energyAndGradient(w, g))
            .isCloseTo(eigen.getRealEigenvalue(k), within(1e-12 * n));
        assertThat(g).containsExactly(new double[n], within(1e-12));
        byIndex[StationaryPointAnalysis.of(model, w).index()]++;
      }
    }
    int[] two = new int[n];
    Arrays.fill(two, 2);
    assertThat(byIndex).isEqualTo(two);
    assertThat(Math.exp(model.logStationaryPoints().orElseThrow())).isCloseTo(2 * n, within(1e-9));
    assertThat(model.eulerCharacteristic().orElseThrow()).isEqualTo(n % 2 == 0 ? 0 : 2);
  }

  /** On a circle V is a trigonometric polynomial; its turning points are counted on a grid. */
  @Test
  void twoSpinsHaveThePublishedMeanNumberOfPoints() {
    int samples = 2000;
    int grid = 240;
    double sum = 0;
    double squares = 0;
    double minima = 0;
    double[] w = new double[2];
    double[] g = new double[2];
    for (int seed = 0; seed < samples; seed++) {
      PSpin model = model(2, 3, seed, "all");
      int count = 0;
      int below = 0;
      double last = 0;
      for (int k = 0; k <= grid; k++) {
        double angle = 2 * Math.PI * k / grid + 1e-3;
        w[0] = Math.cos(angle);
        w[1] = Math.sin(angle);
        model.energyAndGradient(w, g);
        double along = w[0] * g[1] - w[1] * g[0];
        if (k > 0 && along * last < 0) {
          count++;
          below += along > 0 ? 1 : 0;
        }
        last = along;
      }
      sum += count;
      squares += count * count;
      minima += below;
    }
    double mean = sum / samples;
    double error = Math.sqrt((squares / samples - mean * mean) / samples);
    assertThat(mean).isCloseTo(2 * Math.sqrt(7), within(3 * error));
    assertThat(minima / samples).isCloseTo(Math.sqrt(7), within(1.5 * error));
  }

  /** The sum of N^p squared monomials is |w|^2p = N^p; divided by N^(p-1) it leaves N. */
  @ParameterizedTest
  @CsvSource({"2, 3", "3, 4", "4, 3", "3, 2", "4, 2"})
  void varianceOverDisorderIsTheNumberOfSpins(int p, int n) {
    double[] w = new double[n];
    model(n, p, 0, "all").randomStart(new SplittableRandom(9), w);
    int samples = 4000;
    double squares = 0;
    for (int seed = 0; seed < samples; seed++) {
      double energy = model(n, p, seed, "all").energy(w);
      squares += energy * energy;
    }
    // The square of a normal deviate has variance 2 N^2.
    assertThat(squares / samples).isCloseTo(n, within(3 * n * Math.sqrt(2.0 / samples)));
  }

  @Test
  void theOppositePointHasTheOppositeEnergyForOddPAndIsACopyForEvenP() {
    double[] w = new double[6];
    model(6, 3, 1, "all").randomStart(new SplittableRandom(2), w);
    double[] opposite = Arrays.stream(w).map(x -> -x).toArray();
    assertThat(model(6, 3, 1, "all").energy(opposite)).isEqualTo(-model(6, 3, 1, "all").energy(w));
    assertThat(model(6, 4, 1, "all").energy(opposite)).isEqualTo(model(6, 4, 1, "all").energy(w));
    assertThat(model(6, 4, 1, "all").symmetry().same(w, opposite, 1e-6)).isFalse();
    assertThat(model(6, 4, 1, "one").symmetry().same(w, opposite, 1e-6)).isTrue();
    assertThat(model(6, 3, 1, "one").symmetry().same(w, opposite, 1e-6)).isFalse();
    assertThat(model(6, 4, 1, "one").symmetry().groupOrder()).hasValue(2);
    assertThat(model(6, 3, 1, "one").symmetry().groupOrder()).hasValue(1);
  }

  /** The printed values for p = 3: Auffinger, Ben Arous and Cerny. */
  @Test
  void bandOfMinimaForManySpinsIsThePublishedOne() {
    assertThat(PSpin.thresholdEnergyPerSpin(3)).isCloseTo(-1.6329932, within(1e-7));
    assertThat(PSpin.lowestEnergyPerSpin(3)).isCloseTo(-1.6569984, within(1e-7));
    assertThat(PSpin.thresholdEnergyPerSpin(2)).isCloseTo(-Math.sqrt(2), within(1e-15));
    assertThat(PSpin.lowestEnergyPerSpin(2)).isCloseTo(-Math.sqrt(2), within(1e-15));
  }

  @Test
  void couplingsDependOnTheirSeedAlone() {
    double[] w = {1, 2, -1, 0.5};
    assertThat(model(4, 3, 1, "all").energy(w)).isEqualTo(model(4, 3, 1, "one").energy(w));
    assertThat(model(4, 3, 1, "all").energy(w)).isNotEqualTo(model(4, 3, 2, "all").energy(w));
    assertThat(model(4, 3, 1, "all").forOneThread().energy(w))
        .isEqualTo(model(4, 3, 1, "all").energy(w));
  }
}
