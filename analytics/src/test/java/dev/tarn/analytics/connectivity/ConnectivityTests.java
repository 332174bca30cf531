package dev.tarn.analytics.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.connectivity.CutPoints.Bridge;
import dev.tarn.analytics.connectivity.CutPoints.CutPoint;
import dev.tarn.analytics.connectivity.MinimumCut.Pair;
import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.analytics.kinetics.PathsampleNetworks;
import dev.tarn.analytics.network.Components;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.analytics.network.RandomNetworks;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.junit.jupiter.api.Test;

class ConnectivityTests {
  private static final EdgeWeighting UNWEIGHTED = new EdgeWeighting.Unweighted();

  //   1 --- 2         4 === 5     two transition states between 4 and 5,
  //    \   /         /            a loop at 2, 6 alone
  //     `3 ---------'
  private static Network byHand() {
    return Network.builder("hand", 0)
        .addMinimum(1, -6, 0, 1)
        .addMinimum(2, -5, 0, 1)
        .addMinimum(3, -4, 0, 1)
        .addMinimum(4, -3, 0, 1)
        .addMinimum(5, -2, 0, 1)
        .addMinimum(6, -1, 0, 1)
        .addTransitionState(1, 1, 2, 0, 0, 1)
        .addTransitionState(2, 2, 3, 1, 0, 1)
        .addTransitionState(3, 1, 3, 2, 0, 1)
        .addTransitionState(4, 3, 4, 3, 0, 1)
        .addTransitionState(5, 4, 5, 5, 0, 1)
        .addTransitionState(6, 4, 5, 4, 0, 1)
        .addTransitionState(7, 2, 2, 9, 0, 1)
        .build();
  }

  private static Network empty() {
    return Network.builder("none", 0).build();
  }

  private static long[] ids(long... ids) {
    return ids;
  }

  private static Network without(Network network, int node, int edge) {
    Adjacency rows = network.adjacency();
    Set<Integer> gone =
        edge < 0
            ? Set.of()
            : IntStream.range(
                    rows.offset(network.lowerEnd(edge)), rows.offset(network.lowerEnd(edge) + 1))
                .filter(p -> rows.neighbour(p) == network.higherEnd(edge))
                .mapToObj(rows::edge)
                .collect(Collectors.toSet());
    return network.projection(v -> v != node, e -> !gone.contains(e));
  }

  @Test
  void cutPointsAndBridgesByHand() {
    CutPoints found = CutPoints.of(byHand());
    assertThat(found.cutPoints()).containsExactly(new CutPoint(3, 2), new CutPoint(4, 2));
    assertThat(found.bridges())
        .containsExactly(new Bridge(4, 3, 4, 1, 2), new Bridge(5, 4, 6, 2, 1));
    assertThat(CutPoints.of(empty()).bridges()).isEmpty();
    assertThat(CutPoints.of(empty()).cutPoints()).isEmpty();
  }

  @Test
  void cutPointsAndBridgesAreWhatTheNetworkFallsApartWithout() {
    for (long seed = 1; seed <= 150; seed++) {
      Network network = RandomNetworks.of(seed, 16, 24);
      CutPoints found = CutPoints.of(network);
      int parts = Components.of(network).count();
      List<CutPoint> cutPoints = new ArrayList<>();
      for (int v = 0; v < network.nodeCount(); v++) {
        int left = Components.of(without(network, v, -1)).count() - parts + 1;
        if (left > 1) {
          cutPoints.add(new CutPoint(network.minimumId(v), left));
        }
      }
      assertThat(found.cutPoints()).as("seed %d", seed).isEqualTo(cutPoints);
      List<Bridge> bridges = new ArrayList<>();
      for (int e : NetworkGraph.of(network).edgeSet()) {
        Network rest = without(network, -1, e);
        Components after = Components.of(rest);
        if (after.count() > parts) {
          bridges.add(
              new Bridge(
                  network.minimumId(network.higherEnd(e)),
                  network.minimumId(network.lowerEnd(e)),
                  network.transitionStateId(e),
                  network.edgeCount() - rest.edgeCount(),
                  Math.min(
                      after.size(after.componentOf(network.higherEnd(e))),
                      after.size(after.componentOf(network.lowerEnd(e))))));
        }
      }
      assertThat(found.bridges()).as("seed %d", seed).isEqualTo(bridges);
    }
  }

  @Test
  void cutPointsAndBridgesAreThoseOfJGraphT() {
    for (long seed = 1; seed <= 100; seed++) {
      Network network = RandomNetworks.of(seed, 60, 80);
      var oracle = new BiconnectivityInspector<>(NetworkGraph.of(network));
      CutPoints found = CutPoints.of(network);
      assertThat(found.cutPoints().stream().map(c -> network.nodeOf(c.minimum())))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(oracle.getCutpoints());
      assertThat(found.bridges().stream().map(b -> network.edgeOf(b.transitionState())))
          .containsExactlyInAnyOrderElementsOf(oracle.getBridges());
    }
  }

  @Test
  void aLongChainIsAllCutPointsAndBridges() {
    int n = 100_000;
    Network.Builder builder = Network.builder("chain", 0);
    for (int id = 1; id <= n; id++) {
      builder.addMinimum(id, id, 0, 1);
    }
    for (int id = 1; id < n; id++) {
      builder.addTransitionState(id, id, id + 1, n + 1, 0, 1);
    }
    CutPoints found = CutPoints.of(builder.build());
    assertThat(found.cutPoints()).hasSize(n - 2);
    assertThat(found.bridges()).hasSize(n - 1);
    assertThat(found.bridges().get(n / 2 - 1).smallerSide()).isEqualTo(n / 2);
  }

  @Test
  void coresByHandAndByTakingOutMinima() {
    Cores cores = Cores.of(byHand());
    assertThat(cores.coreness()).containsExactly(2, 2, 2, 1, 1, 0);
    assertThat(cores.sizes()).containsExactly(6, 5, 3);
    assertThat(cores.degeneracy()).isEqualTo(2);
    assertThat(Cores.of(empty()).sizes()).containsExactly(0);
    for (long seed = 1; seed <= 60; seed++) {
      Network network = RandomNetworks.of(seed, 30, 120);
      Cores found = Cores.of(network);
      for (int k = 0; k <= found.degeneracy() + 1; k++) {
        boolean[] core = core(network, k);
        for (int v = 0; v < core.length; v++) {
          assertThat(found.coreness()[v] >= k).as("seed %d k %d", seed, k).isEqualTo(core[v]);
        }
      }
    }
  }

  private static boolean[] core(Network network, int k) {
    Adjacency rows = network.simpleAdjacency();
    boolean[] stays = new boolean[network.nodeCount()];
    java.util.Arrays.fill(stays, true);
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int v = 0; v < stays.length; v++) {
        int neighbours = 0;
        for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
          neighbours += stays[rows.neighbour(p)] ? 1 : 0;
        }
        if (stays[v] && neighbours < k) {
          stays[v] = false;
          changed = true;
        }
      }
    }
    return stays;
  }

  @Test
  void minimumCutByHand() {
    MinimumCut cut = MinimumCut.between(byHand(), ids(1, 2), ids(5), UNWEIGHTED);
    assertThat(cut.value()).isEqualTo(1);
    assertThat(cut.fromSide()).containsExactly(1L, 2L, 3L);
    assertThat(cut.cut()).containsExactly(new Pair(3, 4, 4, 1));
    assertThat(cut.flow()).contains(new Pair(3, 4, 4, 1), new Pair(4, 5, 6, 1));
    MinimumCut apart = MinimumCut.between(byHand(), ids(6), ids(5), UNWEIGHTED);
    assertThat(apart.value()).isZero();
    assertThat(apart.fromSide()).containsExactly(6L);
    assertThat(apart.cut()).isEmpty();
    assertThat(apart.flow()).isEmpty();
    assertThatThrownBy(() -> MinimumCut.between(byHand(), ids(1), ids(1, 2), UNWEIGHTED))
        .hasMessage("expected two sets without common minima, found minimum 1 in both");
    assertThatThrownBy(() -> MinimumCut.between(empty(), ids(1), ids(2), UNWEIGHTED))
        .hasMessageContaining("minimum 1 of the set \"from\" does not exist");
  }

  @Test
  void minimumCutsAreTheLeastOfAllCuts() {
    List<EdgeWeighting> weightings =
        List.of(
            UNWEIGHTED,
            new EdgeWeighting.Barrier(),
            new EdgeWeighting.Flux(1),
            // Fluxes over some 170 orders of magnitude.
            new EdgeWeighting.Flux(0.03));
    for (long seed = 1; seed <= 120; seed++) {
      Network network = RandomNetworks.of(seed, 9, 30);
      int n = network.nodeCount();
      if (n < 4) {
        continue;
      }
      long[] from = ids(network.minimumId(0), network.minimumId(1));
      long[] to = ids(network.minimumId(n - 1));
      for (EdgeWeighting weighting : weightings) {
        MinimumCut cut = MinimumCut.between(network, from, to, weighting);
        double least = leastOfAll(network, weighting);
        String where = "seed " + seed + ", " + weighting;
        assertThat(cut.value()).as(where).isCloseTo(least, within(1e-7 * least));
        Set<Long> side = Set.copyOf(cut.fromSide());
        assertThat(side).as(where).contains(from[0], from[1]).doesNotContain(to[0]);
        assertFlow(where, network, weighting, cut, from, to);
      }
    }
  }

  private static double leastOfAll(Network network, EdgeWeighting weighting) {
    NetworkGraph graph = NetworkGraph.of(network).weighted(weighting.ofEdges(network));
    int n = network.nodeCount();
    double least = Double.POSITIVE_INFINITY;
    for (int rest = 0; rest < 1 << (n - 3); rest++) {
      int side = 3 | rest << 2;
      double value = 0;
      for (int e : graph.edgeSet()) {
        if ((side >> graph.getEdgeSource(e) & 1) != (side >> graph.getEdgeTarget(e) & 1)) {
          value += graph.getEdgeWeight(e);
        }
      }
      least = Math.min(least, value);
    }
    return least;
  }

  /** What flows out of the first set flows into the second, and no pair carries too much. */
  private static void assertFlow(
      String where,
      Network network,
      EdgeWeighting weighting,
      MinimumCut cut,
      long[] from,
      long[] to) {
    Map<Long, Double> out = new HashMap<>();
    var weights = weighting.ofEdges(network);
    for (Pair pair : cut.flow()) {
      out.merge(pair.from(), pair.amount(), Double::sum);
      out.merge(pair.to(), -pair.amount(), Double::sum);
      double weight = weights.applyAsDouble(network.edgeOf(pair.transitionState()));
      assertThat(pair.amount()).as(where).isLessThanOrEqualTo(weight + 1e-6 * cut.value());
    }
    double sum = 0;
    for (long id : from) {
      sum += out.getOrDefault(id, 0.0);
    }
    assertThat(sum).as(where).isCloseTo(cut.value(), within(1e-6 * cut.value()));
    out.forEach(
        (id, amount) -> {
          if (id != from[0] && id != from[1] && id != to[0]) {
            assertThat(amount).as(where).isCloseTo(0, within(1e-6 * cut.value()));
          }
        });
  }

  @Test
  void bottlenecksByHand() {
    Bottleneck lowest = Bottleneck.lowest(byHand(), ids(1), ids(5)).orElseThrow();
    assertThat(lowest)
        .isEqualTo(new Bottleneck(4, 6, List.of(1L, 2L, 3L, 4L, 5L), List.of(1L, 2L, 4L, 6L)));
    assertThat(Bottleneck.lowest(byHand(), ids(1, 2), ids(3)).orElseThrow())
        .isEqualTo(new Bottleneck(1, 2, List.of(2L, 3L), List.of(2L)));
    assertThat(Bottleneck.lowest(byHand(), ids(1), ids(6))).isEmpty();
    Bottleneck widest =
        Bottleneck.widest(byHand(), ids(1), ids(5), new EdgeWeighting.Flux(1)).orElseThrow();
    assertThat(widest.transitionState()).isEqualTo(6);
    assertThat(widest.value()).isCloseTo(Math.exp(-4) + Math.exp(-5), within(1e-12));
  }

  @Test
  void theLowestBottleneckIsThatOfTheDisconnectivityGraphAndOfTheLowestPath() {
    for (long seed = 1; seed <= 150; seed++) {
      Network network = RandomNetworks.of(seed, 15, 40);
      int n = network.nodeCount();
      if (n < 2) {
        continue;
      }
      long[] from = ids(network.minimumId(0));
      long[] to = ids(network.minimumId(n - 1));
      Optional<Bottleneck> found = Bottleneck.lowest(network, from, to);
      double expected = DisconnectivityGraph.of(network).lowestPathMaximum(0, n - 1);
      assertThat(found.map(Bottleneck::value).orElse(Double.POSITIVE_INFINITY))
          .as("seed %d", seed)
          .isEqualTo(expected);
      found.ifPresent(
          bottleneck -> {
            assertThat(PathSearch.between(network, from, to).lowestBarrier(1).get(0).cost())
                .isEqualTo(bottleneck.value());
            assertThat(bottleneck.transitionStates()).contains(bottleneck.transitionState());
            assertThat(bottleneck.minima()).hasSize(bottleneck.transitionStates().size() + 1);
          });
    }
  }

  @Test
  void theWidestPathIsAsWideAsTheEdgesThatStillConnectTheSets() {
    EdgeWeighting weighting = new EdgeWeighting.Barrier();
    for (long seed = 1; seed <= 100; seed++) {
      Network network = RandomNetworks.of(seed, 12, 30);
      int n = network.nodeCount();
      if (n < 2) {
        continue;
      }
      var weights = weighting.ofEdges(network);
      Set<Integer> pairs = NetworkGraph.of(network).edgeSet();
      double widest = Double.NaN;
      for (int e : pairs) {
        double least = weights.applyAsDouble(e);
        Components left =
            Components.of(
                network.projection(
                    v -> true, f -> pairs.contains(f) && weights.applyAsDouble(f) >= least));
        if (left.componentOf(0) == left.componentOf(n - 1) && !(widest >= least)) {
          widest = least;
        }
      }
      Optional<Bottleneck> found =
          Bottleneck.widest(
              network, ids(network.minimumId(0)), ids(network.minimumId(n - 1)), weighting);
      assertThat(found.map(Bottleneck::value).orElse(Double.NaN))
          .as("seed %d", seed)
          .isEqualTo(Double.valueOf(widest));
    }
  }

  @Test
  void lennardJones38IsCutBetweenItsFunnels() {
    Network network = PathsampleNetworks.require("ktn/lj38", 108);
    DisconnectivityGraph tree = DisconnectivityGraph.of(network);
    int bottom = network.globalMinimum();
    int other = bottom;
    double highest = Double.NEGATIVE_INFINITY;
    int[] byEnergy =
        IntStream.range(0, network.nodeCount())
            .boxed()
            .sorted(java.util.Comparator.comparingDouble(network::energy))
            .limit(10)
            .mapToInt(v -> v)
            .toArray();
    for (int v : byEnergy) {
      if (v != bottom && tree.lowestPathMaximum(v) > highest) {
        highest = tree.lowestPathMaximum(v);
        other = v;
      }
    }
    long[] from = ids(network.minimumId(bottom));
    long[] to = ids(network.minimumId(other));
    assertThat(Bottleneck.lowest(network, from, to).orElseThrow().value()).isEqualTo(highest);
    MinimumCut cut = MinimumCut.between(network, from, to, new EdgeWeighting.Flux(0.02));
    assertThat(cut.value()).isPositive();
    assertThat(
            cut.flow().stream()
                .mapToDouble(
                    p -> (p.from() == from[0] ? 1 : p.to() == from[0] ? -1 : 0) * p.amount())
                .sum())
        .isCloseTo(cut.value(), within(1e-6 * cut.value()));
  }
}
