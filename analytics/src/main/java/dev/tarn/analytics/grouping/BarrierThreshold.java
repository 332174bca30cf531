package dev.tarn.analytics.grouping;

import dev.tarn.analytics.thermodynamics.Temperatures;

/**
 * At which temperature minima are grouped, and below which free-energy barrier.
 *
 * <p>The barrier is the difference of two free energies as {@link FreeEnergyGroups} gives them; the
 * rate constant over it is exp(-barrier/T)/(2 pi).
 *
 * @param temperature above zero
 * @param barrier groups are merged if the barriers both ways are at most this high; any number but
 *     NaN
 */
public record BarrierThreshold(double temperature, double barrier) {

  public BarrierThreshold {
    Temperatures.requirePositive(temperature);
    if (Double.isNaN(barrier)) {
      throw new IllegalArgumentException(
          "expected a number for the free-energy barrier, found NaN");
    }
  }

  /**
   * The threshold that merges what interconverts, both ways, within a time: where rate constants
   * are at least 1/{@code time}.
   */
  public static BarrierThreshold ofTimescale(double temperature, double time) {
    if (!(time > 0) || Double.isInfinite(time)) {
      throw new IllegalArgumentException("expected a finite time above 0, found " + time);
    }
    Temperatures.requirePositive(temperature);
    return new BarrierThreshold(temperature, temperature * Math.log(time / (2 * Math.PI)));
  }

  /**
   * The threshold that PATHSAMPLE's REGROUPFREE calls {@code barrier}: there the rate constant is
   * (T/h) exp(-barrier/T).
   *
   * @param planck Planck's constant h in the landscape's units; PATHSAMPLE takes 1 by default
   */
  public static BarrierThreshold ofPathsample(double temperature, double barrier, double planck) {
    if (!(planck > 0) || Double.isInfinite(planck)) {
      throw new IllegalArgumentException(
          "expected a finite Planck constant above 0, found " + planck);
    }
    Temperatures.requirePositive(temperature);
    return new BarrierThreshold(
        temperature, barrier - temperature * Math.log(2 * Math.PI * temperature / planck));
  }
}
