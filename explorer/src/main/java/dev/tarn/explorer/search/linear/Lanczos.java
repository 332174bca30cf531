package dev.tarn.explorer.search.linear;

import dev.tarn.potentials.HessianProduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Lanczos process with full reorthogonalisation: an orthonormal basis of the Krylov space of a
 * Hessian and a start vector, in which the Hessian is tridiagonal; all of it orthogonal to given
 * directions, such as zero modes and eigenvectors that are known.
 *
 * <p>Holds its vectors, n numbers a step, and uses them again in the next process. Cost: a product
 * a step, and 4 n k operations in the k-th. For one thread.
 *
 * <p>Source: C. Lanczos, J. Res. Natl. Bur. Stand. 45, 255 (1950); G. H. Golub and C. F. Van Loan,
 * Matrix Computations (4th ed. 2013), section 10.3.
 */
public final class Lanczos {
  private final int n;
  private final List<double[]> vectors = new ArrayList<>();
  private double[] alpha = new double[64];
  private double[] beta = new double[64];
  private HessianProduct product = (vector, image) -> {};
  private double[] out = new double[0];
  private int rows;
  private int size;
  private double startNorm;
  private double scale;

  public Lanczos(int n) {
    this.n = n;
  }

  /**
   * Begins.
   *
   * @param hessian the matrix
   * @param start first vector, not to be modified here; of any length, zero only if its answer is
   *     to be zero
   * @param directions orthonormal rows of length n to stay orthogonal to
   * @param number of those rows
   */
  public void begin(HessianProduct hessian, double[] start, double[] directions, int number) {
    product = hessian;
    out = directions;
    rows = number;
    size = 0;
    scale = 0;
    double[] first = vector(0);
    System.arraycopy(start, 0, first, 0, n);
    Vectors.project(first, out, rows);
    Vectors.project(first, out, rows);
    startNorm = Vectors.norm(first);
    if (startNorm > 0) {
      Vectors.scale(first, 1 / startNorm);
    }
  }

  /**
   * One step: a column of the tridiagonal matrix.
   *
   * @return whether another can follow; otherwise the space is complete to rounding, or the Hessian
   *     not a number
   */
  public boolean extend() {
    if (size == alpha.length) {
      alpha = Arrays.copyOf(alpha, 2 * size);
      beta = Arrays.copyOf(beta, 2 * size);
    }
    double[] here = vector(size);
    double[] next = vector(size + 1);
    product.times(here, next);
    Vectors.project(next, out, rows);
    alpha[size] = Vectors.dot(here, next);
    // Once against all, newest first; the three-term recurrence is the first two of these.
    for (int k = size; k >= 0; k--) {
      double[] earlier = vectors.get(k);
      Vectors.add(next, -Vectors.dot(next, earlier), earlier);
    }
    double norm = Vectors.norm(next);
    scale = Math.max(scale, Math.abs(alpha[size]) + norm);
    if (norm < 0.1 * scale) {
      // What cancels loses digits: again.
      Vectors.project(next, out, rows);
      for (int k = size; k >= 0; k--) {
        double[] earlier = vectors.get(k);
        Vectors.add(next, -Vectors.dot(next, earlier), earlier);
      }
      norm = Vectors.norm(next);
    }
    boolean more = norm > 1e-12 * scale && size + 1 < n - rows && Double.isFinite(norm);
    beta[size] = more ? norm : 0;
    if (more) {
      Vectors.scale(next, 1 / norm);
    }
    size++;
    return more;
  }

  private double[] vector(int k) {
    if (k == vectors.size()) {
      vectors.add(new double[n]);
    }
    return vectors.get(k);
  }

  /** Steps so far: the order of the tridiagonal matrix. */
  public int size() {
    return size;
  }

  /** Length of the start vector once the given directions were taken out. */
  public double startNorm() {
    return startNorm;
  }

  /** Diagonal element k of the tridiagonal matrix. */
  public double alpha(int k) {
    return alpha[k];
  }

  /** Element beside the diagonal, between k and k + 1; the last one couples to what is left out. */
  public double beta(int k) {
    return beta[k];
  }

  /** Ritz values, with the rows of their small eigenvectors that are wanted. */
  public Tridiagonal ritz(int... wanted) {
    return Tridiagonal.of(alpha, beta, size, wanted);
  }

  /** Ritz values with all rows of their small eigenvectors: O(size^3). */
  public Tridiagonal ritzVectors() {
    return ritz(IntStream.range(0, size).toArray());
  }

  /** The sum of the first vectors with these factors. */
  public void combine(double[] factors, int number, double[] to) {
    Arrays.fill(to, 0, n, 0);
    for (int k = 0; k < number; k++) {
      Vectors.add(to, factors[k], vectors.get(k));
    }
  }

  /** The unit Ritz vector at that place in the order of the values. */
  public void ritzVector(Tridiagonal all, int at, double[] to) {
    double[] factors = new double[size];
    for (int k = 0; k < size; k++) {
      factors[k] = all.row(k)[at];
    }
    combine(factors, size, to);
    Vectors.project(to, out, rows);
    Vectors.scale(to, 1 / Vectors.norm(to));
  }
}
