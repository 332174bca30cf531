package dev.tarn.analytics.thermodynamics;

import dev.tarn.analytics.thermodynamics.HeatCapacityPeak.Contribution;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thermodynamics of a landscape in the harmonic superposition approximation.
 *
 * <p>Z(T) = sum over minima a of Z_a, Z_a = h_a^-1 exp(-E_a/T) (2 pi T)^(kappa/2) exp(-S_a/2), with
 * kappa vibrational modes, point group order h and log determinant S. With {@link Momenta#INCLUDED}
 * there is a further (T/2 pi)^(kappa/2), so that each mode of frequency omega contributes T/omega.
 *
 * <p>All minima count, connected or not. The heat capacity is
 *
 * <p>C = kappa/2 (or kappa) + sum over a of p_a (E_a - mean E)^2/T^2,
 *
 * <p>p_a = Z_a/Z. Since dp_a/dT = p_a (E_a - mean E)/T^2, a minimum above the mean energy gains
 * occupation with rising temperature and one below loses it: C+ and C- are the two parts of the
 * sum. Energies are taken from the mean energy, so the split does not depend on the zero of energy
 * and both parts are positive. Identities of large numbers are avoided: everything is in logarithms
 * and relative to the global minimum, so results keep their relative accuracy from the smallest to
 * the largest temperatures.
 *
 * <p>Where the number of modes is unknown kappa is 0, and energies and heat capacity are those of
 * the configurations alone: see {@link #vibrationalModes()}. Where frequencies are unknown all
 * minima have the same vibrational entropy: see {@link #vibrationalModel()}.
 *
 * <p>Cost: O(n) a temperature. Immutable.
 *
 * <p>Source: Ballard et al., Phys. Chem. Chem. Phys. 19, 12585 (2017), eq 5; the split as in
 * Niroomand et al. (2024), eq 5.
 */
public final class HarmonicSuperposition {
  /** Points per e-fold of temperature at which peaks are looked for. */
  private static final int PEAK_GRID = 400;

  private final Network network;
  private final Momenta momenta;
  private final HarmonicWeights weights;

  private HarmonicSuperposition(Network network, Momenta momenta) {
    if (network.nodeCount() == 0) {
      throw new IllegalArgumentException(
          "landscape " + network.name() + " has no minima, expected at least one");
    }
    this.network = network;
    this.momenta = momenta;
    weights = HarmonicWeights.ofMinima(network);
  }

  /**
   * The superposition of a network's minima.
   *
   * @throws IllegalArgumentException if there are no minima, or an energy is not finite
   */
  public static HarmonicSuperposition of(Network network, Momenta momenta) {
    return new HarmonicSuperposition(network, momenta);
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** Whether the frequencies are known. */
  public VibrationalModel vibrationalModel() {
    return weights.model();
  }

  /** kappa; 0 if unknown. */
  public int vibrationalModes() {
    return network.vibrationalModes();
  }

  /** Whether kinetic energy is included. */
  public Momenta momenta() {
    return momenta;
  }

  /**
   * ln of the occupation of every node.
   *
   * @throws IllegalArgumentException if the temperature is not above zero
   */
  public double[] lnOccupations(double temperature) {
    Temperatures.requirePositive(temperature);
    double[] ln = new double[network.nodeCount()];
    for (int node = 0; node < ln.length; node++) {
      ln[node] = weights.lnMinimum(node, temperature);
    }
    double total = LogSum.of(ln);
    for (int node = 0; node < ln.length; node++) {
      ln[node] -= total;
    }
    return ln;
  }

  /**
   * Occupation of every node.
   *
   * @throws IllegalArgumentException if the temperature is not above zero
   */
  public double[] occupations(double temperature) {
    return new Moments(Temperatures.requirePositive(temperature)).occupation;
  }

  /**
   * Share of the partition function that a set of minima has.
   *
   * @param minima ids; one that stands twice counts once
   * @throws IllegalArgumentException if a minimum does not exist, or the temperature is not above
   *     zero
   */
  public double occupation(double temperature, long... minima) {
    double[] p = occupations(temperature);
    return IntStream.of(nodes(minima)).mapToDouble(node -> p[node]).sum();
  }

  private int[] nodes(long[] minima) {
    int[] nodes = new int[minima.length];
    for (int k = 0; k < nodes.length; k++) {
      nodes[k] = network.nodeOf(minima[k]);
      if (nodes[k] < 0) {
        throw new IllegalArgumentException(
            "minimum " + minima[k] + " does not exist in landscape " + network.name());
      }
    }
    return IntStream.of(nodes).sorted().distinct().toArray();
  }

  /**
   * Averages at a temperature.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public EquilibriumState at(double temperature) {
    Moments m = new Moments(Temperatures.requirePositive(temperature));
    int kappa = network.vibrationalModes();
    double modes = momenta == Momenta.INCLUDED ? kappa : kappa / 2.0;
    double lnModes =
        momenta == Momenta.INCLUDED
            ? kappa * Math.log(temperature)
            : kappa / 2.0 * Math.log(2 * Math.PI * temperature);
    double lnRelative = m.lnTotal - weights.referenceLogDet() / 2 + lnModes;
    double configurationalEntropy = m.lnTotal + m.mean / temperature;
    return new EquilibriumState(
        temperature,
        lnRelative - weights.lowestEnergy() / temperature,
        weights.lowestEnergy() - temperature * lnRelative,
        weights.lowestEnergy() + m.mean + modes * temperature,
        configurationalEntropy - weights.referenceLogDet() / 2 + lnModes + modes,
        modes + m.rising + m.falling,
        m.rising,
        m.falling,
        m.shannon);
  }

  /**
   * Heat capacity of the landscape cut down to its lowest minima.
   *
   * @param counts numbers of lowest minima, each at least 1; more than there are means all
   * @return one curve for each count, one value for each temperature
   */
  public double[][] heatCapacityOfLowest(double[] temperatures, int... counts) {
    int n = network.nodeCount();
    for (int count : counts) {
      if (count < 1) {
        throw new IllegalArgumentException(
            "expected numbers of lowest minima of at least 1, found " + count);
      }
    }
    int[] byEnergy =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(weights::energyAboveLowest))
            .mapToInt(Integer::intValue)
            .toArray();
    double modes = network.vibrationalModes() / (momenta == Momenta.INCLUDED ? 1.0 : 2.0);
    double[][] curves = new double[counts.length][temperatures.length];
    double[] cumulative = new double[n];
    for (int k = 0; k < temperatures.length; k++) {
      cumulative(Temperatures.requirePositive(temperatures[k]), byEnergy, cumulative);
      for (int c = 0; c < counts.length; c++) {
        curves[c][k] = modes + cumulative[Math.min(counts[c], n) - 1];
      }
    }
    return curves;
  }

  /** Weighted running variance (West 1979) over T^2, with a scale that follows the largest term. */
  private void cumulative(double temperature, int[] byEnergy, double[] into) {
    double scale = Double.NEGATIVE_INFINITY;
    double total = 0;
    double mean = 0;
    double squares = 0;
    for (int k = 0; k < byEnergy.length; k++) {
      double ln = weights.lnMinimum(byEnergy[k], temperature);
      if (ln > scale) {
        double shrink = Math.exp(scale - ln);
        total *= shrink;
        squares *= shrink;
        scale = ln;
      }
      double w = Math.exp(ln - scale);
      double newTotal = total + w;
      double difference = weights.energyAboveLowest(byEnergy[k]) - mean;
      double step = difference * (w / newTotal);
      squares += total * difference * step;
      mean += step;
      total = newTotal;
      into[k] = squares / total / temperature / temperature;
    }
  }

  /**
   * All maxima of the heat capacity strictly between two temperatures, lowest temperature first.
   *
   * <p>They are sign changes of the derivative, found on a grid of {@value #PEAK_GRID} points for
   * each factor of e in temperature, at least that many in all, and refined by bisection to
   * rounding. Two peaks closer than a step of the grid may be missed together.
   *
   * @throws IllegalArgumentException if a temperature is not above zero, or they are in the wrong
   *     order
   */
  public List<HeatCapacityPeak> peaks(double lowest, double highest) {
    Temperatures.linear(lowest, highest, 2);
    double factor = Math.log(highest / lowest);
    int steps = (int) Math.ceil(PEAK_GRID * Math.max(1, factor));
    double[] grid = new double[steps + 1];
    for (int k = 0; k <= steps; k++) {
      grid[k] = k == steps ? highest : lowest * Math.exp(factor * k / steps);
    }
    boolean[] rises = new boolean[steps + 1];
    IntStream.rangeClosed(0, steps).parallel().forEach(k -> rises[k] = rises(grid[k]));
    List<HeatCapacityPeak> peaks = new ArrayList<>();
    for (int k = 1; k <= steps; k++) {
      if (rises[k - 1] && !rises[k]) {
        peaks.add(peak(bisect(grid[k - 1], grid[k])));
      }
    }
    return peaks;
  }

  /** Sign of dC/dT = mu_3/T^4 - 2 mu_2/T^3; towards T = 0, where both vanish, C rises. */
  private boolean rises(double temperature) {
    Moments m = new Moments(temperature);
    return m.thirdMoment / temperature >= 2 * (m.rising + m.falling) * temperature * temperature;
  }

  private double bisect(double rising, double falling) {
    double low = rising;
    double high = falling;
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (rises(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private HeatCapacityPeak peak(double temperature) {
    Moments m = new Moments(temperature);
    List<Contribution> emptied = new ArrayList<>();
    List<Contribution> filled = new ArrayList<>();
    for (int node = 0; node < network.nodeCount(); node++) {
      double p = m.occupation[node];
      double difference = weights.energyAboveLowest(node) - m.mean;
      double slope = p * difference / temperature / temperature;
      (difference > 0 ? filled : emptied)
          .add(new Contribution(network.minimumId(node), p, slope, slope * difference));
    }
    return new HeatCapacityPeak(
        temperature,
        at(temperature).heatCapacity(),
        m.rising,
        m.falling,
        named(emptied, m.falling),
        named(filled, m.rising));
  }

  private static List<Contribution> named(List<Contribution> all, double total) {
    all.sort(
        Comparator.comparingDouble(Contribution::heatCapacity)
            .reversed()
            .thenComparingLong(Contribution::minimum));
    int count = 0;
    double sum = 0;
    while (count < Math.min(all.size(), HeatCapacityPeak.MOST_NAMED)
        && sum < HeatCapacityPeak.NAMED_SHARE * total) {
      sum += all.get(count++).heatCapacity();
    }
    return all.subList(0, count);
  }

  /** What one temperature needs, relative to the global minimum. */
  private final class Moments {
    final double[] occupation;

    /** ln of the sum of all weights. */
    final double lnTotal;

    final double mean;
    final double rising;
    final double falling;

    /** Third central moment of the energy. */
    final double thirdMoment;

    final double shannon;

    Moments(double temperature) {
      int n = network.nodeCount();
      double[] p = new double[n];
      int top = 0;
      for (int i = 0; i < n; i++) {
        p[i] = weights.lnMinimum(i, temperature);
        if (p[i] > p[top]) {
          top = i;
        }
      }
      double largest = p[top];
      double rest = 0;
      double information = 0;
      for (int i = 0; i < n; i++) {
        double below = largest - p[i];
        p[i] = Math.exp(-below);
        if (i != top) {
          rest += p[i];
          information += p[i] == 0 ? 0 : p[i] * below;
        }
      }
      // The rest by itself: nothing is lost where one minimum has nearly all.
      lnTotal = largest + Math.log1p(rest);
      shannon = Math.log1p(rest) + information / (1 + rest);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        p[i] /= 1 + rest;
        sum += p[i] * weights.energyAboveLowest(i);
      }
      occupation = p;
      mean = sum;
      double above = 0;
      double below = 0;
      double cubes = 0;
      for (int i = 0; i < n; i++) {
        double d = weights.energyAboveLowest(i) - mean;
        double square = p[i] * d * d;
        if (d > 0) {
          above += square;
        } else {
          below += square;
        }
        cubes += square * d;
      }
      rising = above / temperature / temperature;
      falling = below / temperature / temperature;
      thirdMoment = cubes;
    }
  }
}
