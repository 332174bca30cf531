package dev.tarn.explorer.census;

import java.io.Serializable;

/**
 * A verified stationary point of any index.
 *
 * @param coordinates length n; not copied
 * @param energy energy
 * @param rmsGradient root mean square gradient
 * @param index number of negative Hessian eigenvalues
 * @param unexpectedZeroEigenvalues vanishing eigenvalues that no symmetry predicts; 0 if isolated
 * @param logDetHessian see {@link dev.tarn.landscape.StationaryPoint#logDetHessian}
 * @param lowestEigenvalue lowest eigenvalue, zero modes aside
 * @param softestEigenvalue smallest magnitude of an eigenvalue, zero modes aside
 * @param symmetryOrder order of the stabiliser
 * @param certifiedRadius radius within which exactly one true point is proved to lie; NaN without
 *     proof
 */
record CensusPoint(
    double[] coordinates,
    double energy,
    double rmsGradient,
    int index,
    int unexpectedZeroEigenvalues,
    double logDetHessian,
    double lowestEigenvalue,
    double softestEigenvalue,
    int symmetryOrder,
    double certifiedRadius)
    implements Serializable {

  boolean isSingular() {
    return unexpectedZeroEigenvalues > 0;
  }
}
