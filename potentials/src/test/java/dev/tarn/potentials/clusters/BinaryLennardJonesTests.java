package dev.tarn.potentials.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.clusters.BinaryLennardJones.Interaction;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryLennardJonesTests {
  private static final double EDGE = BinaryLennardJones.edge(60, 1.2);

  private static BinaryLennardJones mixture(int atoms, int large, double edge, double cutoff) {
    return new BinaryLennardJones(atoms, large, edge, cutoff, Interaction.KOB_ANDERSEN);
  }

  /** As printed in the papers, with powers, square roots and no shortcuts. */
  private static double pair(double epsilon, double sigma, double cutoff, double r) {
    double c = cutoff * sigma;
    if (r >= c) {
      return 0;
    }
    double twelfth = Math.pow(sigma / c, 12);
    double sixth = Math.pow(sigma / c, 6);
    return 4
        * epsilon
        * (Math.pow(sigma / r, 12)
            - Math.pow(sigma / r, 6)
            + (6 * twelfth - 3 * sixth) * Math.pow(r / c, 2)
            - 7 * twelfth
            + 4 * sixth);
  }

  /** Over all pairs and all 125 images of the second atom within two boxes. */
  private static double imageSum(double[] x, int large, double edge, double cutoff) {
    double energy = 0;
    for (int i = 0; i < x.length / 3; i++) {
      for (int j = i + 1; j < x.length / 3; j++) {
        double epsilon = j < large ? 1 : i < large ? 1.5 : 0.5;
        double sigma = j < large ? 1 : i < large ? 0.8 : 0.88;
        for (int image = 0; image < 125; image++) {
          double dx = x[3 * i] - x[3 * j] + edge * (image % 5 - 2);
          double dy = x[3 * i + 1] - x[3 * j + 1] + edge * (image / 5 % 5 - 2);
          double dz = x[3 * i + 2] - x[3 * j + 2] + edge * (image / 25 - 2);
          energy += pair(epsilon, sigma, cutoff, Math.sqrt(dx * dx + dy * dy + dz * dz));
        }
      }
    }
    return energy;
  }

  @Test
  void energyIsTheSumOverAllImages() {
    BinaryLennardJones potential = mixture(60, 48, EDGE, EDGE / 2);
    SplittableRandom random = new SplittableRandom(31);
    double[] x = new double[180];
    for (int k = 0; k < 5; k++) {
      potential.randomStart(random, x);
      double expected = imageSum(x, 48, EDGE, EDGE / 2);
      assertThat(potential.energy(x)).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }
  }

  @Test
  void boxOfSixtyAtomsHasThePublishedHalfEdge() {
    // Middleton and Wales (2001) cut 60 atoms off at 1.842, half the box at a density of 1.2; the
    // 256 atoms of Sastry, Debenedetti and Stillinger (1998) have a box of 5.975206.
    assertThat(EDGE / 2).isCloseTo(1.842, within(5e-4));
    assertThat(BinaryLennardJones.edge(256, 1.2)).isCloseTo(5.975206, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "0, 2, 1.5, 0.8", "2, 3, 0.5, 0.88"})
  void energyAndForceVanishAtTheCutoff(int i, int j, double epsilon, double sigma) {
    BinaryLennardJones potential = mixture(4, 2, 20, 2.5);
    double[] x = {0, 0, 0, 5, 5, 5, 10, 10, 10, 15, 15, 15};
    double[] g = new double[12];
    for (double inside : new double[] {1e-3, 1e-5, -1e-5}) {
      System.arraycopy(x, 3 * i, x, 3 * j, 3);
      x[3 * j] += 2.5 * sigma - inside;
      // The value rises with the square of the depth inside, the force with the depth itself.
      double curvature = inside < 0 ? 0 : 8 * epsilon / (sigma * sigma);
      assertThat(Math.abs(potential.energyAndGradient(x, g)))
          .isLessThanOrEqualTo(curvature * inside * inside);
      assertThat(Math.abs(g[3 * i])).isLessThanOrEqualTo(curvature * Math.abs(inside));
      assertThat(potential.energy(x))
          .isCloseTo(pair(epsilon, sigma, 2.5, 2.5 * sigma - inside), within(1e-15));
    }
  }

  @Test
  void coordinatesCountModuloTheEdge() {
    BinaryLennardJones potential = mixture(60, 48, EDGE, EDGE / 2);
    SplittableRandom random = new SplittableRandom(32);
    double[] x = new double[180];
    potential.randomStart(random, x);
    double[] g = new double[180];
    double energy = potential.energyAndGradient(x, g);
    double[] wrapped = x.clone();
    for (int i = 0; i < 180; i++) {
      wrapped[i] += EDGE * (random.nextInt(7) - 3);
    }
    double[] h = new double[180];
    assertThat(potential.energyAndGradient(wrapped, h))
        .isCloseTo(energy, within(1e-10 * Math.abs(energy)));
    double largest = 0;
    for (double t : g) {
      largest = Math.max(largest, Math.abs(t));
    }
    assertThat(h).containsExactly(g, within(1e-9 * largest));
  }

  @Test
  void aBoxWithOneKindIsPlainLennardJonesInTheLimit() {
    BinaryLennardJones wide = mixture(7, 7, 400, 200);
    double[] x = new double[21];
    new LennardJones(7, 3).randomStart(new SplittableRandom(33), x);
    double expected = new LennardJones(7, 3).energy(x);
    // 21 pairs, each lifted by 16 / 200^6.
    assertThat(wide.energy(x)).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
  }

  @Test
  void defaultsAreTheLiterature() {
    Potential sixty =
        PotentialCatalogue.standard()
            .create("binary-lennard-jones", Map.of("atoms", 60))
            .potential();
    double[] x = new double[180];
    sixty.randomStart(new SplittableRandom(34), x);
    assertThat(sixty.energy(x)).isEqualTo(mixture(60, 48, EDGE, EDGE / 2).energy(x));
    Potential many =
        PotentialCatalogue.standard()
            .create("binary-lennard-jones", Map.of("atoms", 256))
            .potential();
    double[] y = new double[768];
    many.randomStart(new SplittableRandom(35), y);
    assertThat(many.energy(y))
        .isEqualTo(mixture(256, 205, BinaryLennardJones.edge(256, 1.2), 2.5).energy(y));
  }

  @Test
  void cutoffBeyondHalfTheBoxIsRefusedWithWhatFits() {
    assertThatThrownBy(
            () ->
                PotentialCatalogue.standard()
                    .create("binary-lennard-jones", Map.of("atoms", 60, "cutoff", 2.5)))
        .hasMessage(
            "potential binary-lennard-jones: expected a cutoff up to 1.84202, which is half the box"
                + " edge of 3.68403, found 2.5; 0 takes what fits");
    assertThatThrownBy(
            () ->
                PotentialCatalogue.standard()
                    .create("binary-lennard-jones", Map.of("atoms", 60, "bigAtoms", 61)))
        .hasMessageContaining("expected bigAtoms up to the 60 atoms there are, found 61");
  }
}
