package dev.tarn.explorer.search.linear;

import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Newton steps H s = g without the Hessian: minimum residuals over growing Krylov spaces (MINRES),
 * whatever the index, zero modes left out.
 *
 * <p>The pivots of the tridiagonal matrix are counted on the way: as many as are negative, so many
 * negative eigenvalues H has at least (Sylvester's law of inertia, Cauchy's interlacing). A step
 * that would go to a point of the wrong index is given up as soon as this shows.
 *
 * <p>Cost: one product for each dimension of the space, of which a spectrum with few eigenvalues
 * outside a cluster needs few. For one thread.
 *
 * <p>Source: C. C. Paige and M. A. Saunders, SIAM J. Numer. Anal. 12, 617 (1975); inexact Newton
 * methods: R. S. Dembo, S. C. Eisenstat and T. Steihaug, ibid. 19, 400 (1982).
 */
public final class NewtonKrylov {
  private static final int MOST_STEPS = 300;
  private static final int LOOKS = 40;

  private final int n;
  private final Lanczos lanczos;
  private final double[] diagonal = new double[MOST_STEPS];
  private final double[] above = new double[MOST_STEPS];
  private final double[] farAbove = new double[MOST_STEPS];
  private final double[] right = new double[MOST_STEPS];
  private int negative;

  public NewtonKrylov(int n) {
    this.n = n;
    lanczos = new Lanczos(n);
  }

  /**
   * Solves.
   *
   * @param hessian H
   * @param gradient g
   * @param basis orthonormal zero modes, as rows
   * @param zeroModes number of those rows
   * @param tolerance norm of the residual, as a fraction of that of g, at which to stop
   * @param allowedNegative negative eigenvalues that H may have
   * @param step overwritten with s
   * @return whether H shows no more negative eigenvalues than that, and s was reached
   */
  public boolean solve(
      HessianProduct hessian,
      double[] gradient,
      double[] basis,
      int zeroModes,
      double tolerance,
      int allowedNegative,
      double[] step) {
    lanczos.begin(hessian, gradient, basis, zeroModes);
    negative = 0;
    Arrays.fill(step, 0);
    if (lanczos.startNorm() == 0) {
      return looksAround(hessian, basis, zeroModes, allowedNegative);
    }
    double residual = lanczos.startNorm();
    double wanted = tolerance * residual;
    double pivot = 1;
    double between = 0;
    double cos = 1;
    double sin = 0;
    double cosBefore = 1;
    double sinBefore = 0;
    for (int k = 0; k < MOST_STEPS; k++) {
      boolean more = lanczos.extend();
      double alpha = lanczos.alpha(k);
      double next = lanczos.beta(k);
      pivot = alpha - between * between / pivot;
      if (pivot < 0) {
        negative++;
        if (negative > allowedNegative) {
          return false;
        }
      } else if (pivot == 0) {
        pivot = Double.MIN_NORMAL;
      }
      // QR by rotations of rows; the residual of the least squares falls out.
      farAbove[k] = sinBefore * between;
      double beside = cosBefore * between;
      above[k] = cos * beside + sin * alpha;
      double corner = cos * alpha - sin * beside;
      diagonal[k] = Math.hypot(corner, next);
      cosBefore = cos;
      sinBefore = sin;
      cos = diagonal[k] == 0 ? 1 : corner / diagonal[k];
      sin = diagonal[k] == 0 ? 0 : next / diagonal[k];
      right[k] = cos * residual;
      residual *= -sin;
      between = next;
      if (!more || Math.abs(residual) <= wanted) {
        back(k + 1, step);
        return Vectors.finite(step);
      }
    }
    return false;
  }

  /** Where there is no gradient: the curvature around, in a space from a fixed random vector. */
  private boolean looksAround(
      HessianProduct hessian, double[] basis, int zeroModes, int allowedNegative) {
    double[] start = new double[n];
    NormalDeviates.fill(new SplittableRandom(1), start);
    lanczos.begin(hessian, start, basis, zeroModes);
    boolean more = true;
    while (more && lanczos.size() < LOOKS) {
      more = lanczos.extend();
    }
    for (double value : lanczos.ritz().values()) {
      negative += value < 0 ? 1 : 0;
    }
    return negative <= allowedNegative;
  }

  private void back(int size, double[] step) {
    double[] y = new double[size];
    for (int k = size - 1; k >= 0; k--) {
      double sum = right[k];
      if (k + 1 < size) {
        sum -= above[k + 1] * y[k + 1];
      }
      if (k + 2 < size) {
        sum -= farAbove[k + 2] * y[k + 2];
      }
      y[k] = diagonal[k] == 0 ? 0 : sum / diagonal[k];
    }
    lanczos.combine(y, size, step);
  }

  /**
   * A step downhill: a {@link TrustedStep} in a Krylov space.
   *
   * @param directions orthonormal rows to stay orthogonal to
   * @param number of those rows
   * @param most dimensions of the Krylov space at the most
   * @param tolerance residual of the solution, as a fraction of g, at which fewer will do
   * @param length of the step at the most
   * @param step overwritten
   * @return the change of energy that the quadratic model predicts
   */
  public double descend(
      HessianProduct hessian,
      double[] gradient,
      double[] directions,
      int number,
      int most,
      double tolerance,
      double length,
      double[] step) {
    lanczos.begin(hessian, gradient, directions, number);
    Arrays.fill(step, 0);
    double norm = lanczos.startNorm();
    boolean more = norm > 0;
    double left = 1;
    double pivot = 1;
    double between = 0;
    while (more && lanczos.size() < most && left > tolerance) {
      more = lanczos.extend();
      int last = lanczos.size() - 1;
      pivot = lanczos.alpha(last) - between * between / pivot;
      between = lanczos.beta(last);
      // The residual of the solution in the space so far shrinks, or grows, by these ratios.
      left *= between / Math.max(Math.abs(pivot), Double.MIN_NORMAL);
    }
    int size = lanczos.size();
    if (size == 0) {
      return 0;
    }
    Tridiagonal ritz = lanczos.ritzVectors();
    double[] slopes = ritz.row(0).clone();
    Vectors.scale(slopes, norm);
    double[] along = new double[size];
    double change = TrustedStep.choose(ritz.values(), slopes, length, along);
    double[] y = new double[size];
    for (int at = 0; at < size; at++) {
      for (int k = 0; k < size; k++) {
        y[k] += along[at] * ritz.row(k)[at];
      }
    }
    lanczos.combine(y, size, step);
    return change;
  }

  /** Negative eigenvalues that the last solution has seen; the index is no smaller. */
  public int negative() {
    return negative;
  }

  /** The direction of lowest curvature that the last solution has seen, of unit length. */
  public void lowestDirection(double[] to) {
    lanczos.ritzVector(lanczos.ritzVectors(), 0, to);
  }
}
