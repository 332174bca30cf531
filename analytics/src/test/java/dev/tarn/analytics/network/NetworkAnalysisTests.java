package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.network.powerlaw.PowerLaw;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAnalysisTests {
  private static final NetworkAnalysis.Options QUICK =
      new NetworkAnalysis.Options(
          1, 100, 3, 10, new EdgeWeighting.Unweighted(), OptionalDouble.empty());

  private static NetworkReport analyse(Network network) {
    return NetworkAnalysis.analyse(network, QUICK);
  }

  //   1 === 2     (two transition states)     6 --- 7
  //    \   /
  //      3 --- 4   (4 has a loop)             9
  private static Network byHand() {
    return Network.builder("hand", 3)
        .addMinimum(1, -5, 0, 1)
        .addMinimum(2, -4, 0, 1)
        .addMinimum(3, -2, 0, 1)
        .addMinimum(4, -3, 0, 1)
        .addMinimum(6, -6, 0, 1)
        .addMinimum(7, -6, 0, 1)
        .addMinimum(9, -1, 0, 1)
        .addTransitionState(1, 1, 2, 0, 0, 1)
        .addTransitionState(2, 2, 1, 1, 0, 1)
        .addTransitionState(3, 1, 3, 0, 0, 1)
        .addTransitionState(4, 2, 3, 0, 0, 1)
        .addTransitionState(5, 3, 4, 0, 0, 1)
        .addTransitionState(6, 4, 4, 0, 0, 1)
        .addTransitionState(7, 6, 7, 0, 0, 1)
        .build();
  }

  @Test
  void everythingByHand() {
    NetworkReport report = analyse(byHand());
    assertThat(report.minima()).isEqualTo(7);
    assertThat(report.transitionStates()).isEqualTo(7);
    assertThat(report.loops()).isEqualTo(1);
    assertThat(report.parallelEdges()).isEqualTo(1);
    assertThat(report.componentSizes()).containsExactly(4, 2, 1);
    assertThat(report.nodes()).isEqualTo(4);
    assertThat(report.edges()).isEqualTo(4);
    assertThat(report.meanDegree()).isEqualTo(2);
    assertThat(report.degrees().counts()).containsExactly(0, 1, 2, 1);
    assertThat(report.degrees().complementaryCumulative()).containsExactly(1, 1, 0.75, 0.25);
    // Distances 1 1 2, 1 1 2, 1 1 1, 1 2 2
    assertThat(report.meanShortestPath()).isCloseTo(16 / 12.0, within(1e-15));
    assertThat(report.pathLengths().counts()).containsExactly(0, 8, 4);
    assertThat(report.diameter()).isEqualTo(2);
    // 1, 1, 1/3, 0; one triangle, 1 + 1 + 3 pairs of neighbours
    assertThat(report.clusteringCoefficient()).isCloseTo(7 / 12.0, within(1e-15));
    assertThat(report.clustering().global()).isCloseTo(3 / 5.0, within(1e-15));
    // 6 and 7 are equally low: the lower id is the bottom.
    assertThat(report.basins())
        .containsExactly(
            new NetworkReport.Basin(6, -6, 2, 1),
            new NetworkReport.Basin(1, -5, 3, 0),
            new NetworkReport.Basin(4, -3, 1, 0),
            new NetworkReport.Basin(9, -1, 1, 2));
    assertThat(report.basinsInLargestComponent()).isEqualTo(2);
    // The global minimum, 6, is not in the largest component: 7 is its only neighbour.
    assertThat(report.stepsToGlobalMinimum().counts()).containsExactly(1, 1);
    assertThat(report.stepsToGlobalMinimum().unconnected()).isEqualTo(5);
    assertThat(report.stepsToGlobalMinimum().mean()).isEqualTo(1);
    NetworkReport.Basin lowest = report.basins().get(0);
    assertThat(lowest.bottom()).isEqualTo(6);
    assertThat(report.hubs().top().get(0).minimum()).isEqualTo(3);
    assertThat(report.hubs().top().get(0).energyRank()).isEqualTo(4);
    // 3 lies between 4 and both others: 2 of the 3 pairs.
    assertThat(report.hubs().top().get(0).betweenness()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(report.powerLaw().verdict()).startsWith("no power law can be fitted");
    assertThat(report.nodeMeasures().of(2))
        .containsEntry("degree", 3)
        .containsEntry("hubRank", 1)
        .containsEntry("betweenness", 2.0)
        .containsEntry("basin", 1L)
        .containsEntry("component", 0)
        .containsEntry("stepsToGlobalMinimum", -1);
    assertThat(report.nodeMeasures().of(4)).containsEntry("basin", 6L).containsEntry("hubRank", 0);
  }

  @Test
  void lj13IsASmallWorldWithTheGlobalMinimumForHubAndNoPowerLaw() {
    NetworkReport report = analyse(ReferenceNetworks.read("lj13"));
    assertThat(report.minima()).isEqualTo(1510);
    assertThat(report.transitionStates()).isEqualTo(29_007);
    assertThat(report.loops()).isEqualTo(1142);
    // 21,050 distinct pairs, loops counted as pairs of a minimum with itself.
    assertThat(report.edges()).isLessThan(21_050);
    assertThat(report.transitionStates() - report.loops() - report.parallelEdges())
        .isEqualTo(report.edges());
    // Computed independently with NetworkX 3.6 and SciPy 1.17.
    assertThat(report.clusteringCoefficient()).isCloseTo(0.2687676930797911, within(1e-13));
    assertThat(report.clustering().global()).isCloseTo(0.10606723959537524, within(1e-13));
    assertThat(report.meanShortestPath()).isCloseTo(2.3553056934332197, within(1e-13));
    assertThat(report.diameter()).isEqualTo(5);
    assertThat(report.hubs().assortativity()).isCloseTo(-0.09991188329535, within(1e-13));
    assertThat(report.hubs().top().get(0).betweenness())
        .isCloseTo(0.2954555574289297, within(1e-13));
    PowerLaw.Fit fit = (PowerLaw.Fit) report.powerLaw();
    assertThat(fit.xMin()).isEqualTo(21);
    assertThat(fit.tail()).isEqualTo(702);
    assertThat(fit.alpha()).isCloseTo(2.72502, within(1e-5));
    assertThat(fit.distance()).isCloseTo(0.034858, within(1e-6));
    assertThat(fit.comparisons().stream().map(c -> Math.round(1e4 * c.logLikelihoodRatio())))
        .containsExactly(1_076_001L, -19_692L, 88_280_263L, -12_442L);
    assertThat(fit.comparisons().get(0).statistic()).isCloseTo(2.91220, within(1e-5));
    assertThat(fit.comparisons().get(1).parameters()[0]).isCloseTo(-2.1142, within(1e-3));
    assertThat(fit.comparisons().get(3).parameters()[0]).isCloseTo(2.5802, within(1e-3));
    assertThat(report.smallWorld().verdict()).startsWith("a small world");
    assertThat(report.smallWorldSigma()).isGreaterThan(10);
    assertThat(report.powerLaw().verdict()).startsWith("a power law is rejected");
    assertThat(report.hubs().top().get(0).energyRank()).isEqualTo(1);
    assertThat(report.hubs().degreeEnergyCorrelation()).isNegative();
    assertThat(report.growth().verdict()).startsWith("paths grow as the logarithm of");
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    Network network = ReferenceNetworks.read("lj38");
    NetworkReport one = analyse(network);
    NetworkReport other = analyse(network);
    assertThat(one.smallWorld()).isEqualTo(other.smallWorld());
    assertThat(one.powerLaw().verdict()).isEqualTo(other.powerLaw().verdict());
    assertThat(one.agreements()).isEqualTo(other.agreements());
    assertThat(one.nodeMeasures().betweenness()).isEqualTo(other.nodeMeasures().betweenness());
    assertThat(one.nodeMeasures().community()).isEqualTo(other.nodeMeasures().community());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "9comm,    994, 4320,  0, 1, 994, 8.692153, 14.06046146, 35, 0.60983759, 19, 19",
    "lj38,      64,   70,  1, 8,  47, 2.425532,  5.53561517, 15, 0.10496454, 11, 20",
    "tetraala,  57,   92, 23, 3,  40, 2.550000,  4.22692308, 10, 0.04333333, 11, 17"
  })
  void referenceNetworks(
      String set,
      int minima,
      int transitionStates,
      int loops,
      int components,
      int nodes,
      double meanDegree,
      double meanPath,
      int diameter,
      double clustering,
      int basinsInLargest,
      int basins) {
    NetworkReport report = analyse(ReferenceNetworks.read(set));
    assertThat(report.minima()).isEqualTo(minima);
    assertThat(report.transitionStates()).isEqualTo(transitionStates);
    assertThat(report.loops()).isEqualTo(loops);
    assertThat(report.components()).isEqualTo(components);
    assertThat(report.nodes()).isEqualTo(nodes);
    assertThat(report.meanDegree()).isCloseTo(meanDegree, within(5e-7));
    assertThat(report.meanShortestPath()).isCloseTo(meanPath, within(5e-9));
    assertThat(report.diameter()).isEqualTo(diameter);
    assertThat(report.clusteringCoefficient()).isCloseTo(clustering, within(5e-9));
    assertThat(report.basinsInLargestComponent()).isEqualTo(basinsInLargest);
    assertThat(report.basins()).hasSize(basins);
  }

  @Test
  void allDegreesEqualHaveNoPowerLawAndSayWhy() {
    Network.Builder ring = Network.builder("ring", 0);
    for (int id = 1; id <= 12; id++) {
      ring.addMinimum(id, id, 0, 1);
    }
    for (int id = 1; id <= 12; id++) {
      ring.addTransitionState(id, id, id % 12 + 1, 20, 0, 1);
    }
    NetworkReport report = analyse(ring.build());
    assertThat(report.powerLaw().verdict())
        .isEqualTo("no power law can be fitted: all 12 values equal 2");
    assertThat(report.hubs().assortativity()).isNaN();
    assertThat(report.hubs().degreeEnergyCorrelation()).isNaN();
  }

  @Test
  void degenerateNetworksAreWellDefined() {
    assertThatThrownBy(() -> analyse(Network.builder("none", 0).build()))
        .hasMessage("expected at least one minimum, found none in landscape none");
    NetworkReport single = analyse(Network.builder("one", 0).addMinimum(4, 1, 0, 1).build());
    assertThat(single.nodes()).isEqualTo(1);
    assertThat(single.meanDegree()).isZero();
    assertThat(single.meanShortestPath()).isNaN();
    assertThat(single.diameter()).isZero();
    assertThat(single.clusteringCoefficient()).isZero();
    assertThat(single.clustering().global()).isNaN();
    assertThat(single.basins()).hasSize(1);
    assertThat(single.communities().get(0).modularity()).isNaN();
    assertThat(single.smallWorld().verdict()).contains("cannot be told");
    NetworkReport scattered =
        analyse(
            Network.builder("scattered", 0)
                .addMinimum(1, 1, 0, 1)
                .addMinimum(2, 0, 0, 1)
                .addTransitionState(1, 1, 1, 3, 0, 1)
                .build());
    assertThat(scattered.componentSizes()).containsExactly(1, 1);
    assertThat(scattered.stepsToGlobalMinimum().mean()).isNaN();
    assertThat(scattered.basins()).hasSize(2);
  }

  @Test
  void ofTwoEquallyLargeComponentsTheOneWithTheLowerMinimumIsTheLargest() {
    Network network =
        Network.builder("two", 0)
            .addMinimum(1, -1, 0, 1)
            .addMinimum(2, -1, 0, 1)
            .addMinimum(3, -2, 0, 1)
            .addMinimum(4, -2, 0, 1)
            .addTransitionState(1, 1, 2, 0, 0, 1)
            .addTransitionState(2, 3, 4, 0, 0, 1)
            .build();
    assertThat(Components.of(network).componentOf(network.nodeOf(3))).isZero();
    assertThat(analyse(network).componentSizes()).isEqualTo(List.of(2, 2));
  }

  @Test
  @Tag("slow")
  void aMillionEdgesAreAnalysed() {
    int nodes = 100_000;
    SplittableRandom random = new SplittableRandom(1);
    Network.Builder builder = Network.builder("large", 0);
    for (int id = 1; id <= nodes; id++) {
      builder.addMinimum(id, id * 1e-3, 0, 1);
    }
    for (int id = 1; id <= 1_000_000; id++) {
      // Each minimum hangs on an earlier one, so that the network is connected.
      int one = id < nodes ? id + 1 : 1 + random.nextInt(nodes);
      int other = id < nodes ? 1 + random.nextInt(id) : 1 + random.nextInt(nodes);
      builder.addTransitionState(id, one, other, 200, 0, 1);
    }
    NetworkReport report = analyse(builder.build());
    assertThat(report.nodes()).isEqualTo(nodes);
    assertThat(report.pathLengths().exact()).isFalse();
    assertThat(report.pathLengths().standardError()).isBetween(1e-5, 0.05);
    assertThat(report.hubs().betweennessExact()).isFalse();
    assertThat(report.smallWorldSigma()).isBetween(0.0, 5.0);
  }
}
