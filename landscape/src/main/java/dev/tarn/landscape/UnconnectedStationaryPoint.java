package dev.tarn.landscape;

import java.util.Arrays;

/**
 * A stationary point of any index whose connections are not known, or which is degenerate: flat in
 * more directions than the landscape's symmetry predicts, so that no index can be vouched for.
 *
 * @param id 1 for the first one found, then upwards; apart from the ids of minima
 * @param index number of negative Hessian eigenvalues
 * @param unexpectedZeroEigenvalues Hessian eigenvalues that vanish although no symmetry asks for
 *     it; 0 for a non-degenerate point
 * @param energy see {@link StationaryPoint#energy()}
 * @param logDetHessian see {@link StationaryPoint#logDetHessian()}
 * @param symmetryOrder see {@link StationaryPoint#symmetryOrder()}
 * @param rmsGradient see {@link StationaryPoint#rmsGradient()}
 * @param hits see {@link StationaryPoint#hits()}
 * @param coordinates kept as given, not copied: whoever passes the array gives it away
 * @param observables further quantities, {@link Observables#NONE} if there are none
 */
public record UnconnectedStationaryPoint(
    long id,
    int index,
    int unexpectedZeroEigenvalues,
    double energy,
    double logDetHessian,
    int symmetryOrder,
    double rmsGradient,
    long hits,
    double[] coordinates,
    Observables observables)
    implements StationaryPoint {

  public UnconnectedStationaryPoint {
    Checks.point("stationary point", id, energy, symmetryOrder, hits);
    if (index < 0 || unexpectedZeroEigenvalues < 0) {
      throw new IllegalArgumentException(
          "stationary point "
              + id
              + ": expected counts of at least 0, found index "
              + index
              + " and "
              + unexpectedZeroEigenvalues
              + " unexpected zero eigenvalues");
    }
  }

  /** The same point with another number of hits. */
  public UnconnectedStationaryPoint withHits(long newHits) {
    return new UnconnectedStationaryPoint(
        id,
        index,
        unexpectedZeroEigenvalues,
        energy,
        logDetHessian,
        symmetryOrder,
        rmsGradient,
        newHits,
        coordinates,
        observables);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnconnectedStationaryPoint that
        && id == that.id
        && index == that.index
        && unexpectedZeroEigenvalues == that.unexpectedZeroEigenvalues
        && Double.compare(energy, that.energy) == 0
        && Double.compare(logDetHessian, that.logDetHessian) == 0
        && symmetryOrder == that.symmetryOrder
        && Double.compare(rmsGradient, that.rmsGradient) == 0
        && hits == that.hits
        && Arrays.equals(coordinates, that.coordinates)
        && observables.equals(that.observables);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id) * 31 + Double.hashCode(energy);
  }
}
