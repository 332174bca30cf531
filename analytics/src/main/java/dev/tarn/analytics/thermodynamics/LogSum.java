package dev.tarn.analytics.thermodynamics;

/** Sums of numbers that are given by their logarithms. */
public final class LogSum {
  private LogSum() {}

  /**
   * ln of the sum of exp({@code terms[i]}), without overflow; minus infinity for no terms.
   *
   * @param terms logarithms; minus infinity stands for zero
   */
  public static double of(double... terms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      largest = Math.max(largest, term);
    }
    if (Double.isInfinite(largest) || Double.isNaN(largest)) {
      return largest;
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - largest);
    }
    return largest + Math.log(sum);
  }

  /** ln(exp(a) + exp(b)). */
  public static double of(double a, double b) {
    double larger = Math.max(a, b);
    if (Double.isInfinite(larger)) {
      return larger;
    }
    return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
