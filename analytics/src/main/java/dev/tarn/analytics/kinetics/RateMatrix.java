package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.analytics.thermodynamics.LogSum;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.landscape.Network;

/**
 * Rate constants between the minima of a network at one temperature, as compressed sparse rows of
 * logarithms.
 *
 * <p>From minimum i over one transition state to another minimum the rate constant is
 *
 * <p>k = h_i/(2 pi h_ts) exp((S_i - S_ts)/2) exp(-(E_ts - E_i)/T)
 *
 * <p>(h point group order, S log determinant, E energy); the transition states between the same two
 * minima are summed, degenerate rearrangements left out. Where S is not known for all points it is
 * taken as equal for all: see {@link #vibrationalModel()}.
 *
 * <p>Shape: the row of node v is at positions {@code offset(v) … offset(v + 1) - 1}, neighbours
 * ascending. Logarithms neither overflow nor underflow at any positive temperature.
 *
 * <p>Detailed balance p_i k_ij = p_j k_ji holds to rounding: both sides come from the same weight
 * of the transition states.
 *
 * <p>Cost: O(n + m). This is the convention of PATHSAMPLE.
 */
public final class RateMatrix {
  private final Network network;
  private final double temperature;
  private final HarmonicWeights weights;
  private final KineticGraph graph;
  private final double[] lnConductances;
  private final double[] lnOccupations;
  private final double[] lnPartition;

  private RateMatrix(Network network, double temperature) {
    this.network = network;
    this.temperature = Temperatures.requirePositive(temperature);
    weights = HarmonicWeights.of(network);
    graph = KineticGraph.of(network);
    lnConductances = graph.lnConductances(weights, temperature);
    lnPartition = graph.lnWeights(weights, temperature);
    double total = LogSum.of(lnPartition);
    lnOccupations = new double[lnPartition.length];
    for (int v = 0; v < lnOccupations.length; v++) {
      lnOccupations[v] = lnPartition[v] - total;
    }
  }

  /**
   * The rate constants of the network.
   *
   * @throws IllegalArgumentException if the temperature is not above zero, or an energy not finite
   */
  public static RateMatrix of(Network network, double temperature) {
    return new RateMatrix(network, temperature);
  }

  /** The network it was made from; rows are its nodes. */
  public Network network() {
    return network;
  }

  /** The temperature. */
  public double temperature() {
    return temperature;
  }

  /** Whether the vibrations are known. */
  public VibrationalModel vibrationalModel() {
    return weights.model();
  }

  /** First position of the node's row; {@code offset(network().nodeCount())} ends the last. */
  public int offset(int node) {
    return graph.offsets[node];
  }

  /** Node that the rate constant at this position leads to. */
  public int neighbour(int position) {
    return graph.neighbours[position];
  }

  /** ln of the rate constant from {@code node} to the neighbour at a position of its row. */
  public double lnRate(int node, int position) {
    return lnConductances[graph.pairs[position]] - lnPartition[node];
  }

  /** ln of the sum of the rate constants out of the node; minus infinity for an isolated one. */
  public double lnEscapeRate(int node) {
    double[] row = new double[offset(node + 1) - offset(node)];
    for (int k = 0; k < row.length; k++) {
      row[k] = lnConductances[graph.pairs[offset(node) + k]];
    }
    return LogSum.of(row) - lnPartition[node];
  }

  /**
   * -ln of the branching probabilities of a node, k_ij over the sum of the row: never negative,
   * accurate where the probability is close to 1.
   *
   * @return one value for each position of the row
   */
  public double[] branchingCosts(int node) {
    int start = offset(node);
    double[] cost = new double[offset(node + 1) - start];
    int largest = 0;
    for (int k = 0; k < cost.length; k++) {
      cost[k] = lnConductances[graph.pairs[start + k]];
      if (cost[k] > cost[largest]) {
        largest = k;
      }
    }
    double rest = 0;
    for (int k = 0; k < cost.length; k++) {
      if (k != largest) {
        rest += Math.exp(cost[k] - cost[largest]);
      }
    }
    double ofLargest = Math.log1p(rest);
    double top = cost.length == 0 ? 0 : cost[largest];
    for (int k = 0; k < cost.length; k++) {
      cost[k] = top - cost[k] + ofLargest;
    }
    return cost;
  }

  /**
   * The rate constants as a directed graph: the edge at each position weighs the rate constant from
   * its row's node to the neighbour. One too small for a number weighs 0.
   */
  public NetworkGraph graph() {
    NetworkGraph directed = NetworkGraph.of(network).directed();
    return directed.weighted(
        position -> Math.exp(lnRate(directed.getEdgeSource(position), position)));
  }

  /** The same graph with {@link #branchingCosts} for weights. */
  public NetworkGraph branchingGraph() {
    double[] costs = new double[graph.neighbours.length];
    for (int node = 0; node < network.nodeCount(); node++) {
      double[] row = branchingCosts(node);
      System.arraycopy(row, 0, costs, offset(node), row.length);
    }
    return NetworkGraph.of(network).directed().weighted(position -> costs[position]);
  }

  /** ln of the equilibrium occupation of a node, over all minima of the network. */
  public double lnOccupation(int node) {
    return lnOccupations[node];
  }

  /**
   * Edge of the transition state that carries most of the flux between a node and the neighbour at
   * a position of its row; of equal ones the first.
   */
  public int dominantTransitionState(int position) {
    int pair = graph.pairs[position];
    int best = graph.pairEdges[graph.pairEdgeOffsets[pair]];
    for (int p = graph.pairEdgeOffsets[pair] + 1; p < graph.pairEdgeOffsets[pair + 1]; p++) {
      int edge = graph.pairEdges[p];
      if (weights.lnTransitionState(edge, temperature)
          > weights.lnTransitionState(best, temperature)) {
        best = edge;
      }
    }
    return best;
  }
}
