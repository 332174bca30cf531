package dev.tarn.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.potentials.clusters.LennardJones;
import dev.tarn.potentials.clusters.Morse;
import dev.tarn.potentials.surfaces.MuellerBrown;
import dev.tarn.potentials.surfaces.NonlinearRegression;
import dev.tarn.potentials.surfaces.SixHumpCamel;
import dev.tarn.potentials.surfaces.ThreeHumpCamel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values worked out by hand or published. */
class KnownValuesTests {

  @Test
  void lennardJonesPairIsDeepestAtTheSixthRootOfTwo() {
    double r = Math.pow(2, 1.0 / 6);
    double[] g = new double[6];
    double energy = new LennardJones(2, 3).energyAndGradient(new double[] {0, 0, 0, r, 0, 0}, g);
    assertThat(energy).isCloseTo(-1, within(1e-15));
    assertThat(g[0]).isCloseTo(0, within(1e-13));
    assertThat(new LennardJones(2, 3).energy(new double[] {0, 0, 0, 1, 0, 0})).isZero();
  }

  @Test
  void morsePairIsDeepestAtOne() {
    assertThat(new Morse(2, 6, 3).energy(new double[] {0, 0, 0, 0, 1, 0})).isEqualTo(-1);
    double x = Math.exp(6 * (1 - 1.5));
    assertThat(new Morse(2, 6, 2).energy(new double[] {0, 0, 1.5, 0}))
        .isCloseTo(x * (x - 2), within(1e-15));
  }

  @Test
  void muellerBrownHasItsPublishedMinimum() {
    double[] g = new double[2];
    assertThat(new MuellerBrown().energyAndGradient(new double[] {-0.558224, 1.441726}, g))
        .isCloseTo(-146.699517, within(1e-6));
    assertThat(g[0]).isCloseTo(0, within(0.01));
  }

  @Test
  void camelsHaveTheirPublishedMinima() {
    assertThat(new SixHumpCamel().energy(new double[] {0.0898420131, -0.712656403}))
        .isCloseTo(-1.0316284535, within(1e-9));
    assertThat(new ThreeHumpCamel().energy(new double[] {0, 0})).isZero();
  }

  @Test
  void regressionWithoutNoiseVanishesAtTheTruth() {
    double[] truth = {0.1, 2.13, 0, 1.34, 0};
    NonlinearRegression exact = NonlinearRegression.synthetic(50, 0, truth, 3, 3);
    assertThat(exact.energy(truth)).isZero();
    // exp(-q1 x) sin(q2 x + q3) sin(q4 x + q5) at x = 1.
    assertThat(NonlinearRegression.model(truth, 1))
        .isCloseTo(Math.exp(-0.1) * Math.sin(2.13) * Math.sin(1.34), within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "LJ13_gmin_pele.xyz, 13, -44.326801, 120",
    "LJ38_gmin_walesgroup_best.xyz, 38, -173.928427, 48",
    "LJ75_gmin_pele.xyz, 75, -397.492331, 20",
  })
  void publishedClusterHasItsPublishedEnergyAndPointGroup(
      String file, int atoms, double energy, int order) throws IOException {
    List<String> lines = Files.readAllLines(ReferenceData.require("clusters/" + file));
    double[] x = new double[atoms * 3];
    for (int i = 0; i < atoms; i++) {
      String[] cells = lines.get(2 + i).strip().split("\\s+", -1);
      for (int d = 0; d < 3; d++) {
        x[3 * i + d] = Double.parseDouble(cells[1 + d]);
      }
    }
    LennardJones potential = new LennardJones(atoms, 3);
    assertThat(potential.energy(x)).isCloseTo(energy, within(1e-5));
    assertThat(potential.symmetry().order(x, 1e-3)).isEqualTo(order);
  }

  /** Not from a file: a bipyramid and a centred icosahedron of the right size, quenched. */
  @ParameterizedTest
  @CsvSource({"7, -16.505384, 20", "13, -44.326801, 120"})
  void quenchedClusterHasItsPointGroup(int atoms, double energy, int order) {
    double phi = (1 + Math.sqrt(5)) / 2;
    double[] x = new double[3 * atoms];
    if (atoms == 7) {
      for (int k = 0; k < 5; k++) {
        x[3 * k] = Math.cos(2 * Math.PI * k / 5);
        x[3 * k + 1] = Math.sin(2 * Math.PI * k / 5);
      }
      x[17] = 0.6;
      x[20] = -0.6;
    } else {
      for (int k = 0; k < 12; k++) {
        int axis = k % 3;
        x[3 * k + axis] = (k / 3 % 2 == 0 ? 1 : -1) * 0.57;
        x[3 * k + (axis + 1) % 3] = (k / 6 == 0 ? 1 : -1) * phi * 0.57;
      }
    }
    LennardJones potential = new LennardJones(atoms, 3);
    Quench quench = new Quench(potential);
    assertThat(quench.run(x, Limits.of(1e-10, potential.lengthScale())))
        .isEqualTo(Ending.CONVERGED);
    assertThat(quench.energy()).isCloseTo(energy, within(1e-6));
    assertThat(potential.symmetry().order(x, 1e-6)).isEqualTo(order);
  }
}
