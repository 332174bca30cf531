package dev.tarn.analytics.thermodynamics;

import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.landscape.Network;

/**
 * Frustration of a landscape: how high the barriers are that separate its minima from the global
 * minimum, weighed with their occupations.
 *
 * <p>E+_a is the highest point of the lowest path from minimum a to the global minimum; it is
 * exact, from the minimum spanning tree. Occupations are over all minima, the sums over those that
 * are connected with the global minimum. A minimum as low as the global one, for which the index
 * would be infinite, is left out: {@link #leftOut()}.
 *
 * <p>Cost: O(m log m) once, O(n) a temperature.
 *
 * <p>Source: de Souza et al., J. Chem. Phys. 146, 124103 (2017), <a
 * href="https://doi.org/10.1063/1.4977794">doi:10.1063/1.4977794</a>; Niroomand et al. (2024), eq
 * 2, 3; the SHANNON option of PATHSAMPLE.
 */
public final class Frustration {
  private final HarmonicWeights weights;
  private final int globalMinimum;
  private final double[] barrier;
  private final int leftOut;

  private Frustration(DisconnectivityGraph graph, double increment) {
    Network network = graph.network();
    weights = HarmonicWeights.ofMinima(network);
    globalMinimum = network.globalMinimum();
    if (globalMinimum < 0) {
      throw new IllegalArgumentException(
          "landscape " + network.name() + " has no minima, expected at least one");
    }
    barrier = graph.lowestPathMaxima();
    double bottom = network.energy(globalMinimum);
    int skipped = 0;
    for (int a = 0; a < barrier.length; a++) {
      if (increment > 0) {
        barrier[a] = bottom + increment * Math.ceil((barrier[a] - bottom) / increment);
      }
      // From here on relative to the global minimum; NaN for those that do not count.
      barrier[a] -= bottom;
      boolean connected = barrier[a] < Double.POSITIVE_INFINITY;
      if (a != globalMinimum && (!connected || weights.energyAboveLowest(a) == 0)) {
        barrier[a] = Double.NaN;
        skipped++;
      }
    }
    leftOut = skipped;
  }

  /**
   * With exact barriers.
   *
   * @throws IllegalArgumentException if the network has no minima, or an energy is not finite
   */
  public static Frustration of(Network network) {
    return of(DisconnectivityGraph.of(network));
  }

  /** The same, with barriers of a disconnectivity graph that is already there. */
  public static Frustration of(DisconnectivityGraph graph) {
    return new Frustration(graph, 0);
  }

  /**
   * With barriers rounded up to the next of the energies E_gm + i {@code increment}, the levels of
   * a disconnectivity analysis, as PATHSAMPLE prints it.
   *
   * @param increment distance of the levels, above zero
   */
  public static Frustration binned(Network network, double increment) {
    if (!(increment > 0) || Double.isInfinite(increment)) {
      throw new IllegalArgumentException(
          "expected a distance of energy levels above 0, found " + increment);
    }
    return new Frustration(DisconnectivityGraph.of(network), increment);
  }

  /** How many minima do not count: not connected, or as low as the global minimum. */
  public int leftOut() {
    return leftOut;
  }

  /**
   * E+ - E_gm of a node; {@code NaN} for minima that do not count.
   *
   * @param node a node of the network
   */
  public double barrierAboveGlobalMinimum(int node) {
    return barrier[node];
  }

  /**
   * The indices at a temperature.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public FrustrationIndex at(double temperature) {
    Temperatures.requirePositive(temperature);
    int n = barrier.length;
    double[] ln = new double[n];
    double largest = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < n; a++) {
      ln[a] = weights.lnMinimum(a, temperature);
      if (a != globalMinimum) {
        largest = Math.max(largest, ln[a]);
      }
    }
    // Weights relative to the others alone: p_a/(1 - p_gm) keeps its digits where p_gm is nearly 1.
    double others = 0;
    double fromMinimum = 0;
    double fromBottom = 0;
    for (int a = 0; a < n; a++) {
      if (a == globalMinimum) {
        continue;
      }
      double w = Math.exp(ln[a] - largest);
      others += w;
      if (!Double.isNaN(barrier[a])) {
        double above = weights.energyAboveLowest(a);
        fromMinimum += w * (barrier[a] - above) / above;
        fromBottom += w * barrier[a] / above;
      }
    }
    if (others == 0) {
      return new FrustrationIndex(temperature, 0, Double.NaN, 0, Double.NaN);
    }
    // 1 - p_gm = r/(1 + r) with r the ratio of all others to the global minimum.
    double lnRatio = largest + Math.log(others) - ln[globalMinimum];
    double away = 1 / (1 + Math.exp(-lnRatio));
    return new FrustrationIndex(
        temperature,
        away * (fromMinimum / others),
        fromMinimum / others,
        away * (fromBottom / others),
        fromBottom / others);
  }
}
