package dev.tarn.landscape;

import java.util.Arrays;

/**
 * A local minimum: a stationary point without negative Hessian eigenvalues, a node of the network.
 *
 * @param id 1 for the first one found or read, then upwards
 * @param energy see {@link StationaryPoint#energy()}
 * @param logDetHessian see {@link StationaryPoint#logDetHessian()}
 * @param symmetryOrder see {@link StationaryPoint#symmetryOrder()}
 * @param rmsGradient see {@link StationaryPoint#rmsGradient()}
 * @param hits see {@link StationaryPoint#hits()}
 * @param coordinates kept as given, not copied: whoever passes the array gives it away
 * @param observables further quantities, {@link Observables#NONE} if there are none
 */
public record Minimum(
    long id,
    double energy,
    double logDetHessian,
    int symmetryOrder,
    double rmsGradient,
    long hits,
    double[] coordinates,
    Observables observables)
    implements StationaryPoint {

  public Minimum {
    Checks.point("minimum", id, energy, symmetryOrder, hits);
  }

  /** A minimum of which only energy, log determinant and symmetry order are known. */
  public static Minimum of(long id, double energy, double logDetHessian, int symmetryOrder) {
    return new Minimum(
        id, energy, logDetHessian, symmetryOrder, Double.NaN, 0, new double[0], Observables.NONE);
  }

  @Override
  public int index() {
    return 0;
  }

  /** The same minimum with another number of hits. */
  public Minimum withHits(long newHits) {
    return new Minimum(
        id, energy, logDetHessian, symmetryOrder, rmsGradient, newHits, coordinates, observables);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Minimum that
        && id == that.id
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
