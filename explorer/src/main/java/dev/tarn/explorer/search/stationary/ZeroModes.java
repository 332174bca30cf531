package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;

/**
 * The directions in which the symmetry makes a potential constant at a point, where they are taken
 * out of vectors and given other eigenvalues than zero in a Hessian. Scratch space for one thread.
 */
public final class ZeroModes {
  private final Symmetry symmetry;
  private final int n;

  /** Orthonormal rows, and room for one more. */
  private final double[] basis;

  private final double[] factors;
  private final double[] image;
  private int number;

  /** Room for the zero modes of a potential. */
  public ZeroModes(Potential potential) {
    symmetry = potential.symmetry();
    n = potential.dimension();
    basis = new double[(symmetry.zeroModes() + 1) * n];
    factors = new double[symmetry.zeroModes() + 1];
    image = new double[n];
  }

  /** Goes to the point {@code x}; returns the number of zero modes there. */
  public int at(double[] x) {
    number = symmetry.zeroModeBasis(x, basis);
    return number;
  }

  /** Number of zero modes at the point. */
  public int number() {
    return number;
  }

  /** The zero modes at the point, orthonormal rows of length n; not to be modified. */
  public double[] basis() {
    return basis;
  }

  /** Takes the zero modes out of a vector. */
  public void project(double[] vector) {
    Vectors.project(vector, basis, number, factors);
  }

  /**
   * H becomes (1 - P) H (1 - P) + v P with P the projector onto the zero modes, which are then
   * eigenvectors with the eigenvalue v wherever the point is.
   */
  public void replace(double[] hessian, double eigenvalue) {
    for (int k = 0; k < number; k++) {
      int mode = k * n;
      double self = 0;
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += hessian[i * n + j] * basis[mode + j];
        }
        image[i] = sum;
        self += sum * basis[mode + i];
      }
      for (int i = 0; i < n; i++) {
        double bi = basis[mode + i];
        for (int j = 0; j < n; j++) {
          double bj = basis[mode + j];
          hessian[i * n + j] += (self + eigenvalue) * bi * bj - image[i] * bj - bi * image[j];
        }
      }
    }
  }

  /**
   * The same for the upper triangle of a Hessian that takes the zero modes to nothing, as it does
   * near a stationary point: H becomes H + v P.
   */
  public void raise(double[] hessian, double eigenvalue) {
    Arrays.fill(factors, 0, number, eigenvalue);
    Vectors.addProjectors(hessian, n, factors, basis, number);
  }

  /** The same, and {@code further} times the projector onto one direction more, of unit length. */
  public void raise(double[] hessian, double eigenvalue, double[] direction, double further) {
    Arrays.fill(factors, 0, number, eigenvalue);
    factors[number] = further;
    System.arraycopy(direction, 0, basis, number * n, n);
    Vectors.addProjectors(hessian, n, factors, basis, number + 1);
  }

  /** A size typical of the eigenvalues: the mean magnitude on the diagonal, or 1 if it is zero. */
  public static double typicalEigenvalue(double[] hessian, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(hessian[i * n + i]);
    }
    return sum == 0 ? 1 : sum / n;
  }
}
