package dev.tarn.analytics.paths;

import dev.tarn.analytics.graph.NetworkGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.Graphs;
import org.jgrapht.traverse.ClosestFirstIterator;

/**
 * A path of least weight between two sets of nodes.
 *
 * @param nodes nodes in order
 * @param edges edges of the graph in order, one fewer than nodes
 * @param cost its weight
 */
record BestPath(int[] nodes, int[] edges, double cost) {

  /**
   * What decides between paths of equal weight.
   *
   * @param ofEdge second cost of an edge
   * @param none second cost of no edge at all
   * @param together second cost of a path with one edge more
   */
  record SecondCost(IntToDoubleFunction ofEdge, double none, DoubleBinaryOperator together) {}

  /**
   * The path of least weight; of equal ones the one of least second cost, then the one whose nodes
   * have the lower numbers, seen from the end. It visits no second node of either set.
   *
   * <p>JGraphT's search (Dijkstra 1959) takes any of the paths of equal weight. So it is asked for
   * the distances only, and the second cost is settled along the edges that lose nothing.
   */
  static Optional<BestPath> cheapest(NetworkGraph graph, int[] from, int[] to, SecondCost second) {
    boolean[] isTarget = new boolean[graph.network().nodeCount()];
    Arrays.stream(to).forEach(v -> isTarget[v] = true);
    double[] distance = new double[isTarget.length];
    Arrays.fill(distance, Double.NaN);
    List<Integer> visited = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    var search =
        new ClosestFirstIterator<>(graph, Arrays.stream(from).mapToObj(graph::vertex).toList());
    while (search.hasNext()) {
      Integer v = search.next();
      double here = search.getShortestPathLength(v);
      if (!targets.isEmpty() && here > distance[targets.get(0)]) {
        break;
      }
      distance[v] = here;
      visited.add(v);
      if (isTarget[v]) {
        targets.add(v);
      }
    }
    Ties ties = new Ties(graph, isTarget, distance, second);
    Arrays.stream(from).forEach(v -> ties.cost[v] = second.none);
    ties.settle(visited, targets);
    return targets.stream()
        .filter(v -> ties.arrival[v] >= 0)
        .min(Comparator.<Integer>comparingDouble(v -> ties.cost[v]).thenComparingInt(v -> v))
        .map(ties::pathTo);
  }

  /** Second costs of the nodes on paths of least weight, and the edges by which these arrive. */
  private static final class Ties {
    private final NetworkGraph graph;
    private final boolean[] isTarget;
    private final double[] distance;
    private final SecondCost second;
    private final double[] cost;
    private final int[] arrival;

    Ties(NetworkGraph graph, boolean[] isTarget, double[] distance, SecondCost second) {
      this.graph = graph;
      this.isTarget = isTarget;
      this.distance = distance;
      this.second = second;
      cost = new double[distance.length];
      Arrays.fill(cost, Double.POSITIVE_INFINITY);
      arrival = new int[distance.length];
      Arrays.fill(arrival, -1);
    }

    /** Node before the edge if the edge loses nothing on the way to the node; -1 if it does. */
    private int before(int edge, Integer node) {
      int u = Graphs.getOppositeVertex(graph, edge, node);
      return !isTarget[u] && distance[u] + graph.getEdgeWeight(edge) == distance[node] ? u : -1;
    }

    private void settle(List<Integer> visited, List<Integer> targets) {
      boolean[] leadsToTarget = new boolean[distance.length];
      List<Integer> open = new ArrayList<>(targets);
      for (int k = 0; k < open.size(); k++) {
        Integer v = open.get(k);
        for (int edge : cost[v] == second.none ? List.<Integer>of() : graph.incomingEdgesOf(v)) {
          int u = before(edge, v);
          if (u >= 0 && !leadsToTarget[u]) {
            leadsToTarget[u] = true;
            open.add(graph.vertex(u));
          }
        }
      }
      for (Integer v : visited) {
        if ((leadsToTarget[v] || isTarget[v]) && cost[v] == Double.POSITIVE_INFINITY) {
          arrive(v);
        }
      }
    }

    private void arrive(Integer v) {
      int tail = distance.length;
      for (int edge : graph.incomingEdgesOf(v)) {
        int u = before(edge, v);
        double sum =
            u < 0
                ? Double.POSITIVE_INFINITY
                : second.together.applyAsDouble(cost[u], second.ofEdge.applyAsDouble(edge));
        if (sum < cost[v] || (sum == cost[v] && u >= 0 && u < tail)) {
          cost[v] = sum;
          arrival[v] = edge;
          tail = u;
        }
      }
    }

    private BestPath pathTo(Integer target) {
      List<Integer> nodes = new ArrayList<>(List.of(target));
      List<Integer> edges = new ArrayList<>();
      for (Integer v = target; arrival[v] >= 0; nodes.add(v)) {
        edges.add(arrival[v]);
        v = Graphs.getOppositeVertex(graph, arrival[v], v);
      }
      Collections.reverse(nodes);
      Collections.reverse(edges);
      return new BestPath(
          nodes.stream().mapToInt(v -> v).toArray(),
          edges.stream().mapToInt(e -> e).toArray(),
          distance[target]);
    }
  }
}
