package dev.tarn.analytics.network;

import java.util.Arrays;

/**
 * Girvan and Newman's method (Phys. Rev. E 69, 026113 (2004)): the edge of highest betweenness is
 * removed again and again, and of the divisions that arise the one of highest modularity is taken.
 *
 * <p>Of edges of equal betweenness (within rounding) the first one goes, so the result is
 * reproducible, which JGraphT's is not: its ties hang on hash codes. After a removal betweenness is
 * counted anew in the touched component only. O(n m^2) at worst.
 */
final class GirvanNewman {
  /** Betweenness equal within this fraction is a tie. */
  private static final double TIE = 1e-9;

  private final WeightedGraph weighted;
  private final int[] offsets;
  private final int[] neighbours;

  /** Position of the same edge in the other end's row. */
  private final int[] reverse;

  private final boolean[] removed;
  private final double[] betweenness;
  private final int[] order;
  private final int[] steps;
  private final double[] paths;
  private final double[] share;

  private GirvanNewman(WeightedGraph weighted) {
    this.weighted = weighted;
    SimpleGraph graph = weighted.graph();
    offsets = graph.offsets();
    neighbours = graph.neighbours();
    int n = graph.nodeCount();
    reverse = new int[neighbours.length];
    removed = new boolean[neighbours.length];
    betweenness = new double[neighbours.length];
    order = new int[n];
    steps = new int[n];
    paths = new double[n];
    share = new double[n];
    for (int v = 0; v < n; v++) {
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        int to = neighbours[p];
        reverse[p] = Arrays.binarySearch(neighbours, offsets[to], offsets[to + 1], v);
      }
    }
  }

  /** The best division: community of each node, numbered from 0. */
  static int[] partition(WeightedGraph graph) {
    return new GirvanNewman(graph).best();
  }

  private int[] best() {
    int[] label = labels();
    int count = Arrays.stream(label).max().orElse(-1) + 1;
    int[] best = label;
    double highest = weighted.modularity(label);
    for (int v = 0; v < steps.length; v++) {
      countFrom(v);
    }
    for (int left = neighbours.length / 2; left > 0; left--) {
      int edge = highestEdge();
      removed[edge] = true;
      removed[reverse[edge]] = true;
      betweenness[edge] = 0;
      int a = neighbours[reverse[edge]];
      int b = neighbours[edge];
      label = labels();
      int now = Arrays.stream(label).max().orElse(-1) + 1;
      if (now > count) {
        count = now;
        double modularity = weighted.modularity(label);
        if (modularity > highest + 1e-12) {
          highest = modularity;
          best = label;
        }
      }
      recount(label, a, b);
    }
    return best;
  }

  /** The first edge of highest betweenness, seen from its lower end. */
  private int highestEdge() {
    int best = -1;
    for (int v = 0; v < steps.length; v++) {
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        if (v < neighbours[p]
            && !removed[p]
            && (best < 0 || betweenness[p] > betweenness[best] * (1 + TIE))) {
          best = p;
        }
      }
    }
    return best;
  }

  private void recount(int[] label, int a, int b) {
    for (int v = 0; v < label.length; v++) {
      if (label[v] == label[a] || label[v] == label[b]) {
        Arrays.fill(betweenness, offsets[v], offsets[v + 1], 0);
      }
    }
    for (int v = 0; v < label.length; v++) {
      if (label[v] == label[a] || label[v] == label[b]) {
        countFrom(v);
      }
    }
  }

  /** Adds the shares of the shortest paths from a source, to each edge at its lower end. */
  private void countFrom(int source) {
    int tail = reach(source);
    for (int k = tail - 1; k > 0; k--) {
      int w = order[k];
      double each = (1 + share[w]) / paths[w];
      for (int p = offsets[w]; p < offsets[w + 1]; p++) {
        int v = neighbours[p];
        if (!removed[p] && steps[v] == steps[w] - 1) {
          double flow = paths[v] * each;
          share[v] += flow;
          betweenness[v < w ? reverse[p] : p] += flow;
        }
      }
    }
  }

  private int reach(int source) {
    Arrays.fill(steps, -1);
    int tail = 0;
    order[tail++] = source;
    steps[source] = 0;
    paths[source] = 1;
    share[source] = 0;
    for (int head = 0; head < tail; head++) {
      int v = order[head];
      for (int p = offsets[v]; p < offsets[v + 1]; p++) {
        int to = neighbours[p];
        if (removed[p]) {
          continue;
        }
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
    return tail;
  }

  /** Components of what is left, numbered from 0. */
  private int[] labels() {
    int[] label = new int[steps.length];
    Arrays.fill(label, -1);
    int count = 0;
    for (int v = 0; v < label.length; v++) {
      if (label[v] < 0) {
        int tail = reach(v);
        for (int k = 0; k < tail; k++) {
          label[order[k]] = count;
        }
        count++;
      }
    }
    return label;
  }
}
