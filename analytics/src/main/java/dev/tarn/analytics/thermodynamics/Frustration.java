package dev.tarn.analytics.thermodynamics;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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

  private Frustration(Network network, double increment) {
    weights = HarmonicWeights.of(network);
    globalMinimum = network.globalMinimum();
    if (globalMinimum < 0) {
      throw new IllegalArgumentException(
          "landscape " + network.name() + " has no minima, expected at least one");
    }
    barrier = highestPoints(network, globalMinimum);
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
    return new Frustration(network, 0);
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
    return new Frustration(network, increment);
  }

  /**
   * Energy of the highest point on the lowest path from every node to a given one: infinite for
   * nodes that no path joins with it, its own energy for the node itself.
   */
  public static double[] highestPoints(Network network, int to) {
    int n = network.nodeCount();
    int[] byEnergy =
        IntStream.range(0, network.edgeCount())
            .boxed()
            .sorted(Comparator.comparingDouble(network::transitionStateEnergy))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] root = new int[n];
    int[] next = new int[n];
    int[] last = new int[n];
    int[] size = new int[n];
    Arrays.setAll(root, i -> i);
    Arrays.setAll(last, i -> i);
    Arrays.fill(next, -1);
    Arrays.fill(size, 1);
    double[] highest = new double[n];
    Arrays.fill(highest, Double.POSITIVE_INFINITY);
    highest[to] = network.energy(to);
    for (int edge : byEnergy) {
      int a = find(root, network.higherEnd(edge));
      int b = find(root, network.lowerEnd(edge));
      if (a == b) {
        continue;
      }
      int target = find(root, to);
      if (a == target || b == target) {
        double energy = network.transitionStateEnergy(edge);
        for (int node = a == target ? b : a; node >= 0; node = next[node]) {
          highest[node] = energy;
        }
      }
      int large = size[a] >= size[b] ? a : b;
      int small = large == a ? b : a;
      root[small] = large;
      size[large] += size[small];
      next[last[large]] = small;
      last[large] = last[small];
    }
    return highest;
  }

  private static int find(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
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
