package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Monotonic sequence basins: where paths that only go down end.
 *
 * <p>A <em>bottom</em> is a minimum without a lower neighbour (loops do not count; of equally low
 * neighbours the one with the lower id is the lower one, as edges point). Every other minimum
 * belongs to the bottom that it reaches by its steepest monotonic path: from each minimum to its
 * lowest neighbour. An isolated minimum is a bottom.
 *
 * <p>Basins are numbered from 0 by ascending energy of their bottoms. O(n + m).
 */
public final class MonotonicBasins {
  private final int[] basinOf;
  private final int[] bottoms;
  private final int[] sizes;

  private MonotonicBasins(int[] basinOf, int[] bottoms, int[] sizes) {
    this.basinOf = basinOf;
    this.bottoms = bottoms;
    this.sizes = sizes;
  }

  /** The basins of all minima. */
  public static MonotonicBasins of(Network network) {
    int n = network.nodeCount();
    Adjacency rows = network.adjacency();
    int[] below = new int[n];
    for (int v = 0; v < n; v++) {
      int lowest = v;
      for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
        if (lower(network, rows.neighbour(p), lowest)) {
          lowest = rows.neighbour(p);
        }
      }
      below[v] = lowest;
    }
    Integer[] ascending = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(
        ascending, Comparator.<Integer>comparingDouble(network::energy).thenComparingInt(v -> v));
    int[] basinOf = new int[n];
    int[] bottoms = new int[n];
    int[] sizes = new int[n];
    int count = 0;
    // From low to high: the minimum below has its basin already.
    for (int v : ascending) {
      if (below[v] == v) {
        bottoms[count] = v;
        basinOf[v] = count++;
      } else {
        basinOf[v] = basinOf[below[v]];
      }
      sizes[basinOf[v]]++;
    }
    return new MonotonicBasins(basinOf, Arrays.copyOf(bottoms, count), Arrays.copyOf(sizes, count));
  }

  private static boolean lower(Network network, int node, int other) {
    double a = network.energy(node);
    double b = network.energy(other);
    return a < b || (a == b && node < other);
  }

  /** Number of basins. */
  public int count() {
    return bottoms.length;
  }

  /** Node at the bottom of the basin. */
  public int bottom(int basin) {
    return bottoms[basin];
  }

  /** Number of minima in the basin, its bottom included. */
  public int size(int basin) {
    return sizes[basin];
  }

  /** Basin of the node. */
  public int basinOf(int node) {
    return basinOf[node];
  }

  /**
   * The network of basins: the minima at their bottoms, joined where a transition state leads from
   * a minimum of one basin to a minimum of the other; of several the lowest one is taken, the pass
   * between them. Its name says that it is reduced. O(m log m).
   *
   * <p>A pass is where one basin is left for another; the way up to it may go over higher ones. The
   * exact disconnectivity graph of the bottoms is that of the whole network with the bottoms for
   * leaves.
   */
  public static Network reduced(Network network) {
    MonotonicBasins basins = of(network);
    Network.Builder builder =
        Network.builder(network.name() + " (basins)", network.vibrationalModes());
    for (int v = 0; v < network.nodeCount(); v++) {
      if (basins.bottom(basins.basinOf(v)) == v) {
        builder.addMinimum(network, v);
      }
    }
    Map<Long, Integer> passes = new HashMap<>();
    for (int e = 0; e < network.edgeCount(); e++) {
      int a = basins.basinOf(network.higherEnd(e));
      int b = basins.basinOf(network.lowerEnd(e));
      if (a != b) {
        passes.merge(
            (long) Math.min(a, b) * basins.count() + Math.max(a, b),
            e,
            (x, y) -> network.transitionStateEnergy(y) < network.transitionStateEnergy(x) ? y : x);
      }
    }
    passes.values().stream()
        .sorted()
        .forEach(
            e ->
                builder.addTransitionState(
                    network,
                    e,
                    network.minimumId(basins.bottom(basins.basinOf(network.higherEnd(e)))),
                    network.minimumId(basins.bottom(basins.basinOf(network.lowerEnd(e))))));
    return builder.build();
  }
}
