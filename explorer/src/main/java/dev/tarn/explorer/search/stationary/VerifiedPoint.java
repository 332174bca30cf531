package dev.tarn.explorer.search.stationary;

import dev.tarn.landscape.Observables;
import dev.tarn.potentials.Potential;
import java.io.Serializable;

/**
 * A converged stationary point with everything that is stored about it.
 *
 * @param coordinates length n
 * @param energy energy
 * @param rmsGradient root mean square gradient
 * @param index number of negative Hessian eigenvalues
 * @param unexpectedZeroEigenvalues zero eigenvalues that no symmetry predicts
 * @param logDetHessian see {@link dev.tarn.landscape.StationaryPoint#logDetHessian}
 * @param lowestEigenvalue lowest Hessian eigenvalue, zero modes aside
 * @param symmetryOrder order of the point group
 * @param observables what the potential measures at a minimum; none at other points
 */
public record VerifiedPoint(
    double[] coordinates,
    double energy,
    double rmsGradient,
    int index,
    int unexpectedZeroEigenvalues,
    double logDetHessian,
    double lowestEigenvalue,
    int symmetryOrder,
    Observables observables)
    implements Serializable {

  public static VerifiedPoint of(
      Potential potential,
      double[] coordinates,
      double energy,
      double rmsGradient,
      StationaryPointAnalysis analysis,
      double distance) {
    return new VerifiedPoint(
        coordinates.clone(),
        energy,
        rmsGradient,
        analysis.index(),
        analysis.unexpectedZeroEigenvalues(),
        analysis.logDetHessian(),
        analysis.lowestEigenvalue(),
        potential.symmetry().order(coordinates, distance),
        isMinimum(analysis.index(), analysis.unexpectedZeroEigenvalues())
            ? potential.observables(coordinates)
            : Observables.NONE);
  }

  public boolean isMinimum() {
    return isMinimum(index, unexpectedZeroEigenvalues);
  }

  private static boolean isMinimum(int index, int unexpectedZeroEigenvalues) {
    return index == 0 && unexpectedZeroEigenvalues == 0;
  }

  public boolean isTransitionState() {
    return index == 1 && unexpectedZeroEigenvalues == 0;
  }
}
