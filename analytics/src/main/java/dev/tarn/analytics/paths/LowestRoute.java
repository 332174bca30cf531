package dev.tarn.analytics.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Paths whose sorted heights are least: the highest point first, then the second highest, and so
 * on. The best one is the path in the minimum spanning tree (Kruskal), exactly; the first cost of
 * an arc is its height.
 *
 * <p>For the deviations from a path its vertices are taken out of the network and put back one by
 * one from the end; the spanning forest of what is left is kept up to date. The best deviation at a
 * vertex that is still out takes one of its arcs and then the tree. So all deviations from a path
 * together cost one spanning tree and, for each arc that is put back, a walk through the tree.
 *
 * <p>Starts are never in the forest: a path does not pass through a second one.
 */
final class LowestRoute implements SpurSearch {
  private static final int NONE = -1;

  private final RouteGraph graph;

  /** One arc of each link, lowest first. */
  private final int[] byHeight;

  private final int[] rank;
  private final boolean[] present;

  /** Arc to the vertex above in the forest, {@link #NONE} at a root; the sink is a root. */
  private final int[] up;

  private final int[] mark;
  private int stamp;

  LowestRoute(RouteGraph graph) {
    this.graph = graph;
    byHeight =
        IntStream.range(0, graph.heads.length)
            .filter(arc -> arc < graph.twins[arc])
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(this::height)
                    .thenComparingInt(arc -> graph.edges[arc])
                    .thenComparingInt(arc -> arc))
            .mapToInt(Integer::intValue)
            .toArray();
    rank = new int[graph.heads.length];
    for (int k = 0; k < byHeight.length; k++) {
      rank[byHeight[k]] = k;
      rank[graph.twins[byHeight[k]]] = k;
    }
    int n = graph.vertexCount();
    present = new boolean[n];
    up = new int[n];
    mark = new int[n];
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
  public Optional<int[]> best() {
    removeStarts();
    growForest();
    return wayFrom(graph.source, Set.of());
  }

  @Override
  public List<Optional<int[]>> deviations(int[] path, int first, List<Set<Integer>> taken) {
    removeStarts();
    for (int k = 0; k < first + taken.size(); k++) {
      present[graph.tails[path[k]]] = false;
    }
    growForest();
    List<Optional<int[]>> spurs = new ArrayList<>();
    for (int k = taken.size() - 1; k >= 0; k--) {
      int vertex = graph.tails[path[first + k]];
      spurs.add(wayFrom(vertex, taken.get(k)));
      if (vertex != graph.source && !graph.isStart[vertex]) {
        putBack(vertex);
      }
    }
    Collections.reverse(spurs);
    return spurs;
  }

  private void removeStarts() {
    Arrays.fill(present, true);
    present[graph.source] = false;
    for (int v = 0; v < graph.source; v++) {
      present[v] = !graph.isStart[v];
    }
  }

  /** The minimum spanning forest of the vertices that are present, the sink at a root. */
  private void growForest() {
    int n = graph.vertexCount();
    int[] root = IntStream.range(0, n).toArray();
    int[] treeFirst = new int[n];
    int[] treeNext = new int[graph.heads.length];
    Arrays.fill(treeFirst, NONE);
    for (int arc : byHeight) {
      int a = graph.tails[arc];
      int b = graph.heads[arc];
      if (!isOpen(arc) || !present[a] || !present[b]) {
        continue;
      }
      int rootA = find(root, a);
      int rootB = find(root, b);
      if (rootA != rootB) {
        root[rootA] = rootB;
        for (int way : new int[] {arc, graph.twins[arc]}) {
          treeNext[way] = treeFirst[graph.tails[way]];
          treeFirst[graph.tails[way]] = way;
        }
      }
    }
    boolean[] reached = new boolean[n];
    hangFrom(graph.sink, treeFirst, treeNext, reached);
    for (int v = 0; v < n; v++) {
      if (!reached[v]) {
        hangFrom(v, treeFirst, treeNext, reached);
      }
    }
  }

  private boolean isOpen(int arc) {
    return height(arc) < Double.POSITIVE_INFINITY;
  }

  private static int find(int[] root, int vertex) {
    int at = vertex;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private void hangFrom(int top, int[] treeFirst, int[] treeNext, boolean[] reached) {
    Deque<Integer> open = new ArrayDeque<>();
    up[top] = NONE;
    reached[top] = true;
    open.push(top);
    while (!open.isEmpty()) {
      int v = open.pop();
      for (int arc = treeFirst[v]; arc != NONE; arc = treeNext[arc]) {
        int below = graph.heads[arc];
        if (!reached[below]) {
          reached[below] = true;
          up[below] = graph.twins[arc];
          open.push(below);
        }
      }
    }
  }

  /** The best way to the sink from a vertex that is not in the forest. */
  private Optional<int[]> wayFrom(int vertex, Set<Integer> taken) {
    int[] best = null;
    for (int arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1]; arc++) {
      if (taken.contains(arc) || graph.first[arc] == Double.POSITIVE_INFINITY) {
        continue;
      }
      int next = graph.heads[arc];
      Optional<int[]> way = Optional.empty();
      if (vertex == graph.source) {
        int first = arc;
        way = wayFrom(next, Set.of()).map(rest -> joined(first, rest));
      } else if (present[next] && top(next) == graph.sink) {
        way = Optional.of(joined(arc, inTree(next)));
      }
      if (way.isPresent() && (best == null || order().compare(way.get(), best) < 0)) {
        best = way.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private static int[] joined(int arc, int[] rest) {
    int[] whole = new int[rest.length + 1];
    whole[0] = arc;
    System.arraycopy(rest, 0, whole, 1, rest.length);
    return whole;
  }

  private int top(int vertex) {
    int at = vertex;
    while (up[at] != NONE) {
      at = graph.heads[up[at]];
    }
    return at;
  }

  private int[] inTree(int vertex) {
    int length = 0;
    for (int at = vertex; up[at] != NONE; at = graph.heads[up[at]]) {
      length++;
    }
    int[] arcs = new int[length];
    int k = 0;
    for (int at = vertex; up[at] != NONE; at = graph.heads[up[at]]) {
      arcs[k++] = up[at];
    }
    return arcs;
  }

  private void putBack(int vertex) {
    present[vertex] = true;
    up[vertex] = NONE;
    for (int arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1]; arc++) {
      if (isOpen(arc) && present[graph.heads[arc]]) {
        insert(arc);
      }
    }
  }

  /** Adds a link to the forest, or exchanges the highest link of the circle it closes. */
  private void insert(int arc) {
    int v = graph.tails[arc];
    int h = graph.heads[arc];
    stamp++;
    for (int at = v; ; at = graph.heads[up[at]]) {
      mark[at] = stamp;
      if (up[at] == NONE) {
        break;
      }
    }
    int meeting = h;
    while (mark[meeting] != stamp && up[meeting] != NONE) {
      meeting = graph.heads[up[meeting]];
    }
    if (mark[meeting] != stamp) {
      // Two trees: the one that does not hold the sink is turned and hung under the other.
      if (top(v) == graph.sink) {
        turn(h, NONE);
        up[h] = graph.twins[arc];
      } else {
        turn(v, NONE);
        up[v] = arc;
      }
      return;
    }
    int highestOnV = highest(v, meeting);
    int highestOnH = highest(h, meeting);
    int rankV = highestOnV == NONE ? NONE : rank[up[highestOnV]];
    int rankH = highestOnH == NONE ? NONE : rank[up[highestOnH]];
    if (rank[arc] > Math.max(rankV, rankH)) {
      return;
    }
    if (rankV > rankH) {
      turn(v, highestOnV);
      up[v] = arc;
    } else {
      turn(h, highestOnH);
      up[h] = graph.twins[arc];
    }
  }

  /** The vertex below the highest link on the way up to another; NONE if they are the same. */
  private int highest(int from, int to) {
    int highest = NONE;
    for (int at = from; at != to; at = graph.heads[up[at]]) {
      if (highest == NONE || rank[up[at]] > rank[up[highest]]) {
        highest = at;
      }
    }
    return highest;
  }

  /** Makes a vertex the root of its tree below {@code last}, or of all of it, turning links. */
  private void turn(int vertex, int last) {
    int at = vertex;
    int below = NONE;
    while (true) {
      int above = up[at];
      up[at] = below;
      if (above == NONE || at == last) {
        return;
      }
      below = graph.twins[above];
      at = graph.heads[above];
    }
  }

  @Override
  public Comparator<int[]> order() {
    return this::compare;
  }

  /** Arcs that both share do not matter: what they have in common at either end is left out. */
  private int compare(int[] a, int[] b) {
    int from = 0;
    int endA = a.length;
    int endB = b.length;
    while (from < endA && from < endB && a[from] == b[from]) {
      from++;
    }
    while (endA > from && endB > from && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    double[] heightsA = ascending(a, from, endA);
    double[] heightsB = ascending(b, from, endB);
    for (int k = 1; k <= Math.min(heightsA.length, heightsB.length); k++) {
      int order = Double.compare(heightsA[heightsA.length - k], heightsB[heightsB.length - k]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(heightsA.length, heightsB.length);
  }

  private double[] ascending(int[] arcs, int from, int to) {
    double[] heights = new double[to - from];
    for (int k = from; k < to; k++) {
      heights[k - from] = height(arcs[k]);
    }
    Arrays.sort(heights);
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
