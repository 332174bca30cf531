package dev.tarn.application.thermodynamics;

import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.landscape.Network;

/**
 * Quantities of single minima and transition states. What all points of a network share is computed
 * once; minima are given by their node.
 */
public final class PointQuantities {
  private PointQuantities() {}

  /** Barriers between any two minima. */
  public record Barriers(DisconnectivityGraph graph) {

    /** The barriers of a network. */
    public static Barriers of(Network network) {
      return new Barriers(DisconnectivityGraph.of(network));
    }

    /** Highest point of the lowest path above its start; NaN if no path joins the two. */
    public double height(int from, int to) {
      double highest = graph.lowestPathMaximum(from, to);
      return Double.isInfinite(highest) ? Double.NaN : highest - graph.network().energy(from);
    }
  }

  /** Equilibrium occupations at one temperature, by node. */
  public record Occupations(double[] byNode) {

    /** The occupations of a network. */
    public static Occupations of(Network network, double temperature) {
      double t = Temperatures.requirePositive(temperature);
      return new Occupations(HarmonicSuperposition.of(network, Momenta.LEFT_OUT).occupations(t));
    }
  }

  /** Rate constants over single transition states. */
  public record TransitionRates(HarmonicWeights weights) {

    /** The rate constants of a network. */
    public static TransitionRates of(Network network) {
      return new TransitionRates(HarmonicWeights.of(network));
    }

    /** Rate constant from a minimum over an edge of it, by harmonic transition state theory. */
    public double at(double temperature, int edge, int start) {
      double t = Temperatures.requirePositive(temperature);
      return Math.exp(weights.lnTransitionState(edge, t) - weights.lnMinimum(start, t))
          / (2 * Math.PI);
    }
  }
}
