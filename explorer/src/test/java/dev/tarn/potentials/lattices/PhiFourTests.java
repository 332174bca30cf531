package dev.tarn.potentials.lattices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.symmetry.LatticeOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiFourTests {

  private static PhiFour model(
      List<Integer> shape, double coupling, String boundary, String copies) {
    return (PhiFour)
        PotentialCatalogue.standard()
            .create(
                "phi4",
                Map.of("shape", shape, "J", coupling, "boundary", boundary, "copies", copies))
            .potential();
  }

  /**
   * The definition, summed as it is printed: over sites, and over the neighbours of each site.
   *
   * <pre>
   *   0 1 2
   *   3 4 5    neighbours of 0: 1 and 2 in its row, 3 and 6 in its column
   *   6 7 8
   * </pre>
   */
  @Test
  void energyAndGradientAreThoseOfTheDefinition() {
    PhiFour model = model(List.of(3, 3), 0.7, "periodic", "all");
    SplittableRandom random = new SplittableRandom(1);
    double[] x = new double[9];
    double[] g = new double[9];
    model.randomStart(random, x);
    double energy = 0;
    double[] slope = new double[9];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        double phi = x[3 * r + c];
        energy += 0.6 / 24 * Math.pow(phi, 4) - phi * phi;
        double[] neighbours = {
          x[3 * ((r + 1) % 3) + c], x[3 * ((r + 2) % 3) + c],
          x[3 * r + (c + 1) % 3], x[3 * r + (c + 2) % 3]
        };
        double sum = 0;
        for (double y : neighbours) {
          energy += 0.7 / 4 * (phi - y) * (phi - y);
          sum += y;
        }
        slope[3 * r + c] = 0.1 * phi * phi * phi - 2 * phi + 0.7 * (4 * phi - sum);
      }
    }
    assertThat(model.energyAndGradient(x, g)).isCloseTo(energy, within(1e-12));
    assertThat(g).containsExactly(slope, within(1e-12));
  }

  /** Without coupling every site is at -sqrt(20), 0 or sqrt(20), index = number of zeros. */
  @ParameterizedTest
  @CsvSource({"3, periodic", "5, periodic", "4, antiperiodic", "5, free"})
  void withoutCouplingTheCountsAreProducts(int sites, String boundary) {
    PhiFour all = model(List.of(sites), 0, boundary, "all");
    PhiFour one = model(List.of(sites), 0, boundary, "one");
    int[] byIndex = new int[sites + 1];
    List<double[]> orbits = new ArrayList<>();
    double[] g = new double[sites];
    for (int code = 0; code < Math.round(Math.pow(3, sites)); code++) {
      double[] x = new double[sites];
      int rest = code;
      for (int i = 0; i < sites; i++) {
        x[i] = (rest % 3 - 1) * Math.sqrt(20);
        rest /= 3;
      }
      all.energyAndGradient(x, g);
      assertThat(g).containsExactly(new double[sites], within(1e-14));
      StationaryPointAnalysis analysis = StationaryPointAnalysis.of(all, x);
      assertThat(analysis.unexpectedZeroEigenvalues()).isZero();
      byIndex[analysis.index()]++;
      if (orbits.stream().noneMatch(y -> one.symmetry().same(x, y, 1e-6))) {
        orbits.add(x);
      }
    }
    int characteristic = 0;
    int binomial = 1;
    for (int index = 0; index <= sites; index++) {
      assertThat(byIndex[index]).isEqualTo(binomial << (sites - index));
      characteristic += index % 2 == 0 ? byIndex[index] : -byIndex[index];
      binomial = binomial * (sites - index) / (index + 1);
    }
    assertThat(characteristic).isEqualTo(all.eulerCharacteristic().orElseThrow());
    assertThat(Math.exp(all.logStationaryPoints().orElseThrow()))
        .isCloseTo(Math.pow(3, sites), within(1e-9));
    long group = one.symmetry().groupOrder().orElseThrow();
    long copies = 0;
    for (double[] x : orbits) {
      copies += group / one.symmetry().order(x, 1e-6);
    }
    assertThat(copies).isEqualTo(Math.round(Math.pow(3, sites)));
  }

  @ParameterizedTest
  @CsvSource({"periodic", "antiperiodic", "free"})
  void operationsKeepTheEnergy(String boundary) {
    PhiFour model = model(List.of(3, 4), 0.3, boundary, "one");
    double[] x = new double[12];
    model.randomStart(new SplittableRandom(3), x);
    double energy = model.energy(x);
    for (LatticeOperation operation : model.latticeOperations()) {
      assertThat(model.energy(operation.apply(x)))
          .isCloseTo(energy, within(1e-12 * Math.abs(energy)));
    }
  }

  /** Uniform fields: 0, and +-sqrt(6 mu^2 / lambda), whatever J; these are all for large J. */
  @Test
  void uniformFieldsAreStationaryAtAnyCoupling() {
    for (double coupling : new double[] {0.2, 0.7}) {
      PhiFour model = model(List.of(3, 3), coupling, "periodic", "all");
      double[] x = new double[9];
      assertThat(StationaryPointAnalysis.of(model, x).index()).isEqualTo(coupling < 0.5 ? 9 : 1);
      java.util.Arrays.fill(x, Math.sqrt(20));
      assertThat(StationaryPointAnalysis.of(model, x).index()).isZero();
      // 9 sites of lambda/24 400 - 20 = -10 each.
      assertThat(model.energy(x)).isCloseTo(-90, within(1e-12));
    }
  }
}
