package dev.tarn.cli;

import dev.tarn.analytics.thermodynamics.Temperatures;
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
}
