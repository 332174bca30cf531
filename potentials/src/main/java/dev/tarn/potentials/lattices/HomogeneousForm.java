package dev.tarn.potentials.lattices;

import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A homogeneous polynomial of order p in n variables, sum over i1 <= … <= ip of c w_i1 … w_ip, with
 * its derivatives. Immutable.
 *
 * <p>Cost: there are C(n + p - 1, p) coefficients; the gradient takes two multiplications and
 * additions for each, the second derivatives p (p - 1) / 2.
 */
final class HomogeneousForm {
  private final int spins;
  private final int order;

  /** Coefficients of the monomials w_i w_j ..., i <= j <= ..., the last index fastest. */
  private final double[] coefficients;

  /** Frobenius norm of the symmetric tensor of coefficients. */
  private final double norm;

  private HomogeneousForm(int spins, int order, double[] coefficients, double norm) {
    this.spins = spins;
    this.order = order;
    this.coefficients = coefficients;
    this.norm = norm;
  }

  /**
   * The form with independent normal couplings of all ordered sets of indices, of variance n^(1-p).
   *
   * @param spins n
   * @param order p: 2, 3 or 4
   * @param seed of the couplings
   */
  static HomogeneousForm random(int spins, int order, long seed) {
    int count = Math.toIntExact(couplings(spins, order));
    double[] coefficients = new double[count];
    NormalDeviates.fill(new SplittableRandom(seed), coefficients);
    double scale = Math.pow(spins, -0.5 * (order - 1));
    double squared = 0;
    int[] index = new int[order];
    for (int at = 0; at < count; at++) {
      // All orderings of a set of indices share a monomial: the sum of m couplings is sqrt(m) times
      // a standard normal deviate.
      double orderings = orderings(index);
      coefficients[at] *= Math.sqrt(orderings) * scale;
      squared += coefficients[at] * coefficients[at] / orderings;
      int slot = order - 1;
      while (slot >= 0 && ++index[slot] == spins) {
        slot--;
      }
      for (int later = slot + 1; slot >= 0 && later < order; later++) {
        index[later] = index[slot];
      }
    }
    return new HomogeneousForm(spins, order, coefficients, Math.sqrt(squared));
  }

  /** Number of monomials of that order, C(N + p - 1, p). */
  static long couplings(int spins, int order) {
    long count = 1;
    for (int k = 1; k <= order; k++) {
      count = count * (spins + k - 1) / k;
    }
    return count;
  }

  /** In how many orders the indices can stand; they are sorted. */
  private static int orderings(int[] index) {
    int count = 1;
    int run = 0;
    for (int k = 0; k < index.length; k++) {
      run = k > 0 && index[k] == index[k - 1] ? run + 1 : 1;
      count = count * (k + 1) / run;
    }
    return count;
  }

  /** An upper bound of the magnitude of the form at points of length 1. */
  double norm() {
    return norm;
  }

  /** Overwrites {@code gradient} with the first derivatives at a point. */
  void gradient(double[] point, double[] gradient) {
    Arrays.fill(gradient, 0, spins, 0);
    int at = 0;
    for (int i = 0; i < spins; i++) {
      double x = point[i];
      if (order == 2) {
        add(at, i, x, gradient, 0);
        gradient[i] += contracted(point, at, i);
        at += spins - i;
        continue;
      }
      for (int j = i; j < spins; j++) {
        double y = point[j];
        if (order == 3) {
          double inner = contracted(point, at, j);
          add(at, j, x * y, gradient, 0);
          gradient[i] += y * inner;
          gradient[j] += x * inner;
          at += spins - j;
          continue;
        }
        for (int k = j; k < spins; k++) {
          double z = point[k];
          double inner = contracted(point, at, k);
          add(at, k, x * y * z, gradient, 0);
          gradient[i] += y * z * inner;
          gradient[j] += x * z * inner;
          gradient[k] += x * y * inner;
          at += spins - k;
        }
      }
    }
  }

  /** Sum over the last index, from {@code first} on, of coefficient times component. */
  private double contracted(double[] point, int at, int first) {
    // Four sums, so that additions need not wait for each other.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int shift = at - first;
    int k = first;
    for (; k + 3 < spins; k += 4) {
      a += coefficients[shift + k] * point[k];
      b += coefficients[shift + k + 1] * point[k + 1];
      c += coefficients[shift + k + 2] * point[k + 2];
      d += coefficients[shift + k + 3] * point[k + 3];
    }
    for (; k < spins; k++) {
      a += coefficients[shift + k] * point[k];
    }
    return (a + b) + (c + d);
  }

  /** Adds a multiple of one row of coefficients, last index from {@code first} on. */
  private void add(int at, int first, double factor, double[] target, int offset) {
    int shift = at - first;
    for (int k = first; k < spins; k++) {
      target[offset + k] += factor * coefficients[shift + k];
    }
  }

  /**
   * Adds half of the second derivatives at a point to an n x n matrix: each pair of the indices of
   * a monomial once, so that the matrix and its transpose are all of them.
   */
  void upperHalf(double[] point, double[] half) {
    int n = spins;
    int at = 0;
    for (int i = 0; i < n; i++) {
      double x = point[i];
      if (order == 2) {
        add(at, i, 1, half, i * n);
        at += n - i;
        continue;
      }
      for (int j = i; j < n; j++) {
        double y = point[j];
        if (order == 3) {
          half[i * n + j] += contracted(point, at, j);
          add(at, j, y, half, i * n);
          add(at, j, x, half, j * n);
          at += n - j;
          continue;
        }
        for (int k = j; k < n; k++) {
          double z = point[k];
          double inner = contracted(point, at, k);
          half[i * n + j] += z * inner;
          half[i * n + k] += y * inner;
          half[j * n + k] += x * inner;
          add(at, k, y * z, half, i * n);
          add(at, k, x * z, half, j * n);
          add(at, k, x * y, half, k * n);
          at += n - k;
        }
      }
    }
  }
}
