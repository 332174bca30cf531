package dev.tarn.analytics.network;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** What an edge counts when communities or cuts are sought. */
public sealed interface EdgeWeighting {

  /** Every pair of neighbours counts 1. */
  record Unweighted() implements EdgeWeighting {}

  /**
   * A pair counts exp(-b / mean b), where b is the barrier of its lowest transition state from the
   * higher minimum: between 0 and 1, more for low barriers.
   */
  record Barrier() implements EdgeWeighting {}

  /**
   * A pair counts its equilibrium flux k_ij p_i = k_ji p_j at a temperature, in units of the
   * largest one. In the harmonic approximation it is the sum over its transition states of exp(-E/T
   * - logDet/2) / order, whatever the minima are.
   *
   * @param temperature in units of energy, k_B = 1
   */
  record Flux(double temperature) implements EdgeWeighting {
    public Flux {
      if (!(temperature > 0) || Double.isInfinite(temperature)) {
        throw new IllegalArgumentException("expected a temperature above 0, found " + temperature);
      }
    }
  }

  /** How the weighting is called in results. */
  default String words() {
    if (this instanceof Flux flux) {
      return String.format(Locale.ROOT, "flux at T = %s", flux.temperature);
    }
    return this instanceof Barrier ? "barrier" : "unweighted";
  }

  /** Weight of each entry of the simple adjacency's rows. */
  default double[] weights(Network network, Adjacency simple) {
    double[] weights = new double[simple.entryCount()];
    if (this instanceof Barrier) {
      barriers(network, simple, weights);
    } else if (this instanceof Flux flux) {
      fluxes(network, simple, flux.temperature, weights);
    } else {
      Arrays.fill(weights, 1);
    }
    return weights;
  }

  /**
   * Weight of each pair of neighbours by the lowest of its transition states, which stands for it
   * in {@link NetworkGraph#of}; other numbers of transition states have none.
   */
  default IntToDoubleFunction ofEdges(Network network) {
    Adjacency simple = network.simpleAdjacency();
    double[] byPosition = weights(network, simple);
    double[] byEdge = new double[network.edgeCount()];
    for (int p = 0; p < byPosition.length; p++) {
      byEdge[simple.edge(p)] = byPosition[p];
    }
    return edge -> byEdge[edge];
  }

  private static void barriers(Network network, Adjacency simple, double[] weights) {
    double mean = 0;
    for (int p = 0; p < weights.length; p++) {
      int edge = simple.edge(p);
      weights[p] =
          Math.max(
              0, network.transitionStateEnergy(edge) - network.energy(network.higherEnd(edge)));
      mean += weights[p] / weights.length;
    }
    for (int p = 0; p < weights.length; p++) {
      weights[p] = mean == 0 ? 1 : Math.exp(-weights[p] / mean);
    }
  }

  private static void fluxes(
      Network network, Adjacency simple, double temperature, double[] weights) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int e = 0; e < network.edgeCount(); e++) {
      if (!network.isLoop(e)) {
        largest = Math.max(largest, logFlux(network, e, temperature));
      }
    }
    Adjacency all = network.adjacency();
    for (int v = 0; v < simple.nodeCount(); v++) {
      int p = simple.offset(v);
      for (int q = all.offset(v); q < all.offset(v + 1); q++) {
        if (all.neighbour(q) == v) {
          continue;
        }
        while (simple.neighbour(p) != all.neighbour(q)) {
          p++;
        }
        weights[p] += Math.exp(logFlux(network, all.edge(q), temperature) - largest);
      }
    }
  }

  /** Logarithm of the transition state's flux, up to a constant. */
  private static double logFlux(Network network, int edge, double temperature) {
    double logDet = network.transitionStateLogDetHessian(edge);
    if (Double.isNaN(logDet)) {
      throw new IllegalArgumentException(
          "expected vibrational frequencies for a flux, found none at transition state "
              + network.transitionStateId(edge)
              + " of "
              + network.name());
    }
    return -network.transitionStateEnergy(edge) / temperature
        - logDet / 2
        - Math.log(network.transitionStateSymmetryOrder(edge));
  }
}
