package dev.tarn.potentials.arithmetic;

/**
 * Exponential and hyperbolic tangent of arrays, by the fastest means that this Java offers.
 *
 * <p>The argument is written as k ln 2 + r with |r| at most half of ln 2, exp(r) - 1 is a Taylor
 * polynomial of degree 13, and tanh(x) = (exp(2x) - 1) / (exp(2x) + 1), the numerator without
 * cancellation. Results are equal to the last bit with and without the module {@code
 * jdk.incubator.vector}, on every processor, which those of {@link Math} are not.
 */
public abstract class ElementaryFunctions {
  /** 1.5 2^52: adding it rounds to a whole number, which then stands in the lowest bits. */
  static final double ROUND = 0x1.8p52;

  static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);

  /** ln 2 in two parts, the first with 20 zero bits at its end (fdlibm). */
  static final double LN2_HIGH = 0.6931471803691238;

  static final double LN2_LOW = 1.9082149292705877E-10;
  static final double INVERSE_LN2 = 1.4426950408889634;

  /** tanh is 1 to the last bit from here on. */
  static final double MOST_TANH = 20;

  /** The exponential is 0 below and infinite above. */
  static final double LEAST_EXP = -746;

  static final double MOST_EXP = 710;

  /** 1/2!, 1/3!, ... 1/13!. */
  static final double C2 = 1.0 / 2;

  static final double C3 = 1.0 / 6;
  static final double C4 = 1.0 / 24;
  static final double C5 = 1.0 / 120;
  static final double C6 = 1.0 / 720;
  static final double C7 = 1.0 / 5040;
  static final double C8 = 1.0 / 40320;
  static final double C9 = 1.0 / 362880;
  static final double C10 = 1.0 / 3628800;
  static final double C11 = 1.0 / 39916800;
  static final double C12 = 1.0 / 479001600;
  static final double C13 = 1.0 / 6227020800.0;

  private static final ElementaryFunctions BEST =
      Implementations.best(
          ElementaryFunctions.class, "VectorUnitElementaryFunctions", ElementaryFunctions::plain);

  /** Only the two implementations here. */
  ElementaryFunctions() {}

  /** The fastest implementation. */
  public static ElementaryFunctions best() {
    return BEST;
  }

  /** Plain loops. */
  public static ElementaryFunctions plain() {
    return new PlainElementaryFunctions();
  }

  /**
   * Replaces {@code x[from]} up to {@code x[to - 1]} by their exponentials. The error is below 1.5
   * units in the last place, as long as the result is a normal number; NaN stays NaN, infinities
   * give 0 and infinity.
   */
  public abstract void exp(double[] x, int from, int to);

  /**
   * Replaces {@code x[from]} up to {@code x[to - 1]} by their hyperbolic tangents. The error is
   * below 3 units in the last place; NaN stays NaN, a zero keeps its sign, and the function is odd
   * to the last bit.
   */
  public abstract void tanh(double[] x, int from, int to);
}
