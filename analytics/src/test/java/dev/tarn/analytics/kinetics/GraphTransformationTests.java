package dev.tarn.analytics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.analytics.thermodynamics.LogSum;
import dev.tarn.landscape.Network;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTransformationTests {

  //  1 --t1-- 2 --t2-- 3     energies 0, 1, 0; both barriers at 2; S and h equal.
  @Test
  void chainOfThreeByHand() {
    Network chain =
        Network.builder("chain", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 1, 1, 1)
            .addMinimum(3, 0, 1, 1)
            .addTransitionState(1, 1, 2, 2, 1, 1)
            .addTransitionState(2, 2, 3, 2, 1, 1)
            .build();
    double t = 0.7;
    double k12 = Math.exp(-2 / t) / (2 * Math.PI);
    double k21 = Math.exp(-1 / t) / (2 * Math.PI);
    // T_1 = 1/k12 + T_2 and T_2 = 1/(2 k21) + T_1/2.
    double time = 2 / k12 + 1 / k21;
    KineticSolution solution =
        GraphTransformation.between(chain, new long[] {1}, new long[] {3}).at(t);
    assertThat(solution.rates().mfptForward() / time).isCloseTo(1, within(1e-14));
    assertThat(solution.rates().rateForward() * time).isCloseTo(1, within(1e-14));
    assertThat(solution.committor(0)).isZero();
    assertThat(solution.committor(1)).isCloseTo(0.5, within(1e-15));
    assertThat(solution.committor(2)).isEqualTo(1);
    assertThat(solution.rates().forward().steadyState() / (k12 / 2)).isCloseTo(1, within(1e-14));
    assertThat(Math.exp(solution.lnTimeToTarget(1)) / (time - 1 / k12)).isCloseTo(1, within(1e-14));
  }

  //  1 --t1 (2)-- 2 --t2 (3)-- 3     energies 0, 1, 0
  @ParameterizedTest
  @ValueSource(doubles = {2, 0.1, 0.01, 1e-3, 1e-4, 1e-6})
  void chainByHandDownToTemperaturesWhereNoRateIsADouble(double t) {
    Network chain =
        Network.builder("chain", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 1, 1, 1)
            .addMinimum(3, 0, 1, 1)
            .addTransitionState(1, 1, 2, 2, 1, 1)
            .addTransitionState(2, 2, 3, 3, 1, 1)
            .build();
    KineticSolution solution =
        GraphTransformation.between(chain, new long[] {1}, new long[] {3}).at(t);
    // T_1 = 1/k12 + 1/k23 + k21/(k12 k23) = 2 pi (2 exp(2/t) + exp(3/t))
    double ln = Math.log(2 * Math.PI) + 3 / t + Math.log1p(2 * Math.exp(-1 / t));
    Passage passage = solution.rates().forward();
    assertThat(passage.lnMeanFirstPassageTime()).isCloseTo(ln, within(1e-14 + 4e-16 * ln));
    assertThat(passage.lnNonSteadyState()).isCloseTo(-ln, within(1e-14 + 4e-16 * ln));
    // k_SS = k12 times the probability of going on from 2.
    double lnOn = -1 / t - Math.log1p(Math.exp(-1 / t));
    assertThat(solution.lnCommittor(1)).isCloseTo(lnOn, within(1e-14 + 4e-16 * ln));
    assertThat(solution.lnReverseCommittor(1))
        .isCloseTo(-Math.log1p(Math.exp(-1 / t)), within(1e-15));
    assertThat(passage.lnSteadyState())
        .isCloseTo(-Math.log(2 * Math.PI) - 2 / t + lnOn, within(1e-14 + 4e-16 * ln));
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "0.1, 120", "0.02, 160", "0.005, 420", "0.002, 950"})
  void agreesWithSixtyDigitArithmeticOnRandomNetworks(double temperature, int digits) {
    Random random = new Random(20_26);
    int trials = digits > 500 ? 2 : digits > 300 ? 4 : 15;
    for (int trial = 0; trial < trials; trial++) {
      int n = 3 + random.nextInt(digits > 300 ? 3 : 7);
      Network network = RandomNetworks.connected(random, n, random.nextInt(2 * n), 1);
      int fromCount = 1 + random.nextInt(Math.max(1, n / 3));
      int toCount = 1 + random.nextInt(Math.max(1, n / 3));
      long[] from = LongStream.rangeClosed(1, fromCount).toArray();
      long[] to = LongStream.rangeClosed(n - toCount + 1L, n).toArray();
      boolean[] inFrom = new boolean[n];
      boolean[] inTo = new boolean[n];
      for (long id : from) {
        inFrom[(int) id - 1] = true;
      }
      for (long id : to) {
        inTo[(int) id - 1] = true;
      }
      KineticSolution found = GraphTransformation.between(network, from, to).at(temperature);
      ExactKinetics exact = new ExactKinetics(network, temperature, digits);
      String where = "trial " + trial;
      // exp(-E/T) magnifies the rounding of E/T by up to 2/T; squares of times twice.
      double error = 2e-15 * (10 + 4 / temperature);
      BigDecimal[] times = exact.moment(inTo, 1);
      same(
          found.rates().forward().lnMeanFirstPassageTime(),
          exact.average(inFrom, times),
          error,
          digits,
          where);
      same(
          found.rates().backward().lnMeanFirstPassageTime(),
          exact.average(inTo, exact.moment(inFrom, 1)),
          error,
          digits,
          where);
      same(
          found.rates().forward().lnSecondMoment(),
          exact.average(inFrom, exact.moment(inTo, 2)),
          error,
          digits,
          where);
      BigDecimal[] committors = exact.committor(inFrom, inTo);
      BigDecimal[] reverse = exact.committor(inTo, inFrom);
      for (int i = 0; i < n; i++) {
        same(found.lnCommittor(i), committors[i], error, digits, where + " committor of node " + i);
        same(found.lnReverseCommittor(i), reverse[i], error, digits, where + " of node " + i);
        same(found.lnTimeToTarget(i), times[i], error, digits, where + " time from node " + i);
      }
    }
  }

  /** An exact zero stands in the oracle as what its subtractions leave, far below all else. */
  private static void same(double ln, BigDecimal expected, double error, int digits, String where) {
    double lnExpected = ExactKinetics.ln(expected.abs());
    if (lnExpected < -0.7 * digits * Math.log(10)) {
      assertThat(ln).as(where).isEqualTo(Double.NEGATIVE_INFINITY);
    } else {
      assertThat(ln).as(where).isCloseTo(lnExpected, within(error));
    }
  }

  @Test
  void largeSetsGiveTheSameByLumpingAsSmallOnesByEliminatingTheRest() {
    // Sets of more than 64 minima are lumped; a copy of each set's energies in fewer minima is not
    // available, so the oracle is the general matrix equation, iterated to its fixed point.
    Random random = new Random(5);
    Network network = RandomNetworks.connected(random, 150, 300, 1);
    long[] from = LongStream.rangeClosed(1, 50).toArray();
    long[] to = LongStream.rangeClosed(101, 150).toArray();
    double t = 0.4;
    KineticSolution solution = GraphTransformation.between(network, from, to).at(t);
    RateMatrix rates = RateMatrix.of(network, t);
    for (int node = 0; node < 100; node++) {
      // The equations that define both quantities, checked row by row.
      double escape = Math.exp(rates.lnEscapeRate(node));
      double time = 1 / escape;
      double committor = 0;
      for (int p = rates.offset(node); p < rates.offset(node + 1); p++) {
        double branching = Math.exp(rates.lnRate(node, p)) / escape;
        time += branching * Math.exp(solution.lnTimeToTarget(rates.neighbour(p)));
        committor += branching * solution.committor(rates.neighbour(p));
      }
      assertThat(Math.exp(solution.lnTimeToTarget(node)) / time).isCloseTo(1, within(1e-12));
      if (node >= 50) {
        assertThat(solution.committor(node)).isCloseTo(committor, within(1e-13));
      }
    }
    steadyStateFluxIsTheSameBothWays(solution.rates());
    assertThat(solution.rates().forward().lnNonSteadyState())
        .isLessThanOrEqualTo(solution.rates().forward().lnSteadyState());
  }

  private static void steadyStateFluxIsTheSameBothWays(Rates rates) {
    assertThat(rates.lnFromOccupation() + rates.forward().lnSteadyState())
        .isCloseTo(rates.lnToOccupation() + rates.backward().lnSteadyState(), within(1e-12));
  }

  @Test
  void passageTimesAreThoseOfADirectSolutionWhereThatIsStable() {
    Network network = RandomNetworks.connected(new Random(51), 150, 400, 1);
    double t = 2;
    RateMatrix rates = RateMatrix.of(network, t);
    // Absorbing node 149: sum over j of k_ij (T_i - T_j) = 1.
    RealMatrix matrix = new Array2DRowRealMatrix(149, 149);
    for (int i = 0; i < 149; i++) {
      matrix.setEntry(i, i, Math.exp(rates.lnEscapeRate(i)));
      for (int p = rates.offset(i); p < rates.offset(i + 1); p++) {
        if (rates.neighbour(p) < 149) {
          matrix.setEntry(i, rates.neighbour(p), -Math.exp(rates.lnRate(i, p)));
        }
      }
    }
    double[] ones = new double[149];
    Arrays.fill(ones, 1);
    RealVector times =
        new LUDecomposition(matrix).getSolver().solve(new ArrayRealVector(ones, false));
    KineticSolution solution =
        GraphTransformation.between(network, new long[] {1}, new long[] {150}).at(t);
    for (int i = 0; i < 149; i++) {
      assertThat(Math.exp(solution.lnTimeToTarget(i)) / times.getEntry(i))
          .isCloseTo(1, within(1e-10));
    }
  }

  /** The transformation as the papers write it, on branching probabilities and waiting times. */
  @Test
  void rateConstantsAreThoseOfTheTextbookTransformationForSetsOfAnySize() {
    Random random = new Random(61);
    for (int trial = 0; trial < 30; trial++) {
      int n = 12 + random.nextInt(20);
      Network network = RandomNetworks.connected(random, n, 2 * n, 1);
      double t = 0.15;
      int a = 1 + random.nextInt(4);
      int b = 1 + random.nextInt(4);
      long[] from = LongStream.rangeClosed(1, b).toArray();
      long[] to = LongStream.rangeClosed(n - a + 1L, n).toArray();
      RateMatrix rates = RateMatrix.of(network, t);
      double[][] p = new double[n][n];
      double[] tau = new double[n];
      for (int i = 0; i < n; i++) {
        tau[i] = Math.exp(-rates.lnEscapeRate(i));
        for (int q = rates.offset(i); q < rates.offset(i + 1); q++) {
          p[i][rates.neighbour(q)] = Math.exp(rates.lnRate(i, q)) * tau[i];
        }
      }
      double[] waiting = tau.clone();
      for (int x = b; x < n - a; x++) {
        remove(x, p, tau);
      }
      double occupation = 0;
      double steady = 0;
      double nonSteady = 0;
      double first = 0;
      double mean = 0;
      for (int i = 0; i < b; i++) {
        double share = Math.exp(rates.lnOccupation(i));
        double on = 0;
        for (int j = n - a; j < n; j++) {
          on += p[i][j];
        }
        double[][] alone = new double[n][];
        Arrays.setAll(alone, k -> p[k].clone());
        double[] times = tau.clone();
        for (int other = 0; other < b; other++) {
          if (other != i) {
            remove(other, alone, times);
          }
        }
        double time = times[i] / (1 - alone[i][i]);
        occupation += share;
        steady += share * on / waiting[i];
        nonSteady += share * on / tau[i];
        first += share / time;
        mean += share * time;
      }
      Passage passage = GraphTransformation.between(network, from, to).rates(t).forward();
      String where = "trial " + trial;
      assertThat(passage.steadyState() * occupation / steady).as(where).isCloseTo(1, within(1e-9));
      assertThat(passage.nonSteadyState() * occupation / nonSteady)
          .as(where)
          .isCloseTo(1, within(1e-9));
      assertThat(passage.firstPassage() * occupation / first).as(where).isCloseTo(1, within(1e-9));
      assertThat(passage.meanFirstPassageTime() * occupation / mean)
          .as(where)
          .isCloseTo(1, within(1e-9));
    }
  }

  private static void remove(int x, double[][] p, double[] tau) {
    int n = tau.length;
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += j == x ? 0 : p[x][j];
    }
    for (int i = 0; i < n; i++) {
      if (i != x && p[i][x] > 0) {
        for (int j = 0; j < n; j++) {
          if (j != x) {
            p[i][j] += p[i][x] * p[x][j] / sum;
          }
        }
        tau[i] += p[i][x] * tau[x] / sum;
        p[i][x] = 0;
      }
    }
    Arrays.fill(p[x], 0);
  }

  @Test
  void bothWaysOfEliminatingGiveTheSame() {
    Random random = new Random(41);
    for (int trial = 0; trial < 30; trial++) {
      int n = 20 + random.nextInt(60);
      Network network = RandomNetworks.connected(random, n, 2 * n, 1);
      long[] from = LongStream.rangeClosed(1, 1 + random.nextInt(8)).toArray();
      long[] to = LongStream.rangeClosed(n - random.nextInt(8), n).toArray();
      double t = trial % 3 == 0 ? 0.001 : 0.1;
      KineticSolution shared = GraphTransformation.between(network, from, to).at(t);
      KineticSolution lumped = GraphTransformation.unshared(network, from, to).at(t);
      double error = t < 0.01 ? 5e-12 : 2e-13;
      same(shared.rates().forward(), lumped.rates().forward(), error);
      same(shared.rates().backward(), lumped.rates().backward(), error);
      for (int node = 0; node < n; node++) {
        if (shared.lnCommittor(node) > Double.NEGATIVE_INFINITY) {
          assertThat(shared.lnCommittor(node)).isCloseTo(lumped.lnCommittor(node), within(error));
        }
      }
    }
  }

  private static void same(Passage a, Passage b, double error) {
    assertThat(a.lnSteadyState()).isCloseTo(b.lnSteadyState(), within(error));
    assertThat(a.lnNonSteadyState()).isCloseTo(b.lnNonSteadyState(), within(error));
    assertThat(a.lnFirstPassage()).isCloseTo(b.lnFirstPassage(), within(error));
    assertThat(a.lnMeanFirstPassageTime()).isCloseTo(b.lnMeanFirstPassageTime(), within(error));
    assertThat(a.lnSecondMoment()).isCloseTo(b.lnSecondMoment(), within(2 * error));
  }

  @Test
  void aMinimumThatKnowsAllOthersIsNoObstacle() {
    Network.Builder star = Network.builder("star", 0).addMinimum(1, -1, 0, 1);
    for (int i = 2; i <= 20_000; i++) {
      star.addMinimum(i, 0, 0, 1);
    }
    for (int i = 2; i <= 20_000; i++) {
      star.addTransitionState(i - 1, 1, i, 1, 0, 1);
    }
    Rates rates =
        GraphTransformation.between(star.build(), new long[] {2}, new long[] {20_000}).rates(1);
    // T_leaf = leaf + T_centre, T_centre = centre + (1 - 1/m) T_leaf for m leaves.
    double leaf = 2 * Math.PI * Math.E;
    double centre = 2 * Math.PI * Math.exp(2) / 19_999;
    assertThat(rates.mfptForward() / (19_999 * (leaf + centre))).isCloseTo(1, within(1e-11));
  }

  @Test
  void plainAndWideNumbersAgreeWhereBothReach() {
    Random random = new Random(11);
    for (int trial = 0; trial < 20; trial++) {
      Network network = RandomNetworks.connected(random, 40, 80, 3);
      KineticGraph graph = KineticGraph.of(network);
      int[] classOf = new int[40];
      Arrays.fill(classOf, -1);
      classOf[3] = 0;
      classOf[30] = 1;
      EliminationPlan plan = EliminationPlan.of(graph, classOf, 2);
      HarmonicWeights weights = HarmonicWeights.of(network);
      double[] conductances = graph.lnConductances(weights, 0.1);
      double[] sources = graph.lnWeights(weights, 0.1);
      Elimination plain = new PlainElimination(plan, conductances);
      Elimination wide = new WideElimination(plan, conductances);
      assertThat(plain.lnReducedConductance(0, 1))
          .isCloseTo(wide.lnReducedConductance(0, 1), within(1e-13));
      double[] boundary = {Double.NEGATIVE_INFINITY, 2};
      double[] a = plain.solve(sources, boundary);
      double[] b = wide.solve(sources, boundary);
      for (int v = 0; v < 40; v++) {
        if (v != 3) {
          assertThat(a[v]).as("trial %d vertex %d", trial, v).isCloseTo(b[v], within(2e-13));
        }
      }
    }
  }

  @Test
  void nonSteadyStateIsTheExactRateBetweenSingleMinima() {
    Network network = RandomNetworks.connected(new Random(3), 60, 100, 1);
    Rates rates = GraphTransformation.between(network, new long[] {7}, new long[] {51}).rates(0.05);
    assertThat(rates.forward().lnNonSteadyState())
        .isCloseTo(-rates.forward().lnMeanFirstPassageTime(), within(1e-12));
    assertThat(rates.forward().lnFirstPassage())
        .isCloseTo(-rates.forward().lnMeanFirstPassageTime(), within(1e-12));
    // Between two minima the ratio of the exact times is that of the occupations only after the
    // waiting times are weighted: k_SS obeys detailed balance, the passage times need not.
    steadyStateFluxIsTheSameBothWays(rates);
  }

  @Test
  void stationaryDistributionSumsToOneAndBalancesInDetail() {
    Network network = RandomNetworks.connected(new Random(8), 30, 60, 1);
    RateMatrix rates = RateMatrix.of(network, 0.03);
    double[] occupations = new double[30];
    for (int i = 0; i < 30; i++) {
      occupations[i] = rates.lnOccupation(i);
      double probability = 0;
      double[] costs = rates.branchingCosts(i);
      for (int p = rates.offset(i); p < rates.offset(i + 1); p++) {
        int j = rates.neighbour(p);
        double back = Double.NaN;
        for (int q = rates.offset(j); q < rates.offset(j + 1); q++) {
          if (rates.neighbour(q) == i) {
            back = rates.lnRate(j, q);
          }
        }
        assertThat(rates.lnOccupation(i) + rates.lnRate(i, p))
            .isCloseTo(rates.lnOccupation(j) + back, within(1e-12));
        assertThat(costs[p - rates.offset(i)])
            .isCloseTo(rates.lnEscapeRate(i) - rates.lnRate(i, p), within(1e-13));
        probability += Math.exp(-costs[p - rates.offset(i)]);
      }
      assertThat(probability).isCloseTo(1, within(1e-14));
    }
    assertThat(LogSum.of(occupations)).isCloseTo(0, within(1e-14));
  }

  @Test
  void secondMomentOfASingleExponentialIsTwiceTheSquare() {
    Network pair =
        Network.builder("pair", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 0.3, 1, 2)
            .addTransitionState(1, 1, 2, 2, 1, 1)
            .build();
    Passage passage =
        GraphTransformation.between(pair, new long[] {1}, new long[] {2}).rates(0.2).forward();
    assertThat(passage.coefficientOfVariation()).isCloseTo(1, within(1e-13));
  }

  @Test
  void aPartThatIsNotConnectedIsLeftOutAndSaidSo() {
    Network network =
        Network.builder("two parts", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 0, 1, 1)
            .addMinimum(3, -1, 1, 1)
            .addMinimum(4, -1, 1, 1)
            .addTransitionState(1, 1, 2, 1, 1, 1)
            .addTransitionState(2, 1, 1, 1, 1, 1)
            .addTransitionState(3, 3, 4, 1, 1, 1)
            .build();
    GraphTransformation transformation =
        GraphTransformation.between(network, new long[] {1, 3}, new long[] {2});
    assertThat(transformation.leftOut().minima()).isEqualTo(2);
    assertThat(transformation.leftOut().transitionStates()).isEqualTo(1);
    assertThat(transformation.leftOut().degenerateRearrangements()).isEqualTo(1);
    assertThat(transformation.leftOut().ofFrom()).containsExactly(3L);
    assertThat(transformation.leftOut().describe())
        .isEqualTo(
            "left out 2 minima and 1 transition state that are not connected with both sets;"
                + " of the sets themselves: 3");
    KineticSolution solution = transformation.at(1);
    assertThat(solution.committor(2)).isNaN();
    assertThat(solution.occupation(0)).isCloseTo(0.5, within(1e-15));
    assertThat(solution.rates().mfptForward()).isCloseTo(2 * Math.PI * Math.exp(1), within(1e-13));
    assertThatThrownBy(
            () -> GraphTransformation.between(network, new long[] {1}, new long[] {3, 4}))
        .hasMessage(
            "the sets are not connected: no path leads from minimum 1 (2 minima in its component)"
                + " to minimum 3 (2 minima in its component)");
  }

  @Test
  void badSetsAndTemperaturesAreRefusedInOneLine() {
    Network network = RandomNetworks.connected(new Random(1), 5, 3, 1);
    long[] one = {1};
    assertThatThrownBy(() -> GraphTransformation.between(network, one, new long[] {2, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected two sets without common minima, found minimum 1 in both");
    assertThatThrownBy(() -> GraphTransformation.between(network, one, new long[0]))
        .hasMessage("expected at least one minimum in the set \"to\", found none");
    assertThatThrownBy(() -> GraphTransformation.between(network, new long[] {9}, one))
        .hasMessage("minimum 9 of the set \"from\" does not exist in landscape random");
    GraphTransformation good = GraphTransformation.between(network, one, new long[] {2});
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> good.rates(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected a finite temperature above 0, found " + bad);
      assertThatThrownBy(() -> good.scan(new double[] {1, bad}))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> RateMatrix.of(network, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> good.rates(1e-12)).hasMessageContaining("temperature is too low");
  }

  @Test
  void scanGivesWhatSingleTemperaturesGive() {
    Network network = RandomNetworks.connected(new Random(2), 30, 60, 1);
    GraphTransformation transformation =
        GraphTransformation.between(network, new long[] {1, 2}, new long[] {20});
    double[] temperatures = {0.1, 0.2, 5};
    assertThat(transformation.scan(temperatures))
        .containsExactly(
            transformation.rates(0.1), transformation.rates(0.2), transformation.at(5).rates());
  }
}
