package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.linear.Cholesky;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * What the Hessian says of a stationary point: its index, whether it is degenerate, its log
 * determinant and its lowest mode.
 *
 * <p>Directions in which the symmetry makes the potential constant are taken out first, so that
 * zero modes are predicted, not guessed by size or number. Of the remaining eigenvalues those below
 * {@link #FLAT} of the largest in magnitude count as zero. Cost: one Hessian and one symmetric
 * eigendecomposition, O(n^3), for up to 300 coordinates.
 *
 * <p>For more the Hessian is not formed: the lowest eigenvalues come from Lanczos processes with
 * bounds of their errors, an index above 11 is only known to be no smaller, and the log determinant
 * is an estimate by stochastic Lanczos quadrature with a standard error that is given. Cost: some
 * hundred to two thousand products.
 *
 * @param index number of negative eigenvalues
 * @param unexpectedZeroEigenvalues vanishing eigenvalues that no symmetry predicts
 * @param logDetHessian sum of ln |eigenvalue| over the non-zero ones, the negative one of an
 *     index-1 point left out
 * @param lowestEigenvalue the lowest non-zero-mode eigenvalue
 * @param lowestMode its unit eigenvector, length n
 * @param logDetError standard error of the log determinant; 0 where it is exact to rounding
 */
public record StationaryPointAnalysis(
    int index,
    int unexpectedZeroEigenvalues,
    double logDetHessian,
    double lowestEigenvalue,
    double[] lowestMode,
    double logDetError) {

  /** Eigenvalues smaller than this fraction of the largest one are taken for zero. */
  public static final double FLAT = 1e-8;

  /** A point converged to rounding, 1e-16, is off by its root, 1e-8, where the Hessian vanishes. */
  private static final double VANISHING = 1e-6;

  /**
   * Whether the whole Hessian is nothing but what is left of it beside a point where it vanishes,
   * so that its eigenvalues say nothing although none of them is small beside the others. How large
   * it usually is follows from how fast it changes, where the potential knows.
   *
   * @param largest largest magnitude of an eigenvalue at {@code x}
   */
  static boolean vanishes(Potential potential, double[] x, double largest) {
    double usual = potential.hessianLipschitz(x, 0).orElse(0) * potential.lengthScale();
    return largest <= VANISHING * usual;
  }

  /** Analyses the point {@code x}, which must be converged well below the softest mode. */
  public static StationaryPointAnalysis of(Potential potential, double[] x) {
    return of(potential, x, HessianUse.of(x.length));
  }

  /** The same from all eigenvalues, or from products, whatever that costs. */
  public static StationaryPointAnalysis of(Potential potential, double[] x, HessianUse use) {
    return use == HessianUse.PRODUCTS ? LanczosAnalysis.of(potential, x) : exact(potential, x);
  }

  private static StationaryPointAnalysis exact(Potential potential, double[] x) {
    int n = x.length;
    double[] hessian = new double[n * n];
    potential.hessian(x, hessian);
    ZeroModes modes = new ZeroModes(potential);
    int zeroModes = modes.at(x);
    double shift = ZeroModes.typicalEigenvalue(hessian, n);
    modes.replace(hessian, shift);
    double[] values = eigenvalues(hessian, n);
    double largest = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
      lowest = Math.min(lowest, value);
    }
    if (vanishes(potential, x, largest)) {
      return new StationaryPointAnalysis(
          0, n - zeroModes, 0, lowest, mode(hessian, n, lowest, largest), 0);
    }
    int index = 0;
    int flat = 0;
    double logDet = -zeroModes * Math.log(shift);
    for (double value : values) {
      if (Math.abs(value) <= FLAT * largest) {
        flat++;
        continue;
      }
      logDet += Math.log(Math.abs(value));
      if (value < 0) {
        index++;
      }
    }
    if (index == 1) {
      logDet -= Math.log(-lowest);
    }
    return new StationaryPointAnalysis(
        index, flat, logDet, lowest, mode(hessian, n, lowest, largest), 0);
  }

  private static double[] eigenvalues(double[] hessian, int n) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, false, true);
    if (!decomposition.decompose(DMatrixRMaj.wrap(n, n, hessian.clone()))) {
      throw new ArithmeticException("eigenvalues of the Hessian did not converge");
    }
    double[] values = new double[n];
    for (int k = 0; k < n; k++) {
      values[k] = decomposition.getEigenvalue(k).getReal();
    }
    return values;
  }

  /**
   * Eigenvector of the lowest eigenvalue by inverse iteration, shifted to just below it, where the
   * matrix is positive definite. A third of the cost of all eigenvectors.
   */
  private static double[] mode(double[] hessian, int n, double lowest, double largest) {
    Cholesky cholesky = new Cholesky(n);
    double[] shifted = new double[n * n];
    double below = 1e-7 * largest;
    do {
      System.arraycopy(hessian, 0, shifted, 0, n * n);
      for (int i = 0; i < n; i++) {
        shifted[i * n + i] += below - lowest;
      }
      below *= 10;
    } while (!cholesky.factorise(shifted));
    double[] mode = new double[n];
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      // No symmetric mode is orthogonal to this start.
      mode[i] = 1 + 0.37 * Math.sin(1 + 2.3 * i);
    }
    for (int pass = 0; pass < 30; pass++) {
      cholesky.solve(mode, next);
      Vectors.scale(next, 1 / Vectors.norm(next));
      double change = 0;
      for (int i = 0; i < n; i++) {
        change = Math.max(change, Math.abs(next[i] - mode[i]));
      }
      System.arraycopy(next, 0, mode, 0, n);
      if (change < 1e-12) {
        break;
      }
    }
    Vectors.orient(mode);
    return mode;
  }
}
