package dev.tarn.potentials.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSymmetryTests {
  private static final double PHI = (1 + Math.sqrt(5)) / 2;

  private static double[] shape(String name) {
    double s = Math.sqrt(3) / 2;
    return switch (name) {
      case "triangle" -> new double[] {0, 0, 0, 1, 0, 0, 0.5, s, 0};
      case "tetrahedron" -> new double[] {1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1};
      case "square" -> new double[] {1, 0, 0, 0, 1, 0, -1, 0, 0, 0, -1, 0};
      case "octahedron" -> new double[] {1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1};
      case "pentagonal bipyramid" -> {
        double[] x = new double[21];
        for (int k = 0; k < 5; k++) {
          x[3 * k] = Math.cos(2 * Math.PI * k / 5);
          x[3 * k + 1] = Math.sin(2 * Math.PI * k / 5);
        }
        x[17] = 0.6;
        x[20] = -0.6;
        yield x;
      }
      case "centred icosahedron" ->
          new double[] {
            0, 0, 0, 0, 1, PHI, 0, -1, PHI, 0, 1, -PHI, 0, -1, -PHI, 1, PHI, 0, -1, PHI, 0, 1, -PHI,
            0, -1, -PHI, 0, PHI, 0, 1, -PHI, 0, 1, PHI, 0, -1, -PHI, 0, -1
          };
      case "equal line" -> new double[] {-1, 0, 0, 0, 0, 0, 1, 0, 0};
      case "unequal line" -> new double[] {-1, 0, 0, 0, 0, 0, 1.2, 0, 0};
      case "pair" -> new double[] {0, 0, 0, 1, 2, 3};
      case "irregular" -> new double[] {0, 0, 0, 1, 0, 0, 0, 1.3, 0, 0, 0, 1.7, 1.1, 0.9, 0.7};
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "triangle, 12",
    "tetrahedron, 24",
    "square, 16",
    "octahedron, 48",
    "pentagonal bipyramid, 20",
    "centred icosahedron, 120",
    "equal line, 4",
    "unequal line, 2",
    "pair, 4",
    "irregular, 1"
  })
  void orderIsThatOfThePointGroup(String name, int order) {
    double[] x = shape(name);
    ClusterSymmetry symmetry = new ClusterSymmetry(x.length / 3, 3);
    assertThat(symmetry.order(x, 1e-6)).isEqualTo(order);
    assertThat(symmetry.order(copy(x, 3, new SplittableRandom(5)), 1e-6)).isEqualTo(order);
  }

  @Test
  void orderInThePlaneCountsRotationsAndReflections() {
    double[] hexagon = new double[14];
    for (int k = 0; k < 6; k++) {
      hexagon[2 * k] = Math.cos(Math.PI * k / 3);
      hexagon[2 * k + 1] = Math.sin(Math.PI * k / 3);
    }
    assertThat(new ClusterSymmetry(7, 2).order(hexagon, 1e-6)).isEqualTo(12);
    assertThat(new ClusterSymmetry(3, 2).order(new double[] {0, 0, 1, 0, 0.2, 0.7}, 1e-6))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "triangle, 6",
    "centred icosahedron, 6",
    "equal line, 5",
    "unequal line, 5",
    "pair, 5",
    "irregular, 6"
  })
  void linearClustersHaveOneZeroModeLess(String name, int expected) {
    double[] x = shape(name);
    ClusterSymmetry symmetry = new ClusterSymmetry(x.length / 3, 3);
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 50; trial++) {
      double[] y = copy(x, 3, random);
      assertThat(symmetry.zeroModeBasis(y, new double[6 * x.length])).isEqualTo(expected);
    }
  }

  @Test
  void aLineAlmostInAPlaneKeepsItsFiveZeroModes() {
    // Found by an exploration of LJ3: two rotations differ by 1e-4 here, and rounding of their
    // difference was taken for a sixth mode.
    double[] x = {
      0.3779259376075269, -0.8977146451389675, 0.5854096057187262,
      -0.1910026744665671, 1.2709606828576567, 0.585624541512512,
      0.09346163041070561, 0.18662301855501895, 0.5855170753062229
    };
    assertThat(new ClusterSymmetry(3, 3).zeroModeBasis(x, new double[54])).isEqualTo(5);
  }

  @Test
  void randomCopiesAreTheSameAndPerturbedOnesAreNot() {
    SplittableRandom random = new SplittableRandom(21);
    for (int dimension = 2; dimension <= 3; dimension++) {
      for (int trial = 0; trial < 500; trial++) {
        int atoms = 2 + random.nextInt(12);
        double[] x = new double[atoms * dimension];
        Arrays.setAll(x, i -> 2 * random.nextDouble());
        ClusterSymmetry symmetry = new ClusterSymmetry(atoms, dimension);
        double[] y = copy(x, dimension, random);
        assertThat(symmetry.same(x, y, 1e-6)).as("trial %d", trial).isTrue();
        y[random.nextInt(y.length)] += 0.01;
        assertThat(symmetry.same(x, y, 1e-6)).as("trial %d perturbed", trial).isFalse();
      }
    }
  }

  @Test
  void symmetricClustersAreTheSameAsTheirCopies() {
    SplittableRandom random = new SplittableRandom(22);
    for (String name : new String[] {"octahedron", "centred icosahedron", "equal line", "square"}) {
      double[] x = shape(name);
      ClusterSymmetry symmetry = new ClusterSymmetry(x.length / 3, 3);
      for (int trial = 0; trial < 50; trial++) {
        assertThat(symmetry.same(x, copy(x, 3, random), 1e-6)).as(name).isTrue();
      }
    }
    assertThat(new ClusterSymmetry(3, 3).same(shape("equal line"), shape("unequal line"), 1e-4))
        .isFalse();
  }

  /** Clusters with the same set of distances need not be the same. */
  @Test
  void homometricClustersAreToldApart() {
    // Bloom's pair on a line: 0 1 4 10 12 17 and 0 1 8 11 13 17 have equal distance lists.
    double[] a = {0, 0, 1, 0, 4, 0, 10, 0, 12, 0, 17, 0};
    double[] b = {0, 0, 1, 0, 8, 0, 11, 0, 13, 0, 17, 0};
    ClusterSymmetry symmetry = new ClusterSymmetry(6, 2);
    double[] printA = symmetry.fingerprint(a);
    double[] printB = symmetry.fingerprint(b);
    assertThat(printA).isEqualTo(printB);
    assertThat(symmetry.same(a, b, 1e-6)).isFalse();
  }

  @Test
  void assignmentMatchesExhaustiveSearch() {
    SplittableRandom random = new SplittableRandom(23);
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(6);
      double[] cost = new double[n * n];
      Arrays.setAll(cost, i -> random.nextDouble());
      int[] found = Assignment.solve(cost, n);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += cost[i * n + found[i]];
      }
      assertThat(sum)
          .isCloseTo(
              cheapest(cost, n, 0, new boolean[n]), org.assertj.core.api.Assertions.within(1e-12));
    }
  }

  private static double cheapest(double[] cost, int n, int row, boolean[] used) {
    if (row == n) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      if (!used[j]) {
        used[j] = true;
        best = Math.min(best, cost[row * n + j] + cheapest(cost, n, row + 1, used));
        used[j] = false;
      }
    }
    return best;
  }

  /** Permuted, rotated, shifted and, half of the time, mirrored. */
  private static double[] copy(double[] x, int dimension, SplittableRandom random) {
    int atoms = x.length / dimension;
    int[] order = new int[atoms];
    Arrays.setAll(order, i -> i);
    for (int i = atoms - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    double[] y = new double[x.length];
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(x, order[i] * dimension, y, i * dimension, dimension);
    }
    for (int turn = 0; turn < 3; turn++) {
      int p = turn % dimension;
      int q = (turn + 1) % dimension;
      double angle = 2 * Math.PI * random.nextDouble();
      for (int i = 0; i < atoms; i++) {
        double u = y[i * dimension + p];
        double v = y[i * dimension + q];
        y[i * dimension + p] = Math.cos(angle) * u - Math.sin(angle) * v;
        y[i * dimension + q] = Math.sin(angle) * u + Math.cos(angle) * v;
      }
    }
    double mirror = random.nextBoolean() ? -1 : 1;
    for (int i = 0; i < y.length; i++) {
      y[i] = (i % dimension == 0 ? mirror : 1) * y[i] + 3 * (i % dimension);
    }
    return y;
  }
}
