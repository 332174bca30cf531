package dev.tarn.analytics.paths;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.analytics.graph.NodeSets;
import dev.tarn.analytics.kinetics.RateMatrix;
import dev.tarn.analytics.paths.BestPath.SecondCost;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Best paths between two sets of minima of a network, one or the k best of each kind.
 *
 * <p>A path starts in one minimum of the first set and ends in one of the second; it visits each
 * minimum at most once and no other minimum of either set. Degenerate rearrangements are never part
 * of a path. Of parallel transition states the lowest stands in the path, in the fastest path the
 * one that carries most of the flux.
 *
 * <p>A single path of fewest steps and a single fastest one come from JGraphT; the k best, and the
 * lowest ones, from searches of our own. Cost: O(m log m) for a best path; about k times its length
 * as much, and usually far less, for the k best.
 */
public final class PathSearch {
  private final Network network;
  private final int[] from;
  private final int[] to;

  private PathSearch(Network network, long[] from, long[] to) {
    this.network = network;
    NodeSets sets = NodeSets.of(network, from, to);
    this.from = sets.from();
    this.to = sets.to();
  }

  /**
   * Prepares the search between two sets of minima.
   *
   * @param from ids of the minima of one set
   * @param to ids of the minima of the other
   * @throws IllegalArgumentException if a set is empty, has a minimum that does not exist or shares
   *     one with the other set
   */
  public static PathSearch between(Network network, long[] from, long[] to) {
    return new PathSearch(network, from, to);
  }

  /**
   * Paths of fewest steps.
   *
   * @param count how many, at least 1
   * @return best first; fewer than {@code count} if there are no more
   * @throws IllegalArgumentException if no path joins the sets
   */
  public List<Pathway> fewestSteps(int count) {
    requireSome(count);
    if (count == 1) {
      SecondCost highest = new SecondCost(this::height, Double.NEGATIVE_INFINITY, Math::max);
      return List.of(
          pathway(
              PathKind.FEWEST_STEPS,
              BestPath.cheapest(NetworkGraph.of(network), from, to, highest),
              edge -> edge));
    }
    RouteGraph.Builder links = new RouteGraph.Builder(network.nodeCount(), from, to, false);
    forEachLink((a, b, edge) -> links.link(a, b, edge, 1, 1, height(edge)));
    RouteGraph graph = links.build(0, Double.NEGATIVE_INFINITY);
    return pathways(PathKind.FEWEST_STEPS, new CheapestRoute(graph), count);
  }

  /**
   * Paths of lowest highest point; equally high ones are ordered by their second highest transition
   * states, and so on.
   *
   * @param count how many, at least 1
   * @return best first; fewer than {@code count} if there are no more
   * @throws IllegalArgumentException if no path joins the sets
   */
  public List<Pathway> lowestBarrier(int count) {
    requireSome(count);
    RouteGraph.Builder links = new RouteGraph.Builder(network.nodeCount(), from, to, false);
    forEachLink((a, b, edge) -> links.link(a, b, edge, height(edge), height(edge), 0));
    RouteGraph graph = links.build(Double.NEGATIVE_INFINITY, 0);
    return pathways(PathKind.LOWEST_BARRIER, new LowestRoute(graph), count);
  }

  /**
   * Paths of largest probability: the product over the steps of the branching probabilities P_ij,
   * the share of rate constant i to j in all rate constants out of i. The cost is -ln of it. What a
   * path's start is occupied with does not enter.
   *
   * @param count how many, at least 1
   * @return best first; fewer than {@code count} if there are no more
   * @throws IllegalArgumentException if no path joins the sets, or the temperature is not above
   *     zero
   */
  public List<Pathway> fastest(double temperature, int count) {
    requireSome(count);
    RateMatrix rates = RateMatrix.of(network, temperature);
    NetworkGraph branching = rates.branchingGraph();
    if (count == 1) {
      return List.of(
          pathway(
              PathKind.FASTEST,
              BestPath.cheapest(branching, from, to, new SecondCost(arc -> 1, 0, Double::sum)),
              rates::dominantTransitionState));
    }
    RouteGraph.Builder links = new RouteGraph.Builder(network.nodeCount(), from, to, true);
    int[] lowerNeighbours = new int[network.nodeCount()];
    for (int arc : branching.edgeSet()) {
      int v = branching.getEdgeSource(arc);
      int u = branching.getEdgeTarget(arc);
      if (v < u) {
        // Rows ascend, so the lower neighbours of u come in this order.
        int back = rates.offset(u) + lowerNeighbours[u]++;
        links.link(
            v,
            u,
            rates.dominantTransitionState(arc),
            branching.getEdgeWeight(arc),
            branching.getEdgeWeight(back),
            1);
      }
    }
    return pathways(PathKind.FASTEST, new CheapestRoute(links.build(0, 0)), count);
  }

  private interface Link {
    void accept(int a, int b, int edge);
  }

  private void forEachLink(Link action) {
    Adjacency rows = network.simpleAdjacency();
    for (int v = 0; v < network.nodeCount(); v++) {
      for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
        if (rows.neighbour(p) > v) {
          action.accept(v, rows.neighbour(p), rows.edge(p));
        }
      }
    }
  }

  /** Highest point of the step: in sloppy data a minimum may lie above its transition state. */
  private double height(int edge) {
    return Math.max(network.transitionStateEnergy(edge), network.energy(network.higherEnd(edge)));
  }

  private static void requireSome(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("expected at least 1 path, found " + count);
    }
  }

  private IllegalArgumentException notConnected() {
    return new IllegalArgumentException(
        "the sets are not connected: no path leads from minimum "
            + network.minimumId(from[0])
            + " to minimum "
            + network.minimumId(to[0]));
  }

  private Pathway pathway(PathKind kind, Optional<BestPath> path, IntUnaryOperator edge) {
    BestPath best = path.orElseThrow(this::notConnected);
    int[] edges = Arrays.stream(best.edges()).map(edge).toArray();
    return Pathway.of(network, kind, 1, best.nodes(), edges, best.cost());
  }

  private List<Pathway> pathways(PathKind kind, SpurSearch search, int count) {
    List<int[]> routes = YenPaths.best(search, count);
    if (routes.isEmpty()) {
      throw notConnected();
    }
    RouteGraph graph = search.graph();
    List<Pathway> result = new ArrayList<>();
    for (int[] arcs : routes) {
      int[] nodes = new int[arcs.length - 1];
      int[] edges = new int[arcs.length - 2];
      for (int k = 0; k < nodes.length; k++) {
        nodes[k] = graph.heads[arcs[k]];
      }
      for (int k = 0; k < edges.length; k++) {
        edges[k] = graph.edges[arcs[k + 1]];
      }
      result.add(Pathway.of(network, kind, result.size() + 1, nodes, edges, search.cost(arcs)));
    }
    return result;
  }
}
