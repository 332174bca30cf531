package dev.tarn.analytics.network.powerlaw;

/**
 * Hurwitz's zeta function, the sum over k &ge; 0 of (q + k)^-s, with its first two derivatives in
 * s, by the Euler-Maclaurin formula.
 *
 * <p>Terms are summed one by one until q + k exceeds 12 + s; then eight Bernoulli terms leave a
 * relative error of about 1e-14.
 *
 * @param value the sum
 * @param slope its derivative in s
 * @param curvature its second derivative in s
 */
record HurwitzZeta(double value, double slope, double curvature) {
  /** Bernoulli numbers B_2j / (2j)!. */
  private static final double[] BERNOULLI = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30240,
    -1.0 / 1209600,
    1.0 / 47900160,
    -691.0 / 1307674368000.0,
    1.0 / 74724249600.0,
    -3617.0 / 10670622842880000.0
  };

  /** The sum alone; s &gt; 1, q &gt; 0. */
  static double value(double s, double q) {
    double sum = 0;
    double a = q;
    while (a < 12 + s) {
      sum += Math.pow(a, -s);
      a++;
    }
    double power = Math.pow(a, -s);
    double tail = a / (s - 1) + 0.5;
    double factor = s / a;
    double square = 1 / (a * a);
    for (int j = 0; j < BERNOULLI.length; j++) {
      tail += BERNOULLI[j] * factor;
      factor *= (s + 2 * j + 1) * (s + 2 * j + 2) * square;
    }
    return sum + power * tail;
  }

  /** The sum and its derivatives; s &gt; 1, q &gt; 0. */
  static HurwitzZeta of(double s, double q) {
    double value = 0;
    double slope = 0;
    double curvature = 0;
    double a = q;
    while (a < 12 + s) {
      double log = Math.log(a);
      double term = Math.exp(-s * log);
      value += term;
      slope -= term * log;
      curvature += term * log * log;
      a++;
    }
    double log = Math.log(a);
    double power = Math.exp(-s * log);
    // Each term is c(s) a^-s; c'/c and (c'/c)' are carried along.
    double c = a / (s - 1);
    double ratio = -1 / (s - 1);
    double bend = 1 / ((s - 1) * (s - 1));
    value += power * c;
    slope += power * c * (ratio - log);
    curvature += power * c * ((ratio - log) * (ratio - log) + bend);
    value += power * 0.5;
    slope -= power * 0.5 * log;
    curvature += power * 0.5 * log * log;
    double factor = s / a;
    ratio = 1 / s;
    bend = -1 / (s * s);
    for (int j = 0; j < BERNOULLI.length; j++) {
      double term = power * BERNOULLI[j] * factor;
      value += term;
      slope += term * (ratio - log);
      curvature += term * ((ratio - log) * (ratio - log) + bend);
      double u = s + 2 * j + 1;
      double w = s + 2 * j + 2;
      factor *= u * w / (a * a);
      ratio += 1 / u + 1 / w;
      bend -= 1 / (u * u) + 1 / (w * w);
    }
    return new HurwitzZeta(value, slope, curvature);
  }
}
