package dev.tarn.application;

import dev.tarn.analytics.thermodynamics.Temperatures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Temperatures, in the landscape's unit of energy (k_B = 1).
 *
 * @param values at least one, each finite and above zero
 */
public record TemperatureGrid(List<Double> values) {
  private static final int MOST = 100_000;

  /** Temperatures in the order in which they were given. */
  public TemperatureGrid {
    values = List.copyOf(values);
    values.forEach(Temperatures::requirePositive);
  }

  /** These temperatures. */
  public static TemperatureGrid of(double... values) {
    return new TemperatureGrid(DoubleStream.of(values).boxed().toList());
  }

  /**
   * As a person writes them: {@code 0.05:0.6:100} (both ends and how many), {@code 0.1,0.2,0.5}, or
   * one number.
   */
  public static TemperatureGrid parse(OptionName option, String text) {
    try {
      String[] parts = text.split(":", -1);
      if (parts.length == 3) {
        int count = Integer.parseInt(parts[2].strip());
        if (count > MOST) {
          throw QuestionException.misuse(
              option, ": expected at most ", MOST, " temperatures, found ", count);
        }
        return of(
            Temperatures.linear(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), count));
      }
      if (parts.length == 1) {
        return of(Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
      }
    } catch (NumberFormatException e) {
      // Neither of the two forms, as below.
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(option, e);
    }
    throw QuestionException.misuse(
        option, ": expected lowest:highest:count, such as 0.05:0.6:100, found ", text);
  }

  /** The only one of the temperatures that a person writes. */
  public static double parseOne(OptionName option, String text) {
    return parse(option, text).only(option);
  }

  /** The only one of them. */
  public double only(OptionName option) {
    if (values.size() != 1) {
      throw QuestionException.misuse(option, ": expected one temperature, found ", values.size());
    }
    return values.get(0);
  }

  /** As an array. */
  public double[] toArray() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
