package dev.tarn.analytics.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.PathsampleNetworks;
import dev.tarn.analytics.kinetics.RandomNetworks;
import dev.tarn.analytics.kinetics.RateMatrix;
import dev.tarn.analytics.network.Components;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathSearchTests {

  //  1 ----t1 (5)---- 4        direct, high
  //  1 -t2(2)- 2 -t3(3)- 4     lower
  //  2 -t4(1)- 3 -t5(1.5)- 4   lowest, longest
  private static Network three() {
    return Network.builder("hand", 0)
        .addMinimum(1, 0, 1, 1)
        .addMinimum(2, 0.5, 1, 1)
        .addMinimum(3, 0.2, 1, 1)
        .addMinimum(4, 0.1, 1, 1)
        .addTransitionState(1, 1, 4, 5, 1, 1)
        .addTransitionState(2, 1, 2, 2, 1, 1)
        .addTransitionState(3, 2, 4, 3, 1, 1)
        .addTransitionState(4, 2, 3, 1, 1, 1)
        .addTransitionState(5, 3, 4, 1.5, 1, 1)
        .addTransitionState(6, 1, 2, 4, 1, 1)
        .addTransitionState(7, 2, 2, 0.6, 1, 1)
        .build();
  }

  @Test
  void threeRoutesByHand() {
    PathSearch search = PathSearch.between(three(), new long[] {1}, new long[] {4});
    List<Pathway> shortest = search.fewestSteps(9);
    assertThat(shortest)
        .extracting(Pathway::minima)
        .containsExactly(List.of(1L, 4L), List.of(1L, 2L, 4L), List.of(1L, 2L, 3L, 4L));
    assertThat(shortest).extracting(Pathway::steps).containsExactly(1, 2, 3);
    List<Pathway> lowest = search.lowestBarrier(9);
    assertThat(lowest)
        .extracting(Pathway::minima)
        .containsExactly(List.of(1L, 2L, 3L, 4L), List.of(1L, 2L, 4L), List.of(1L, 4L));
    assertThat(lowest).extracting(Pathway::highest).containsExactly(2.0, 3.0, 5.0);
    assertThat(lowest.get(0).transitionStates()).containsExactly(2L, 4L, 5L);
    assertThat(lowest.get(0).minimumEnergies()).containsExactly(0.0, 0.5, 0.2, 0.1);
    assertThat(lowest.get(0).transitionStateEnergies()).containsExactly(2.0, 1.0, 1.5);
    assertThat(lowest.get(0).barrier()).isEqualTo(2);
    assertThat(lowest).extracting(Pathway::rank).containsExactly(1, 2, 3);
  }

  @Test
  void fastestPathOfNineCommunitiesIsThatOfPathsample() {
    Network network = PathsampleNetworks.require("ktn/9comm", 0);
    Pathway path =
        PathSearch.between(network, new long[] {4}, new long[] {144}).fastest(1, 1).get(0);
    assertThat(path.minima()).containsExactly(4L, 988L, 58L, 300L, 552L, 359L, 244L, 144L);
    assertThat(path.transitionStates())
        .containsExactly(39L, 479L, 474L, 2250L, 2608L, 1884L, 1137L);
    assertThat(path.cost()).isCloseTo(8.701752145739, within(1e-12));
    assertThat(path.highest()).isEqualTo(24.4726);
  }

  @Test
  void lowestBarrierIsThatOfTheDisconnectivityGraph() {
    Network network = PathsampleNetworks.require("ktn/lj13", 0);
    DisconnectivityGraph graph = DisconnectivityGraph.of(network);
    Random random = new Random(3);
    for (int trial = 0; trial < 5; trial++) {
      int a = random.nextInt(network.nodeCount());
      int b = (a + 1 + random.nextInt(network.nodeCount() - 1)) % network.nodeCount();
      List<Pathway> paths =
          PathSearch.between(
                  network, new long[] {network.minimumId(a)}, new long[] {network.minimumId(b)})
              .lowestBarrier(3);
      assertThat(paths.get(0).highest()).isEqualTo(graph.lowestPathMaximum(a, b));
      assertThat(paths).hasSize(3);
      assertThat(paths.get(1).highest()).isGreaterThanOrEqualTo(paths.get(0).highest());
    }
  }

  @Test
  void allThreeKindsMatchExhaustiveSearchOnRandomNetworks() {
    Random random = new Random(77);
    for (int trial = 0; trial < 60; trial++) {
      int n = 4 + random.nextInt(5);
      Network network = RandomNetworks.connected(random, n, random.nextInt(n + 3), 1);
      long[] from = trial % 2 == 0 ? new long[] {1} : new long[] {1, 2};
      long[] to = trial % 3 == 0 ? new long[] {n} : new long[] {n, n - 1};
      PathSearch search = PathSearch.between(network, from, to);
      List<List<Long>> all = everyPath(network, from, to);
      int k = 1 + random.nextInt(6);
      double t = 0.2;
      RateMatrix rates = RateMatrix.of(network, t);
      String where = "trial " + trial;
      // Paths over the same highest point may come in any order.
      List<Pathway> fewest = search.fewestSteps(k);
      assertThat(fewest)
          .as(where)
          .extracting(path -> List.of((double) path.steps(), heights(network, path.minima())[0]))
          .containsExactlyElementsOf(
              all.stream()
                  .map(path -> List.of(path.size() - 1.0, heights(network, path)[0]))
                  .sorted(
                      Comparator.<List<Double>>comparingDouble(key -> key.get(0))
                          .thenComparingDouble(key -> key.get(1)))
                  .limit(k)
                  .toList());
      assertThat(fewest).extracting(Pathway::minima).doesNotHaveDuplicates().isSubsetOf(all);
      compare(
          where,
          search.lowestBarrier(k),
          sorted(all, k, (p, q) -> Arrays.compare(heights(network, p), heights(network, q))));
      compare(
          where,
          search.fastest(t, k),
          sorted(all, k, Comparator.comparingDouble(p -> cost(rates, p))));
      Pathway best = search.fastest(t, 1).get(0);
      assertThat(best.cost()).isCloseTo(cost(rates, best.minima()), within(1e-12));
    }
  }

  private static void compare(String where, List<Pathway> found, List<List<Long>> expected) {
    assertThat(found)
        .as("%s %s", where, found.get(0).kind())
        .extracting(Pathway::minima)
        .containsExactlyElementsOf(expected);
  }

  private static List<List<Long>> sorted(
      List<List<Long>> all, int count, Comparator<List<Long>> order) {
    return all.stream().sorted(order).limit(count).toList();
  }

  /** Heights of the steps over the lowest transition states, highest first. */
  private static double[] heights(Network network, List<Long> path) {
    Adjacency rows = network.simpleAdjacency();
    double[] heights = new double[path.size() - 1];
    for (int k = 0; k < heights.length; k++) {
      int node = network.nodeOf(path.get(k));
      for (int p = rows.offset(node); p < rows.offset(node + 1); p++) {
        if (network.minimumId(rows.neighbour(p)) == path.get(k + 1)) {
          heights[k] = -network.transitionStateEnergy(rows.edge(p));
        }
      }
    }
    Arrays.sort(heights);
    return Arrays.stream(heights).map(h -> -h).toArray();
  }

  private static double cost(RateMatrix rates, List<Long> path) {
    double cost = 0;
    for (int k = 0; k + 1 < path.size(); k++) {
      int node = rates.network().nodeOf(path.get(k));
      for (int p = rates.offset(node); p < rates.offset(node + 1); p++) {
        if (rates.network().minimumId(rates.neighbour(p)) == path.get(k + 1)) {
          cost += rates.lnEscapeRate(node) - rates.lnRate(node, p);
        }
      }
    }
    return cost;
  }

  private static List<List<Long>> everyPath(Network network, long[] from, long[] to) {
    List<List<Long>> paths = new ArrayList<>();
    for (long start : from) {
      extend(network, from, to, new ArrayList<>(List.of(start)), paths);
    }
    return paths;
  }

  private static void extend(
      Network network, long[] from, long[] to, List<Long> path, List<List<Long>> paths) {
    Adjacency rows = network.simpleAdjacency();
    int node = network.nodeOf(path.get(path.size() - 1));
    for (int p = rows.offset(node); p < rows.offset(node + 1); p++) {
      long next = network.minimumId(rows.neighbour(p));
      if (path.contains(next) || Arrays.stream(from).anyMatch(id -> id == next)) {
        continue;
      }
      path.add(next);
      if (Arrays.stream(to).anyMatch(id -> id == next)) {
        paths.add(List.copyOf(path));
      } else {
        extend(network, from, to, path, paths);
      }
      path.remove(path.size() - 1);
    }
  }

  //  1 -(0)- 2 -(0)- 3     and 1 -(0)- 4 -(0)- 3: four steps over two ways that are alike
  @Test
  void ofPathsThatAreAlikeInEverythingTheOneOfLowerNumbersIsTaken() {
    Network network =
        Network.builder("alike", 0)
            .addMinimum(1, -1, 1, 1)
            .addMinimum(2, -1, 1, 1)
            .addMinimum(3, -1, 1, 1)
            .addMinimum(4, -1, 1, 1)
            .addTransitionState(1, 1, 4, 0, 1, 1)
            .addTransitionState(2, 3, 4, 0, 1, 1)
            .addTransitionState(3, 1, 2, 0, 1, 1)
            .addTransitionState(4, 2, 3, 0, 1, 1)
            .build();
    PathSearch search = PathSearch.between(network, new long[] {1}, new long[] {3});
    for (List<Pathway> paths : List.of(search.fewestSteps(1), search.fastest(1, 1))) {
      assertThat(paths.get(0).minima()).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aSinglePathIsTheFirstOfMany() {
    for (long seed = 1; seed <= 100; seed++) {
      // Energies in quarter steps, parallel transition states, loops, several components.
      Network network = dev.tarn.analytics.network.RandomNetworks.of(seed, 20, 60);
      int n = network.nodeCount();
      Components components = Components.of(network);
      if (n < 4 || components.componentOf(0) != components.componentOf(n - 1)) {
        continue;
      }
      PathSearch search =
          PathSearch.between(
              network,
              new long[] {network.minimumId(0), network.minimumId(1)},
              new long[] {network.minimumId(n - 1), network.minimumId(n - 2)});
      assertThat(search.fewestSteps(1)).isEqualTo(search.fewestSteps(3).subList(0, 1));
      assertThat(search.lowestBarrier(1)).isEqualTo(search.lowestBarrier(3).subList(0, 1));
      assertThat(search.fastest(1, 1)).isEqualTo(search.fastest(1, 3).subList(0, 1));
    }
  }

  @Test
  void badSetsAreRefusedInOneLine() {
    Network network =
        Network.builder("two parts", 0)
            .addMinimum(1, 0, 1, 1)
            .addMinimum(2, 0, 1, 1)
            .addMinimum(3, 0, 1, 1)
            .addTransitionState(1, 1, 2, 1, 1, 1)
            .build();
    long[] one = {1};
    assertThatThrownBy(() -> PathSearch.between(network, one, one))
        .hasMessage("expected two sets without common minima, found minimum 1 in both");
    assertThatThrownBy(() -> PathSearch.between(network, new long[0], one))
        .hasMessage("expected at least one minimum in the set \"from\", found none");
    assertThatThrownBy(() -> PathSearch.between(network, one, new long[] {7}))
        .hasMessage("minimum 7 of the set \"to\" does not exist in landscape two parts");
    PathSearch apart = PathSearch.between(network, one, new long[] {3});
    for (Runnable search :
        List.<Runnable>of(
            () -> apart.fewestSteps(1), () -> apart.lowestBarrier(1), () -> apart.fastest(1, 1))) {
      assertThatThrownBy(search::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the sets are not connected: no path leads from minimum 1 to minimum 3");
    }
    PathSearch joined = PathSearch.between(network, one, new long[] {2});
    assertThatThrownBy(() -> joined.fastest(0, 1)).hasMessageContaining("above 0, found 0.0");
    assertThatThrownBy(() -> joined.fewestSteps(0)).hasMessage("expected at least 1 path, found 0");
  }
}
