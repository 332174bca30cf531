package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An unweighted simple graph as compressed sparse rows, neighbours ascending. What the kernels of
 * this package work on; arrays are shared, not copied, and never modified.
 *
 * @param offsets row of node v: {@code offsets[v] … offsets[v + 1] - 1}
 * @param neighbours neighbours, row after row
 */
record SimpleGraph(int[] offsets, int[] neighbours) {

  /** All minima of a network, parallel edges counted once and loops left out. */
  static SimpleGraph of(Network network) {
    return induced(
        network, network.simpleAdjacency(), IntStream.range(0, network.nodeCount()).toArray());
  }

  /** The network's simple graph restricted to these nodes (ascending), renumbered from 0. */
  static SimpleGraph induced(Network network, Adjacency simple, int[] nodes) {
    int[] newIndex = new int[network.nodeCount()];
    Arrays.fill(newIndex, -1);
    for (int k = 0; k < nodes.length; k++) {
      newIndex[nodes[k]] = k;
    }
    int[] offsets = new int[nodes.length + 1];
    int entries = 0;
    for (int k = 0; k < nodes.length; k++) {
      int v = nodes[k];
      for (int p = simple.offset(v); p < simple.offset(v + 1); p++) {
        if (newIndex[simple.neighbour(p)] >= 0) {
          entries++;
        }
      }
      offsets[k + 1] = entries;
    }
    int[] neighbours = new int[entries];
    int fill = 0;
    for (int v : nodes) {
      for (int p = simple.offset(v); p < simple.offset(v + 1); p++) {
        int to = newIndex[simple.neighbour(p)];
        if (to >= 0) {
          neighbours[fill++] = to;
        }
      }
    }
    return new SimpleGraph(offsets, neighbours);
  }

  /** A graph of these edges, which must be distinct and no loops. */
  static SimpleGraph ofEdges(int nodes, int[] ends, int[] otherEnds) {
    Adjacency rows = Adjacency.ofEdges(nodes, ends, otherEnds);
    int[] offsets = new int[nodes + 1];
    int[] neighbours = new int[rows.entryCount()];
    for (int v = 0; v <= nodes; v++) {
      offsets[v] = rows.offset(v);
    }
    for (int p = 0; p < neighbours.length; p++) {
      neighbours[p] = rows.neighbour(p);
    }
    return new SimpleGraph(offsets, neighbours);
  }

  /** The same nodes and edges as a network, for JGraphT; its energies mean nothing. */
  Network network() {
    Network.Builder builder = Network.builder("graph", 0);
    for (int v = 0; v < nodeCount(); v++) {
      builder.addMinimum(v, 0, 0, 1);
    }
    int edge = 0;
    for (int v = 0; v < nodeCount(); v++) {
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        if (v < neighbours[p]) {
          builder.addTransitionState(edge++, v, neighbours[p], 0, 0, 1);
        }
      }
    }
    return builder.build();
  }

  int nodeCount() {
    return offsets.length - 1;
  }

  int edgeCount() {
    return neighbours.length / 2;
  }

  int degree(int node) {
    return offsets[node + 1] - offsets[node];
  }

  /** Degrees by node. */
  int[] degrees() {
    int[] degrees = new int[nodeCount()];
    Arrays.setAll(degrees, this::degree);
    return degrees;
  }
}
