package dev.tarn.cli;

import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.landscape.Network;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Temperatures as a person writes them. */
final class TemperatureGrid {
  private static final int MOST = 100_000;

  private TemperatureGrid() {}

  /** {@code 0.05:0.6:100} (both ends and how many), {@code 0.1,0.2,0.5}, or one number. */
  static double[] parse(String option, String text) {
    String expected =
        option + ": expected lowest:highest:count, such as 0.05:0.6:100, found " + text;
    try {
      String[] parts = text.split(":", -1);
      if (parts.length == 3) {
        int count = Integer.parseInt(parts[2].strip());
        if (count > MOST) {
          throw CommandException.usage(
              option + ": expected at most " + MOST + " temperatures, found " + count);
        }
        return Temperatures.linear(
            Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), count);
      }
      if (parts.length != 1) {
        throw CommandException.usage(expected);
      }
      return Arrays.stream(text.split(",", -1))
          .mapToDouble(Double::parseDouble)
          .map(Temperatures::requirePositive)
          .toArray();
    } catch (NumberFormatException e) {
      throw CommandException.usage(expected);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(option, e);
    }
  }

  /**
   * A hundred temperatures up to where the Shannon entropy of the occupations comes to nine tenths
   * of what it ever becomes: beyond, nothing much happens.
   */
  static double[] suggested(Network network) {
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
    return Temperatures.linear(top / 50, top, 100);
  }
}
