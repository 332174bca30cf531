package dev.tarn.potentials.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PeriodicMixtureSymmetryTests {
  private static final double EDGE = 3.7;

  private static double[] random(int atoms, SplittableRandom random) {
    double[] x = new double[3 * atoms];
    for (int i = 0; i < x.length; i++) {
      x[i] = EDGE * random.nextDouble();
    }
    return x;
  }

  /** Another copy: axes permuted and mirrored, shifted, wrapped, atoms permuted in their kinds. */
  private static double[] copy(double[] x, int first, SplittableRandom random) {
    int atoms = x.length / 3;
    int[] place = new int[atoms];
    for (int i = 0; i < atoms; i++) {
      int from = i < first ? 0 : first;
      int j = from + random.nextInt(i - from + 1);
      place[i] = place[j];
      place[j] = i;
    }
    int turn = random.nextInt(3);
    boolean swap = random.nextBoolean();
    double[] copy = new double[x.length];
    for (int d = 0; d < 3; d++) {
      int axis = swap ? Math.floorMod(turn - d, 3) : (turn + d) % 3;
      double sign = random.nextBoolean() ? 1 : -1;
      double shift = random.nextDouble();
      for (int i = 0; i < atoms; i++) {
        copy[3 * place[i] + d] = sign * x[3 * i + axis] + shift + EDGE * (random.nextInt(5) - 2);
      }
    }
    return copy;
  }

  @Test
  void copiesAreTheSameAndChangedOnesAreNot() {
    SplittableRandom random = new SplittableRandom(41);
    for (int[] kinds : new int[][] {{48, 12}, {5, 1}, {3, 3}, {2, 4}, {6, 0}}) {
      PeriodicMixtureSymmetry symmetry = new PeriodicMixtureSymmetry(kinds[0], kinds[1], EDGE);
      for (int k = 0; k < 20; k++) {
        double[] x = random(kinds[0] + kinds[1], random);
        double[] copy = copy(x, kinds[0], random);
        assertThat(symmetry.same(x, copy, 1e-6)).isTrue();
        assertThat(symmetry.fingerprint(copy))
            .containsExactly(symmetry.fingerprint(x), within(1e-11));
        // One atom moved by well over the tolerance.
        copy[random.nextInt(copy.length)] += 1e-4;
        assertThat(symmetry.same(x, copy, 1e-6)).isFalse();
      }
    }
  }

  @Test
  void exchangeOfTwoKindsIsAnotherPoint() {
    SplittableRandom random = new SplittableRandom(42);
    PeriodicMixtureSymmetry symmetry = new PeriodicMixtureSymmetry(4, 3, EDGE);
    double[] x = random(7, random);
    double[] exchanged = x.clone();
    System.arraycopy(x, 0, exchanged, 18, 3);
    System.arraycopy(x, 18, exchanged, 0, 3);
    assertThat(symmetry.same(x, exchanged, 1e-6)).isFalse();
  }

  /** Two atoms of one kind at the corner and the centre, as in caesium chloride and in bcc. */
  @Test
  void orderCountsTranslationsOfACrystal() {
    double[] x = {0.1, 0.2, 0.3, 0.1 + EDGE / 2, 0.2 + EDGE / 2, 0.3 + EDGE / 2};
    assertThat(new PeriodicMixtureSymmetry(2, 0, EDGE).order(x, 1e-6)).isEqualTo(96);
    assertThat(new PeriodicMixtureSymmetry(1, 1, EDGE).order(x, 1e-6)).isEqualTo(48);
    // Off the centre along one axis only the four-fold axis and its mirror planes are left.
    double[] moved = x.clone();
    moved[5] += 0.3;
    assertThat(new PeriodicMixtureSymmetry(1, 1, EDGE).order(moved, 1e-6)).isEqualTo(8);
    // Two like atoms have the midpoint between them besides.
    assertThat(new PeriodicMixtureSymmetry(2, 0, EDGE).order(moved, 1e-6)).isEqualTo(16);
    assertThat(
            new PeriodicMixtureSymmetry(4, 3, EDGE)
                .order(random(7, new SplittableRandom(43)), 1e-6))
        .isEqualTo(1);
  }

  @Test
  void alignmentFindsTheCopyItself() {
    SplittableRandom random = new SplittableRandom(44);
    PeriodicMixtureSymmetry symmetry = new PeriodicMixtureSymmetry(16, 4, EDGE);
    for (int k = 0; k < 5; k++) {
      double[] x = random(20, random);
      double[] aligned = symmetry.align(x, copy(x, 16, random));
      assertThat(aligned).containsExactly(x, within(1e-9));
    }
  }

  /** Identity of points needs more than the list of distances, which may be equal by accident. */
  @Test
  void fingerprintMovesNoFasterThanFourTimesTheAtoms() {
    SplittableRandom random = new SplittableRandom(45);
    PeriodicMixtureSymmetry symmetry = new PeriodicMixtureSymmetry(12, 4, EDGE);
    double[] x = random(16, random);
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += 1e-4 * (2 * random.nextDouble() - 1);
    }
    assertThat(symmetry.fingerprint(y)).containsExactly(symmetry.fingerprint(x), within(4e-4));
  }
}
