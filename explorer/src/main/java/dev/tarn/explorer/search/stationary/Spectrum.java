package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.TrustedStep;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * All eigenvalues and eigenvectors of the Hessian at a point, ascending; zero modes of the symmetry
 * are raised to a typical positive eigenvalue, where no gradient ever points.
 *
 * <p>Cost: a Hessian and O(n^3). Scratch space for one thread.
 */
public final class Spectrum {
  private final Potential potential;
  private final int n;
  private final double[] hessian;
  private final double[] basis;
  private final double[] values;
  private final double[][] vectors;
  private final double[] slopes;
  private final double[] along;

  public Spectrum(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new double[n * n];
    basis = new double[potential.symmetry().zeroModes() * n];
    values = new double[n];
    vectors = new double[n][];
    slopes = new double[n];
    along = new double[n];
  }

  /**
   * Goes to a point.
   *
   * @return whether the Hessian is finite and has eigenvalues
   */
  public boolean at(double[] x) {
    potential.hessian(x, hessian);
    if (!Vectors.finite(hessian)) {
      return false;
    }
    int zeroModes = potential.symmetry().zeroModeBasis(x, basis);
    StationaryPointAnalysis.raiseZeroModes(hessian, n, basis, zeroModes);
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, true, true);
    if (!decomposition.decompose(DMatrixRMaj.wrap(n, n, hessian))) {
      return false;
    }
    for (int k = 0; k < n; k++) {
      double value = decomposition.getEigenvalue(k).getReal();
      double[] vector = decomposition.getEigenVector(k).data;
      int at = k;
      for (; at > 0 && values[at - 1] > value; at--) {
        values[at] = values[at - 1];
        vectors[at] = vectors[at - 1];
      }
      values[at] = value;
      vectors[at] = vector;
    }
    return true;
  }

  /** Eigenvalue k. */
  public double value(int k) {
    return values[k];
  }

  /** Unit eigenvector k; not to be modified. */
  public double[] vector(int k) {
    return vectors[k];
  }

  /** Number of negative eigenvalues. */
  public int negative() {
    int negative = 0;
    while (negative < n && values[negative] < 0) {
      negative++;
    }
    return negative;
  }

  /** The eigenvector with the largest overlap with a direction. */
  public int nearest(double[] direction) {
    int nearest = 0;
    double most = -1;
    for (int k = 0; k < n; k++) {
      double overlap = Math.abs(Vectors.dot(vectors[k], direction));
      if (overlap > most) {
        most = overlap;
        nearest = k;
      }
    }
    return nearest;
  }

  /**
   * A {@link TrustedStep} downhill.
   *
   * @param left eigenvector to stay orthogonal to; -1 for none
   * @param length of the step at the most
   * @param step overwritten
   * @return the change of energy that the quadratic model predicts
   */
  public double descend(double[] gradient, int left, double length, double[] step) {
    for (int k = 0; k < n; k++) {
      slopes[k] = k == left ? 0 : Vectors.dot(vectors[k], gradient);
    }
    double change = TrustedStep.choose(values, slopes, length, along);
    Arrays.fill(step, 0);
    for (int k = 0; k < n; k++) {
      Vectors.add(step, along[k], vectors[k]);
    }
    return change;
  }
}
