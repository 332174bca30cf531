package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Network;
import org.junit.jupiter.api.Test;

class MonotonicBasinsTests {
  //   3 (-1) has 1 (-5) and 2 (-4) below it: its steepest path leads to 1.
  //   4 (-2) leads to 2 only. 1 and 2 are bottoms; two passes, over 3-2 (at 2) and 3-4 (at 0).
  private static Network byHand() {
    return Network.builder("hand", 3)
        .addMinimum(1, -5, 0, 1)
        .addMinimum(2, -4, 0, 1)
        .addMinimum(3, -1, 0, 1)
        .addMinimum(4, -2, 0, 1)
        .addTransitionState(10, 1, 3, 1, 0, 1)
        .addTransitionState(11, 2, 3, 2, 0, 1)
        .addTransitionState(12, 2, 4, 3, 0, 1)
        .addTransitionState(13, 3, 4, 0, 7, 2)
        .build();
  }

  @Test
  void everyMinimumGoesDownItsSteepestPath() {
    MonotonicBasins basins = MonotonicBasins.of(byHand());
    assertThat(basins.count()).isEqualTo(2);
    assertThat(basins.bottom(0)).isEqualTo(0);
    assertThat(basins.basinOf(2)).isEqualTo(0);
    // 4 lies below 3, so it does not go up to it.
    assertThat(basins.basinOf(3)).isEqualTo(1);
    assertThat(basins.size(0)).isEqualTo(2);
    assertThat(basins.size(1)).isEqualTo(2);
  }

  @Test
  void theReducedNetworkJoinsBottomsByTheLowestPass() {
    Network reduced = MonotonicBasins.reduced(byHand());
    assertThat(reduced.nodeCount()).isEqualTo(2);
    assertThat(reduced.edgeCount()).isEqualTo(1);
    assertThat(reduced.transitionStateId(0)).isEqualTo(13);
    assertThat(reduced.transitionStateEnergy(0)).isZero();
    assertThat(reduced.transitionStateLogDetHessian(0)).isEqualTo(7);
    assertThat(reduced.minimumId(reduced.higherEnd(0))).isEqualTo(2);
    assertThat(reduced.name()).isEqualTo("hand (basins)");
  }

  @Test
  void theReducedNetworkKeepsTheHitsOfBottomsAndPasses() {
    Network reduced =
        MonotonicBasins.reduced(
            Network.builder("hand", 3)
                .addMinimum(1, -3, 0, 1, 4)
                .addMinimum(2, -2, 0, 1, 5)
                .addMinimum(3, -1, 0, 1, 6)
                .addTransitionState(1, 3, 1, 0, 0, 1, 7)
                .addTransitionState(2, 3, 2, 1, 0, 1, 8)
                .build());
    assertThat(reduced.minimaCoverage().hits()).isEqualTo(4 + 5);
    assertThat(reduced.transitionStateCoverage().hits()).isEqualTo(8);
  }

  @Test
  void basinsPartitionRandomNetworksAndNoBottomHasALowerNeighbour() {
    for (long seed = 1; seed <= 100; seed++) {
      Network network = RandomNetworks.of(seed, 20, 40);
      MonotonicBasins basins = MonotonicBasins.of(network);
      int total = 0;
      for (int b = 0; b < basins.count(); b++) {
        total += basins.size(b);
        assertThat(basins.basinOf(basins.bottom(b))).isEqualTo(b);
      }
      assertThat(total).isEqualTo(network.nodeCount());
      boolean[] hasLower = new boolean[network.nodeCount()];
      for (int e = 0; e < network.edgeCount(); e++) {
        hasLower[network.higherEnd(e)] |= !network.isLoop(e);
      }
      int bottoms = 0;
      for (int v = 0; v < hasLower.length; v++) {
        boolean isBottom = basins.bottom(basins.basinOf(v)) == v;
        assertThat(isBottom).as("seed %d node %d", seed, v).isEqualTo(!hasLower[v]);
        bottoms += isBottom ? 1 : 0;
      }
      assertThat(MonotonicBasins.reduced(network).nodeCount()).isEqualTo(bottoms);
    }
  }
}
