package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.Lanczos;
import dev.tarn.explorer.search.linear.Tridiagonal;
import dev.tarn.potentials.HessianProduct;
import java.util.SplittableRandom;

/**
 * Sum of ln |eigenvalue| of a Hessian by stochastic Lanczos quadrature: the trace of ln |H| from
 * its quadratic forms with random vectors of signs, each by Gauss quadrature from a Lanczos
 * process.
 *
 * <p>Directions given, such as eigenvectors that are known, are left out: the more eigenvalues far
 * from the bulk are known exactly, the smaller the error. Each probe has a seed of its own, the
 * same for all points of a landscape. The standard error for p probes is at most sqrt(2 / p) times
 * the Frobenius norm of ln |H / c| over what is left, for any c; it is estimated from the scatter
 * of the probes.
 *
 * <p>Source: S. Ubaru, J. Chen and Y. Saad, SIAM J. Matrix Anal. Appl. 38, 1075 (2017).
 *
 * @param value the estimate
 * @param standardError its standard error
 */
record LogDeterminant(double value, double standardError) {
  private static final int PROBES = 16;
  private static final int CHECK_EVERY = 8;
  private static final int MOST_STEPS = 96;

  /** A quadrature has converged when more steps change it by no more than this, per eigenvalue. */
  private static final double SETTLED = 1e-6;

  /**
   * Estimates.
   *
   * @param known orthonormal rows of length n, invariant under H, to leave out
   * @param number of those rows
   */
  static LogDeterminant of(HessianProduct hessian, int n, double[] known, int number) {
    int left = n - number;
    if (left == 0) {
      return new LogDeterminant(0, 0);
    }
    Lanczos lanczos = new Lanczos(n);
    double[] signs = new double[n];
    double sum = 0;
    double squares = 0;
    for (int probe = 0; probe < PROBES; probe++) {
      SplittableRandom random = new SplittableRandom(0x7A3DL + probe);
      for (int i = 0; i < n; i++) {
        signs[i] = random.nextInt(2) == 0 ? -1 : 1;
      }
      lanczos.begin(hessian, signs, known, number);
      double form = left * quadrature(lanczos);
      sum += form;
      squares += form * form;
    }
    double mean = sum / PROBES;
    double variance = Math.max(0, squares / PROBES - mean * mean) / (PROBES - 1);
    return new LogDeterminant(mean, Math.sqrt(variance));
  }

  /** The mean of ln |eigenvalue| with the weights of the start vector. */
  private static double quadrature(Lanczos lanczos) {
    double before = Double.NaN;
    while (true) {
      boolean more = true;
      for (int k = 0; k < CHECK_EVERY && more; k++) {
        more = lanczos.extend();
      }
      Tridiagonal ritz = lanczos.ritz(0);
      double sum = 0;
      for (int k = 0; k < lanczos.size(); k++) {
        double weight = ritz.row(0)[k] * ritz.row(0)[k];
        if (weight > 0) {
          sum += weight * Math.log(Math.abs(ritz.values()[k]));
        }
      }
      if (!more || lanczos.size() >= MOST_STEPS || Math.abs(sum - before) <= SETTLED) {
        return sum;
      }
      before = sum;
    }
  }
}
