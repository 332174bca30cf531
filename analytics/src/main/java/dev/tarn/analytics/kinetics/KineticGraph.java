package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Part of a network as a simple graph: loops left out, the transition states between two minima
 * gathered into one pair.
 *
 * <p>Vertices 0 … n-1 are the chosen minima by ascending node, pairs 0 … m-1 by ascending lower,
 * then higher vertex. {@code offsets[v] … offsets[v + 1] - 1} are the positions of v's row, {@code
 * neighbours} ascend in it, {@code pairs} are the pairs they are reached by.
 */
final class KineticGraph {
  static final double LN_TWO_PI = Math.log(2 * Math.PI);

  final int[] nodes;
  final int[] offsets;
  final int[] neighbours;
  final int[] pairs;
  final int[] pairEdgeOffsets;
  final int[] pairEdges;

  private KineticGraph(
      int[] nodes,
      int[] offsets,
      int[] neighbours,
      int[] pairs,
      int[] pairEdgeOffsets,
      int[] pairEdges) {
    this.nodes = nodes;
    this.offsets = offsets;
    this.neighbours = neighbours;
    this.pairs = pairs;
    this.pairEdgeOffsets = pairEdgeOffsets;
    this.pairEdges = pairEdges;
  }

  /** The whole network. */
  static KineticGraph of(Network network) {
    return of(network, node -> true);
  }

  /** The part of the network whose nodes are chosen; no edge may lead out of it. */
  static KineticGraph of(Network network, IntPredicate chosen) {
    Adjacency rows = network.adjacency();
    int[] vertexOf = new int[network.nodeCount()];
    int[] nodes = new int[network.nodeCount()];
    int n = 0;
    for (int node = 0; node < vertexOf.length; node++) {
      if (chosen.test(node)) {
        vertexOf[node] = n;
        nodes[n++] = node;
      }
    }
    nodes = Arrays.copyOf(nodes, n);
    int[] offsets = new int[n + 1];
    int[] neighbours = new int[rows.entryCount()];
    int[] pairs = new int[rows.entryCount()];
    int[] pairEdgeOffsets = new int[network.edgeCount() + 1];
    int[] pairEdges = new int[network.edgeCount()];
    int entries = 0;
    int pairCount = 0;
    int edgeCount = 0;
    // Rows ascend, so vertex v meets its lower neighbours u in the order in which they met v.
    int[] nextOfLower = new int[n];
    for (int v = 0; v < n; v++) {
      int start = entries;
      nextOfLower[v] = start;
      int node = nodes[v];
      for (int p = rows.offset(node); p < rows.offset(node + 1); p++) {
        if (rows.neighbour(p) == node) {
          continue;
        }
        int u = vertexOf[rows.neighbour(p)];
        boolean isNew = entries == start || neighbours[entries - 1] != u;
        if (isNew) {
          neighbours[entries] = u;
          if (u > v) {
            pairs[entries] = pairCount++;
          } else {
            while (neighbours[nextOfLower[u]] < v) {
              nextOfLower[u]++;
            }
            pairs[entries] = pairs[nextOfLower[u]];
          }
          entries++;
        }
        if (u > v) {
          pairEdges[edgeCount++] = rows.edge(p);
          pairEdgeOffsets[pairCount] = edgeCount;
        }
      }
      offsets[v + 1] = entries;
    }
    return new KineticGraph(
        nodes,
        offsets,
        Arrays.copyOf(neighbours, entries),
        Arrays.copyOf(pairs, entries),
        Arrays.copyOf(pairEdgeOffsets, pairCount + 1),
        Arrays.copyOf(pairEdges, edgeCount));
  }

  /** The complete graph of {@code n} vertices, which has no network behind it. */
  static KineticGraph complete(int n) {
    int[] nodes = new int[n];
    int[] offsets = new int[n + 1];
    int[] neighbours = new int[n * (n - 1)];
    int[] pairs = new int[n * (n - 1)];
    int at = 0;
    for (int v = 0; v < n; v++) {
      nodes[v] = v;
      for (int u = 0; u < n; u++) {
        if (u != v) {
          neighbours[at] = u;
          pairs[at++] = completePair(n, v, u);
        }
      }
      offsets[v + 1] = at;
    }
    int pairCount = n * (n - 1) / 2;
    return new KineticGraph(
        nodes, offsets, neighbours, pairs, new int[pairCount + 1], new int[pairCount]);
  }

  /** Pair of two vertices of the complete graph. */
  static int completePair(int n, int a, int b) {
    int low = Math.min(a, b);
    return low * (2 * n - low - 1) / 2 + Math.max(a, b) - low - 1;
  }

  int vertexCount() {
    return nodes.length;
  }

  int pairCount() {
    return pairEdgeOffsets.length - 1;
  }

  /** ln of the conductance of every pair, z_t/(2 pi) summed over its transition states. */
  double[] lnConductances(HarmonicWeights weights, double temperature) {
    double[] result = new double[pairCount()];
    for (int pair = 0; pair < result.length; pair++) {
      int from = pairEdgeOffsets[pair];
      int to = pairEdgeOffsets[pair + 1];
      double largest = Double.NEGATIVE_INFINITY;
      for (int p = from; p < to; p++) {
        largest = Math.max(largest, weights.lnTransitionState(pairEdges[p], temperature));
      }
      double ln = largest;
      if (to - from > 1) {
        double sum = 0;
        for (int p = from; p < to; p++) {
          sum += Math.exp(weights.lnTransitionState(pairEdges[p], temperature) - largest);
        }
        ln += Math.log(sum);
      }
      result[pair] = ln - LN_TWO_PI;
    }
    return result;
  }

  /** ln z of every vertex. */
  double[] lnWeights(HarmonicWeights weights, double temperature) {
    double[] result = new double[nodes.length];
    for (int v = 0; v < result.length; v++) {
      result[v] = weights.lnMinimum(nodes[v], temperature);
    }
    return result;
  }
}
