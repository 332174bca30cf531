package dev.tarn.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.learning.model.NetworkSymmetry.Shift;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkSymmetryTests {
  private static final int COPIES = 1000;
  private static final double TOLERANCE = 1e-5;

  private final SplittableRandom random = new SplittableRandom(21);

  /** Networks in which nodes are hard to tell apart. */
  enum Shape {
    ONE_LAYER,
    TWO_LAYERS,
    ONE_LAYER_WITH_EQUAL_AND_DEAD_NODES,
    TWO_LAYERS_WITH_EQUAL_AND_DEAD_NODES;

    List<Integer> hidden() {
      return name().startsWith("ONE") ? List.of(7) : List.of(6, 5);
    }

    boolean hard() {
      return name().contains("EQUAL");
    }
  }

  private static void assertNear(double[] found, double[] expected, double within) {
    assertThat(found).hasSameSizeAs(expected);
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(found[i] - expected[i]));
    }
    assertThat(largest).isLessThanOrEqualTo(within);
  }

  private static FeedForwardLoss loss(
      List<Integer> hidden, OutputKind kind, double lambda, Penalised penalised) {
    return new FeedForwardLoss(RandomData.of(kind, 60, 3, 1, 4), hidden, kind, lambda, penalised);
  }

  private double[] minimum(FeedForwardLoss loss) {
    double[] x = new double[loss.dimension()];
    loss.randomStart(random, x);
    new Quench(new CountingPotential(loss)).run(x, Limits.of(1e-9, loss.lengthScale()));
    return x;
  }

  /** Makes the second node of each layer nearly the first, and the third and the last one dead. */
  private static void makeHard(Architecture a, double[] x) {
    for (int l = 0; l < a.layers() - 1; l++) {
      copyNode(a, x, l, 0, 1, 1, 1e-7);
      copyNode(a, x, l, 0, 2, 0, 0);
      copyNode(a, x, l, 0, a.nodes(l) - 1, 0, 1e-8);
    }
  }

  private static void copyNode(
      Architecture a, double[] x, int layer, int from, int to, double factor, double shift) {
    for (int i = 0; i <= a.fanIn(layer); i++) {
      x[a.weight(layer, to, i)] = factor * x[a.weight(layer, from, i)] + shift;
    }
    for (int k = 0; k < a.nodes(layer + 1); k++) {
      x[a.weight(layer + 1, k, to)] = factor * x[a.weight(layer + 1, k, from)] + shift;
    }
  }

  private double[] copy(Architecture a, double[] x) {
    double[] copy = x;
    for (int l = 0; l < a.layers() - 1; l++) {
      int n = a.nodes(l);
      int[] sources = new int[n];
      double[] signs = new double[n];
      for (int k = 0; k < n; k++) {
        int other = random.nextInt(k + 1);
        sources[k] = sources[other];
        sources[other] = k;
        signs[k] = random.nextBoolean() ? 1 : -1;
      }
      copy = NodeMatching.moved(a, copy, l, sources, signs);
    }
    return copy;
  }

  @ParameterizedTest
  @EnumSource
  void aThousandCopiesOfAMinimumAreRecognised(Shape shape) {
    FeedForwardLoss loss = loss(shape.hidden(), OutputKind.SOFTMAX, 1e-3, Penalised.ALL);
    NetworkSymmetry symmetry = loss.symmetry();
    double[] x = minimum(loss);
    if (shape.hard()) {
      makeHard(loss.architecture(), x);
    }
    double[] other = minimum(loss);
    double energy = loss.energy(x);
    double[] print = symmetry.fingerprint(x);
    double[] canonical = symmetry.canonical(x);
    for (int k = 0; k < COPIES; k++) {
      double[] copy = copy(loss.architecture(), x);
      assertThat(loss.energy(copy)).isCloseTo(energy, within(1e-13));
      for (int i = 0; i < copy.length; i++) {
        copy[i] += 1e-7 * (random.nextDouble() - 0.5);
      }
      assertThat(symmetry.same(x, copy, TOLERANCE)).as("copy %d", k).isTrue();
      assertThat(symmetry.same(copy, x, TOLERANCE)).as("copy %d", k).isTrue();
      assertThat(symmetry.same(other, copy, TOLERANCE)).as("copy %d", k).isFalse();
      assertNear(symmetry.fingerprint(copy), print, 1e-6);
      assertNear(symmetry.align(x, copy), x, 1e-6);
      if (!shape.hard()) {
        assertNear(symmetry.canonical(copy), canonical, 1e-6);
      }
    }
  }

  @Test
  void aNodeThatDiffersInWhatComesOutIsAnother() {
    Architecture a = new Architecture(3, List.of(4), 2);
    NetworkSymmetry symmetry = new NetworkSymmetry(a, Shift.NONE);
    double[] x = random.doubles(a.dimension(), -1, 1).toArray();
    double[] y = copy(a, x);
    assertThat(symmetry.same(x, y, TOLERANCE)).isTrue();
    y[a.weight(1, 1, 2)] += 3 * TOLERANCE;
    assertThat(symmetry.same(x, y, TOLERANCE)).isFalse();
  }

  @Test
  void fingerprintChangesByAtMostTwiceTheChangeOfACoordinate() {
    for (Shift shift : Shift.values()) {
      Architecture a = new Architecture(4, List.of(5, 3), 4);
      NetworkSymmetry symmetry = new NetworkSymmetry(a, shift);
      for (int k = 0; k < 200; k++) {
        double[] x = random.doubles(a.dimension(), -1, 1).toArray();
        double[] y = x.clone();
        double change = Math.pow(10, -3 * random.nextDouble());
        for (int i = 0; i < y.length; i++) {
          y[i] += random.nextBoolean() ? change : -change;
        }
        double[] print = symmetry.fingerprint(x);
        assertNear(symmetry.fingerprint(y), print, 2 * change * (1 + 1e-12));
      }
    }
  }

  @Test
  void orderCountsDeadAndEqualNodes() {
    Architecture a = new Architecture(3, List.of(6), 4);
    NetworkSymmetry symmetry = new NetworkSymmetry(a, Shift.NONE);
    double[] x = random.doubles(a.dimension(), -1, 1).toArray();
    assertThat(symmetry.order(x, TOLERANCE)).isEqualTo(1);
    copyNode(a, x, 0, 0, 3, -1, 0);
    assertThat(symmetry.order(x, TOLERANCE)).isEqualTo(2);
    copyNode(a, x, 0, 0, 1, 0, 0);
    copyNode(a, x, 0, 0, 2, 0, 0);
    // Two equal nodes x two dead ones with a sign each.
    assertThat(symmetry.order(x, TOLERANCE)).isEqualTo(2 * (2 * 4));
    assertThat(symmetry.groupOrder()).hasValue(720 * 64);
  }

  @Test
  void zeroModesAreThoseThatNothingHolds() {
    check(OutputKind.SOFTMAX, 0.1, Penalised.ALL, 0);
    check(OutputKind.SOFTMAX, 0.1, Penalised.WEIGHTS, 1);
    check(OutputKind.SOFTMAX, 0, Penalised.ALL, 6);
    check(OutputKind.SIGMOID, 0, Penalised.ALL, 0);
    check(OutputKind.LINEAR, 0.1, Penalised.WEIGHTS, 0);
  }

  private void check(OutputKind kind, double lambda, Penalised penalised, int expected) {
    FeedForwardLoss loss = loss(List.of(5), kind, lambda, penalised);
    NetworkSymmetry symmetry = loss.symmetry();
    assertThat(symmetry.zeroModes()).isEqualTo(expected);
    int n = loss.dimension();
    double[] x = new double[n];
    loss.randomStart(random, x);
    double[] basis = new double[expected * n];
    assertThat(symmetry.zeroModeBasis(x, basis)).isEqualTo(expected);
    double[] y = x.clone();
    double[] image = new double[n];
    double[] mode = new double[n];
    for (int k = 0; k < expected; k++) {
      System.arraycopy(basis, k * n, mode, 0, n);
      loss.hessianAt(x).times(mode, image);
      for (int i = 0; i < n; i++) {
        assertThat(image[i]).isCloseTo(0, within(1e-14));
        y[i] += (k + 1) * mode[i];
      }
    }
    assertThat(loss.energy(y)).isCloseTo(loss.energy(x), within(1e-13));
    double[] copy = copy(loss.architecture(), y);
    assertThat(symmetry.same(x, copy, TOLERANCE)).isTrue();
    assertNear(symmetry.align(x, copy), x, 1e-12);
    assertNear(symmetry.fingerprint(copy), symmetry.fingerprint(x), 1e-12);
  }
}
