package dev.tarn.potentials.symmetry;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Principal moments of inertia of like atoms of unit mass. */
final class PrincipalMoments {
  private PrincipalMoments() {}

  /** The three moments, ascending, of points x0 y0 z0 x1 …; length squared. */
  static double[] of(double[] coordinates) {
    int n = coordinates.length;
    double[] centre = new double[3];
    for (int i = 0; i < n; i++) {
      centre[i % 3] += 3 * coordinates[i] / n;
    }
    double[] inertia = new double[9];
    for (int i = 0; i < n; i += 3) {
      double x = coordinates[i] - centre[0];
      double y = coordinates[i + 1] - centre[1];
      double z = coordinates[i + 2] - centre[2];
      inertia[0] += y * y + z * z;
      inertia[4] += x * x + z * z;
      inertia[8] += x * x + y * y;
      inertia[1] -= x * y;
      inertia[2] -= x * z;
      inertia[5] -= y * z;
    }
    inertia[3] = inertia[1];
    inertia[6] = inertia[2];
    inertia[7] = inertia[5];
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(3, false, true);
    if (!decomposition.decompose(DMatrixRMaj.wrap(3, 3, inertia))) {
      throw new ArithmeticException("moments of inertia did not converge");
    }
    double[] moments = new double[3];
    for (int k = 0; k < 3; k++) {
      moments[k] = decomposition.getEigenvalue(k).getReal();
    }
    Arrays.sort(moments);
    return moments;
  }
}
