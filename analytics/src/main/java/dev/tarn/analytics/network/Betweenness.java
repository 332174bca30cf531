package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Betweenness: through how many shortest paths between other nodes a node is passed (Brandes 2001,
 * doi:10.1080/0022250X.2001.9990249); each unordered pair counts once, shared among its shortest
 * paths.
 *
 * <p>Up to 4e8 steps every source is followed; beyond, a random sample of sources, scaled up.
 */
public final class Betweenness {
  /** Nodes times entries up to which the count is exact: some seconds. */
  static final long EXACT_WORK = 400_000_000L;

  private static final int SAMPLE = 256;

  /** Parts whose sums are added in a fixed order, so that threads do not change the last digit. */
  private static final int PARTS = 16;

  private Betweenness() {}

  /**
   * Betweenness by node of a network, exact for small ones, from a sample of sources with that seed
   * for large ones; parallel transition states count once, loops not at all. O(n m) if exact.
   */
  public static double[] of(Network network, long seed) {
    return of(SimpleGraph.of(network), seed);
  }

  /** Whether {@link #of(SimpleGraph, long)} counts every source. */
  static boolean isExact(SimpleGraph graph) {
    return (long) graph.nodeCount() * graph.neighbours().length <= EXACT_WORK
        || graph.nodeCount() <= SAMPLE;
  }

  /** Betweenness by node. O(n m) if exact. */
  static double[] of(SimpleGraph graph, long seed) {
    int n = graph.nodeCount();
    boolean exact = isExact(graph);
    int[] sources =
        exact
            ? IntStream.range(0, n).toArray()
            : new SplittableRandom(seed).ints(0, n).distinct().limit(SAMPLE).sorted().toArray();
    double[][] parts = new double[PARTS][];
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(
            part -> {
              Sweep sweep = new Sweep(graph);
              for (int s = part; s < sources.length; s += PARTS) {
                sweep.from(sources[s]);
              }
              parts[part] = sweep.total;
            });
    // Each pair was met from both ends.
    double scale = 0.5 * n / Math.max(1, sources.length);
    double[] sum = new double[n];
    for (double[] part : parts) {
      for (int v = 0; v < n; v++) {
        sum[v] += scale * part[v];
      }
    }
    return sum;
  }

  /** Arrays that one thread needs. */
  private static final class Sweep {
    private final SimpleGraph graph;
    private final int[] order;
    private final int[] steps;
    private final double[] paths;
    private final double[] share;
    private final double[] total;

    Sweep(SimpleGraph graph) {
      this.graph = graph;
      int n = graph.nodeCount();
      order = new int[n];
      steps = new int[n];
      paths = new double[n];
      share = new double[n];
      total = new double[n];
    }

    void from(int source) {
      int[] offsets = graph.offsets();
      int[] neighbours = graph.neighbours();
      java.util.Arrays.fill(steps, -1);
      int tail = 0;
      order[tail++] = source;
      steps[source] = 0;
      paths[source] = 1;
      share[source] = 0;
      for (int head = 0; head < tail; head++) {
        int v = order[head];
        for (int p = offsets[v]; p < offsets[v + 1]; p++) {
          int to = neighbours[p];
          if (steps[to] < 0) {
            steps[to] = steps[v] + 1;
            paths[to] = 0;
            share[to] = 0;
            order[tail++] = to;
          }
          if (steps[to] == steps[v] + 1) {
            paths[to] += paths[v];
          }
        }
      }
      for (int k = tail - 1; k > 0; k--) {
        int w = order[k];
        double each = (1 + share[w]) / paths[w];
        for (int p = offsets[w]; p < offsets[w + 1]; p++) {
          int v = neighbours[p];
          if (steps[v] == steps[w] - 1) {
            share[v] += paths[v] * each;
          }
        }
        total[w] += share[w];
      }
    }
  }
}
