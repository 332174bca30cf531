package dev.tarn.explorer.search.minimise;

/** A function with its gradient. */
@FunctionalInterface
public interface EnergyFunction {

  /** Value at {@code x}; overwrites {@code gradient}. */
  double energyAndGradient(double[] x, double[] gradient);
}
