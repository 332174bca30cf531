package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.junit.jupiter.api.Test;

class CentralityTests {
  @Test
  void betweennessEqualsJGraphTOnRandomGraphs() {
    for (long seed = 1; seed <= 100; seed++) {
      SimpleGraph graph = KernelTests.random(seed, 30);
      double[] own = Betweenness.of(graph, 1);
      var reference = new BetweennessCentrality<>(KernelTests.jgrapht(graph)).getScores();
      for (int v = 0; v < graph.nodeCount(); v++) {
        assertThat(own[v])
            .as("seed %d node %d", seed, v)
            .isCloseTo(reference.getOrDefault(v, Double.NaN), within(1e-9));
      }
    }
  }

  // Published and recomputed many times, as by NetworkX: assortativity -0.475613, average
  // clustering 0.570638, transitivity 0.255682, mean path 2.408200, diameter 5; betweenness of the
  // instructor (node 1) 231.0714.
  @Test
  void theKarateClubHasItsPublishedNumbers() {
    SimpleGraph club = KarateClub.graph();
    assertThat(club.nodeCount()).isEqualTo(34);
    assertThat(club.edgeCount()).isEqualTo(78);
    assertThat(Hubs.assortativity(club)).isCloseTo(-0.475613, within(5e-7));
    assertThat(Clustering.of(club).averageLocal()).isCloseTo(0.570638, within(5e-7));
    assertThat(Clustering.of(club).global()).isCloseTo(0.255682, within(5e-7));
    PathLengths paths = PathLengths.of(club, 1);
    assertThat(paths.mean()).isCloseTo(2.408200, within(5e-7));
    assertThat(paths.diameter()).isEqualTo(5);
    double largest = java.util.Arrays.stream(Betweenness.of(club, 1)).max().orElse(0);
    assertThat(largest).isCloseTo(231.0714, within(5e-5));
  }

  @Test
  void equalDegreesHaveNoAssortativity() {
    SimpleGraph ring = SimpleGraph.ofEdges(4, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0});
    assertThat(Hubs.assortativity(ring)).isNaN();
  }

  @Test
  void aStarIsAsDisassortativeAsCanBe() {
    SimpleGraph star = SimpleGraph.ofEdges(4, new int[] {0, 0, 0}, new int[] {1, 2, 3});
    assertThat(Hubs.assortativity(star)).isCloseTo(-1, within(1e-12));
    assertThat(Betweenness.of(star, 1)).containsExactly(3, 0, 0, 0);
  }
}
