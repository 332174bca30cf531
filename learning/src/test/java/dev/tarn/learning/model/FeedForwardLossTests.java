package dev.tarn.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.batches.StochasticDescent;
import dev.tarn.landscape.Observables;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.data.LearningData;
import dev.tarn.learning.score.ClassificationScore;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.arithmetic.ElementaryFunctions;
import dev.tarn.potentials.arithmetic.PanelArithmetic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedForwardLossTests {
  private static final List<List<Integer>> HIDDEN =
      List.of(List.of(), List.of(1), List.of(5), List.of(3, 2), List.of(2, 5, 3));

  /** Every architecture x output x penalty x storage of inputs x arithmetic. */
  static Stream<FeedForwardLoss> losses() {
    List<FeedForwardLoss> losses = new ArrayList<>();
    for (List<Integer> hidden : HIDDEN) {
      for (OutputKind kind : OutputKind.values()) {
        for (Penalised penalised : Penalised.values()) {
          for (boolean sparse : new boolean[] {false, true}) {
            for (boolean plain : new boolean[] {false, true}) {
              losses.add(loss(hidden, kind, penalised, sparse, plain));
            }
          }
        }
      }
    }
    return losses.stream();
  }

  private static FeedForwardLoss loss(
      List<Integer> hidden, OutputKind kind, Penalised penalised, boolean sparse, boolean plain) {
    // More rows than a block has, so that blocks are seen to add up.
    LearningData data = RandomData.of(kind, 259, 3, sparse ? 0.3 : 1, 5);
    Dataset training = data.training();
    return new FeedForwardLoss(
        data,
        FeedForwardLoss.architecture(data, hidden, kind),
        kind,
        penalised == Penalised.ALL ? 0.01 : 0.1,
        penalised,
        sparse ? InputMatrix.sparse(training) : InputMatrix.dense(training),
        plain ? PanelArithmetic.plain() : PanelArithmetic.best(),
        plain ? ElementaryFunctions.plain() : ElementaryFunctions.best());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void energyIsWhatItsDefinitionSays(FeedForwardLoss loss) {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = new double[loss.dimension()];
    loss.randomStart(random, x);
    assertThat(loss.energy(x)).isCloseTo(Definition.energy(loss, x), within(1e-13));
    assertThat(loss.energyAndGradient(x, new double[x.length])).isEqualTo(loss.energy(x));
    assertThat(loss.forOneThread().energy(x)).isEqualTo(loss.energy(x));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientIsTheDerivativeOfTheEnergy(FeedForwardLoss loss) {
    SplittableRandom random = new SplittableRandom(2);
    int n = loss.dimension();
    double[] x = new double[n];
    double[] g = new double[n];
    loss.randomStart(random, x);
    loss.energyAndGradient(x, g);
    for (int i = 0; i < n; i++) {
      double h = 1e-4;
      double near = (moved(loss, x, i, h) - moved(loss, x, i, -h)) / (2 * h);
      double far = (moved(loss, x, i, 2 * h) - moved(loss, x, i, -2 * h)) / (4 * h);
      assertThat((4 * near - far) / 3).as("component %d", i).isCloseTo(g[i], within(1e-9));
    }
  }

  /** 259 rows in an order of their own are 7 batches of 37. */
  @ParameterizedTest
  @MethodSource("losses")
  void equalBatchesOfAllRowsAddUpToTheLoss(FeedForwardLoss loss) {
    int n = loss.dimension();
    double[] x = new double[n];
    loss.randomStart(new SplittableRandom(8), x);
    int[] order = new int[loss.rows()];
    for (int k = 0; k < order.length; k++) {
      order[k] = k * 100 % order.length;
    }
    assertThat(order).hasSize(259).doesNotHaveDuplicates();
    double[] g = new double[n];
    double[] mean = new double[n];
    double energy = 0;
    for (int from = 0; from < order.length; from += 37) {
      energy += loss.energyAndGradient(x, order, from, from + 37, g) / 7;
      for (int i = 0; i < n; i++) {
        mean[i] += g[i] / 7;
      }
    }
    assertThat(energy).isCloseTo(loss.energyAndGradient(x, g), within(1e-12));
    for (int i = 0; i < n; i++) {
      assertThat(mean[i]).as("component %d", i).isCloseTo(g[i], within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientOfABatchIsTheDerivativeOfItsLoss(FeedForwardLoss loss) {
    int n = loss.dimension();
    int[] rows = {250, 3, 17, 3, 99};
    double[] x = new double[n];
    double[] g = new double[n];
    double[] scratch = new double[n];
    loss.randomStart(new SplittableRandom(9), x);
    loss.energyAndGradient(x, rows, 1, 4, g);
    double h = 1e-4;
    for (int i = 0; i < n; i++) {
      double[] differences = new double[2];
      for (int far = 1; far <= 2; far++) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[i] += far * h;
        down[i] -= far * h;
        differences[far - 1] =
            (loss.energyAndGradient(up, rows, 1, 4, scratch)
                    - loss.energyAndGradient(down, rows, 1, 4, scratch))
                / (2 * far * h);
      }
      assertThat((4 * differences[0] - differences[1]) / 3)
          .as("component %d", i)
          .isCloseTo(g[i], within(1e-9));
    }
  }

  @Test
  void stochasticDescentOnANetworkGoesDown() {
    FeedForwardLoss loss = loss(List.of(5), OutputKind.SOFTMAX, Penalised.ALL, false, false);
    double[] x = new double[loss.dimension()];
    loss.randomStart(new SplittableRandom(10), x);
    double before = loss.energy(x);
    double[] again = x.clone();
    StochasticDescent descent = new StochasticDescent(loss, Clock.systemUTC());
    StochasticDescent.Settings settings = StochasticDescent.Settings.momentum(10, 1);
    assertThat(descent.run(x, settings, StochasticDescent.Listener.NONE)).isTrue();
    assertThat(loss.energy(x)).isLessThan(before);
    descent.run(again, settings, StochasticDescent.Listener.NONE);
    assertThat(again).isEqualTo(x);
  }

  private static double moved(FeedForwardLoss loss, double[] x, int i, double by) {
    double[] y = x.clone();
    y[i] += by;
    return loss.energy(y);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void hessianAndItsProductsAreDerivativesOfTheGradient(FeedForwardLoss loss) {
    SplittableRandom random = new SplittableRandom(3);
    int n = loss.dimension();
    double[] x = new double[n];
    loss.randomStart(random, x);
    double[] hessian = new double[n * n];
    loss.hessian(x, hessian);
    HessianProduct product = loss.hessianAt(x);
    // Energies elsewhere must not disturb the products.
    loss.energyAndGradient(new double[n], new double[n]);
    double[] v = new double[n];
    double[] image = new double[n];
    for (int k = 0; k < 5; k++) {
      loss.randomStart(random, v);
      product.times(v, image);
      double[] differences = differences(loss, x, v);
      for (int i = 0; i < n; i++) {
        double row = 0;
        for (int j = 0; j < n; j++) {
          row += hessian[i * n + j] * v[j];
          assertThat(hessian[i * n + j]).isEqualTo(hessian[j * n + i]);
        }
        assertThat(image[i]).as("component %d", i).isCloseTo(row, within(1e-13 * n));
        assertThat(image[i]).as("component %d", i).isCloseTo(differences[i], within(1e-9));
      }
    }
  }

  private static double[] differences(FeedForwardLoss loss, double[] x, double[] v) {
    double[] near = difference(loss, x, v, 1e-4);
    double[] far = difference(loss, x, v, 2e-4);
    for (int i = 0; i < near.length; i++) {
      near[i] = (4 * near[i] - far[i]) / 3;
    }
    return near;
  }

  private static double[] difference(FeedForwardLoss loss, double[] x, double[] v, double h) {
    int n = x.length;
    double[] up = new double[n];
    double[] down = new double[n];
    double[] above = new double[n];
    double[] below = new double[n];
    for (int i = 0; i < n; i++) {
      up[i] = x[i] + h * v[i];
      down[i] = x[i] - h * v[i];
    }
    loss.energyAndGradient(up, above);
    loss.energyAndGradient(down, below);
    for (int i = 0; i < n; i++) {
      above[i] = (above[i] - below[i]) / (2 * h);
    }
    return above;
  }

  @Test
  void everyArithmeticAndStorageGivesTheSameBits() {
    for (List<Integer> hidden : HIDDEN) {
      for (OutputKind kind : OutputKind.values()) {
        FeedForwardLoss plain = loss(hidden, kind, Penalised.ALL, true, true);
        FeedForwardLoss best = loss(hidden, kind, Penalised.ALL, true, false);
        LearningData data = plain.data();
        FeedForwardLoss dense =
            new FeedForwardLoss(
                data,
                plain.architecture(),
                kind,
                0.01,
                Penalised.ALL,
                InputMatrix.dense(data.training()),
                PanelArithmetic.plain(),
                ElementaryFunctions.best());
        int n = plain.dimension();
        double[] x = new double[n];
        plain.randomStart(new SplittableRandom(4), x);
        double[] expected = new double[n];
        double energy = plain.energyAndGradient(x, expected);
        double[] image = new double[n];
        plain.hessianAt(x).times(x, image);
        double[] matrix = new double[n * n];
        plain.hessian(x, matrix);
        for (FeedForwardLoss other : List.of(best, dense)) {
          double[] g = new double[n];
          assertThat(other.energyAndGradient(x, g)).isEqualTo(energy);
          assertThat(g).isEqualTo(expected);
          double[] h = new double[n];
          other.hessianAt(x).times(x, h);
          assertThat(h).isEqualTo(image);
          double[] m = new double[n * n];
          other.hessian(x, m);
          assertThat(m).isEqualTo(matrix);
        }
      }
    }
  }

  @Test
  void largeActivationsNeitherOverflowNorCancel() {
    for (OutputKind kind : List.of(OutputKind.SOFTMAX, OutputKind.SIGMOID)) {
      FeedForwardLoss loss = loss(List.of(5), kind, Penalised.ALL, false, false);
      int n = loss.dimension();
      double[] x = new double[n];
      double[] g = new double[n];
      loss.randomStart(new SplittableRandom(6), x);
      for (int i = 0; i < n; i++) {
        x[i] *= 1e4;
      }
      double energy = loss.energyAndGradient(x, g);
      double definition = Definition.energy(loss, x);
      assertThat(energy).isCloseTo(definition, within(1e-12 * definition));
      for (double t : g) {
        assertThat(t).isFinite();
      }
      loss.hessianAt(x).times(x, g);
      for (double t : g) {
        assertThat(t).isFinite();
      }
    }
  }

  @Test
  void outputsAreProbabilitiesOfAllClasses() {
    for (OutputKind kind : List.of(OutputKind.SOFTMAX, OutputKind.SIGMOID)) {
      FeedForwardLoss loss = loss(List.of(5), kind, Penalised.ALL, false, false);
      double[] x = new double[loss.dimension()];
      loss.randomStart(new SplittableRandom(7), x);
      Dataset training = loss.data().training();
      double[] outputs = loss.outputs(x, training);
      int classes = training.classNames().size();
      assertThat(outputs).hasSize(training.size() * classes);
      double cost = 0;
      for (int row = 0; row < training.size(); row++) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
          sum += outputs[row * classes + k];
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
        cost -= Math.log(outputs[row * classes + training.labels()[row]]);
      }
      assertThat(cost / training.size()).isCloseTo(loss.trainingLoss(x), within(1e-12));
    }
  }

  @Test
  void observablesAreWhatAnswersAreWorth() {
    for (OutputKind kind : OutputKind.values()) {
      LearningData data =
          new LearningData(
              RandomData.of(kind, 40, 3, 1, 5).training(),
              RandomData.of(kind, 30, 3, 1, 6).training());
      FeedForwardLoss loss = new FeedForwardLoss(data, List.of(5), kind, 0.1, Penalised.ALL);
      double[] x = new double[loss.dimension()];
      loss.randomStart(new SplittableRandom(8), x);
      Observables found = loss.observables(x);
      FeedForwardLoss other =
          new FeedForwardLoss(
              new LearningData(/* training= */ data.test(), /* test= */ data.training()),
              List.of(5),
              kind,
              0.2,
              Penalised.WEIGHTS);
      assertThat(found.get("trainingLoss")).hasValue(loss.trainingLoss(x));
      assertThat(found.get("testLoss")).hasValue(other.trainingLoss(x));
      if (kind == OutputKind.LINEAR) {
        assertThat(found.names()).containsExactly("trainingLoss", "testLoss");
      } else {
        ClassificationScore score =
            ClassificationScore.of(
                data.test().classNames(), loss.outputs(x, data.test()), data.test().labels());
        assertThat(found.get("testAccuracy")).hasValue(score.accuracy());
        assertThat(found.get("testAuc")).hasValue(score.area());
        assertThat(found.get("trainingAccuracy"))
            .isEqualTo(other.observables(x).get("testAccuracy"));
      }
      LearningData untested = RandomData.of(kind, 40, 3, 1, 5);
      assertThat(
              new FeedForwardLoss(untested, List.of(5), kind, 0.1, Penalised.ALL)
                  .observables(x)
                  .names())
          .doesNotContain("testLoss", "testAuc")
          .contains("trainingLoss");
    }
  }

  @Test
  void parametersAreCountedAsThePaperCountsThem() {
    assertThat(new Architecture(3, List.of(6), 4).dimension()).isEqualTo(8 * 6 + 4);
    assertThat(new Architecture(784, List.of(10), 10).dimension()).isEqualTo(7960);
    assertThat(new Architecture(784, List.of(10), 10)).hasToString("784-10-10");
  }

  @Test
  void whatDoesNotFitTogetherIsRefusedInOneLine() {
    LearningData classes = RandomData.classified(20, 3, 3, 1, 1);
    LearningData numbers = RandomData.measured(20, 3, 1, 1);
    refused(classes, List.of(0), OutputKind.SOFTMAX, 0.1, "at least 1 node in every hidden layer");
    refused(classes, List.of(3), OutputKind.SOFTMAX, -1, "lambda of at least 0, found -1.0");
    refused(classes, List.of(3), OutputKind.SOFTMAX, Double.NaN, "lambda");
    refused(classes, List.of(3), OutputKind.SIGMOID, 0, "expected two classes");
    refused(classes, List.of(3), OutputKind.LINEAR, 0, "expected a number for each row");
    refused(numbers, List.of(3), OutputKind.SOFTMAX, 0, "expected a class for each row");
    Dataset one =
        Dataset.classified(
            List.of("x"), List.of("a", "b"), new double[] {1, 2, 3}, new int[] {1, 1, 1});
    refused(new LearningData(one, one), List.of(), OutputKind.SOFTMAX, 0.1, "found only class b");
    Dataset few =
        Dataset.classified(
            List.of("x"), List.of("a", "b", "c"), new double[] {1, 2}, new int[] {0, 1});
    refused(
        new LearningData(few, few), List.of(), OutputKind.SOFTMAX, 0.1, "as many training rows");
  }

  private static void refused(
      LearningData data, List<Integer> hidden, OutputKind kind, double lambda, String because) {
    assertThatThrownBy(() -> new FeedForwardLoss(data, hidden, kind, lambda, Penalised.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }

  /** The loss, sample by sample, as the papers write it. */
  private static final class Definition {
    static double energy(FeedForwardLoss loss, double[] x) {
      Architecture a = loss.architecture();
      Dataset data = loss.data().training();
      double sum = 0;
      for (int row = 0; row < data.size(); row++) {
        double[] values = new double[a.inputs()];
        System.arraycopy(data.inputs(), row * a.inputs(), values, 0, a.inputs());
        for (int l = 0; l < a.layers(); l++) {
          double[] next = new double[a.nodes(l)];
          for (int node = 0; node < next.length; node++) {
            next[node] = x[a.bias(l, node)];
            for (int from = 0; from < values.length; from++) {
              next[node] += x[a.weight(l, node, from)] * values[from];
            }
            if (l < a.layers() - 1) {
              next[node] = Math.tanh(next[node]);
            }
          }
          values = next;
        }
        sum += cost(loss, data, row, values);
      }
      double mean = sum / data.size();
      double all = 0;
      double biases = 0;
      for (double w : x) {
        all += w * w;
      }
      for (int l = 0; l < a.layers(); l++) {
        for (int node = 0; node < a.nodes(l); node++) {
          biases += x[a.bias(l, node)] * x[a.bias(l, node)];
        }
      }
      double penalised = loss.penalised() == Penalised.ALL ? all : all - biases;
      return mean + loss.lambda() * penalised;
    }

    private static double cost(FeedForwardLoss loss, Dataset data, int row, double[] z) {
      switch (loss.outputKind()) {
        case SOFTMAX -> {
          double largest = Double.NEGATIVE_INFINITY;
          for (double t : z) {
            largest = Math.max(largest, t);
          }
          double total = 0;
          for (double t : z) {
            total += Math.exp(t - largest);
          }
          return Math.log(total) + largest - z[data.labels()[row]];
        }
        case SIGMOID -> {
          double wrong = data.labels()[row] == 1 ? -z[0] : z[0];
          return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
        }
        default -> {
          double error = z[0] - data.targets()[row];
          return error * error;
        }
      }
    }
  }
}
