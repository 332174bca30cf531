package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.landscape.Network;
import java.util.Map;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.junit.jupiter.api.Test;

class HarmonicCentralityTests {
  private static double[] scores(Network network) {
    return dev.tarn.analytics.network.HarmonicCentrality.of(network).scores();
  }

  // 1 - 2 - 3   4
  @Test
  void aChainAndAnIsolatedMinimumByHand() {
    Network network =
        Network.builder("chain", 0)
            .addMinimum(1, 0, 0, 1)
            .addMinimum(2, 0, 0, 1)
            .addMinimum(3, 0, 0, 1)
            .addMinimum(4, 0, 0, 1)
            .addTransitionState(1, 1, 2, 1, 0, 1)
            .addTransitionState(2, 2, 3, 1, 0, 1)
            .addTransitionState(3, 2, 3, 2, 0, 1)
            .addTransitionState(4, 4, 4, 2, 0, 1)
            .build();
    assertThat(scores(network)).containsExactly(new double[] {0.5, 2 / 3.0, 0.5, 0}, within(1e-15));
    assertThat(scores(Network.builder("none", 0).build())).isEmpty();
    assertThat(scores(Network.builder("one", 0).addMinimum(1, 0, 0, 1).build())).containsExactly(0);
  }

  @Test
  void scoresEqualJGraphTOnRandomNetworks() {
    for (long seed = 1; seed <= 60; seed++) {
      // More than 64 nodes now and then, so that more than one batch of sources runs.
      Network network = RandomNetworks.of(seed, seed % 10 == 0 ? 300 : 30, 90);
      Map<Integer, Double> oracle = new HarmonicCentrality<>(NetworkGraph.of(network)).getScores();
      double[] own = scores(network);
      for (int v = 0; v < own.length; v++) {
        // JGraphT divides by zero for a single minimum.
        double expected = own.length == 1 ? 0 : oracle.getOrDefault(v, Double.NaN);
        assertThat(own[v]).as("seed %d node %d", seed, v).isCloseTo(expected, within(1e-12));
      }
    }
  }
}
