package dev.tarn.application;

import java.util.Locale;

/**
 * A parameter of a question as a person gives it.
 *
 * @param camelCase its name in a procedure's map of options, such as {@code whereTs}
 */
public record OptionName(String camelCase) {
  /** Minima to start from. */
  public static final OptionName FROM = new OptionName("from");

  /** Minima to arrive at. */
  public static final OptionName TO = new OptionName("to");

  /** One temperature. */
  public static final OptionName TEMPERATURE = new OptionName("temperature");

  /** Several temperatures. */
  public static final OptionName TEMPERATURES = new OptionName("temperatures");

  /** The option of the command, such as {@code --where-ts}. */
  public String flag() {
    return "--" + camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
