package dev.tarn.analytics.paths;

import java.util.Arrays;

/**
 * A graph with a cost for each direction of each link, and two vertices more than the network has
 * nodes: a source that leads into the set of starts and a sink that the set of targets leads into.
 *
 * <p>Costs are pairs, compared one after the other; firsts add up along a path, seconds add up or
 * the larger one counts. A path never enters a start except from the source, nor leaves a target
 * except to the sink.
 *
 * <p>Arcs out of vertex v are at {@code offsets[v] … offsets[v + 1] - 1}; {@code twins} is the same
 * link the other way.
 */
final class RouteGraph {
  final int source;
  final int sink;
  final int[] offsets;
  final int[] tails;
  final int[] heads;
  final int[] twins;

  /** Edge of the network; -1 for arcs of source and sink. */
  final int[] edges;

  final double[] first;
  final double[] second;
  final boolean secondsAdd;
  final boolean[] isStart;
  final boolean[] isTarget;

  private RouteGraph(Builder b) {
    int n = b.nodes;
    source = n;
    sink = n + 1;
    isStart = b.isStart;
    isTarget = b.isTarget;
    secondsAdd = b.secondsAdd;
    int count = b.count;
    offsets = new int[n + 3];
    for (int k = 0; k < count; k++) {
      offsets[b.a[k] + 1]++;
      offsets[b.b[k] + 1]++;
    }
    for (int v = 0; v < n + 2; v++) {
      offsets[v + 1] += offsets[v];
    }
    int[] fill = Arrays.copyOf(offsets, n + 2);
    tails = new int[2 * count];
    heads = new int[2 * count];
    twins = new int[2 * count];
    edges = new int[2 * count];
    first = new double[2 * count];
    second = new double[2 * count];
    for (int k = 0; k < count; k++) {
      int forward = fill[b.a[k]]++;
      int backward = fill[b.b[k]]++;
      set(forward, backward, b.a[k], b.b[k], b.edge[k], b.there[k], b.second[k]);
      set(backward, forward, b.b[k], b.a[k], b.edge[k], b.back[k], b.second[k]);
    }
  }

  private void set(
      int arc, int twin, int tail, int head, int edge, double firstCost, double secondCost) {
    boolean closed =
        (head == source)
            || (tail == sink)
            || (head < source && isStart[head] && tail != source)
            || (tail < source && isTarget[tail] && head != sink);
    tails[arc] = tail;
    heads[arc] = head;
    twins[arc] = twin;
    edges[arc] = edge;
    first[arc] = closed ? Double.POSITIVE_INFINITY : firstCost;
    second[arc] = secondCost;
  }

  int vertexCount() {
    return sink + 1;
  }

  double addSecond(double a, double b) {
    return secondsAdd ? a + b : Math.max(a, b);
  }

  /** Second cost of no step at all. */
  double noSecond() {
    return secondsAdd ? 0 : Double.NEGATIVE_INFINITY;
  }

  /** Collects links. */
  static final class Builder {
    private final int nodes;
    private final boolean secondsAdd;
    private final boolean[] isStart;
    private final boolean[] isTarget;
    private int[] a = new int[64];
    private int[] b = new int[64];
    private int[] edge = new int[64];
    private double[] there = new double[64];
    private double[] back = new double[64];
    private double[] second = new double[64];
    private int count;

    Builder(int nodes, int[] starts, int[] targets, boolean secondsAdd) {
      this.nodes = nodes;
      this.secondsAdd = secondsAdd;
      isStart = new boolean[nodes];
      isTarget = new boolean[nodes];
      for (int v : starts) {
        isStart[v] = true;
      }
      for (int v : targets) {
        isTarget[v] = true;
      }
    }

    void link(int from, int to, int edgeNumber, double thereCost, double backCost, double second2) {
      if (count == a.length) {
        int size = 2 * count;
        a = Arrays.copyOf(a, size);
        b = Arrays.copyOf(b, size);
        edge = Arrays.copyOf(edge, size);
        there = Arrays.copyOf(there, size);
        back = Arrays.copyOf(back, size);
        second = Arrays.copyOf(second, size);
      }
      a[count] = from;
      b[count] = to;
      edge[count] = edgeNumber;
      there[count] = thereCost;
      back[count] = backCost;
      second[count++] = second2;
    }

    /** Adds source and sink, reached at these costs, and builds. */
    RouteGraph build(double freeFirst, double freeSecond) {
      for (int v = 0; v < nodes; v++) {
        if (isStart[v]) {
          link(nodes, v, -1, freeFirst, freeFirst, freeSecond);
        }
        if (isTarget[v]) {
          link(v, nodes + 1, -1, freeFirst, freeFirst, freeSecond);
        }
      }
      return new RouteGraph(this);
    }
  }
}
