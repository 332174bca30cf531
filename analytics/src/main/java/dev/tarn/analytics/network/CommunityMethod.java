package dev.tarn.analytics.network;

import dev.tarn.analytics.graph.NetworkGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.interfaces.ClusteringAlgorithm;

/** How communities are sought. */
public enum CommunityMethod {
  /**
   * Leiden's algorithm for modularity (Traag, Waltman and van Eck 2019), the best of several random
   * starts.
   */
  LEIDEN {
    @Override
    int[] partition(WeightedGraph graph, long seed) {
      return leiden(graph, seed);
    }

    @Override
    boolean takesWeights() {
      return true;
    }
  },
  /** Label propagation (Raghavan, Albert and Kumara 2007), from JGraphT. */
  LABEL_PROPAGATION {
    @Override
    int[] partition(WeightedGraph graph, long seed) {
      return numbered(
          graph.graph(),
          new LabelPropagationClustering<>(
              NetworkGraph.of(graph.graph().network()), MOST_SWEEPS, new Random(seed)));
    }
  },
  /**
   * Girvan and Newman's removal of the edges of highest betweenness (2004), for networks of up to
   * {@link #MOST_EDGES} pairs of neighbours.
   */
  GIRVAN_NEWMAN {
    @Override
    int[] partition(WeightedGraph graph, long seed) {
      SimpleGraph simple = graph.graph();
      if (simple.edgeCount() > MOST_EDGES) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Girvan and Newman's method: expected at most %d pairs of neighbours, found %d;"
                    + " use leiden",
                MOST_EDGES,
                simple.edgeCount()));
      }
      return GirvanNewman.partition(graph);
    }
  };

  /** Pairs of neighbours up to which Girvan and Newman's method ends in reasonable time. */
  public static final int MOST_EDGES = 1000;

  private static final int MOST_SWEEPS = 200;

  private static final int STARTS = 10;

  /** Further starts are tried while they are cheap. */
  private static final int CHEAP_EDGES = 100_000;

  private static final int ITERATIONS = 10;

  /** Community of each node, numbered from 0 without gaps, in no particular order. */
  abstract int[] partition(WeightedGraph graph, long seed);

  /** Whether weights of edges make a difference. */
  boolean takesWeights() {
    return false;
  }

  /** Its name in options and results: lower case, words joined by hyphens. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The method of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CommunityMethod of(String name) {
    for (CommunityMethod method : values()) {
      if (method.words().equals(name)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "expected a community method of "
            + Arrays.stream(values()).map(CommunityMethod::words).collect(Collectors.joining(", "))
            + ", found "
            + name);
  }

  private static int[] numbered(SimpleGraph graph, ClusteringAlgorithm<Integer> algorithm) {
    List<Set<Integer>> clusters = algorithm.getClustering().getClusters();
    int[] community = new int[graph.nodeCount()];
    int number = 0;
    for (Set<Integer> cluster : clusters) {
      for (int node : cluster) {
        community[node] = number;
      }
      number++;
    }
    return community;
  }

  private static int[] leiden(WeightedGraph graph, long seed) {
    SimpleGraph simple = graph.graph();
    int n = simple.nodeCount();
    int entries = simple.neighbours().length;
    int[] ends = new int[entries / 2];
    int[] otherEnds = new int[entries / 2];
    double[] weights = new double[entries / 2];
    int edges = 0;
    double total = 0;
    for (int v = 0; v < n; v++) {
      for (int p = simple.offsets()[v]; p < simple.offsets()[v + 1]; p++) {
        // An edge of weight 0 says nothing, and makes networkanalysis 1.3.0 run over an array's end
        // (it takes a sum of 0 for a cluster not seen yet; their issue 19).
        if (v < simple.neighbours()[p] && graph.weights()[p] > 0) {
          ends[edges] = v;
          otherEnds[edges] = simple.neighbours()[p];
          weights[edges++] = graph.weights()[p];
          total += graph.weights()[p];
        }
      }
    }
    if (!(total > 0)) {
      return new int[n];
    }
    var network =
        new nl.cwts.networkanalysis.Network(
            n,
            true,
            new LargeIntArray[] {
              new LargeIntArray(Arrays.copyOf(ends, edges)),
              new LargeIntArray(Arrays.copyOf(otherEnds, edges))
            },
            new LargeDoubleArray(Arrays.copyOf(weights, edges)),
            false,
            false);
    double resolution = 1 / (2 * total);
    int[][] found =
        IntStream.range(0, Math.max(1, Math.min(STARTS, CHEAP_EDGES / simple.edgeCount())))
            .parallel()
            .mapToObj(
                start ->
                    // The constant Potts model with these node weights and 1/(2m) is modularity.
                    new LeidenAlgorithm(
                            resolution,
                            ITERATIONS,
                            LeidenAlgorithm.DEFAULT_RANDOMNESS,
                            new Random(seed + start))
                        .findClustering(network)
                        .getClusters())
            .toArray(int[][]::new);
    int[] best = found[0];
    double highest = graph.modularity(best);
    for (int[] other : found) {
      double modularity = graph.modularity(other);
      // Equally good ones differ in their last digits only: the first one stays.
      if (modularity > highest + 1e-12) {
        highest = modularity;
        best = other;
      }
    }
    return best;
  }
}
