package dev.tarn.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.TrustedStep;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.minimise.SteepestDescent;
import dev.tarn.explorer.search.saddle.TransitionStateSearch;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.learning.data.DataSpecification;
import dev.tarn.learning.model.FeedForwardLoss;
import dev.tarn.learning.model.OutputKind;
import dev.tarn.learning.model.Penalised;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Quenches, saddles and paths of losses whose Hessian is formed at every step. */
class SmallLossTests {

  /** V = 1/2 sum c_i x_i^2 + cubic x_0^2 x_1. */
  private record Bowl(double[] curvatures, double cubic) implements Potential, SumOverData {
    @Override
    public int dimension() {
      return curvatures.length;
    }

    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
      double sum = cubic * x[0] * x[0] * x[1];
      for (int i = 0; i < x.length; i++) {
        sum += 0.5 * curvatures[i] * x[i] * x[i];
        gradient[i] = curvatures[i] * x[i];
      }
      gradient[0] += 2 * cubic * x[0] * x[1];
      gradient[1] += cubic * x[0] * x[0];
      return sum;
    }

    @Override
    public int rows() {
      return 1;
    }

    @Override
    public double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient) {
      return energyAndGradient(x, gradient);
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      NormalDeviates.fill(random, x);
    }
  }

  private static FeedForwardLoss network() {
    return new FeedForwardLoss(
        DataSpecification.read(
            Map.of(
                "generator", "triatomic",
                "sequences", 200,
                "testSequences", 4,
                "stepsBeforeEnd", 20)),
        List.of(3),
        OutputKind.SOFTMAX,
        1e-4,
        Penalised.ALL);
  }

  @Test
  void aStepOfTrustIsNewtonsWhereItFitsAndAsLongAsAllowedWhereNot() {
    double[] curvatures = {-0.5, 1e-4, 2, 300};
    double[] slopes = {0.1, -1e-3, 4, 30};
    double[] along = new double[4];
    double change = TrustedStep.choose(curvatures, slopes, 100, along);
    assertThat(along).containsExactly(new double[] {-0.2, 10, -2, -0.1}, within(1e-12));
    double expected = 0;
    for (int k = 0; k < 4; k++) {
      expected += along[k] * slopes[k] + 0.5 * curvatures[k] * along[k] * along[k];
    }
    assertThat(change).isCloseTo(expected, within(1e-12));
    for (double length : new double[] {5, 1, 0.1, 1e-4}) {
      TrustedStep.choose(curvatures, slopes, length, along);
      assertThat(Vectors.norm(along)).isBetween(0.99 * length, 1.002 * length);
      // One shift of all magnitudes: the same for each component.
      double shift = -slopes[2] / along[2] - 2;
      assertThat(-slopes[0] / along[0] - 0.5).isCloseTo(shift, within(1e-9 * (1 + shift)));
      assertThat(-slopes[3] / along[3] - 300).isCloseTo(shift, within(1e-9 * (300 + shift)));
    }
  }

  @Test
  void aPathDownAStiffValleyEndsBesideItsMinimum() {
    Potential valley = new Bowl(new double[] {1e-3, 1e4, 3, 0.5}, 0);
    double[] x = {5, 1, -2, 3};
    assertThat(SteepestDescent.of(valley).run(x, 1e-3, 1000)).isTrue();
    assertThat(Vectors.largest(x)).isLessThan(0.2);
  }

  @Test
  void pathsFromSaddlesOfANetworkAreThoseOfTinyExplicitSteps() {
    FeedForwardLoss loss = network();
    int n = loss.dimension();
    int compared = 0;
    for (double[] saddle : saddles(loss, 2)) {
      double[] mode = StationaryPointAnalysis.of(loss, saddle).lowestMode();
      for (int side = -1; side <= 1; side += 2) {
        double[] y = saddle.clone();
        Vectors.add(y, side * 0.05, mode);
        double[] explicit = y.clone();
        assertThat(SteepestDescent.of(loss).run(y, 1e-3, 5000)).isTrue();
        // Heun's method, half of the way down: explicit steps would never arrive.
        double target = loss.energy(saddle) - 0.5 * (loss.energy(saddle) - loss.energy(y));
        heun(loss, explicit, target);
        double[] sameBasin = explicit.clone();
        SteepestDescent.of(loss).run(sameBasin, 1e-4, 5000);
        Quench quench = new Quench(loss);
        Limits limits = Limits.of(1e-10, loss.lengthScale()).cautious();
        assertThat(quench.run(y, limits)).isEqualTo(Ending.CONVERGED);
        double energy = quench.energy();
        quench.run(sameBasin, limits);
        assertThat(energy).isCloseTo(quench.energy(), within(1e-10));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4);
    assertThat(n).isEqualTo(28);
  }

  private static void heun(Potential potential, double[] x, double target) {
    int n = x.length;
    double[] first = new double[n];
    double[] second = new double[n];
    double[] ahead = new double[n];
    for (int k = 0; k < 20_000; k++) {
      double energy = potential.energyAndGradient(x, first);
      if (energy < target) {
        return;
      }
      double step = 0.05;
      for (int i = 0; i < n; i++) {
        ahead[i] = x[i] - step * first[i];
      }
      potential.energyAndGradient(ahead, second);
      for (int i = 0; i < n; i++) {
        x[i] -= 0.5 * step * (first[i] + second[i]);
      }
    }
  }

  private static List<double[]> saddles(FeedForwardLoss loss, int number) {
    SplittableRandom random = new SplittableRandom(2);
    int n = loss.dimension();
    double scale = loss.lengthScale();
    TransitionStateSearch search = TransitionStateSearch.of(loss);
    TransitionStateSearch.Limits limits = TransitionStateSearch.Limits.of(1e-9, scale);
    Quench quench = new Quench(loss);
    List<double[]> saddles = new ArrayList<>();
    double[] x = new double[n];
    double[] mode = new double[n];
    for (int tries = 0; tries < 5 * number && saddles.size() < number; tries++) {
      loss.randomStart(random, x);
      quench.run(x, Limits.of(1e-9, scale));
      double minimum = quench.energy();
      double[] noise = new double[n];
      NormalDeviates.fill(random, noise);
      Vectors.add(x, 0.3 * scale, noise);
      NormalDeviates.fill(random, mode);
      if (search.run(x, mode, limits) == Ending.CONVERGED && search.energy() > minimum) {
        saddles.add(x.clone());
      }
    }
    return saddles;
  }

  @Test
  void mostSearchesOnANetworkEndAtCertifiedTransitionStates() {
    FeedForwardLoss loss = network();
    List<double[]> saddles = saddles(loss, 6);
    assertThat(saddles).hasSize(6);
    for (double[] saddle : saddles) {
      double[] gradient = new double[loss.dimension()];
      loss.energyAndGradient(saddle, gradient);
      assertThat(Vectors.rms(gradient)).isLessThan(1e-9);
      assertThat(StationaryPointAnalysis.of(loss, saddle).index()).isEqualTo(1);
    }
  }
}
