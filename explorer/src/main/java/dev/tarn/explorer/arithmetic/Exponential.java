package dev.tarn.explorer.arithmetic;

/**
 * The exponential function in additions and multiplications alone, so that plain loops and vectors
 * give the same bits: exp(x) = 2^k exp(r) with |r| below ln 2 / 2 and a polynomial of degree 13,
 * whose remainder is 4e-18. Error below 1.5 units in the last place; arguments are held within
 * {@link #LEAST} and {@link #MOST}.
 */
final class Exponential {
  static final double LEAST = -708;
  static final double MOST = 708;
  static final double LOG2_E = 1.4426950408889634;

  /** ln 2 in two parts, the first with so few bits that its products with k are exact. */
  static final double LN2_HIGH = 0x1.62e42feep-1;

  static final double LN2_LOW = 1.9082149292705877e-10;

  /** Adding it rounds to a whole number, whose bits then stand lowest. */
  static final double ROUND = 0x1.8p52;

  /** 1/13!, 1/12! … 1/2!. */
  static final double[] COEFFICIENTS = {
    1.6059043836821613e-10,
    2.08767569878681e-9,
    2.505210838544172e-8,
    2.755731922398589e-7,
    2.7557319223985893e-6,
    2.48015873015873e-5,
    1.984126984126984e-4,
    1.388888888888889e-3,
    8.333333333333333e-3,
    4.1666666666666664e-2,
    1.6666666666666666e-1,
    0.5,
  };

  private Exponential() {}

  static double of(double argument) {
    double x = Math.max(LEAST, Math.min(MOST, argument));
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
    double p = COEFFICIENTS[0];
    p = Math.fma(p, r, COEFFICIENTS[1]);
    p = Math.fma(p, r, COEFFICIENTS[2]);
    p = Math.fma(p, r, COEFFICIENTS[3]);
    p = Math.fma(p, r, COEFFICIENTS[4]);
    p = Math.fma(p, r, COEFFICIENTS[5]);
    p = Math.fma(p, r, COEFFICIENTS[6]);
    p = Math.fma(p, r, COEFFICIENTS[7]);
    p = Math.fma(p, r, COEFFICIENTS[8]);
    p = Math.fma(p, r, COEFFICIENTS[9]);
    p = Math.fma(p, r, COEFFICIENTS[10]);
    p = Math.fma(p, r, COEFFICIENTS[11]);
    p = Math.fma(p, r, 1);
    p = Math.fma(p, r, 1);
    return p * Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
  }
}
