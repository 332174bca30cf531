package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommunitiesTests {
  private static WeightedGraph unweighted(SimpleGraph graph) {
    double[] weights = new double[graph.neighbours().length];
    Arrays.fill(weights, 1);
    return new WeightedGraph(graph, weights);
  }

  private static Communities find(Network network, CommunityMethod method) {
    return Communities.find(
        network, method, new EdgeWeighting.Unweighted(), OptionalDouble.empty(), 1);
  }

  //  1---2         5---6
  //  | X |---------| X |     9---10    (two cliques of four, a bridge, another component)
  //  3---4         7---8
  private static Network twoCliques() {
    Network.Builder builder = Network.builder("cliques", 3);
    for (int id = 1; id <= 10; id++) {
      builder.addMinimum(id, id == 7 ? -20 : -id, 0, 1);
    }
    long ts = 1;
    for (int first : new int[] {1, 5}) {
      for (int a = first; a < first + 4; a++) {
        for (int b = a + 1; b < first + 4; b++) {
          builder.addTransitionState(ts++, a, b, 0, 0, 1);
        }
      }
    }
    return builder
        .addTransitionState(ts++, 2, 5, 5, 0, 1)
        .addTransitionState(ts, 9, 10, 0, 0, 1)
        .build();
  }

  @ParameterizedTest
  @EnumSource(CommunityMethod.class)
  void everyMethodFindsTwoCliques(CommunityMethod method) {
    Network network = twoCliques();
    Communities found = find(network, method);
    assertThat(found.list()).hasSize(2);
    // Equally large: the one with the lower minimum comes first.
    assertThat(found.list().get(0).lowestMinimum()).isEqualTo(7);
    assertThat(found.list().get(1).lowestMinimum()).isEqualTo(4);
    assertThat(IntStream.range(0, 10).map(found::communityOf))
        .containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 2, 2);
    // 13 edges: 2 (6/13 - (13/26)^2)
    assertThat(found.modularity()).isCloseTo(12 / 13.0 - 0.5, within(1e-12));
  }

  @Test
  void theKarateClubHasItsPublishedModularity() {
    WeightedGraph club = unweighted(KarateClub.graph());
    // The optimum, 0.4198 (Brandes et al. 2008); Girvan and Newman's method finds 0.4013.
    assertThat(club.modularity(CommunityMethod.LEIDEN.partition(club, 1)))
        .isCloseTo(0.41979, within(5e-6));
    assertThat(club.modularity(CommunityMethod.GIRVAN_NEWMAN.partition(club, 1)))
        .isCloseTo(0.4013, within(5e-5));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"9comm, 0.893", "lj38, 0.651", "tetraala, 0.590"})
  void leidenReachesTheReferenceModularity(String set, double atLeast) {
    Communities found = find(ReferenceNetworks.read(set), CommunityMethod.LEIDEN);
    assertThat(found.modularity()).isGreaterThanOrEqualTo(atLeast);
    assertThat(found.list().stream().mapToInt(Communities.Community::size).sum())
        .isEqualTo(Components.of(ReferenceNetworks.read(set)).size(0));
  }

  @ParameterizedTest
  @EnumSource(CommunityMethod.class)
  void theSameSeedGivesTheSameCommunities(CommunityMethod method) {
    Network network = ReferenceNetworks.read("lj38");
    Communities one = find(network, method);
    Communities other = find(network, method);
    assertThat(IntStream.range(0, 64).map(one::communityOf).toArray())
        .isEqualTo(IntStream.range(0, 64).map(other::communityOf).toArray());
  }

  @Test
  void modularityEqualsItsDefinitionOnRandomWeightedGraphs() {
    SplittableRandom random = new SplittableRandom(4);
    for (long seed = 1; seed <= 50; seed++) {
      SimpleGraph graph = KernelTests.random(seed, 15);
      if (graph.edgeCount() == 0) {
        continue;
      }
      int n = graph.nodeCount();
      double[][] w = new double[n][n];
      double[] weights = new double[graph.neighbours().length];
      for (int v = 0; v < n; v++) {
        for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
          int u = graph.neighbours()[p];
          w[v][u] = u < v ? w[u][v] : random.nextDouble();
          weights[p] = w[v][u];
        }
      }
      int[] community = random.ints(n, 0, 4).toArray();
      double all = Arrays.stream(weights).sum();
      double expected = 0;
      for (int v = 0; v < n; v++) {
        for (int u = 0; u < n; u++) {
          if (community[v] == community[u]) {
            expected +=
                (w[v][u] - Arrays.stream(w[v]).sum() * Arrays.stream(w[u]).sum() / all) / all;
          }
        }
      }
      assertThat(new WeightedGraph(graph, weights).modularity(community))
          .isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void mutualInformationByHand() {
    int[] halves = {0, 0, 1, 1};
    assertThat(Communities.normalisedMutualInformation(halves, new int[] {5, 5, 2, 2}))
        .isEqualTo(1);
    assertThat(Communities.normalisedMutualInformation(halves, new int[] {0, 1, 0, 1}))
        .isCloseTo(0, within(1e-15));
    // H = ln 2, H' = 2 ln 2, I = ln 2
    assertThat(Communities.normalisedMutualInformation(halves, new int[] {0, 1, 2, 3}))
        .isCloseTo(2 / 3.0, within(1e-15));
    assertThat(Communities.normalisedMutualInformation(new int[3], new int[3])).isEqualTo(1);
  }

  @Test
  void fluxIsTheSameInBothDirectionsAndSumsParallelTransitionStates() {
    Network network =
        Network.builder("flux", 3)
            .addMinimum(1, -3, 10, 2)
            .addMinimum(2, -2, 12, 3)
            .addMinimum(3, -1, 11, 1)
            .addTransitionState(1, 1, 2, 0, 9, 1)
            .addTransitionState(2, 2, 1, 0.5, 8, 2)
            .addTransitionState(3, 2, 3, 1, 9, 1)
            .addTransitionState(4, 2, 2, -1, 0, 1)
            .build();
    double t = 0.7;
    double[] weights = new EdgeWeighting.Flux(t).weights(network, network.simpleAdjacency());
    double first = Math.exp(-4.5) + Math.exp(-0.5 / t - 4) / 2;
    double second = Math.exp(-1 / t - 4.5);
    // Rows: 1-2, 2-1, 2-3, 3-2; scale free.
    assertThat(weights[0]).isCloseTo(weights[1], within(1e-15));
    assertThat(weights[2]).isCloseTo(weights[3], within(1e-15));
    assertThat(weights[0] / weights[2]).isCloseTo(first / second, within(1e-12));
    double[] barriers = new EdgeWeighting.Barrier().weights(network, network.simpleAdjacency());
    // Both are 2 above the higher minimum, so both count exp(-1).
    assertThat(barriers).containsOnly(Math.exp(-1));
  }

  // At a low temperature the low pass inside a funnel counts, not how many ways lead out of it:
  // 1-2 and 3-4 are joined by low transition states, everything else by high ones.
  @Test
  void fluxAtALowTemperatureKeepsTogetherWhatInterconvertsFast() {
    Network.Builder builder = Network.builder("funnels", 3);
    for (int id = 1; id <= 4; id++) {
      builder.addMinimum(id, -1, 0, 1);
    }
    Network network =
        builder
            .addTransitionState(1, 1, 2, 0, 0, 1)
            .addTransitionState(2, 3, 4, 0, 0, 1)
            .addTransitionState(3, 1, 3, 2, 0, 1)
            .addTransitionState(4, 1, 4, 2, 0, 1)
            .addTransitionState(5, 2, 3, 2, 0, 1)
            .addTransitionState(6, 2, 4, 2, 0, 1)
            .build();
    Communities found =
        Communities.find(
            network,
            CommunityMethod.LEIDEN,
            new EdgeWeighting.Flux(0.2),
            OptionalDouble.empty(),
            1);
    assertThat(found.list()).hasSize(2);
    assertThat(found.communityOf(0)).isEqualTo(found.communityOf(1));
    // Inside, from 2 to 1: half the occupation over rate exp(-1/T)/2pi. Out: 2 exp(-3/T)/2pi each.
    Communities.Community one = found.list().get(0);
    assertThat(one.internalTime()).isCloseTo(Math.PI * Math.exp(5), within(1e-9));
    assertThat(one.escapeTime() / (Math.PI * Math.exp(15))).isCloseTo(1, within(1e-12));
    assertThat(one.timeRatio()).isCloseTo(Math.exp(-10), within(1e-15));
    // So far down that most weights vanish: still an answer.
    Communities cold =
        Communities.find(
            network,
            CommunityMethod.LEIDEN,
            new EdgeWeighting.Flux(1e-4),
            OptionalDouble.empty(),
            1);
    assertThat(cold.list()).hasSize(2);
    assertThat(cold.modularity()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void weightsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new EdgeWeighting.Flux(-1))
        .hasMessage("expected a temperature above 0, found -1.0");
    assertThatThrownBy(
            () ->
                Communities.find(
                    twoCliques(),
                    CommunityMethod.LABEL_PROPAGATION,
                    new EdgeWeighting.Barrier(),
                    OptionalDouble.empty(),
                    1))
        .hasMessage("label-propagation takes no weights: expected unweighted, found barrier");
    assertThatThrownBy(() -> CommunityMethod.of("louvain"))
        .hasMessage(
            "expected a community method of leiden, label-propagation, girvan-newman, found"
                + " louvain");
    assertThat(CommunityMethod.of("girvan-newman")).isEqualTo(CommunityMethod.GIRVAN_NEWMAN);
  }

  @Test
  void girvanAndNewmanRefuseWhatWouldTakeForever() {
    Network.Builder builder = Network.builder("large", 3);
    for (int id = 1; id <= 1200; id++) {
      builder.addMinimum(id, id, 0, 1);
    }
    for (int id = 2; id <= 1200; id++) {
      builder.addTransitionState(id, id, id - 1, 5000, 0, 1);
    }
    assertThatThrownBy(() -> find(builder.build(), CommunityMethod.GIRVAN_NEWMAN))
        .hasMessage(
            "Girvan and Newman's method: expected at most 1000 pairs of neighbours, found 1199;"
                + " use leiden");
  }

  @Test
  void timesOfACommunityOfTwoByHand() {
    // 1 <-> 2 -> 3, harmonic rates at T = 1 with all determinants 1 and orders 1.
    Network network =
        Network.builder("times", 3)
            .addMinimum(1, 0, 0, 1)
            .addMinimum(2, 1, 0, 1)
            .addMinimum(3, 0.5, 0, 1)
            .addTransitionState(1, 1, 2, 2, 0, 1)
            .addTransitionState(2, 2, 3, 4, 0, 1)
            .build();
    CommunityTimes times = CommunityTimes.of(network, new int[] {0, 1}, 0, 1);
    double p2 = Math.exp(-1) / (1 + Math.exp(-1));
    double k21 = Math.exp(-1) / (2 * Math.PI);
    double k23 = Math.exp(-3) / (2 * Math.PI);
    assertThat(times.internal()).isCloseTo(p2 / k21, within(1e-12));
    assertThat(times.escape()).isCloseTo(1 / (p2 * k23), within(1e-9));
    assertThat(CommunityTimes.of(network, new int[] {0, 1, 2}, 0, 1).escape())
        .isPositive()
        .isInfinite();
    assertThat(CommunityTimes.of(network, new int[] {0, 2}, 0, 1).internal()).isNaN();
  }

  @Test
  void internalTimesEqualTheSolutionOfTheLinearSystem() {
    for (long seed = 1; seed <= 40; seed++) {
      Network network = RandomNetworks.of(seed, 12, 60);
      Components components = Components.of(network);
      int[] nodes = components.nodes(0);
      int n = nodes.length;
      int target = components.lowestMinimum(0);
      double t = 2;
      double[][] matrix = new double[n][n];
      double[] right = new double[n];
      for (int k = 0; k < n; k++) {
        if (nodes[k] == target) {
          matrix[k][k] = 1;
          continue;
        }
        right[k] = -1;
        for (int e = 0; e < network.edgeCount(); e++) {
          int a = network.higherEnd(e);
          int b = network.lowerEnd(e);
          if (a != b && (a == nodes[k] || b == nodes[k])) {
            double rate =
                Math.exp(-(network.transitionStateEnergy(e) - network.energy(nodes[k])) / t)
                    / (2 * Math.PI);
            matrix[k][Arrays.binarySearch(nodes, a == nodes[k] ? b : a)] += rate;
            matrix[k][k] -= rate;
          }
        }
      }
      double[] passage =
          new LUDecomposition(new Array2DRowRealMatrix(matrix))
              .getSolver()
              .solve(new ArrayRealVector(right))
              .toArray();
      double sum = 0;
      double all = 0;
      for (int k = 0; k < n; k++) {
        double p = Math.exp(-network.energy(nodes[k]) / t);
        sum += p * passage[k];
        all += p;
      }
      double own = CommunityTimes.of(network, nodes, target, t).internal();
      assertThat(own).as("seed %d", seed).isCloseTo(sum / all, within(1e-8 * (1 + sum / all)));
    }
  }
}
