package dev.tarn.analytics.thermodynamics;

import dev.tarn.landscape.Network;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Grids of temperatures, and the one check that every temperature must pass. */
public final class Temperatures {
  private Temperatures() {}

  /**
   * The temperature itself.
   *
   * @throws IllegalArgumentException unless it is finite and above zero
   */
  public static double requirePositive(double temperature) {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "expected a finite temperature above 0, found " + temperature);
    }
    return temperature;
  }

  /**
   * Evenly spaced temperatures, both ends included.
   *
   * @param count at least 1; 1 gives {@code lowest} alone
   * @throws IllegalArgumentException for a temperature that is not positive, for ends in the wrong
   *     order, or for no temperatures
   */
  public static double[] linear(double lowest, double highest, int count) {
    requirePositive(lowest);
    requirePositive(highest);
    if (highest < lowest || count < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected temperatures lowest:highest:count with lowest <= highest and count >= 1,"
                  + " found %s:%s:%d",
              lowest,
              highest,
              count));
    }
    double[] grid = new double[count];
    for (int i = 0; i < count; i++) {
      grid[i] = count == 1 ? lowest : lowest + (highest - lowest) * i / (count - 1);
    }
    grid[count - 1] = count == 1 ? lowest : highest;
    return grid;
  }

  /**
   * Temperatures as a person writes them: {@code lowest:highest:count} for evenly spaced ones, or
   * one or more numbers with commas between them.
   *
   * @throws IllegalArgumentException in all cases of {@link #linear}, or if a part is not a number
   */
  public static double[] parse(String text) {
    String[] range = text.split(":", -1);
    try {
      if (range.length == 3) {
        return linear(
            Double.parseDouble(range[0]),
            Double.parseDouble(range[1]),
            Integer.parseInt(range[2].strip()));
      }
      if (range.length == 1) {
        String[] parts = text.split(",", -1);
        double[] temperatures = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
          temperatures[k] = requirePositive(Double.parseDouble(parts[k]));
        }
        return temperatures;
      }
    } catch (NumberFormatException e) {
      throw notTemperatures(text, e);
    }
    throw notTemperatures(text, null);
  }

  /**
   * A hundred temperatures up to where the Shannon entropy of the occupations comes to nine tenths
   * of what it ever becomes: beyond, nothing much happens.
   *
   * @throws IllegalArgumentException if there are no minima or an energy is not finite
   */
  public static double[] suggested(Network network) {
    HarmonicSuperposition superposition = HarmonicSuperposition.of(network, Momenta.LEFT_OUT);
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int node = 0; node < network.nodeCount(); node++) {
      lowest = Math.min(lowest, network.energy(node));
      highest = Math.max(highest, network.energy(node));
    }
    double range = highest > lowest ? highest - lowest : Math.max(1, Math.abs(highest));
    double hot = 10 * range;
    double wanted = 0.9 * superposition.at(hot).shannonEntropy();
    double cold = 1e-4 * range;
    while (hot / cold > 1.01) {
      double middle = Math.sqrt(cold * hot);
      if (superposition.at(middle).shannonEntropy() < wanted) {
        cold = middle;
      } else {
        hot = middle;
      }
    }
    double top = new BigDecimal(hot).round(new MathContext(2)).doubleValue();
    return linear(top / 50, top, 100);
  }

  private static IllegalArgumentException notTemperatures(
      String text, @Nullable NumberFormatException cause) {
    return new IllegalArgumentException(
        "expected temperatures as lowest:highest:count or as numbers with commas, found " + text,
        cause);
  }
}
