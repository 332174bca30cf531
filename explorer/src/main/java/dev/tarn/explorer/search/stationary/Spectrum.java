package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.SymmetricEigensystem;
import dev.tarn.explorer.search.linear.TrustedStep;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import java.util.Arrays;

/**
 * All eigenvalues and eigenvectors of the Hessian at a point, ascending; zero modes of the symmetry
 * are raised to a typical positive eigenvalue, where no gradient ever points.
 *
 * <p>Cost: a Hessian and O(n^3). Scratch space for one thread.
 */
public final class Spectrum implements QuadraticModel {
  private final Potential potential;
  private final int n;
  private final double[] hessian;
  private final ZeroModes zeroModes;
  private final SymmetricEigensystem eigensystem;
  private final double[] slopes;
  private final double[] along;

  /** Scratch space for points of a potential. */
  public Spectrum(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new double[n * n];
    zeroModes = new ZeroModes(potential);
    eigensystem = SymmetricEigensystem.ofVectors(n);
    slopes = new double[n];
    along = new double[n];
  }

  /**
   * Goes to a point.
   *
   * @return whether the Hessian is finite and has eigenvalues
   */
  @Override
  public boolean at(double[] x) {
    potential.hessian(x, hessian);
    if (!Vectors.finite(hessian)) {
      return false;
    }
    zeroModes.at(x);
    zeroModes.replace(hessian, ZeroModes.typicalEigenvalue(hessian, n));
    return eigensystem.decompose(hessian);
  }

  /** Eigenvalue k. */
  public double value(int k) {
    return eigensystem.value(k);
  }

  /** Unit eigenvector k; not to be modified. */
  public double[] vector(int k) {
    return eigensystem.vector(k);
  }

  /** Number of negative eigenvalues. */
  public int negative() {
    return eigensystem.negative(n);
  }

  /** The eigenvector with the largest overlap with a direction. */
  public int nearest(double[] direction) {
    int nearest = 0;
    double most = -1;
    for (int k = 0; k < n; k++) {
      double overlap = Math.abs(Vectors.dot(vector(k), direction));
      if (overlap > most) {
        most = overlap;
        nearest = k;
      }
    }
    return nearest;
  }

  @Override
  public double descend(double[] gradient, double length, double[] step) {
    return descend(gradient, -1, length, step);
  }

  /** The same orthogonal to the eigenvector {@code left}. */
  public double descend(double[] gradient, int left, double length, double[] step) {
    for (int k = 0; k < n; k++) {
      slopes[k] = k == left ? 0 : Vectors.dot(vector(k), gradient);
    }
    double change = TrustedStep.choose(eigensystem.values(), slopes, length, along);
    Arrays.fill(step, 0);
    for (int k = 0; k < n; k++) {
      Vectors.add(step, along[k], vector(k));
    }
    return change;
  }
}
