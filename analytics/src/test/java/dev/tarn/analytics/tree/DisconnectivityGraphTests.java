package dev.tarn.analytics.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.analytics.network.RandomNetworks;
import dev.tarn.analytics.network.ReferenceNetworks;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisconnectivityGraphTests {
  //  energy
  //   1            ___3___
  //   0      _1_  |       |      (2 is a loop at minimum 2, 4 parallel to 1 but higher)
  //  -1     |   |_|       |
  //  -2     |   2         |
  //  -3     1             |      7 stands alone
  //  -4                   5      7
  static Network fourMinima() {
    return Network.builder("hand", 3)
        .addMinimum(1, -3, 0, 1)
        .addMinimum(2, -2, 0, 1)
        .addMinimum(5, -4, 0, 1)
        .addMinimum(7, -4, 0, 1)
        .addTransitionState(1, 1, 2, 0, 0, 1)
        .addTransitionState(2, 2, 2, -1.5, 0, 1)
        .addTransitionState(3, 2, 5, 1, 0, 1)
        .addTransitionState(4, 1, 2, 0.5, 0, 1)
        .build();
  }

  @Test
  void mergesAreTheSpanningForestByEnergy() {
    DisconnectivityGraph graph = DisconnectivityGraph.of(fourMinima());
    assertThat(graph.mergeCount()).isEqualTo(2);
    assertThat(graph.mergeEnergy(0)).isEqualTo(0);
    assertThat(graph.mergeEnergy(1)).isEqualTo(1);
    assertThat(graph.mergeEdge(1)).isEqualTo(graph.network().edgeOf(3));
    assertThat(graph.components().count()).isEqualTo(2);
  }

  @Test
  void lowestPathMaximumGoesToTheGlobalMinimum() {
    Network network = fourMinima();
    DisconnectivityGraph graph = DisconnectivityGraph.of(network);
    // Of the two lowest minima, 5 and 7, the first one is the global minimum.
    assertThat(graph.lowestPathMaximum(network.nodeOf(1))).isEqualTo(1);
    assertThat(graph.lowestPathMaximum(network.nodeOf(5))).isEqualTo(-4);
    assertThat(graph.lowestPathMaximum(network.nodeOf(7))).isPositive().isInfinite();
    assertThat(graph.lowestPathMaxima()).containsExactly(1, 1, -4, Double.POSITIVE_INFINITY);
    assertThat(graph.lowestPathMaximum(0, 1)).isEqualTo(0);
    assertThat(graph.lowestPathTransitionState(0, 1)).isEqualTo(network.edgeOf(1));
    assertThat(graph.lowestPathTransitionState(0, 0)).isEqualTo(-1);
    assertThat(graph.lowestPathTransitionState(0, 3)).isEqualTo(-1);
  }

  @Test
  void aTransitionStateBelowItsMinimumCountsAsHighAsThatMinimum() {
    Network network =
        Network.builder("sloppy", 3)
            .addMinimum(1, -3, 0, 1)
            .addMinimum(2, -1, 0, 1)
            .addTransitionState(1, 1, 2, -2, 0, 1)
            .build();
    assertThat(DisconnectivityGraph.of(network).lowestPathMaximum(0, 1)).isEqualTo(-1);
  }

  @Test
  void lowestPathMaximumMatchesExhaustiveSearchOnRandomNetworks() {
    for (long seed = 1; seed <= 300; seed++) {
      Network network = RandomNetworks.of(seed, 14, 30);
      DisconnectivityGraph graph = DisconnectivityGraph.of(network);
      double[][] expected = minimax(network);
      for (int a = 0; a < network.nodeCount(); a++) {
        for (int b = 0; b < network.nodeCount(); b++) {
          assertThat(graph.lowestPathMaximum(a, b))
              .as("seed %d, nodes %d and %d", seed, a, b)
              .isEqualTo(expected[a][b]);
        }
      }
    }
  }

  /** Floyd and Warshall's algorithm with maximum for sum. */
  private static double[][] minimax(Network network) {
    int n = network.nodeCount();
    double[][] highest = new double[n][n];
    for (double[] row : highest) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int e = 0; e < network.edgeCount(); e++) {
      int a = network.higherEnd(e);
      int b = network.lowerEnd(e);
      highest[a][b] = Math.min(highest[a][b], network.transitionStateEnergy(e));
      highest[b][a] = highest[a][b];
    }
    for (int v = 0; v < n; v++) {
      highest[v][v] = network.energy(v);
    }
    for (int k = 0; k < n; k++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          if (a != b) {
            highest[a][b] = Math.min(highest[a][b], Math.max(highest[a][k], highest[k][b]));
          }
        }
      }
    }
    return highest;
  }

  @Test
  void levelsAreEvenlySpacedFromTheTopAndNodesAreNumberedByDepth() {
    DisconnectivityGraph graph = DisconnectivityGraph.of(fourMinima());
    SuperbasinTree tree = graph.superbasins(Levels.of(5), new LeafSelection.All());
    // 1, 0, -1, -2, -3
    assertThat(tree.top()).isEqualTo(1);
    assertThat(tree.spacing()).isEqualTo(1);
    assertThat(tree.levelEnergy(5)).isEqualTo(-3);
    assertThat(tree.leafCount()).isEqualTo(4);
    int one = graph.network().nodeOf(1);
    int two = graph.network().nodeOf(2);
    int five = graph.network().nodeOf(5);
    int seven = graph.network().nodeOf(7);
    assertThat(tree.name(tree.nodeAt(1, one))).isEqualTo("1_1");
    assertThat(tree.minima(tree.nodeAt(1, one))).containsExactly(one, two, five);
    assertThat(tree.name(tree.nodeAt(1, seven))).isEqualTo("1_2");
    assertThat(tree.name(tree.nodeAt(2, two))).isEqualTo("2_3");
    assertThat(tree.size(tree.nodeAt(2, two))).isEqualTo(2);
    assertThat(tree.lowestMinimum(tree.nodeAt(2, two))).isEqualTo(one);
    assertThat(tree.name(tree.nodeAt(3, two))).isEqualTo("3_4");
    assertThat(tree.parent(tree.nodeAt(3, two))).isEqualTo(tree.nodeAt(2, one));
    assertThat(tree.nodeAt(5, two)).isEqualTo(-1);
    assertThat(tree.level(tree.deepestNode(two))).isEqualTo(4);
    assertThat(tree.level(tree.deepestNode(five))).isEqualTo(5);
  }

  @Test
  void superbasinsMatchTheirDefinitionOnRandomNetworks() {
    for (long seed = 1; seed <= 100; seed++) {
      Network network = RandomNetworks.of(seed, 12, 24);
      DisconnectivityGraph graph = DisconnectivityGraph.of(network);
      SuperbasinTree tree = graph.superbasins(Levels.of(7), new LeafSelection.All());
      for (int level = 1; level <= 7; level++) {
        double energy = tree.levelEnergy(level);
        for (int a = 0; a < network.nodeCount(); a++) {
          assertThat(tree.nodeAt(level, a) >= 0).isEqualTo(network.energy(a) <= energy);
          for (int b = 0; b < a && tree.nodeAt(level, a) >= 0; b++) {
            boolean joined = graph.lowestPathMaximum(a, b) <= energy;
            assertThat(tree.nodeAt(level, a) == tree.nodeAt(level, b))
                .as("seed %d level %d nodes %d %d", seed, level, a, b)
                .isEqualTo(joined);
          }
        }
      }
      for (int node = 0; node < tree.nodeCount(); node++) {
        assertThat(tree.minima(node)).hasSize(tree.size(node)).contains(tree.lowestMinimum(node));
      }
    }
  }

  @Test
  void oneVeryHighTransitionStateDoesNotSetTheTop() {
    Network.Builder builder = Network.builder("outlier", 3);
    for (int id = 1; id <= 6; id++) {
      builder.addMinimum(id, -id, 0, 1);
    }
    for (int id = 2; id <= 6; id++) {
      builder.addTransitionState(id, id, id - 1, id == 3 ? 1e4 : 0.5 * id, 0, 1);
    }
    SuperbasinTree tree = DisconnectivityGraph.of(builder.build()).superbasins();
    assertThat(tree.top()).isEqualTo(3);
    assertThat(tree.hidden()).isEqualTo(new SuperbasinTree.Hidden(1, 1e4, 0));
    assertThat(tree.firstNode(2) - tree.firstNode(1)).isEqualTo(2);
  }

  @Test
  void minimaThatJoinNothingAreDrawnHoweverHighTheyLie() {
    Network.Builder builder =
        Network.builder("lonely", 3).addMinimum(1, -5, 0, 1).addMinimum(2, -4, 0, 1);
    for (int id = 3; id <= 12; id++) {
      builder.addMinimum(id, id / 10.0, 0, 1);
    }
    SuperbasinTree tree =
        DisconnectivityGraph.of(builder.addTransitionState(1, 1, 2, -3, 0, 1).build())
            .superbasins();
    assertThat(tree.leafCount()).isEqualTo(12);
    assertThat(tree.top()).isCloseTo(1.2 + 0.62, within(1e-12));
    assertThat(tree.firstNode(2) - tree.firstNode(1)).isEqualTo(11);
  }

  @Test
  void leavesAreSelectedByComponentOrDepthButMergesSeeTheWholeNetwork() {
    DisconnectivityGraph graph = DisconnectivityGraph.of(fourMinima());
    assertThat(graph.superbasins(Levels.DEFAULT, new LeafSelection.LargestComponent()).leafCount())
        .isEqualTo(3);
    assertThat(graph.superbasins(Levels.DEFAULT, new LeafSelection.ComponentOf(7)).leafCount())
        .isEqualTo(1);
    // 5 and 1 are joined through 2, which is no leaf.
    SuperbasinTree lowest = graph.superbasins(Levels.of(4), new LeafSelection.Lowest(3));
    assertThat(lowest.leafCount()).isEqualTo(3);
    assertThat(lowest.top()).isEqualTo(1);
    assertThat(lowest.nodeAt(1, 0)).isEqualTo(lowest.nodeAt(1, 2));
    assertThatThrownBy(() -> graph.superbasins(Levels.DEFAULT, new LeafSelection.ComponentOf(9)))
        .hasMessage("expected the id of a minimum of hand, found 9");
  }

  @Test
  void bottomsOfBasinsHaveTheirOwnExactTree() {
    for (long seed = 1; seed <= 50; seed++) {
      Network network = RandomNetworks.of(seed, 14, 30);
      MonotonicBasins basins = MonotonicBasins.of(network);
      Set<Long> ids = new HashSet<>();
      for (int b = 0; b < basins.count(); b++) {
        ids.add(network.minimumId(basins.bottom(b)));
      }
      DisconnectivityGraph graph = DisconnectivityGraph.of(network);
      SuperbasinTree tree = graph.superbasins(Levels.of(5), new LeafSelection.Minima(ids));
      for (int level = 1; level <= 5; level++) {
        for (int b = 1; b < basins.count(); b++) {
          int one = basins.bottom(0);
          int other = basins.bottom(b);
          if (tree.nodeAt(level, one) >= 0 && tree.nodeAt(level, other) >= 0) {
            assertThat(tree.nodeAt(level, one) == tree.nodeAt(level, other))
                .isEqualTo(graph.lowestPathMaximum(one, other) <= tree.levelEnergy(level));
          }
        }
      }
    }
  }

  @Test
  void degenerateNetworksAreWellDefined() {
    Network empty = Network.builder("empty", 3).build();
    assertThat(DisconnectivityGraph.of(empty).mergeCount()).isZero();
    assertThatThrownBy(() -> DisconnectivityGraph.of(empty).superbasins())
        .hasMessage("expected at least one minimum to draw, found none in empty");
    Network single = Network.builder("single", 3).addMinimum(3, 0, 0, 1).build();
    assertThat(DisconnectivityGraph.of(single).superbasins().top()).isEqualTo(1);
    assertThatThrownBy(() -> Levels.of(0)).hasMessage("expected 1 to 1000 levels, found 0");
    assertThatThrownBy(
            () ->
                DisconnectivityGraph.of(single)
                    .superbasins(
                        new Levels(3, java.util.OptionalDouble.of(-1)), new LeafSelection.All()))
        .hasMessageContaining("expected a top above the lowest minimum at 0.0, found -1.0");
  }

  @Test
  void equalEnergiesSortInTheOrderGiven() {
    for (int n = 0; n < 40; n++) {
      double[] values = new double[n];
      int[] owners = new int[n];
      for (int k = 0; k < n; k++) {
        values[k] = (k * 7919L) % 5;
        owners[k] = k;
      }
      Integer[] expected = Arrays.stream(owners).boxed().toArray(Integer[]::new);
      Arrays.sort(expected, java.util.Comparator.comparingDouble(k -> values[k]));
      assertThat(SortedOrder.of(values, owners, n))
          .containsExactly(Arrays.stream(expected).mapToInt(k -> k).toArray());
    }
  }

  @Test
  void lj38HasTwoFunnelsThatJoinWhereItsFilesSay() {
    Network network = ReferenceNetworks.read("lj38");
    DisconnectivityGraph graph = DisconnectivityGraph.of(network);
    int fcc = network.nodeOf(2);
    int icosahedral = network.nodeOf(8);
    assertThat(network.globalMinimum()).isEqualTo(fcc);
    double[][] expected = minimax(network);
    assertThat(graph.lowestPathMaximum(fcc, icosahedral)).isEqualTo(expected[fcc][icosahedral]);
    assertThat(graph.lowestPathMaximum(fcc, icosahedral)).isBetween(-169.0, -168.0);
  }
}
