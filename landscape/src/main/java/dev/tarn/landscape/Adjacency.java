package dev.tarn.landscape;

import java.util.Arrays;

/**
 * Compressed sparse rows of an undirected graph: for each node its neighbours and the edges that
 * lead to them, neighbours ascending, parallel edges by ascending edge number.
 *
 * <p>{@code offset(v) … offset(v + 1) - 1} are the positions of node v's row.
 */
public final class Adjacency {
  private final int[] offsets;
  private final int[] neighbours;
  private final int[] edges;

  private Adjacency(int[] offsets, int[] neighbours, int[] edges) {
    this.offsets = offsets;
    this.neighbours = neighbours;
    this.edges = edges;
  }

  /**
   * Rows for edges k between {@code ends[k]} and {@code otherEnds[k]}; a loop is entered once. O(n
   * + m).
   */
  public static Adjacency ofEdges(int nodeCount, int[] ends, int[] otherEnds) {
    // A counting sort by neighbour, then by node: rows come out sorted without comparing.
    int entries = 0;
    int[] count = new int[nodeCount + 1];
    for (int k = 0; k < ends.length; k++) {
      count[ends[k]]++;
      entries++;
      if (ends[k] != otherEnds[k]) {
        count[otherEnds[k]]++;
        entries++;
      }
    }
    int[] offsets = new int[nodeCount + 1];
    for (int v = 0; v < nodeCount; v++) {
      offsets[v + 1] = offsets[v] + count[v];
    }
    int[] fill = Arrays.copyOf(offsets, nodeCount);
    int[] byNeighbourNode = new int[entries];
    int[] byNeighbourEdge = new int[entries];
    for (int k = 0; k < ends.length; k++) {
      int a = ends[k];
      int b = otherEnds[k];
      byNeighbourNode[fill[b]] = a;
      byNeighbourEdge[fill[b]++] = k;
      if (a != b) {
        byNeighbourNode[fill[a]] = b;
        byNeighbourEdge[fill[a]++] = k;
      }
    }
    int[] neighbours = new int[entries];
    int[] edges = new int[entries];
    System.arraycopy(offsets, 0, fill, 0, nodeCount);
    for (int v = 0; v < nodeCount; v++) {
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        int node = byNeighbourNode[p];
        neighbours[fill[node]] = v;
        edges[fill[node]++] = byNeighbourEdge[p];
      }
    }
    return new Adjacency(offsets, neighbours, edges);
  }

  /** Without loops, and with the edge of least {@code weight} for each pair of neighbours. */
  Adjacency simplified(double[] weight) {
    int nodeCount = nodeCount();
    int[] newOffsets = new int[nodeCount + 1];
    int[] newNeighbours = new int[neighbours.length];
    int[] newEdges = new int[neighbours.length];
    int size = 0;
    for (int v = 0; v < nodeCount; v++) {
      int start = size;
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        int to = neighbours[p];
        if (to == v) {
          continue;
        }
        if (size > start && newNeighbours[size - 1] == to) {
          if (weight[edges[p]] < weight[newEdges[size - 1]]) {
            newEdges[size - 1] = edges[p];
          }
        } else {
          newNeighbours[size] = to;
          newEdges[size++] = edges[p];
        }
      }
      newOffsets[v + 1] = size;
    }
    return new Adjacency(
        newOffsets, Arrays.copyOf(newNeighbours, size), Arrays.copyOf(newEdges, size));
  }

  /** Number of nodes. */
  public int nodeCount() {
    return offsets.length - 1;
  }

  /** Number of entries in all rows: twice the number of edges, loops once. */
  public int entryCount() {
    return neighbours.length;
  }

  /** First position of the node's row; {@code offset(nodeCount())} is the end of the last. */
  public int offset(int node) {
    return offsets[node];
  }

  /** Number of entries in the node's row. */
  public int degree(int node) {
    return offsets[node + 1] - offsets[node];
  }

  /** Neighbour at that position. */
  public int neighbour(int position) {
    return neighbours[position];
  }

  /** Edge that leads to the neighbour at that position. */
  public int edge(int position) {
    return edges[position];
  }
}
