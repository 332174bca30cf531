package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;

/**
 * How often two neighbours of a node are neighbours of each other.
 *
 * @param averageLocal mean over all nodes of (triangles at the node) / (pairs of its neighbours),
 *     where nodes with fewer than two neighbours count as 0 (Watts and Strogatz 1998)
 * @param global 3 triangles / (paths of two steps), also called transitivity; NaN if there is no
 *     such path
 * @param triangles number of triangles
 */
public record Clustering(double averageLocal, double global, long triangles) {

  /** Of all minima of a network, parallel edges counted once and loops left out. */
  public static Clustering of(Network network) {
    return of(SimpleGraph.of(network));
  }

  /**
   * Counts every triangle once, from its node of lowest rank (by degree, then number), so that hubs
   * cost no more than others: O(m^1.5).
   */
  static Clustering of(SimpleGraph graph) {
    int n = graph.nodeCount();
    // Each edge once, from its end of lower rank: what is left to do is to intersect short rows.
    int[] offsets = new int[n + 1];
    int[] neighbours = new int[graph.neighbours().length / 2];
    for (int v = 0; v < n; v++) {
      int at = offsets[v];
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        if (above(graph, graph.neighbours()[p], v)) {
          neighbours[at++] = graph.neighbours()[p];
        }
      }
      offsets[v + 1] = at;
    }
    long[] at = new long[n];
    int[] mark = new int[n];
    long triangles = 0;
    for (int v = 0; v < n; v++) {
      int stamp = v + 1;
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        mark[neighbours[p]] = stamp;
      }
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        int u = neighbours[p];
        for (int q = offsets[u]; q < offsets[u + 1]; q++) {
          int w = neighbours[q];
          if (mark[w] == stamp) {
            at[v]++;
            at[u]++;
            at[w]++;
            triangles++;
          }
        }
      }
    }
    double local = 0;
    long pairs = 0;
    for (int v = 0; v < n; v++) {
      long degree = graph.degree(v);
      long pairsHere = degree * (degree - 1) / 2;
      pairs += pairsHere;
      local += pairsHere == 0 ? 0 : (double) at[v] / pairsHere;
    }
    return new Clustering(
        n == 0 ? 0 : local / n, pairs == 0 ? Double.NaN : 3.0 * triangles / pairs, triangles);
  }

  private static boolean above(SimpleGraph graph, int node, int other) {
    int a = graph.degree(node);
    int b = graph.degree(other);
    return a > b || (a == b && node > other);
  }
}
