package dev.tarn.explorer.search;

/** A function with its gradient. */
@FunctionalInterface
interface EnergyFunction {

  /** Value at {@code x}; overwrites {@code gradient}. */
  double energyAndGradient(double[] x, double[] gradient);
}
