package dev.tarn.explorer.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.exploration.Exploration;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole censuses in memory: published counts, determinism, going on, proofs. */
class CensusIT {

  private static CensusSettings field(double coupling) {
    return CensusSettings.of(
        "field", new PotentialSpecification("field", Map.of(), new ScalarField(3, coupling)));
  }

  private static LandscapeStore taken(CensusSettings settings) {
    LandscapeStore store = new InMemoryLandscapeStore();
    String unused = run(store, settings);
    return store;
  }

  private static String run(LandscapeStore store, CensusSettings settings) {
    return new Census(store, settings, new RunRecord("", "test"), Clock.systemUTC())
        .run(RunListener.none(), () -> false);
  }

  private static CensusSummary summary(LandscapeStore store, CensusSettings settings) {
    return CensusSummary.of(store, settings.landscape(), 1);
  }

  /** Counts by polyhedral homotopy: all 19,683 complex solutions, the real ones sorted. */
  @Test
  void fieldOnNineSitesHasItsKnownPointsAtStrongCoupling() {
    CensusSettings settings = field(0.7);
    assertThat(summary(taken(settings), settings).byIndex()).containsExactly(2, 1);
    settings = field(0.5);
    CensusSummary summary = summary(taken(settings), settings);
    assertThat(summary.byIndex()).containsExactly(2, 12, 66, 72, 18, 1);
    assertThat(summary.checkSum()).isEqualTo(1);
    assertThat(summary.certified()).isEqualTo(171);
    assertThat(summary.singular()).isZero();
    assertThat(summary.coverage().goodTuring()).isGreaterThan(0.999);
  }

  @Test
  @Tag("slow")
  void fieldOnNineSitesHas7671PointsAtWeakCoupling() {
    CensusSettings settings = field(0.2);
    LandscapeStore store = new InMemoryLandscapeStore();
    String outcome = run(store, settings);
    CensusSummary summary = summary(store, settings);
    assertThat(summary.byIndex())
        .as(outcome)
        .containsExactly(176, 792, 1494, 1800, 1692, 1098, 456, 144, 18, 1);
    assertThat(summary.checkSum()).isEqualTo(1);
    assertThat(summary.certified()).isEqualTo(7671);
  }

  /**
   * Good's estimate is of the next sample, not of the share of points known: what it expects to be
   * new in each round adds up to what is new. Chao's bound never expects more than there are, but
   * for its error.
   */
  @Test
  void coverageForetellsWhatTheNextSamplesBring() {
    CensusSettings settings =
        field(0.2)
            .withMethods(List.of(CensusMethod.DAMPED_NEWTON))
            .withUntil(CensusSettings.StoppingRule.ofRounds(40));
    double[] foretold = new double[1];
    long[] brought = new long[1];
    List<String> tooMany = new ArrayList<>();
    List<Coverage> before = new ArrayList<>();
    String unused =
        new Census(
                new InMemoryLandscapeStore(),
                settings,
                new RunRecord("", "test"),
                Clock.systemUTC())
            .run(
                progress -> {
                  Coverage now = progress.coverage();
                  if (before.size() >= 10) {
                    Coverage last = before.get(before.size() - 1);
                    foretold[0] += (1 - last.goodTuring()) * (now.hits() - last.hits());
                    brought[0] += now.species() - last.species();
                  }
                  double error = (now.unseenInterval()[1] - now.unseenInterval()[0]) / 4;
                  boolean settled = before.size() >= 10;
                  if (settled && now.species() + now.unseenLowerBound() > 7671 + 3 * error) {
                    tooMany.add(progress.round() + ": " + now);
                  }
                  before.add(now);
                },
                () -> false);
    assertThat(before).hasSize(40);
    // A round is not short beside all before it: some new points come twice in it.
    assertThat((double) brought[0]).isBetween(0.9 * foretold[0], 1.02 * foretold[0]);
    assertThat(tooMany).isEmpty();
  }

  @Test
  void uncoupledFieldHasAProductOfSinglePoints() {
    // Each of n = 4 sites alone: two minima, one maximum. C(4, k) 2^(4 - k) points of index k.
    CensusSettings settings =
        CensusSettings.of(
            "field", new PotentialSpecification("field", Map.of(), new ScalarField(2, 0)));
    CensusSummary summary = summary(taken(settings), settings);
    assertThat(summary.byIndex()).containsExactly(16, 32, 24, 8, 1);
    assertThat(summary.total()).isEqualTo(81);
    // V'' is 4 at a minimum and -2 at the maximum of a site.
    assertThat(summary.softestEigenvalue()).isCloseTo(2, within(1e-9));
    double atMinimum = 400.0 / 40 - 20;
    assertThat(summary.indices().get(3).meanEnergy()).isCloseTo(atMinimum, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(CensusMethod.class)
  void eachMethodFindsOnlyPointsAndReportsItsCost(CensusMethod method) {
    CensusSettings.StoppingRule usual = CensusSettings.StoppingRule.DEFAULT;
    CensusSettings settings =
        field(0.5)
            .withMethods(List.of(method))
            .withUntil(
                new CensusSettings.StoppingRule(
                    OptionalDouble.of(0.99),
                    usual.time(),
                    usual.rounds(),
                    usual.gradients(),
                    usual.points()));
    LandscapeStore store = taken(settings);
    CensusSummary summary = summary(store, settings);
    if (method == CensusMethod.GRADIENT_DESCENT) {
      assertThat(summary.byIndex()).startsWith(2).hasSizeLessThan(3);
    } else if (method == CensusMethod.EIGENVECTOR_FOLLOWING) {
      // Three of them are rare by this method.
      assertThat(summary.total()).isBetween(160L, 171L);
    } else {
      assertThat(summary.byIndex()).containsExactly(2, 12, 66, 72, 18, 1);
    }
    assertThat(summary.methods()).hasSize(1);
    CensusSummary.MethodCost cost = summary.methods().get(0);
    assertThat(cost.method()).isEqualTo(method);
    assertThat(cost.newPoints()).isEqualTo(summary.total());
    assertThat(cost.gradients()).isGreaterThan(cost.searches());
    assertThat(cost.hessians()).isPositive();
    Potential potential = new ScalarField(3, 0.5);
    store.forEachStationaryPoint(
        "field",
        point -> {
          StationaryPointAnalysis analysis =
              StationaryPointAnalysis.of(potential, point.coordinates());
          assertThat(analysis.index()).isEqualTo(point.index());
          assertThat(analysis.logDetHessian()).isCloseTo(point.logDetHessian(), within(1e-8));
          assertThat(point.rmsGradient()).isLessThan(1e-9);
        });
  }

  @Test
  void eigenvectorFollowingGoesToTheRequestedIndex() {
    CensusSettings all = field(0.5).withMethods(List.of(CensusMethod.EIGENVECTOR_FOLLOWING));
    CensusSettings settings =
        new CensusSettings(
            "field",
            all.potential(),
            1,
            2,
            CensusSettings.StoppingRule.ofRounds(20),
            all.methods(),
            List.of(3),
            all.descentStep(),
            false,
            all.tolerance(),
            256);
    assertThat(summary(taken(settings), settings).byIndex()).containsExactly(0, 0, 0, 72);
  }

  @Test
  void indexBeyondTheDimensionIsRefused() {
    CensusSettings s = field(0.5);
    assertThatThrownBy(
            () ->
                new CensusSettings(
                    "field",
                    s.potential(),
                    1,
                    1,
                    s.until(),
                    s.methods(),
                    List.of(10),
                    0.2,
                    false,
                    s.tolerance(),
                    8))
        .hasMessage("index: expected 0 to 9 (dimension 9), found 10");
  }

  @Test
  void connectedCensusHoldsTheNetworkThatAnExplorationFinds() {
    CensusSettings settings =
        CensusSettings.of("camel", PotentialCatalogue.standard().create("six-hump-camel", Map.of()))
            .withConnections(true);
    LandscapeStore census = taken(settings);
    CensusSummary summary = summary(census, settings);
    assertThat(summary.byIndex()).containsExactly(6, 7, 2);
    assertThat(summary.checkSum()).isEqualTo(1);
    assertThat(census.counts("camel").minima()).isEqualTo(6);
    assertThat(census.counts("camel").transitionStates()).isEqualTo(7);
    assertThat(census.counts("camel").stationaryPoints()).isEqualTo(2);
    LandscapeStore explored = new InMemoryLandscapeStore();
    new Exploration(
            explored,
            ExplorationSettings.of("camel", settings.potential()),
            new RunRecord("", "test"),
            Clock.systemUTC())
        .run(RunListener.none(), () -> false);
    assertThat(barriers(census)).isEqualTo(barriers(explored));
  }

  private static List<String> barriers(LandscapeStore store) {
    List<Double> energies = new ArrayList<>();
    energies.add(0.0);
    store.forEachMinimum("camel", m -> energies.add(m.energy()));
    List<String> barriers = new ArrayList<>();
    store.forEachTransitionState(
        "camel",
        t ->
            barriers.add(
                String.format(
                    Locale.ROOT,
                    "%.6f %.6f %.6f",
                    Math.round(t.energy() * 1e6) / 1e6 + 0.0,
                    energies.get((int) t.higherMinimum()),
                    energies.get((int) t.lowerMinimum()))));
    barriers.sort(null);
    return barriers;
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() {
    CensusSettings settings =
        field(0.3).withUntil(CensusSettings.StoppingRule.ofRounds(6)).withConnections(true);
    assertThat(contents(taken(settings.withThreads(3))))
        .isEqualTo(contents(taken(settings.withThreads(1))));
    assertThat(contents(taken(settings.withSeed(2))))
        .isNotEqualTo(contents(taken(settings.withThreads(1))));
  }

  @Test
  void interruptedCensusResumesToTheSameEnd() {
    CensusSettings settings =
        field(0.3).withUntil(CensusSettings.StoppingRule.ofRounds(8)).withConnections(true);
    LandscapeStore whole = taken(settings);
    LandscapeStore pieces = new InMemoryLandscapeStore();
    for (int k = 0; k < 3; k++) {
      AtomicBoolean stop = new AtomicBoolean();
      int rounds = k + 1;
      String outcome =
          new Census(pieces, settings, new RunRecord("", "test"), Clock.systemUTC())
              .run(p -> stop.set(p.round() % rounds == 0), stop::get);
      assertThat(outcome).isEqualTo("cancelled");
    }
    assertThat(run(pieces, settings)).isEqualTo("did 8 rounds");
    assertThat(contents(pieces)).isEqualTo(contents(whole));
  }

  private static List<Object> contents(LandscapeStore store) {
    String name = store.landscapes().get(0).name();
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> saddles = new ArrayList<>();
    List<UnconnectedStationaryPoint> others = new ArrayList<>();
    store.forEachMinimum(name, minima::add);
    store.forEachTransitionState(name, saddles::add);
    store.forEachStationaryPoint(name, others::add);
    Checkpoint checkpoint = store.checkpoint(name).orElseThrow();
    assertThat(minima.size() + others.size()).isPositive();
    return List.of(
        minima,
        saddles,
        others,
        checkpoint.round(),
        Arrays.hashCode(
            CensusRunIT.stateWithoutTimes(CheckpointSections.decode(checkpoint.state()))));
  }

  /** N C(N - 1, floor((N - 1) / 2)) in a generic flux; every point proved to exist. */
  @ParameterizedTest
  @CsvSource({"3, 6", "4, 12", "5, 30", "6, 60", "7, 140"})
  void ringInGenericFluxHasItsExactNumberOfPoints(int spins, int points) {
    CensusSummary summary = ring(spins, Map.of("shape", List.of(spins), "flux", 0.3));
    assertThat(summary.total()).isEqualTo(points);
    assertThat(summary.certified()).isEqualTo(points);
    assertThat(summary.checkSum()).isZero();
    assertThat(summary.singular()).isZero();
  }

  /** At pi/2 between all neighbours the whole Hessian vanishes, on top of the families. */
  @ParameterizedTest
  @CsvSource({"4, periodic, 2", "8, periodic, 94", "6, antiperiodic, 16"})
  void ringAtSpecialFluxHasItsFamiliesKeptApart(int spins, String boundary, int points) {
    CensusSummary summary = ring(spins, Map.of("shape", List.of(spins), "boundary", boundary));
    assertThat(summary.total()).isEqualTo(points);
    assertThat(summary.certified()).isEqualTo(points);
    assertThat(summary.singular()).isEqualTo(1);
  }

  @Test
  void minimaOfTheRingAreItsWindings() {
    // |n| < N / 4, of energy N (1 - cos(2 pi n / N)).
    CensusSummary summary = ring(7, Map.of("shape", List.of(7)));
    double wound = 7 * (1 - Math.cos(2 * Math.PI / 7));
    assertThat(summary.indices().get(0).count()).isEqualTo(3);
    assertThat(summary.energies()[0]).isCloseTo(0, within(1e-12));
    assertThat(summary.energies()[1]).isCloseTo(wound, within(1e-12));
    assertThat(summary.energies()[2]).isCloseTo(wound, within(1e-12));
  }

  private static CensusSummary ring(int spins, Map<String, ?> parameters) {
    CensusSettings settings =
        CensusSettings.of("ring" + spins, PotentialCatalogue.standard().create("xy", parameters));
    LandscapeStore store = taken(settings);
    CensusSummary summary = summary(store, settings);
    double[] minima = new double[(int) summary.byIndex()[0]];
    System.arraycopy(summary.energies(), 0, minima, 0, minima.length);
    Arrays.sort(minima);
    System.arraycopy(minima, 0, summary.energies(), 0, minima.length);
    return summary;
  }

  /** Both signs of each eigenvector of the symmetrised couplings, found by another library. */
  @Test
  void twoSpinGlassHasItsEigenvectors() {
    int n = 6;
    CensusSettings settings =
        CensusSettings.of(
            "p2", PotentialCatalogue.standard().create("p-spin", Map.of("spins", n, "p", 2)));
    LandscapeStore store = taken(settings);
    assertThat(summary(store, settings).byIndex()).containsExactly(2, 2, 2, 2, 2, 2);
    Potential potential = settings.potential().potential();
    double[][] form = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double[] sum = new double[n];
        sum[i]++;
        sum[j]++;
        double[] difference = new double[n];
        difference[i]++;
        difference[j]--;
        form[i][j] =
            i == j
                ? potential.energy(sum)
                : (potential.energy(sum) - potential.energy(difference)) / 2;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(form));
    double[] values = eigen.getRealEigenvalues();
    List<StationaryPoint> found = new ArrayList<>();
    store.forEachMinimum("p2", found::add);
    store.forEachStationaryPoint("p2", found::add);
    assertThat(found).hasSize(2 * n);
    for (int k = 0; k < n; k++) {
      double value = values[k];
      int lower = (int) Arrays.stream(values).filter(v -> v < value).count();
      for (double sign : new double[] {-1, 1}) {
        double[] expected =
            eigen.getEigenvector(k).mapMultiply(sign * Math.sqrt((double) n)).toArray();
        assertThat(found)
            .filteredOn(p -> farthest(p.coordinates(), expected) < 1e-9)
            .singleElement()
            .satisfies(
                p -> {
                  assertThat(p.energy()).isCloseTo(value, within(1e-11));
                  assertThat(p.index()).isEqualTo(lower);
                });
      }
    }
  }

  private static double farthest(double[] x, double[] y) {
    double most = 0;
    for (int i = 0; i < x.length; i++) {
      most = Math.max(most, Math.abs(x[i] - y[i]));
    }
    return most;
  }

  /** Kac and Rice: 2 sqrt 7, 10.559 and 18.784 points on average, 2.6458, 3.141, 3.579 minima. */
  @ParameterizedTest
  @CsvSource({"2, 5.2915, 2.6458", "3, 10.559, 3.141", "4, 18.784, 3.579"})
  void threeSpinGlassHasItsMeanNumbers(int spins, double points, double minima) {
    int glasses = 20;
    double[] total = new double[glasses];
    double[] lowest = new double[glasses];
    for (int seed = 0; seed < glasses; seed++) {
      CensusSettings settings =
          CensusSettings.of(
              "p3",
              PotentialCatalogue.standard()
                  .create("p-spin", Map.of("spins", spins, "p", 3, "disorderSeed", seed + 1)));
      CensusSummary summary = summary(taken(settings), settings);
      assertThat(summary.checkSum()).isEqualTo(spins % 2 == 0 ? 0 : 2);
      total[seed] = summary.total();
      lowest[seed] = summary.byIndex()[0];
    }
    assertWithinThreeStandardErrors(total, points);
    assertWithinThreeStandardErrors(lowest, minima);
  }

  private static void assertWithinThreeStandardErrors(double[] values, double expected) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    assertThat(mean).isCloseTo(expected, within(3 * error));
  }

  /** Copies are counted by orbit sizes where one of each orbit is kept. */
  @Test
  void orbitsAddUpToAllCopies() {
    Map<String, Object> parameters = Map.of("shape", List.of(3, 3), "J", 0.5, "copies", "one");
    CensusSettings settings =
        CensusSettings.of("orbits", PotentialCatalogue.standard().create("phi4", parameters));
    LandscapeStore store = taken(settings);
    double group = settings.potential().potential().symmetry().groupOrder().orElseThrow();
    CensusSummary summary = CensusSummary.of(store, "orbits", group);
    assertThat(summary.total()).isLessThan(20);
    assertThat(summary.copies()).isCloseTo(171, within(1e-9));
    assertThat(summary.checkSum()).isEqualTo(1);
    assertThat(summary.indices().stream().map(CensusSummary.OfIndex::copies))
        .containsExactly(2.0, 12.0, 66.0, 72.0, 18.0, 1.0);
  }

  @Test
  void continuousFamilyIsOneSingularPointAndNoIsolatedOne() {
    // (x^2 + y^2 - 1)^2 in the plane and z^2: a circle of minima, an isolated saddle of index 2.
    CensusSettings settings =
        CensusSettings.of("hat", new PotentialSpecification("hat", Map.of(), new MexicanHat()))
            .withUntil(CensusSettings.StoppingRule.ofRounds(4));
    LandscapeStore store = taken(settings);
    CensusSummary summary = summary(store, settings);
    assertThat(summary.byIndex()).containsExactly(0, 0, 1);
    assertThat(summary.singular()).isEqualTo(1);
    assertThat(summary.certified()).isZero();
    assertThat(store.counts("hat").minima()).isZero();
    store.forEachStationaryPoint(
        "hat", p -> assertThat(p.unexpectedZeroEigenvalues()).isEqualTo(p.energy() < 0.5 ? 1 : 0));
  }

  @Test
  void exploredLandscapeIsNotMixedWithACensus() {
    LandscapeStore store = new InMemoryLandscapeStore();
    PotentialSpecification camel = PotentialCatalogue.standard().create("six-hump-camel", Map.of());
    new Exploration(
            store,
            ExplorationSettings.of("camel", camel),
            new RunRecord("", "test"),
            Clock.systemUTC())
        .run(RunListener.none(), () -> false);
    assertThatThrownBy(() -> run(store, CensusSettings.of("camel", camel)))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage(
            "landscape camel holds an exploration, which a census cannot resume: choose another"
                + " name");
    // Yet what was explored can be counted.
    assertThat(CensusSummary.of(store, "camel", 1).byIndex()).startsWith(6, 7);
  }

  @Test
  void censusIsNotResumedByAnExploration() {
    PotentialSpecification camel = PotentialCatalogue.standard().create("six-hump-camel", Map.of());
    LandscapeStore store = taken(CensusSettings.of("camel", camel));
    Exploration exploration =
        new Exploration(
            store,
            ExplorationSettings.of("camel", camel),
            new RunRecord("", "test"),
            Clock.systemUTC());
    assertThatThrownBy(() -> exploration.run(RunListener.none(), () -> false))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage(
            "landscape camel holds a census, which an exploration cannot resume: choose another"
                + " name");
  }

  /** A circle of minima. */
  static final class MexicanHat implements Potential {
    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
      double w = x[0] * x[0] + x[1] * x[1] - 1;
      g[0] = 4 * x[0] * w;
      g[1] = 4 * x[1] * w;
      g[2] = 2 * x[2];
      return w * w + x[2] * x[2];
    }

    @Override
    public void hessian(double[] x, double[] h) {
      double w = x[0] * x[0] + x[1] * x[1] - 1;
      Arrays.fill(h, 0);
      h[0] = 8 * x[0] * x[0] + 4 * w;
      h[1] = 8 * x[0] * x[1];
      h[3] = h[1];
      h[4] = 8 * x[1] * x[1] + 4 * w;
      h[8] = 2;
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      for (int i = 0; i < 3; i++) {
        x[i] = random.nextDouble(-2, 2);
      }
    }
  }
}
