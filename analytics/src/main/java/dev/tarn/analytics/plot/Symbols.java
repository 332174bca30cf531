package dev.tarn.analytics.plot;

import java.util.Map;

/** Names of quantities as axes show them. */
public final class Symbols {
  private static final Map<String, String> GREEK =
      Map.of("epsilon", "\u03b5", "sigma", "\u03c3", "mu", "\u03bc", "rho", "\u03c1");

  private Symbols() {}

  /** A quantity and its unit, as in {@code Energy / ε}; without a unit the quantity alone. */
  public static String quantity(String name, String unit) {
    return unit.isEmpty() ? name : name + " / " + GREEK.getOrDefault(unit, unit);
  }

  /** A unit as text shows it after a number, with a space before it; empty if there is none. */
  public static String unit(String unit) {
    return unit.isEmpty() ? "" : " " + GREEK.getOrDefault(unit, unit);
  }
}
