package dev.tarn.analytics.connectivity;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The minima and the pairs of neighbours without which a connected component falls apart (Hopcroft
 * and Tarjan 1973, <a href="https://doi.org/10.1145/362248.362272">doi:10.1145/362248.362272</a>).
 * Cost: O(m log m), for the simple graph; without recursion, so that chains of any length do.
 *
 * @param cutPoints minima, by ascending id
 * @param bridges pairs of neighbours, by ascending id of their lowest transition state
 */
public record CutPoints(List<CutPoint> cutPoints, List<Bridge> bridges) {

  /**
   * A minimum without which its component falls apart; also called articulation point.
   *
   * @param minimum its id
   * @param parts number of connected parts that are left of its component, at least 2
   */
  public record CutPoint(long minimum, int parts) {}

  /**
   * A pair of neighbours that nothing but their own transition states joins.
   *
   * @param higherMinimum id of the higher minimum
   * @param lowerMinimum id of the lower one
   * @param transitionState id of the lowest transition state between them
   * @param transitionStates number of transition states between them; if it is 1, that one alone
   *     holds the component together
   * @param smallerSide number of minima in the smaller of the two parts that are left
   */
  public record Bridge(
      long higherMinimum,
      long lowerMinimum,
      long transitionState,
      int transitionStates,
      int smallerSide) {}

  public CutPoints {
    cutPoints = List.copyOf(cutPoints);
    bridges = List.copyOf(bridges);
  }

  /** Of all components of the network; none in an empty one. */
  public static CutPoints of(Network network) {
    return new Search(network).result();
  }

  /** A depth-first search. */
  private static final class Search {
    private final Network network;
    private final Adjacency rows;

    /** Nodes in the order of the search, each after the node it was reached from. */
    private final int[] order;

    private final int[] number;
    private final int[] lowest;
    private final int[] parent;
    private final int[] arrival;

    Search(Network network) {
      this.network = network;
      rows = network.simpleAdjacency();
      int n = network.nodeCount();
      order = new int[n];
      number = new int[n];
      lowest = new int[n];
      parent = new int[n];
      arrival = new int[n];
      Arrays.fill(number, -1);
      int[] next = new int[n];
      int count = 0;
      for (int root = 0; root < n; root++) {
        if (number[root] < 0) {
          parent[root] = -1;
          count = visit(root, next, count);
        }
      }
    }

    private int visit(int root, int[] next, int visited) {
      int count = enter(root, next, visited);
      for (int v = root; v >= 0; ) {
        if (next[v] == rows.offset(v + 1)) {
          v = parent[v];
          continue;
        }
        int p = next[v]++;
        int to = rows.neighbour(p);
        if (number[to] < 0) {
          parent[to] = v;
          arrival[to] = rows.edge(p);
          count = enter(to, next, count);
          v = to;
        } else if (to != parent[v]) {
          lowest[v] = Math.min(lowest[v], number[to]);
        }
      }
      return count;
    }

    private int enter(int node, int[] next, int count) {
      order[count] = node;
      number[node] = count;
      lowest[node] = count;
      next[node] = rows.offset(node);
      return count + 1;
    }

    CutPoints result() {
      int n = order.length;
      int[] size = new int[n];
      Arrays.fill(size, 1);
      int[] cutOff = new int[n];
      for (int k = n - 1; k >= 0; k--) {
        int v = order[k];
        int above = parent[v];
        if (above >= 0) {
          size[above] += size[v];
          lowest[above] = Math.min(lowest[above], lowest[v]);
          cutOff[above] += lowest[v] >= number[above] ? 1 : 0;
        }
      }
      List<CutPoint> cutPoints = new ArrayList<>();
      for (int v = 0; v < n; v++) {
        // What lies above a node that is no root stays in one part.
        int parts = cutOff[v] + (parent[v] >= 0 ? 1 : 0);
        if (parts > 1) {
          cutPoints.add(new CutPoint(network.minimumId(v), parts));
        }
      }
      return new CutPoints(cutPoints, bridges(size));
    }

    private List<Bridge> bridges(int[] size) {
      int[] edges = new int[order.length];
      int[] side = new int[network.edgeCount()];
      int count = 0;
      int component = 0;
      for (int v : order) {
        component = parent[v] < 0 ? size[v] : component;
        if (parent[v] >= 0 && lowest[v] > number[parent[v]]) {
          edges[count++] = arrival[v];
          side[arrival[v]] = Math.min(size[v], component - size[v]);
        }
      }
      return Arrays.stream(edges, 0, count)
          .sorted()
          .mapToObj(
              edge ->
                  new Bridge(
                      network.minimumId(network.higherEnd(edge)),
                      network.minimumId(network.lowerEnd(edge)),
                      network.transitionStateId(edge),
                      parallel(edge),
                      side[edge]))
          .toList();
    }

    private int parallel(int edge) {
      Adjacency all = network.adjacency();
      int v = network.lowerEnd(edge);
      int count = 0;
      for (int p = all.offset(v); p < all.offset(v + 1); p++) {
        count += all.neighbour(p) == network.higherEnd(edge) ? 1 : 0;
      }
      return count;
    }
  }
}
