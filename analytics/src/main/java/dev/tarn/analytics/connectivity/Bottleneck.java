package dev.tarn.analytics.connectivity;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.analytics.graph.NodeSets;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.AsSubgraph;

/**
 * The best worst step between two sets of minima: no path between them has a better one. It is
 * found on the path in a minimum spanning tree (Hu 1961, <a
 * href="https://doi.org/10.1287/opre.9.6.898">doi:10.1287/opre.9.6.898</a>), by JGraphT.
 *
 * <p>Where several transition states are equally high or weigh the same, the value is still exact,
 * but other paths may have it too; {@code PathSearch.lowestBarrier} is the one that ranks them.
 *
 * <p>Cost: O(m log m).
 *
 * @param value the height or the weight of the worst step
 * @param transitionState id of its transition state, on the path the first of that value
 * @param minima ids of the minima of a path over it, from a minimum of the first set to one of the
 *     second
 * @param transitionStates ids of the transition states of that path, one fewer than minima
 */
public record Bottleneck(
    double value, long transitionState, List<Long> minima, List<Long> transitionStates) {

  /**
   * The lowest highest point (minimax): the energy from which on both sets are in one superbasin. A
   * transition state that lies below one of its minima counts as high as that minimum.
   *
   * @param from ids of the minima of one set
   * @param to ids of the minima of the other
   * @return empty if no path joins the sets
   * @throws IllegalArgumentException if a set is empty, has a minimum that does not exist or shares
   *     one with the other set
   */
  public static Optional<Bottleneck> lowest(Network network, long[] from, long[] to) {
    return between(
        network,
        NodeSets.of(network, from, to),
        edge ->
            Math.max(network.transitionStateEnergy(edge), network.energy(network.higherEnd(edge))),
        1);
  }

  /**
   * The largest least weight (widest path): the pair of neighbours through which the widest path
   * must go.
   *
   * @param from ids of the minima of one set
   * @param to ids of the minima of the other
   * @param weighting weight of a pair of neighbours
   * @return empty if no path joins the sets
   * @throws IllegalArgumentException if a set is empty, has a minimum that does not exist or shares
   *     one with the other set, or if the network has not what the weighting needs
   */
  public static Optional<Bottleneck> widest(
      Network network, long[] from, long[] to, EdgeWeighting weighting) {
    return between(network, NodeSets.of(network, from, to), weighting.ofEdges(network), -1);
  }

  static Optional<Bottleneck> between(
      Network network, NodeSets sets, IntToDoubleFunction ofEdge, int sign) {
    NetworkGraph graph = NetworkGraph.between(network, sets);
    NetworkGraph weighted =
        graph.weighted(
            edge ->
                graph.transitionState(edge) < 0
                    ? Double.NEGATIVE_INFINITY
                    : sign * ofEdge.applyAsDouble(graph.transitionState(edge)));
    Set<Integer> tree = new KruskalMinimumSpanningTree<>(weighted).getSpanningTree().getEdges();
    int n = network.nodeCount();
    GraphPath<Integer, Integer> path =
        new BFSShortestPath<>(new AsSubgraph<>(weighted, null, tree))
            .getPath(graph.vertex(n), graph.vertex(n + 1));
    if (path == null) {
      return Optional.empty();
    }
    // The vertices that stand for the sets are not part of the path.
    int steps = path.getLength() - 2;
    List<Integer> edges = path.getEdgeList().subList(1, 1 + steps);
    int worst = edges.get(0);
    for (int edge : edges) {
      if (weighted.getEdgeWeight(edge) > weighted.getEdgeWeight(worst)) {
        worst = edge;
      }
    }
    return Optional.of(
        new Bottleneck(
            ofEdge.applyAsDouble(graph.transitionState(worst)),
            network.transitionStateId(graph.transitionState(worst)),
            path.getVertexList().subList(1, 2 + steps).stream().map(network::minimumId).toList(),
            edges.stream()
                .map(edge -> network.transitionStateId(graph.transitionState(edge)))
                .toList()));
  }
}
