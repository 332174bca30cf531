package dev.tarn.analytics.thermodynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.RandomNetworks;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrustrationTests {

  //      2.2
  //   1.5/ \        4 is alone
  //   /\/   3 (1)
  //  1  2 (0.5)     4 (0.1)
  // (0)
  private static Network threeAndOne() {
    return Network.builder("hand", 0)
        .addMinimum(1, 0, 1, 1)
        .addMinimum(2, 0.5, 1, 1)
        .addMinimum(3, 1, 1, 1)
        .addMinimum(4, 0.1, 1, 1)
        .addTransitionState(1, 1, 2, 1.5, 1, 1)
        .addTransitionState(2, 2, 3, 2.2, 1, 1)
        .addTransitionState(3, 1, 3, 4, 1, 1)
        .build();
  }

  @Test
  void byHand() {
    double t = 0.6;
    double z = 1 + Math.exp(-0.5 / t) + Math.exp(-1 / t) + Math.exp(-0.1 / t);
    double p2 = Math.exp(-0.5 / t) / z;
    double p3 = Math.exp(-1 / t) / z;
    FrustrationIndex exact = Frustration.of(threeAndOne()).at(t);
    assertThat(exact.index()).isCloseTo(p2 * 2 + p3 * 1.2, within(1e-14));
    assertThat(exact.normalised()).isCloseTo((p2 * 2 + p3 * 1.2) / (1 - 1 / z), within(1e-14));
    assertThat(exact.indexFromBottom()).isCloseTo(p2 * 3 + p3 * 2.2, within(1e-14));
    // Levels 0, 1, 2, 3: barriers 2 and 3.
    FrustrationIndex binned = Frustration.binned(threeAndOne(), 1).at(t);
    assertThat(binned.index()).isCloseTo(p2 * 3 + p3 * 2, within(1e-14));
    assertThat(Frustration.of(threeAndOne()).leftOut()).isEqualTo(1);
  }

  @Test
  void normalisedIndexHasALimitAtLowTemperature() {
    Network network =
        Network.builder("pair", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 0.5, 1, 1)
            .addTransitionState(1, 1, 2, 2, 1, 1)
            .build();
    FrustrationIndex cold = Frustration.of(network).at(1e-9);
    assertThat(cold.index()).isZero();
    assertThat(cold.normalised()).isCloseTo(3, within(1e-14));
  }

  @Test
  void minimaAsLowAsTheGlobalOneAndSingleMinimaDoNotDivideByZero() {
    Network twins =
        Network.builder("twins", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 0, 1, 1)
            .addTransitionState(1, 1, 2, 2, 1, 1)
            .build();
    assertThat(Frustration.of(twins).leftOut()).isEqualTo(1);
    assertThat(Frustration.of(twins).at(1).index()).isZero();
    Network single = Network.builder("single", 0).addMinimum(1, 0, 1, 1).build();
    assertThat(Frustration.of(single).at(1).index()).isZero();
    assertThat(Frustration.of(single).at(1).normalised()).isNaN();
  }

  @Test
  void barriersAreThoseOfExhaustiveRelaxationOnRandomNetworks() {
    Random random = new Random(21);
    for (int trial = 0; trial < 40; trial++) {
      int n = 2 + random.nextInt(30);
      Network network = RandomNetworks.connected(random, n, random.nextInt(2 * n), 1);
      int bottom = network.globalMinimum();
      double[] highest = new double[n];
      Arrays.fill(highest, Double.POSITIVE_INFINITY);
      highest[bottom] = network.energy(bottom);
      for (int round = 0; round < n; round++) {
        for (int e = 0; e < network.edgeCount(); e++) {
          relax(highest, network.higherEnd(e), network.lowerEnd(e), network, e);
          relax(highest, network.lowerEnd(e), network.higherEnd(e), network, e);
        }
      }
      Frustration frustration = Frustration.of(network);
      for (int node = 0; node < n; node++) {
        assertThat(frustration.barrierAboveGlobalMinimum(node))
            .as("trial %d node %d", trial, node)
            .isCloseTo(highest[node] - network.energy(bottom), within(1e-15));
      }
    }
  }

  private static void relax(double[] highest, int a, int b, Network network, int edge) {
    if (a != network.globalMinimum()) {
      highest[a] = Math.min(highest[a], Math.max(highest[b], network.transitionStateEnergy(edge)));
    }
  }

  @Test
  void levelsMustBeApart() {
    assertThatThrownBy(() -> Frustration.binned(threeAndOne(), 0))
        .hasMessage("expected a distance of energy levels above 0, found 0.0");
  }
}
