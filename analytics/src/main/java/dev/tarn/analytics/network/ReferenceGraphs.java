package dev.tarn.analytics.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Graphs that a network is compared with. */
final class ReferenceGraphs {
  /** Attempted swaps for each edge; ten mix degree-preserving rewiring well (Milo et al. 2003). */
  private static final int SWAPS_PER_EDGE = 10;

  private ReferenceGraphs() {}

  /** G(n, m): every graph of as many nodes and edges is equally likely (Erdos and Renyi). */
  static SimpleGraph random(int nodes, int edges, SplittableRandom random) {
    long pairs = (long) nodes * (nodes - 1) / 2;
    if (edges > pairs) {
      throw new IllegalArgumentException(
          "expected at most " + pairs + " edges between " + nodes + " nodes, found " + edges);
    }
    int[] ends = new int[edges];
    int[] otherEnds = new int[edges];
    LongSet taken = new LongSet(edges);
    int count = 0;
    // Floyd's sampling: each subset of the pairs is equally likely, in m draws.
    for (long last = pairs - edges; last < pairs; last++) {
      long pair = random.nextLong(last + 1);
      if (!taken.add(pair)) {
        pair = last;
        taken.add(pair);
      }
      // Pair k stands in row b of the lower triangle: b (b - 1) / 2 <= k < b (b + 1) / 2.
      int b = (int) ((1 + Math.sqrt(1 + 8.0 * pair)) / 2);
      while ((long) b * (b - 1) / 2 > pair) {
        b--;
      }
      while ((long) b * (b + 1) / 2 <= pair) {
        b++;
      }
      ends[count] = (int) (pair - (long) b * (b - 1) / 2);
      otherEnds[count++] = b;
    }
    return SimpleGraph.ofEdges(nodes, ends, otherEnds);
  }

  /** The graph with its edges swapped at random, every degree kept (Maslov and Sneppen 2002). */
  static SimpleGraph rewired(SimpleGraph graph, SplittableRandom random) {
    int n = graph.nodeCount();
    int m = graph.edgeCount();
    int[] ends = new int[m];
    int[] otherEnds = new int[m];
    EdgeSet taken = new EdgeSet(n, m);
    int count = 0;
    for (int v = 0; v < n; v++) {
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        if (v < graph.neighbours()[p]) {
          ends[count] = v;
          otherEnds[count++] = graph.neighbours()[p];
          taken.add(v, graph.neighbours()[p]);
        }
      }
    }
    for (long k = 0; k < (long) SWAPS_PER_EDGE * m; k++) {
      int e = random.nextInt(m);
      int f = random.nextInt(m);
      int a = ends[e];
      int b = otherEnds[e];
      boolean flip = random.nextBoolean();
      int c = flip ? otherEnds[f] : ends[f];
      int d = flip ? ends[f] : otherEnds[f];
      // a-b and c-d become a-d and c-b.
      if (a == c || a == d || b == c || b == d) {
        continue;
      }
      if (taken.contains(a, d) || taken.contains(c, b)) {
        continue;
      }
      taken.remove(a, b);
      taken.remove(c, d);
      taken.add(a, d);
      taken.add(c, b);
      otherEnds[e] = d;
      ends[f] = c;
      otherEnds[f] = b;
    }
    return SimpleGraph.ofEdges(n, ends, otherEnds);
  }

  /**
   * A ring lattice with (nearly) the same degrees: nodes stand on a ring by descending degree and
   * each is joined with the nearest ones that still lack neighbours. For equal degrees k it is the
   * regular ring lattice, with clustering 3 (k - 2) / (4 (k - 1)).
   */
  static SimpleGraph lattice(SimpleGraph graph) {
    int n = graph.nodeCount();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(v -> -graph.degree(v)).thenComparingInt(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] lacking = Arrays.stream(order).map(graph::degree).toArray();
    long stubs = Arrays.stream(lacking).asLongStream().sum();
    int[] ends = new int[graph.edgeCount()];
    int[] otherEnds = new int[graph.edgeCount()];
    int count = 0;
    int farthest = Math.min(n / 2, 2 * lacking[0] + 2);
    for (int distance = 1; distance <= farthest && stubs > 1; distance++) {
      // At half the ring both directions meet the same pair.
      int until = 2 * distance == n ? n / 2 : n;
      for (int i = 0; i < until; i++) {
        int j = (i + distance) % n;
        if (lacking[i] > 0 && lacking[j] > 0) {
          lacking[i]--;
          lacking[j]--;
          stubs -= 2;
          ends[count] = i;
          otherEnds[count++] = j;
        }
      }
    }
    return SimpleGraph.ofEdges(n, Arrays.copyOf(ends, count), Arrays.copyOf(otherEnds, count));
  }

  /** The largest component, the first of equally large ones. */
  static SimpleGraph largestComponent(SimpleGraph graph) {
    int n = graph.nodeCount();
    int[] label = new int[n];
    int[] queue = new int[n];
    int labels = 0;
    int best = 0;
    int bestSize = 0;
    for (int start = 0; start < n; start++) {
      if (label[start] != 0) {
        continue;
      }
      label[start] = ++labels;
      int tail = 0;
      queue[tail++] = start;
      for (int head = 0; head < tail; head++) {
        for (int p = graph.offsets()[queue[head]]; p < graph.offsets()[queue[head] + 1]; p++) {
          int to = graph.neighbours()[p];
          if (label[to] == 0) {
            label[to] = labels;
            queue[tail++] = to;
          }
        }
      }
      if (tail > bestSize) {
        bestSize = tail;
        best = labels;
      }
    }
    return bestSize == n ? graph : restricted(graph, label, best, bestSize);
  }

  private static SimpleGraph restricted(SimpleGraph graph, int[] label, int wanted, int size) {
    int[] newIndex = new int[label.length];
    int[] offsets = new int[size + 1];
    int count = 0;
    for (int v = 0; v < label.length; v++) {
      if (label[v] == wanted) {
        newIndex[v] = count;
        offsets[count + 1] = offsets[count] + graph.degree(v);
        count++;
      }
    }
    int[] neighbours = new int[offsets[size]];
    int fill = 0;
    for (int v = 0; v < label.length; v++) {
      if (label[v] == wanted) {
        for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
          neighbours[fill++] = newIndex[graph.neighbours()[p]];
        }
      }
    }
    return new SimpleGraph(offsets, neighbours);
  }
}
