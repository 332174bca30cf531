package dev.tarn.analytics.thermodynamics;

import java.util.Locale;

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
}
