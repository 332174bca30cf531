package dev.tarn.potentials.arithmetic;

/**
 * Energy and gradient of Morse clusters, by the fastest means that this Java offers.
 *
 * <p>Each pair takes one exponential, one square root and one division. They are done for many
 * pairs at a time, in short loops of their own: a compiler makes vectors of those, and gives up on
 * one loop that does everything. Results are equal to the last bit with and without the module
 * {@code jdk.incubator.vector}.
 *
 * <p>The exponential is that of {@link ElementaryFunctions} with fused operations. Its error is
 * below 1.5 units in the last place; results below the least normal number, 2.2e-308, are 0.
 */
public abstract class MorseArithmetic {
  /** The exponential is 0 from here on: its power of two has the exponent of 0. */
  static final double LEAST = -709.1;

  /** The exponential is infinite from here on: its power of two is. */
  static final double MOST = 710;

  private static final MorseArithmetic BEST =
      Implementations.best(
          MorseArithmetic.class, "VectorUnitMorseArithmetic", MorseArithmetic::plain);

  /** Only the two implementations here. */
  MorseArithmetic() {}

  /** The fastest implementation. */
  public static MorseArithmetic best() {
    return BEST;
  }

  /** Plain loops. */
  public static MorseArithmetic plain() {
    return new PlainMorseArithmetic();
  }

  /**
   * Sum over pairs of e (e - 2) with e = exp(rho (1 - r)), and its gradient.
   *
   * <p>The energy of atoms at one place is finite as long as exp(2 rho) is; their gradient is not a
   * number.
   *
   * @param space scratch space for that number of atoms
   * @param rho positive
   * @param x coordinates x0 y0 z0 x1 … (x0 y0 x1 … in two dimensions)
   * @param gradient overwritten
   */
  public final double energyAndGradient(PairRows space, double rho, double[] x, double[] gradient) {
    space.load(x);
    double energy = 0;
    for (int first = 0, end; first < space.atoms; first = end) {
      end = space.end(first);
      int pairs = distances(space, rho, first, end);
      exponentials(space, pairs);
      energy += energyAndSlopes(space, rho, pairs);
      addGradient(space, first, end);
    }
    space.unload(gradient);
    return energy;
  }

  /**
   * Distances of the pairs of some rows, and as values rho (1 - r).
   *
   * @return the number of pairs with padding
   */
  abstract int distances(PairRows space, double rho, int first, int end);

  /** Replaces the values by their exponentials. */
  abstract void exponentials(PairRows space, int pairs);

  /** Replaces the exponentials by the derivatives over the distance; returns the energy. */
  abstract double energyAndSlopes(PairRows space, double rho, int pairs);

  /** Adds to the gradient what comes of the pairs of some rows. */
  abstract void addGradient(PairRows space, int first, int end);
}
