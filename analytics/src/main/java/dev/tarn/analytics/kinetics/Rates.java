package dev.tarn.analytics.kinetics;

/**
 * Passage between two sets of minima, both ways, at one temperature: what {@code tarn rates}
 * prints.
 *
 * @param temperature the temperature
 * @param rateForward k* from the set {@code from} to the set {@code to}, reciprocal of {@code
 *     mfptForward}; other rate constants under their own names in {@code forward}
 * @param rateBackward k* from {@code to} to {@code from}
 * @param mfptForward mean first passage time from {@code from} to {@code to}
 * @param mfptBackward mean first passage time from {@code to} to {@code from}
 * @param forward everything about the passage from {@code from} to {@code to}
 * @param backward everything about the passage from {@code to} to {@code from}
 * @param lnFromOccupation ln of the equilibrium occupation of the set {@code from}, within the
 *     connected component
 * @param lnToOccupation the same for the set {@code to}
 */
public record Rates(
    double temperature,
    double rateForward,
    double rateBackward,
    double mfptForward,
    double mfptBackward,
    Passage forward,
    Passage backward,
    double lnFromOccupation,
    double lnToOccupation) {

  static Rates of(
      double temperature, Passage forward, Passage backward, double lnFrom, double lnTo) {
    return new Rates(
        temperature,
        forward.inverseMeanFirstPassageTime(),
        backward.inverseMeanFirstPassageTime(),
        forward.meanFirstPassageTime(),
        backward.meanFirstPassageTime(),
        forward,
        backward,
        lnFrom,
        lnTo);
  }
}
