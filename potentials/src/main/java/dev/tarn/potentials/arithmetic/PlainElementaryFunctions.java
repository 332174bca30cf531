package dev.tarn.potentials.arithmetic;

/** One number after the other. */
final class PlainElementaryFunctions extends ElementaryFunctions {
  @Override
  public void exp(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      double y = Math.max(Math.min(x[i], MOST_EXP), LEAST_EXP);
      double k = (y * INVERSE_LN2 + ROUND) - ROUND;
      double r = (y - k * LN2_HIGH) - k * LN2_LOW;
      // Two factors, as one alone may not be a number although the result is.
      double half = (k * 0.5 + ROUND) - ROUND;
      x[i] = (1 + expm1OfSmall(r)) * powerOfTwo(half) * powerOfTwo(k - half);
    }
  }

  @Override
  public void tanh(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      double y = 2 * Math.min(Math.abs(x[i]), MOST_TANH);
      double k = (y * INVERSE_LN2 + ROUND) - ROUND;
      double r = (y - k * LN2_HIGH) - k * LN2_LOW;
      double power = powerOfTwo(k);
      double expm1 = power * expm1OfSmall(r) + (power - 1);
      x[i] = Math.copySign(expm1 / (expm1 + 2), x[i]);
    }
  }

  /** exp(r) - 1 for |r| up to half of ln 2. */
  private static double expm1OfSmall(double r) {
    double s = r * r;
    double odd = ((((C13 * s + C11) * s + C9) * s + C7) * s + C5) * s + C3;
    double even = ((((C12 * s + C10) * s + C8) * s + C6) * s + C4) * s + C2;
    return r + s * (even + r * odd);
  }

  private static double powerOfTwo(double k) {
    long whole = Double.doubleToRawLongBits(k + ROUND) - ROUND_BITS;
    return Double.longBitsToDouble((whole + 1023) << 52);
  }
}
