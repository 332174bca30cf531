package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.Lanczos;
import dev.tarn.explorer.search.linear.Tridiagonal;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@link StationaryPointAnalysis} without the Hessian, from a few hundred of its products.
 *
 * <p>Lanczos processes with full reorthogonalisation, from random vectors with a fixed seed, find
 * the lowest eigenvalues with the norm r of their residual: an eigenvalue lies within r of each.
 * All that are not positive are taken out and the next process begins orthogonal to them, so that
 * equal eigenvalues are all counted, until the lowest one left is positive by more than its
 * residual. That it is the lowest is certain but for a start vector that is by chance almost
 * orthogonal to a lower one (J. Kuczyński and H. Woźniakowski, SIAM J. Matrix Anal. Appl. 13, 1094,
 * 1992). An eigenvalue whose sign the residual leaves open counts as vanishing, so that no point is
 * called a minimum or a transition state for want of accuracy. Index and number of vanishing
 * eigenvalues together are counted up to {@value #MOST_NOT_POSITIVE}; there may be more.
 */
final class LanczosAnalysis {
  /** So many eigenvalues that are not positive are counted. */
  static final int MOST_NOT_POSITIVE = 12;

  private static final int CHECK_EVERY = 10;
  private static final int MOST_STEPS = 400;

  /** Residual of the eigenvalues that are reported, as a fraction of them. */
  private static final double PRECISE = 1e-4;

  /** Residual of a positive eigenvalue, as a fraction of it, at which its sign is taken as sure. */
  private static final double SURE = 0.01;

  /** Error of the log determinant allowed to each eigenvector that is taken for exact. */
  private static final double NEGLIGIBLE = 1e-4;

  /** Steps of the first process at the least: the longer, the more eigenvalues are exact. */
  private static final int LONG = 150;

  private static final int MOST_KNOWN = 160;

  private final HessianProduct hessian;
  private final int n;
  private final int zeroModes;
  private final Lanczos lanczos;
  private final double[] known;
  private final List<double[]> exact = new ArrayList<>();
  private int rows;
  private int index;
  private int flat;
  private double largest;
  private double lowest = Double.POSITIVE_INFINITY;
  private double logDet;
  private double[] lowestMode = new double[0];

  private LanczosAnalysis(Potential potential, double[] x) {
    n = x.length;
    hessian = potential.hessianAt(x);
    known = new double[(potential.symmetry().zeroModes() + MOST_NOT_POSITIVE + MOST_KNOWN) * n];
    zeroModes = potential.symmetry().zeroModeBasis(x, known);
    rows = zeroModes;
    lanczos = new Lanczos(n);
  }

  static StationaryPointAnalysis of(Potential potential, double[] x) {
    LanczosAnalysis analysis = new LanczosAnalysis(potential, x);
    analysis.countNotPositive();
    if (StationaryPointAnalysis.vanishes(potential, x, analysis.largest)) {
      return new StationaryPointAnalysis(
          0, x.length - analysis.zeroModes, 0, analysis.lowest, analysis.lowestMode, 0);
    }
    analysis.exact.forEach(analysis::know);
    LogDeterminant rest =
        LogDeterminant.of(analysis.hessian, x.length, analysis.known, analysis.rows);
    return new StationaryPointAnalysis(
        analysis.index,
        analysis.flat,
        analysis.logDet + rest.value(),
        analysis.lowest,
        analysis.lowestMode,
        rest.standardError());
  }

  private void countNotPositive() {
    double[] start = new double[n];
    double[] mode = new double[n];
    for (int process = 0; index + flat < MOST_NOT_POSITIVE && rows < n; process++) {
      NormalDeviates.fill(new SplittableRandom(0x1A2C05L + process), start);
      lanczos.begin(hessian, start, known, rows);
      converge(process == 0 ? LONG : 0);
      Tridiagonal ritz = lanczos.ritzVectors();
      double[] values = ritz.values();
      largest = Math.max(largest, Math.max(-values[0], values[values.length - 1]));
      if (values[0] < lowest) {
        lowest = values[0];
        lanczos.ritzVector(ritz, 0, mode);
        lowestMode = mode.clone();
      }
      int before = index + flat;
      int at = 0;
      for (; at < values.length && index + flat < MOST_NOT_POSITIVE; at++) {
        double residual = residual(ritz, at);
        if (values[at] > StationaryPointAnalysis.FLAT * largest && residual < values[at]) {
          break;
        }
        boolean vanishes =
            Math.abs(values[at]) <= StationaryPointAnalysis.FLAT * largest
                || residual >= -values[at];
        know(ritz, at);
        if (vanishes) {
          flat++;
        } else {
          index++;
          logDet += Math.log(-values[at]);
        }
      }
      if (process == 0) {
        findTheExact(ritz, at);
      }
      if (index + flat == before) {
        break;
      }
    }
    if (index == 1) {
      logDet -= Math.log(-lowest);
    }
    Vectors.orient(lowestMode);
  }

  /** Extends the process until what is to be known of the lowest eigenvalues is known. */
  private void converge(int least) {
    boolean ready = false;
    while (true) {
      boolean more = true;
      for (int k = 0; k < CHECK_EVERY && more; k++) {
        more = lanczos.extend();
      }
      boolean settled = settled(lanczos.ritz(lanczos.size() - 1));
      // Twice: what a process has not met yet shows within the next steps.
      if (!more || lanczos.size() >= MOST_STEPS || (settled && ready && lanczos.size() >= least)) {
        return;
      }
      ready = settled;
    }
  }

  /** Whether all that is not positive has converged, and the sign of the next is sure. */
  private boolean settled(Tridiagonal lastRow) {
    double[] values = lastRow.values();
    double size = Math.max(largest, Math.max(-values[0], values[values.length - 1]));
    double vanishing = StationaryPointAnalysis.FLAT * size;
    double coupling = lanczos.beta(values.length - 1);
    for (int at = 0; at < values.length; at++) {
      double residual = coupling * Math.abs(lastRow.row(0)[at]);
      if (values[at] > vanishing && residual < values[at]) {
        return residual <= SURE * values[at];
      }
      if (!(residual <= Math.max(PRECISE * Math.abs(values[at]), 0.1 * vanishing))) {
        return false;
      }
    }
    return true;
  }

  private double residual(Tridiagonal ritz, int at) {
    int last = lanczos.size() - 1;
    return lanczos.beta(last) * Math.abs(ritz.row(last)[at]);
  }

  /** Takes an eigenvector out of all that follows. */
  private void know(Tridiagonal ritz, int at) {
    double[] vector = new double[n];
    lanczos.ritzVector(ritz, at, vector);
    know(vector);
  }

  /**
   * The positive eigenvalues that have converged by the way, for the log determinant. The index is
   * counted without their help, as it does not forgive what they are off by.
   */
  private void findTheExact(Tridiagonal ritz, int from) {
    double[] values = ritz.values();
    double small = Math.abs(values[Math.min(from, values.length - 1)]);
    for (int at = values.length - 1; at >= from && exact.size() < MOST_KNOWN; at--) {
      double residual = residual(ritz, at);
      if (values[at] > 0 && residual * residual <= NEGLIGIBLE * values[at] * small) {
        double[] vector = new double[n];
        lanczos.ritzVector(ritz, at, vector);
        exact.add(vector);
        logDet += Math.log(values[at]);
      }
    }
  }

  private void know(double[] vector) {
    Vectors.project(vector, known, rows);
    Vectors.scale(vector, 1 / Vectors.norm(vector));
    System.arraycopy(vector, 0, known, rows * n, n);
    rows++;
  }
}
