package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import dev.tarn.potentials.surfaces.NonlinearRegression;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole explorations in memory: complete landscapes, determinism, going on, verification. */
class ExplorationIT {
  private static final double[] LJ7_SADDLES = {
    -15.4447338,
    -15.31986444,
    -15.28342128,
    -15.09784564,
    -15.03338435,
    -15.02643811,
    -14.8163998,
    -14.81112965,
    -14.59694571,
    -14.56806144,
    -14.54857294,
    -12.54893771
  };
  private static final double[] LJ8_MINIMA = {
    -19.82148919,
    -19.76529785,
    -19.18931141,
    -19.16927977,
    -18.97605634,
    -18.85682617,
    -18.82867155,
    -18.77820817
  };

  private static PotentialSpecification lennardJones(int atoms) {
    return PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", atoms));
  }

  private static ExplorationReport explore(LandscapeStore store, ExplorationSettings settings) {
    return new Exploration(store, settings, new RunRecord("", "test"), Clock.systemUTC())
        .run(RunListener.none(), () -> false);
  }

  private static List<Minimum> minima(LandscapeStore store) {
    List<Minimum> list = new ArrayList<>();
    store.forEachMinimum("x", list::add);
    return list;
  }

  private static List<TransitionState> saddles(LandscapeStore store) {
    List<TransitionState> list = new ArrayList<>();
    store.forEachTransitionState("x", list::add);
    return list;
  }

  private static List<UnconnectedStationaryPoint> others(LandscapeStore store) {
    List<UnconnectedStationaryPoint> list = new ArrayList<>();
    store.forEachStationaryPoint("x", list::add);
    return list;
  }

  private static void sameEnergies(double[] found, double... expected) {
    double[] sorted = expected.clone();
    Arrays.sort(sorted);
    Arrays.sort(found);
    assertThat(found).hasSize(sorted.length);
    for (int k = 0; k < sorted.length; k++) {
      assertThat(found[k]).isCloseTo(sorted[k], within(1e-6));
    }
  }

  private static double[] energies(List<? extends dev.tarn.landscape.StationaryPoint> points) {
    return points.stream().mapToDouble(dev.tarn.landscape.StationaryPoint::energy).toArray();
  }

  @Test
  void smallLennardJonesClustersComeOutComplete() {
    Map<Integer, double[][]> expected =
        Map.of(
            2, new double[][] {{-1}, {}},
            3, new double[][] {{-3}, {}},
            4, new double[][] {{-6}, {-5.07342086}},
            5, new double[][] {{-9.10385242}, {-8.48062016, -8.19788757}},
            6,
                new double[][] {
                  {-12.71206226, -12.30292753}, {-12.07903127, -11.63030727, -11.33403263}
                });
    expected.forEach(
        (atoms, energies) -> {
          LandscapeStore store = new InMemoryLandscapeStore();
          explore(store, ExplorationSettings.of("x", lennardJones(atoms)));
          sameEnergies(energies(minima(store)), energies[0]);
          sameEnergies(energies(saddles(store)), energies[1]);
        });
  }

  /**
   * The highest point of the way between the two shapes was found apart, by a scan of the angle.
   */
  @Test
  void triatomicMoleculeComesOutComplete() {
    LandscapeStore store = new InMemoryLandscapeStore();
    PotentialSpecification molecule =
        PotentialCatalogue.standard().create("triatomic-axilrod-teller", Map.of());
    explore(store, ExplorationSettings.of("x", molecule));
    sameEnergies(energies(minima(store)), -2.219098169601, -2.185098840269);
    sameEnergies(energies(saddles(store)), -1.985069657957);
    assertThat(others(store)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void lj7ComesOutCompleteWithTheDefaultStoppingRule(long seed) {
    LandscapeStore store = new InMemoryLandscapeStore();
    explore(store, ExplorationSettings.of("x", lennardJones(7)).withSeed(seed));
    sameEnergies(energies(minima(store)), -16.50538417, -15.93504306, -15.59321094, -15.53306005);
    sameEnergies(energies(saddles(store)), LJ7_SADDLES);
  }

  @Test
  void lj8ComesOutCompleteWithTheDefaultStoppingRule() {
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationReport report = explore(store, ExplorationSettings.of("x", lennardJones(8)));
    sameEnergies(energies(minima(store)), LJ8_MINIMA);
    assertThat(saddles(store)).hasSize(42);
    assertThat(report.globalMinimumEnergy()).isCloseTo(-19.82148919, within(1e-8));
    assertThat(report.progress().components()).isEqualTo(1);
  }

  @Test
  void surfacesInThePlaneComeOutComplete() {
    LandscapeStore store = new InMemoryLandscapeStore();
    explore(
        store,
        ExplorationSettings.of(
            "x", PotentialCatalogue.standard().create("mueller-brown", Map.of())));
    sameEnergies(energies(minima(store)), -146.699517, -108.166724, -80.767818);
    sameEnergies(energies(saddles(store)), -40.664844, -72.248940);
    double[] lowest =
        minima(store).stream()
            .filter(m -> m.energy() < -146)
            .findFirst()
            .orElseThrow()
            .coordinates();
    assertThat(lowest[0]).isCloseTo(-0.558224, within(1e-6));
    assertThat(lowest[1]).isCloseTo(1.441726, within(1e-6));

    store = new InMemoryLandscapeStore();
    explore(
        store,
        ExplorationSettings.of(
            "x", PotentialCatalogue.standard().create("six-hump-camel", Map.of())));
    sameEnergies(
        energies(minima(store)), -1.031628, -1.031628, -0.215464, -0.215464, 2.104250, 2.104250);
    sameEnergies(
        energies(saddles(store)), 0, 0.543719, 0.543719, 2.229357, 2.229357, 2.229471, 2.229471);

    store = new InMemoryLandscapeStore();
    explore(
        store,
        ExplorationSettings.of(
            "x", PotentialCatalogue.standard().create("three-hump-camel", Map.of())));
    sameEnergies(energies(minima(store)), 0, 0.298638, 0.298638);
    sameEnergies(energies(saddles(store)), 0.877362, 0.877362);
  }

  @Test
  void morseClustersAtLongRangeHaveTheirPublishedCounts() {
    int[][] counts = {{5, 1, 1}, {6, 1, 2}, {7, 2, 3}};
    for (int[] count : counts) {
      LandscapeStore store = new InMemoryLandscapeStore();
      explore(
          store,
          ExplorationSettings.of(
              "x",
              PotentialCatalogue.standard().create("morse", Map.of("atoms", count[0], "rho", 3))));
      assertThat(minima(store)).as("M%d", count[0]).hasSize(count[1]);
      assertThat(saddles(store)).as("M%d", count[0]).hasSize(count[2]);
      if (count[0] == 5) {
        assertThat(minima(store).get(0).energy()).isCloseTo(-9.2995, within(5e-5));
      }
      if (count[0] == 6) {
        assertThat(minima(store).get(0).energy()).isCloseTo(-13.5442, within(5e-5));
      }
    }
  }

  @Test
  void everyStoredPointPassesAnIndependentCheck() {
    LandscapeStore store = new InMemoryLandscapeStore();
    PotentialSpecification specification = lennardJones(9);
    explore(store, ExplorationSettings.of("x", specification).withUntil(StoppingRule.ofRounds(30)));
    assertThat(saddles(store)).hasSizeGreaterThan(80);
    for (Minimum minimum : minima(store)) {
      check(specification.potential(), minimum, 0);
    }
    for (TransitionState saddle : saddles(store)) {
      check(specification.potential(), saddle, 1);
    }
    for (UnconnectedStationaryPoint point : others(store)) {
      if (point.unexpectedZeroEigenvalues() == 0) {
        check(specification.potential(), point, point.index());
      }
    }
  }

  /** Index, gradient and log determinant from differences of gradients, six zero modes expected. */
  private static void check(
      Potential potential, dev.tarn.landscape.StationaryPoint point, int index) {
    double[] x = point.coordinates();
    int n = x.length;
    double[] g = new double[n];
    assertThat(potential.energyAndGradient(x, g)).isEqualTo(point.energy());
    double sum = 0;
    for (double t : g) {
      sum += t * t;
    }
    assertThat(Math.sqrt(sum / n)).isLessThan(1e-9);
    double[] h = new double[n * n];
    double[] up = new double[n];
    double[] down = new double[n];
    for (int j = 0; j < n; j++) {
      double[] y = x.clone();
      y[j] = x[j] + 1e-5;
      potential.energyAndGradient(y, up);
      y[j] = x[j] - 1e-5;
      potential.energyAndGradient(y, down);
      for (int i = 0; i < n; i++) {
        h[i * n + j] = (up[i] - down[i]) / 2e-5;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        h[i * n + j] = 0.5 * (h[i * n + j] + h[j * n + i]);
        h[j * n + i] = h[i * n + j];
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
    assertThat(eigen.decompose(DMatrixRMaj.wrap(n, n, h))).isTrue();
    int negative = 0;
    int zero = 0;
    double logDet = 0;
    for (int k = 0; k < n; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      if (Math.abs(value) < 1e-5) {
        zero++;
      } else if (value < 0) {
        negative++;
        logDet += index == 1 ? 0 : Math.log(-value);
      } else {
        logDet += Math.log(value);
      }
    }
    assertThat(zero).as("zero modes of %s", point).isEqualTo(6);
    assertThat(negative).as("index of %s", point).isEqualTo(index);
    assertThat(point.logDetHessian()).isCloseTo(logDet, within(1e-5));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    ExplorationSettings settings =
        ExplorationSettings.of("x", lennardJones(10)).withUntil(StoppingRule.ofRounds(12));
    LandscapeStore one = new InMemoryLandscapeStore();
    explore(one, settings.withThreads(1));
    for (int threads : new int[] {2, 5}) {
      LandscapeStore many = new InMemoryLandscapeStore();
      explore(many, settings.withThreads(threads));
      same(one, many);
    }
  }

  @Test
  void aRunInPiecesEndsLikeOneInOnePiece() {
    ExplorationSettings settings = ExplorationSettings.of("x", lennardJones(9));
    LandscapeStore whole = new InMemoryLandscapeStore();
    explore(whole, settings.withUntil(StoppingRule.ofRounds(15)));
    LandscapeStore pieces = new InMemoryLandscapeStore();
    for (int rounds : new int[] {1, 4, 11, 15}) {
      explore(pieces, settings.withUntil(StoppingRule.ofRounds(rounds)));
    }
    same(whole, pieces);
    assertThat(pieces.runs("x")).hasSize(4);
    assertThat(CheckpointsWithoutTimes.state(pieces, "x"))
        .isEqualTo(CheckpointsWithoutTimes.state(whole, "x"));
  }

  private static void same(LandscapeStore one, LandscapeStore other) {
    assertThat(minima(other)).isEqualTo(minima(one));
    assertThat(saddles(other)).isEqualTo(saddles(one));
    assertThat(others(other)).isEqualTo(others(one));
  }

  @Test
  void anAbandonedRoundIsDoneAgain() {
    ExplorationSettings settings =
        ExplorationSettings.of("x", lennardJones(9)).withUntil(StoppingRule.ofRounds(12));
    LandscapeStore whole = new InMemoryLandscapeStore();
    explore(whole, settings);
    LandscapeStore pieces = new InMemoryLandscapeStore();
    for (int asked : new int[] {30, 100, 333}) {
      java.util.concurrent.atomic.AtomicInteger left =
          new java.util.concurrent.atomic.AtomicInteger(asked);
      ExplorationReport report =
          new Exploration(pieces, settings, new RunRecord("", "test"), Clock.systemUTC())
              .run(RunListener.none(), () -> left.decrementAndGet() < 0);
      assertThat(report.outcome()).isEqualTo("cancelled");
    }
    explore(pieces, settings);
    same(whole, pieces);
    assertThat(CheckpointsWithoutTimes.state(pieces, "x"))
        .isEqualTo(CheckpointsWithoutTimes.state(whole, "x"));
    List<DiscoveryCurve.Point> growth =
        DiscoveryCurve.of(pieces.checkpoint("x").orElseThrow()).points();
    assertThat(growth).hasSizeGreaterThan(5);
    assertThat(growth.get(growth.size() - 1).minima()).isEqualTo(minima(pieces).size());
  }

  @Test
  void otherSettingsAreRefusedByName() {
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationSettings settings =
        ExplorationSettings.of("x", lennardJones(5)).withUntil(StoppingRule.ofRounds(1));
    explore(store, settings);
    assertThatThrownBy(() -> explore(store, settings.withSeed(3)))
        .isInstanceOf(ChangedSettingsException.class)
        .hasMessageEndingWith("other settings: seed was 1 and is now 3");
    explore(store, settings.withThreads(3).withUntil(StoppingRule.ofRounds(2)));
    new Exploration(store, settings.withSeed(3), new RunRecord("", "test"), Clock.systemUTC())
        .acceptChanges()
        .run(RunListener.none(), () -> false);
  }

  @Test
  void everyPointHoldsWhenItIsLookedAtAgain() {
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationSettings settings =
        ExplorationSettings.of("x", lennardJones(8)).withUntil(StoppingRule.ofRounds(10));
    explore(store, settings);
    List<dev.tarn.landscape.StationaryPoint> points = new ArrayList<>(minima(store));
    points.addAll(saddles(store));
    for (dev.tarn.landscape.StationaryPoint point : points) {
      Reverification again = Reverification.of(settings.potential().potential(), point);
      assertThat(again.index()).isEqualTo(point.index());
      assertThat(again.unexpectedZeroEigenvalues()).isZero();
      assertThat(again.rmsGradient()).isLessThan(1e-12);
      assertThat(again.moved()).isLessThan(1e-6);
    }
  }

  @Test
  void anotherPotentialMayNotGoOnWithALandscape() {
    LandscapeStore store = new InMemoryLandscapeStore();
    explore(
        store, ExplorationSettings.of("x", lennardJones(4)).withUntil(StoppingRule.ofRounds(1)));
    ExplorationSettings other =
        ExplorationSettings.of(
            "x", PotentialCatalogue.standard().create("mueller-brown", Map.of()));
    assertThatThrownBy(() -> explore(store, other))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessageContaining("is there already, of potential lennard-jones");
  }

  @Test
  void eachStoppingRuleStops() {
    StoppingRule none =
        new StoppingRule(
            java.util.OptionalDouble.empty(),
            java.util.Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.of(10_000),
            OptionalLong.empty(),
            OptionalLong.empty(),
            java.util.OptionalDouble.empty(),
            OptionalLong.empty());
    ExplorationReport report =
        explore(
            new InMemoryLandscapeStore(),
            ExplorationSettings.of("x", lennardJones(8)).withUntil(none));
    assertThat(report.progress().energyCalls()).isBetween(10_000L, 100_000L);
    assertThat(report.outcome()).contains("energy calls");
    report =
        new Exploration(
                new InMemoryLandscapeStore(),
                ExplorationSettings.of("x", lennardJones(8)),
                new RunRecord("", "test"),
                Clock.systemUTC())
            .run(RunListener.none(), () -> true);
    assertThat(report.outcome()).isEqualTo("cancelled");
    assertThat(report.progress().round()).isZero();
  }

  /** Round k throws in one of its tasks only, on whichever thread that is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPotentialThatThrowsEndsTheRunWithWhatWasFoundKept(int threads) {
    Potential camel = PotentialCatalogue.standard().create("six-hump-camel", Map.of()).potential();
    Potential moody =
        new Potential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double energyAndGradient(double[] x, double[] g) {
            if (x[0] > 2.7) {
              throw new IllegalStateException("too far right");
            }
            return camel.energyAndGradient(x, g);
          }

          @Override
          public void randomStart(RandomGenerator random, double[] x) {
            camel.randomStart(random, x);
          }
        };
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationSettings settings =
        ExplorationSettings.of("x", new PotentialSpecification("moody", Map.of(), moody))
            .withThreads(threads)
            .withUntil(StoppingRule.ofRounds(20));
    assertThatThrownBy(() -> explore(store, settings))
        .isInstanceOf(PotentialException.class)
        .hasMessageMatching(
            "potential moody threw java.lang.IllegalStateException: too far right in"
                + " energyAndGradient, in a chain of quenches from a random start \\(task [0-9]+ of"
                + " 64 of round 1\\); what was found is kept: 6 minima, 0 transition states");
    assertThat(minima(store)).hasSize(6);
    assertThat(store.runs("x").get(0).outcome()).startsWith("potential moody threw");
  }

  @Test
  void aFunctionWithoutMinimaEndsWithAWord() {
    Potential slope =
        new Potential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double energyAndGradient(double[] x, double[] g) {
            g[0] = Double.NaN;
            g[1] = 0;
            return Double.NaN;
          }

          @Override
          public void randomStart(RandomGenerator random, double[] x) {
            x[0] = random.nextDouble();
          }
        };
    ExplorationReport report =
        explore(
            new InMemoryLandscapeStore(),
            ExplorationSettings.of("x", new PotentialSpecification("slope", Map.of(), slope)));
    assertThat(report.outcome()).startsWith("no minimum found");
    assertThat(report.globalMinimum()).isZero();
  }

  /**
   * Every minimum in the window, against a search that shares nothing with the explorer but the
   * data: Levenberg and Marquardt's method of another library from random starts, what it ends at
   * kept if it is found again from nearby.
   */
  @ParameterizedTest
  @ValueSource(doubles = {2, 3})
  void regressionFindsWhatAnIndependentMultistartFinds(double window) {
    PotentialSpecification specification =
        PotentialCatalogue.standard().create("nonlinear-regression", Map.of("window", window));
    LandscapeStore store = new InMemoryLandscapeStore();
    explore(store, ExplorationSettings.of("x", specification));
    double[] found = energies(minima(store));
    Arrays.sort(found);
    double[] reference = multistart(window, 4000);
    assertThat(found).hasSize(reference.length);
    for (int k = 0; k < reference.length; k++) {
      assertThat(found[k]).isCloseTo(reference[k], within(1e-7));
    }
    if (window == 3) {
      // About (N - 5) sigma^2 = 0.038, and far above it the next one; q* up to noise.
      assertThat(found[0]).isBetween(0.028, 0.05);
      assertThat(found[1]).isGreaterThan(100 * found[0]);
      double[] truth = {0.1, 2.13, 0, 1.34, 0};
      double[] best =
          minima(store).stream()
              .min((a, b) -> Double.compare(a.energy(), b.energy()))
              .orElseThrow()
              .coordinates();
      double[] image = specification.potential().symmetry().align(truth, best);
      for (int i = 0; i < 5; i++) {
        assertThat(image[i]).isCloseTo(truth[i], within(0.03));
      }
    }
  }

  private static double[] multistart(double window, int starts) {
    SplittableRandom data = new SplittableRandom(1);
    double[] truth = {0.1, 2.13, 0, 1.34, 0};
    double[] x = new double[100];
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) {
      x[i] = 3 * Math.PI * data.nextDouble();
      double radius = Math.sqrt(-2 * Math.log(1 - data.nextDouble()));
      y[i] =
          NonlinearRegression.model(truth, x[i])
              + 0.02 * (radius * Math.cos(2 * Math.PI * data.nextDouble()));
    }
    SplittableRandom random = new SplittableRandom(99);
    List<Double> energies = new ArrayList<>();
    for (int s = 0; s < starts; s++) {
      double[] q = {
        -0.3 + 1.5 * random.nextDouble(),
        window * random.nextDouble(),
        2 * Math.PI * random.nextDouble(),
        window * random.nextDouble(),
        2 * Math.PI * random.nextDouble()
      };
      double energy = levenbergMarquardt(x, y, q);
      double[] nearby = q.clone();
      for (int i = 0; i < 5; i++) {
        nearby[i] += 1e-3 * (2 * random.nextDouble() - 1);
      }
      boolean inside =
          Math.abs(q[0]) <= window && Math.abs(q[1]) <= window && Math.abs(q[3]) <= window;
      if (inside
          && Math.abs(levenbergMarquardt(x, y, nearby) - energy) < 1e-9
          && energies.stream().noneMatch(known -> Math.abs(known - energy) < 1e-6)) {
        energies.add(energy);
      }
    }
    return energies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Improves q in place; returns the sum of squares, NaN if it did not converge. */
  private static double levenbergMarquardt(double[] x, double[] y, double[] q) {
    LeastSquaresBuilder problem =
        new LeastSquaresBuilder()
            .start(q)
            .target(y)
            .maxEvaluations(5000)
            .maxIterations(5000)
            .model(
                at -> {
                  double[] values = new double[x.length];
                  for (int i = 0; i < x.length; i++) {
                    values[i] = NonlinearRegression.model(at, x[i]);
                  }
                  return values;
                },
                at -> {
                  double[][] jacobian = new double[x.length][];
                  for (int i = 0; i < x.length; i++) {
                    double decay = Math.exp(-at[0] * x[i]);
                    double u = at[1] * x[i] + at[2];
                    double v = at[3] * x[i] + at[4];
                    double du = decay * Math.cos(u) * Math.sin(v);
                    double dv = decay * Math.sin(u) * Math.cos(v);
                    jacobian[i] =
                        new double[] {
                          -x[i] * decay * Math.sin(u) * Math.sin(v), x[i] * du, du, x[i] * dv, dv
                        };
                  }
                  return jacobian;
                });
    try {
      LeastSquaresOptimizer.Optimum optimum =
          new LevenbergMarquardtOptimizer().optimize(problem.build());
      System.arraycopy(optimum.getPoint().toArray(), 0, q, 0, 5);
      return optimum.getCost() * optimum.getCost();
    } catch (MathIllegalStateException e) {
      return Double.NaN;
    }
  }
}
