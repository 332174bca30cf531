package dev.tarn.analytics.connectivity;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.analytics.graph.NodeSets;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.alg.flow.PushRelabelMFImpl;

/**
 * The cut of least weight between two sets of minima, and the largest flow from one to the other,
 * which is as large (Ford and Fulkerson 1956; by the push-relabel method of Goldberg and Tarjan
 * 1988, from JGraphT).
 *
 * <p>Unweighted, it is how many pairs of neighbours must go until no path leads from one set to the
 * other. With equilibrium fluxes for weights it is the dividing surface through which least passes,
 * and its value bounds the rate between the sets from above (Krivov and Karplus 2002, <a
 * href="https://doi.org/10.1063/1.1517606">doi:10.1063/1.1517606</a>).
 *
 * <p>Weights may span hundreds of orders of magnitude, while JGraphT compares flows within 1e-9. So
 * they are given to it in units of the widest path's least weight, and none above the number of
 * pairs, which no cut of least weight contains. The cut's weight exceeds the least one by less than
 * 1e-9 of that unit for each pair; its value is the sum of its weights.
 *
 * <p>Cost: O(n^2 sqrt m) at worst, a few times O(m log m) in practice. Of several cuts of equal
 * weight it is the one nearest to the first set.
 *
 * @param value weight of the cut, and largest flow; 0 if no path joins the sets
 * @param fromSide ids of the minima on the first set's side, ascending
 * @param cut the pairs that are cut, by ascending id of their lowest transition state
 * @param flow a largest flow, pair by pair, by ascending id of their lowest transition state; pairs
 *     that carry nothing are left out
 */
public record MinimumCut(double value, List<Long> fromSide, List<Pair> cut, List<Pair> flow) {

  /**
   * A pair of neighbours.
   *
   * @param from id of the minimum on the first set's side, or where the flow comes from
   * @param to id of the other minimum
   * @param transitionState id of the lowest transition state between them
   * @param amount its weight in a cut, what it carries in a flow
   */
  public record Pair(long from, long to, long transitionState, double amount) {}

  public MinimumCut {
    fromSide = List.copyOf(fromSide);
    cut = List.copyOf(cut);
    flow = List.copyOf(flow);
  }

  /**
   * The cut between two sets of minima.
   *
   * @param from ids of the minima of one set
   * @param to ids of the minima of the other
   * @param weighting weight of a pair of neighbours
   * @throws IllegalArgumentException if a set is empty, has a minimum that does not exist or shares
   *     one with the other set, or if the network has not what the weighting needs
   */
  public static MinimumCut between(
      Network network, long[] from, long[] to, EdgeWeighting weighting) {
    NodeSets sets = NodeSets.of(network, from, to);
    IntToDoubleFunction weights = weighting.ofEdges(network);
    double unit = Bottleneck.between(network, sets, weights, -1).map(Bottleneck::value).orElse(0.0);
    NetworkGraph joined = NetworkGraph.between(network, sets);
    double[] capacities = capacities(joined, weights, unit);
    var algorithm = new PushRelabelMFImpl<>(joined.weighted(edge -> capacities[edge]));
    int n = network.nodeCount();
    Map<Integer, Double> carried =
        algorithm.getMaximumFlow(joined.vertex(n), joined.vertex(n + 1)).getFlowMap();
    Set<Integer> side = algorithm.getSourcePartition();
    List<Pair> cut = new ArrayList<>();
    List<Pair> flow = new ArrayList<>();
    for (Integer edge : joined.edgeSet()) {
      if (joined.transitionState(edge) < 0) {
        break;
      }
      Integer source = joined.getEdgeSource(edge);
      if (side.contains(source) != side.contains(joined.getEdgeTarget(edge))) {
        double weight = weights.applyAsDouble(joined.transitionState(edge));
        cut.add(pair(joined, edge, side.contains(source), weight));
      }
      double amount = unit * carried.getOrDefault(edge, 0.0);
      if (amount > 0) {
        flow.add(pair(joined, edge, !source.equals(algorithm.getFlowDirection(edge)), amount));
      }
    }
    return new MinimumCut(
        cut.stream().mapToDouble(Pair::amount).sum(),
        side.stream().filter(v -> v < n).map(network::minimumId).sorted().toList(),
        cut,
        flow);
  }

  /** Capacities by edge of the joined graph, whose joins come last and limit nothing. */
  private static double[] capacities(
      NetworkGraph joined, IntToDoubleFunction weights, double unit) {
    double[] capacities = new double[joined.edgeSet().size()];
    double[] ofNode = new double[joined.vertexSet().size()];
    for (int edge : joined.edgeSet()) {
      int a = joined.getEdgeSource(edge);
      int b = joined.getEdgeTarget(edge);
      if (joined.transitionState(edge) < 0) {
        capacities[edge] = 1 + ofNode[Math.min(a, b)];
        continue;
      }
      double weight = weights.applyAsDouble(joined.transitionState(edge));
      // Without a path of some weight any unit tells what can be reached from what cannot.
      capacities[edge] =
          unit > 0 ? Math.min(weight / unit, capacities.length) : Math.signum(weight);
      ofNode[a] += capacities[edge];
      ofNode[b] += capacities[edge];
    }
    return capacities;
  }

  private static Pair pair(NetworkGraph joined, Integer edge, boolean forward, double amount) {
    Network network = joined.network();
    long source = network.minimumId(joined.getEdgeSource(edge));
    long target = network.minimumId(joined.getEdgeTarget(edge));
    return new Pair(
        forward ? source : target,
        forward ? target : source,
        network.transitionStateId(joined.transitionState(edge)),
        amount);
  }
}
