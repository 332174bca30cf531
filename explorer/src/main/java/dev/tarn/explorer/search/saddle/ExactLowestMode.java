package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.linear.SymmetricEigensystem;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;

/** The lowest eigenvector of the exact Hessian; of near degenerate ones any. */
final class ExactLowestMode implements LowestMode {
  private final Potential potential;
  private final int n;
  private final double[] hessian;
  private final SymmetricEigensystem eigensystem;
  private final double[] mode;

  ExactLowestMode(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new double[n * n];
    eigensystem = SymmetricEigensystem.ofVectors(n);
    mode = new double[n];
  }

  @Override
  public void begin(double[] guess) {
    System.arraycopy(guess, 0, mode, 0, n);
  }

  @Override
  public double update(double[] x, double[] gradient, ZeroModes zeroModes, int most) {
    potential.hessian(x, hessian);
    zeroModes.replace(hessian, ZeroModes.typicalEigenvalue(hessian, n));
    if (!Vectors.finite(hessian) || !eigensystem.decompose(hessian)) {
      return Double.NaN;
    }
    double[] found = eigensystem.vector(0);
    double sign = Vectors.dot(found, mode) < 0 ? -1 : 1;
    for (int i = 0; i < n; i++) {
      mode[i] = sign * found[i];
    }
    return eigensystem.value(0);
  }

  @Override
  public double[] vector() {
    return mode;
  }
}
