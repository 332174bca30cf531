package dev.tarn.potentials.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The figures are minima over one variable of the definition for each shape, to 30 digits. */
class TriatomicAxilrodTellerTests {
  private static final double SIDE = 1.16875231736338;
  private static final double ARM = 1.10876289419415;

  private final TriatomicAxilrodTeller molecule = new TriatomicAxilrodTeller(2);

  private double[] quenched(double... start) {
    Quench quench = new Quench(molecule);
    assertThat(quench.run(start, Limits.of(1e-11, molecule.lengthScale())))
        .isEqualTo(Ending.CONVERGED);
    return start;
  }

  private static double distance(double[] x, int i, int j) {
    double squared = 0;
    for (int axis = 0; axis < 3; axis++) {
      double t = x[3 * i + axis] - x[3 * j + axis];
      squared += t * t;
    }
    return Math.sqrt(squared);
  }

  @Test
  void threeBodyTermIsThatOfTheAngles() {
    double[] x = {0.1, 0.2, -0.3, 1.2, 0.1, 0.4, 0.3, 1.5, 0.2};
    double r12 = distance(x, 0, 1);
    double r13 = distance(x, 0, 2);
    double r23 = distance(x, 1, 2);
    double cosines =
        (r12 * r12 + r13 * r13 - r23 * r23)
            / (2 * r12 * r13)
            * (r12 * r12 + r23 * r23 - r13 * r13)
            / (2 * r12 * r23)
            * (r13 * r13 + r23 * r23 - r12 * r12)
            / (2 * r13 * r23);
    double expected = 2 * (1 + 3 * cosines) / Math.pow(r12 * r13 * r23, 3);
    assertThat(molecule.energy(x) - new LennardJones(3, 3).energy(x))
        .isCloseTo(expected, within(1e-13));
  }

  @Test
  void triangleHasItsEnergyAndSide() {
    double[] x = quenched(0, 0, 0, 1.2, 0.05, 0, 0.5, 1, 0.1);
    assertThat(molecule.energy(x)).isCloseTo(-2.185098840268772, within(1e-13));
    assertThat(distance(x, 0, 1)).isCloseTo(SIDE, within(1e-10));
    assertThat(distance(x, 0, 2)).isCloseTo(SIDE, within(1e-10));
    assertThat(distance(x, 1, 2)).isCloseTo(SIDE, within(1e-10));
  }

  @Test
  void linearMoleculeHasItsEnergyAndArmsWhicheverAtomIsCentral() {
    for (int central = 0; central < 3; central++) {
      double[] x = {0.1, -1.1, 0, 0, 1.1, 0.05, -0.05, 0, 0.1};
      int at = 3 * central;
      for (int axis = 0; axis < 3; axis++) {
        double kept = x[at + axis];
        x[at + axis] = x[6 + axis];
        x[6 + axis] = kept;
      }
      quenched(x);
      assertThat(molecule.energy(x)).isCloseTo(-2.219098169600678, within(1e-13));
      int left = (central + 1) % 3;
      int right = (central + 2) % 3;
      assertThat(distance(x, central, left)).isCloseTo(ARM, within(1e-10));
      assertThat(distance(x, central, right)).isCloseTo(ARM, within(1e-10));
      assertThat(distance(x, left, right)).isCloseTo(2 * ARM, within(1e-10));
      StationaryPointAnalysis analysis = StationaryPointAnalysis.of(molecule, x);
      assertThat(analysis.index()).isZero();
    }
  }

  @Test
  void startsLieInTheCube() {
    double[] x = new double[9];
    double most = 0;
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 1000; k++) {
      molecule.randomStart(random, x);
      for (double t : x) {
        most = Math.max(most, Math.abs(t));
      }
    }
    assertThat(most).isBetween(0.99 * Math.sqrt(3), Math.sqrt(3));
  }

  @Test
  void moleculeThatCameApartIsObjectedTo() {
    assertThat(molecule.objection(new double[] {0, 0, 0, 1.1, 0, 0, 2.2, 0, 0})).isEmpty();
    assertThat(molecule.objection(new double[] {0, 0, 0, 1.1, 0, 0, 5, 0, 0}))
        .contains("evaporated: 1 of 3 atoms came off");
  }
}
