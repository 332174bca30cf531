package dev.tarn.analytics.paths;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Paths whose sorted heights are least: the highest point first, then the second highest, and so
 * on. The best one is the path in the minimum spanning tree (Kruskal), exactly.
 *
 * <p>The first cost of an arc is its height. Links enter by ascending height until start and sink
 * are joined; the path is then read off from the tree.
 */
final class LowestRoute implements SpurSearch {
  private final RouteGraph graph;

  /** One arc of each link, lowest first. */
  private final int[] byHeight;

  private final int[] root;
  private final int[] treeFirst;
  private final int[] treeNext;
  private final int[] arrival;

  LowestRoute(RouteGraph graph) {
    this.graph = graph;
    byHeight =
        IntStream.range(0, graph.heads.length)
            .filter(arc -> arc < graph.twins[arc])
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(this::height)
                    .thenComparingInt(arc -> graph.edges[arc]))
            .mapToInt(Integer::intValue)
            .toArray();
    int n = graph.vertexCount();
    root = new int[n];
    treeFirst = new int[n];
    treeNext = new int[graph.heads.length];
    arrival = new int[n];
  }

  /** Height of the link; one of its directions may be closed. */
  private double height(int arc) {
    return Math.min(graph.first[arc], graph.first[graph.twins[arc]]);
  }

  @Override
  public RouteGraph graph() {
    return graph;
  }

  @Override
  public int @Nullable [] best(int start, boolean[] forbiddenVertex, boolean[] forbiddenArc) {
    boolean[] closed = forbiddenVertex.clone();
    closeStarts(start, forbiddenArc, closed);
    Arrays.setAll(root, v -> v);
    Arrays.fill(treeFirst, -1);
    for (int arc : byHeight) {
      int a = graph.tails[arc];
      int b = graph.heads[arc];
      if (closed[a]
          || closed[b]
          || (a == start && forbiddenArc[arc])
          || (b == start && forbiddenArc[graph.twins[arc]])
          || height(arc) == Double.POSITIVE_INFINITY) {
        continue;
      }
      int rootA = find(a);
      int rootB = find(b);
      if (rootA != rootB) {
        root[rootA] = rootB;
        hang(a, arc);
        hang(b, graph.twins[arc]);
        if (find(start) == find(graph.sink)) {
          return pathInTree(start);
        }
      }
    }
    return null;
  }

  /** A path begins in one start; it does not pass through another. */
  private void closeStarts(int start, boolean[] forbiddenArc, boolean[] closed) {
    for (int arc = graph.offsets[graph.source]; arc < graph.offsets[graph.source + 1]; arc++) {
      int v = graph.heads[arc];
      if (v != start && (start != graph.source || forbiddenArc[arc])) {
        closed[v] = true;
      }
    }
  }

  private void hang(int vertex, int arc) {
    treeNext[arc] = treeFirst[vertex];
    treeFirst[vertex] = arc;
  }

  private int find(int vertex) {
    int at = vertex;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private int[] pathInTree(int start) {
    int[] stack = new int[graph.vertexCount()];
    int depth = 0;
    stack[depth++] = start;
    arrival[start] = -1;
    while (depth > 0) {
      int v = stack[--depth];
      if (v == graph.sink) {
        break;
      }
      for (int arc = treeFirst[v]; arc >= 0; arc = treeNext[arc]) {
        if (arrival[v] < 0 || arc != graph.twins[arrival[v]]) {
          arrival[graph.heads[arc]] = arc;
          stack[depth++] = graph.heads[arc];
        }
      }
    }
    int length = 0;
    for (int v = graph.sink; v != start; v = graph.tails[arrival[v]]) {
      length++;
    }
    int[] arcs = new int[length];
    for (int v = graph.sink; v != start; v = graph.tails[arrival[v]]) {
      arcs[--length] = arrival[v];
    }
    return arcs;
  }

  @Override
  public Comparator<int[]> order() {
    return (a, b) -> Arrays.compare(descending(a), descending(b));
  }

  /** Heights from the highest on, negated so that arrays compare as paths do. */
  private double[] descending(int[] arcs) {
    double[] heights = new double[arcs.length];
    for (int k = 0; k < arcs.length; k++) {
      heights[k] = -height(arcs[k]);
    }
    Arrays.sort(heights);
    for (int k = 0; k < arcs.length; k++) {
      heights[k] = -heights[k];
    }
    return heights;
  }

  @Override
  public double cost(int[] arcs) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int arc : arcs) {
      highest = Math.max(highest, height(arc));
    }
    return highest;
  }
}
