package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.thermodynamics.Temperatures;

/**
 * Straight line through ln k against 1/T: k = A exp(-E_a/T).
 *
 * <p>Least squares with equal weights in ln k. Several regimes, or a curve, show as a coefficient
 * of determination below 1.
 *
 * @param lnPrefactor ln A
 * @param activationEnergy E_a, in the unit of the temperatures
 * @param determination R^2 of the line; {@code NaN} if all rates are equal
 * @param lnPrefactorError standard error of ln A; {@code NaN} for two points
 * @param activationEnergyError standard error of E_a; {@code NaN} for two points
 * @param points how many temperatures were used
 */
public record ArrheniusFit(
    double lnPrefactor,
    double activationEnergy,
    double determination,
    double lnPrefactorError,
    double activationEnergyError,
    int points) {

  /**
   * Fits rate constants that are given by their logarithms.
   *
   * @param temperatures at least two different ones, above zero
   * @param lnRates finite, one for each temperature
   */
  public static ArrheniusFit of(double[] temperatures, double[] lnRates) {
    int n = temperatures.length;
    if (lnRates.length != n) {
      throw new IllegalArgumentException(
          "expected as many rates as temperatures, found " + lnRates.length + " and " + n);
    }
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(lnRates[i])) {
        throw new IllegalArgumentException(
            "expected finite logarithms of rates, found "
                + lnRates[i]
                + " at T = "
                + temperatures[i]);
      }
      meanX += 1 / Temperatures.requirePositive(temperatures[i]) / n;
      meanY += lnRates[i] / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double x = 1 / temperatures[i] - meanX;
      double y = lnRates[i] - meanY;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    if (!(xx > 0)) {
      throw new IllegalArgumentException(
          "an Arrhenius fit needs at least two different temperatures, found " + n + " equal ones");
    }
    double slope = xy / xx;
    double residual = 0;
    for (int i = 0; i < n; i++) {
      double r = lnRates[i] - meanY - slope * (1 / temperatures[i] - meanX);
      residual += r * r;
    }
    double variance = n > 2 ? residual / (n - 2) : Double.NaN;
    return new ArrheniusFit(
        meanY - slope * meanX,
        -slope,
        yy > 0 ? 1 - residual / yy : Double.NaN,
        Math.sqrt(variance * (1.0 / n + meanX * meanX / xx)),
        Math.sqrt(variance / xx),
        n);
  }

  /** The prefactor A; infinite where it leaves the range of doubles. */
  public double prefactor() {
    return Math.exp(lnPrefactor);
  }

  /** ln of the rate constant that the line gives at a temperature. */
  public double lnRate(double temperature) {
    return lnPrefactor - activationEnergy / Temperatures.requirePositive(temperature);
  }
}
