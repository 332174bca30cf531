package dev.tarn.analytics.kinetics;

/**
 * Passage between two sets of minima, both ways, at one temperature.
 *
 * @param temperature the temperature
 * @param forward from the set {@code from} to the set {@code to}
 * @param backward from the set {@code to} to the set {@code from}
 * @param lnFromOccupation ln of the equilibrium occupation of the set {@code from}, within the
 *     connected component
 * @param lnToOccupation the same for the set {@code to}
 */
public record Rates(
    double temperature,
    Passage forward,
    Passage backward,
    double lnFromOccupation,
    double lnToOccupation) {

  /** k* of the passage from {@code from} to {@code to}, the reciprocal of {@link #mfptForward}. */
  public double rateForward() {
    return forward.inverseMeanFirstPassageTime();
  }

  /** k* of the passage from {@code to} to {@code from}, the reciprocal of {@link #mfptBackward}. */
  public double rateBackward() {
    return backward.inverseMeanFirstPassageTime();
  }

  /** Mean first passage time from {@code from} to {@code to}. */
  public double mfptForward() {
    return forward.meanFirstPassageTime();
  }

  /** Mean first passage time from {@code to} to {@code from}. */
  public double mfptBackward() {
    return backward.meanFirstPassageTime();
  }
}
