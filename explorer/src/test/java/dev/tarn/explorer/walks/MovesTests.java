package dev.tarn.explorer.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.minimise.RoughQuench;
import dev.tarn.potentials.clusters.LennardJones;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovesTests {
  private static final double SCALE = new LennardJones(2, 3).lengthScale();

  /** Neighbours at the length scale. */
  private static double[] octahedron() {
    double a = SCALE / Math.sqrt(2);
    return new double[] {a, 0, 0, -a, 0, 0, 0, a, 0, 0, -a, 0, 0, 0, a, 0, 0, -a};
  }

  private static double[] icosahedron() {
    double[] x = new double[39];
    double edge = 0.54 * SCALE;
    double phi = (1 + Math.sqrt(5)) / 2;
    for (int k = 0; k < 12; k++) {
      int axis = k % 3;
      x[3 * k + axis] = (k / 3 % 2 == 0 ? 1 : -1) * edge;
      x[3 * k + (axis + 1) % 3] = (k / 6 == 0 ? 1 : -1) * phi * edge;
    }
    double energy = quench(x);
    assertThat(energy).isCloseTo(-44.326801, within(1e-6));
    return x;
  }

  private static double quench(double[] x) {
    return new RoughQuench(new LennardJones(x.length / 3, 3)).run(x, 1e-6);
  }

  private static double smallestDistance(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length / 3; i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, AtomBinding.squaredDistance(x, 3 * i, x, 3 * j));
      }
    }
    return Math.sqrt(least);
  }

  /** Atoms of x that are where an atom of y is. */
  private static int kept(double[] x, double[] y) {
    int kept = 0;
    for (int i = 0; i < x.length / 3; i++) {
      for (int j = 0; j < y.length / 3; j++) {
        if (AtomBinding.squaredDistance(x, 3 * i, y, 3 * j) < 1e-12) {
          kept++;
          break;
        }
      }
    }
    return kept;
  }

  @Test
  void placesAroundAnOctahedronCapItsEightFaces() {
    double[] x = octahedron();
    SurfacePlaces places = new SurfacePlaces(SCALE, new AtomBinding(SCALE));
    places.find(x, 6);
    assertThat(places.size()).isEqualTo(8);
    double[] place = new double[3];
    for (int p = 0; p < 8; p++) {
      places.copy(p, place, 0);
      double[] squared = new double[6];
      for (int j = 0; j < 6; j++) {
        squared[j] = AtomBinding.squaredDistance(place, 0, x, 3 * j);
      }
      Arrays.sort(squared);
      assertThat(Math.sqrt(squared[2])).isCloseTo(SCALE, within(1e-12));
      assertThat(Math.sqrt(squared[0])).isCloseTo(SCALE, within(1e-12));
      // Three neighbours of energy -1, and three atoms of the face behind.
      double far = Math.sqrt(squared[3]) / SCALE;
      double q = Math.pow(far, -6);
      assertThat(places.energy(p)).isCloseTo(-3 + 3 * q * (q - 2), within(1e-12));
    }
  }

  @Test
  void aPlaceThatIsTakenIsNotOffered() {
    double[] x = Arrays.copyOf(octahedron(), 21);
    SurfacePlaces places = new SurfacePlaces(SCALE, new AtomBinding(SCALE));
    places.find(x, 6);
    places.copy(places.ofRank(0), x, 18);
    places.find(x, 7);
    double[] place = new double[3];
    for (int p = 0; p < places.size(); p++) {
      places.copy(p, place, 0);
      assertThat(AtomBinding.squaredDistance(place, 0, x, 18)).isGreaterThan(0.6 * SCALE * SCALE);
    }
    // Seven faces are left, and the new cap makes three places with its neighbours at least.
    assertThat(places.size()).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void surfaceMoveTakesAFewAtomsToFreePlaces(long seed) {
    double[] x = icosahedron();
    double[] next = new double[39];
    assertThat(new SurfaceMove(13, SCALE).apply(x, 0.4, new SplittableRandom(seed), next)).isTrue();
    assertThat(smallestDistance(next)).isGreaterThan(0.79 * SCALE);
    assertThat(kept(next, x)).isBetween(10, 13);
    // The atom in the middle is the most strongly bound and stays.
    double[] middle = Arrays.copyOfRange(x, 36, 39);
    assertThat(kept(middle, next)).isEqualTo(1);
  }

  /** An atom of the shell lies on top of a face: the symmetry of the rest wants it back. */
  @Test
  void symmetrisationMendsAnIcosahedron() {
    double[] x = icosahedron();
    double[] broken = x.clone();
    SurfacePlaces places = new SurfacePlaces(SCALE, new AtomBinding(SCALE));
    double[] rest = Arrays.copyOfRange(x, 3, 39);
    places.find(rest, 12);
    // The vacancy itself is the lowest place; a high one is a face.
    places.copy(places.ofRank(places.size() - 1), broken, 0);
    assertThat(quench(broken)).isGreaterThan(-43);
    CoreSymmetrisation move = new CoreSymmetrisation(13, SCALE);
    double lowest = 0;
    for (long seed = 0; seed < 20; seed++) {
      double[] next = new double[39];
      if (move.apply(broken, 0.4, new SplittableRandom(seed), next)) {
        assertThat(smallestDistance(next)).isGreaterThan(0.6 * SCALE);
        lowest = Math.min(lowest, quench(next));
      }
    }
    assertThat(lowest).isCloseTo(-44.326801, within(1e-6));
  }

  @Test
  void seedsGrowAndShrink() {
    double[] x = icosahedron();
    Seeding seeding = new Seeding(SCALE);
    SplittableRandom random = new SplittableRandom(7);
    double[] smaller = new double[36];
    seeding.resize(x, smaller, random);
    assertThat(kept(smaller, x)).isEqualTo(12);
    // The lowest known energies of 12 and 14 atoms; the second keeps the whole icosahedron.
    assertThat(quench(smaller)).isCloseTo(-37.967600, within(1e-5));
    double[] larger = new double[42];
    seeding.resize(x, larger, random);
    assertThat(kept(larger, x)).isEqualTo(13);
    assertThat(quench(larger)).isCloseTo(-47.845157, within(1e-5));
    double[] fromOne = new double[21];
    seeding.resize(new double[3], fromOne, random);
    assertThat(smallestDistance(fromOne)).isGreaterThan(0.7 * SCALE);
  }
}
