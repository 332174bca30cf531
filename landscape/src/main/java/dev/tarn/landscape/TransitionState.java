package dev.tarn.landscape;

import java.util.Arrays;

/**
 * A transition state: a stationary point with exactly one negative Hessian eigenvalue and the two
 * minima reached from it downhill, an edge of the network.
 *
 * <p>It points downhill: {@code higherMinimum} is the end with the higher energy, and of two
 * equally high minima the one with the larger id. Both ends are the same minimum for a degenerate
 * rearrangement. Several transition states may join the same two minima.
 *
 * @param id 1 for the first one found or read, then upwards
 * @param higherMinimum id of the minimum at the upper end
 * @param lowerMinimum id of the minimum at the lower end
 * @param energy see {@link StationaryPoint#energy()}
 * @param logDetHessian see {@link StationaryPoint#logDetHessian()}
 * @param symmetryOrder see {@link StationaryPoint#symmetryOrder()}
 * @param lowestEigenvalue the negative Hessian eigenvalue, {@code NaN} if unknown
 * @param rmsGradient see {@link StationaryPoint#rmsGradient()}
 * @param hits see {@link StationaryPoint#hits()}
 * @param coordinates kept as given, not copied: whoever passes the array gives it away
 * @param observables further quantities, {@link Observables#NONE} if there are none
 */
public record TransitionState(
    long id,
    long higherMinimum,
    long lowerMinimum,
    double energy,
    double logDetHessian,
    int symmetryOrder,
    double lowestEigenvalue,
    double rmsGradient,
    long hits,
    double[] coordinates,
    Observables observables)
    implements StationaryPoint {

  public TransitionState {
    Checks.point("transition state", id, energy, symmetryOrder, hits);
    if (higherMinimum < 1 || lowerMinimum < 1) {
      throw new IllegalArgumentException(
          "transition state "
              + id
              + ": expected ids of minima of at least 1, found "
              + higherMinimum
              + " and "
              + lowerMinimum);
    }
    if (lowestEigenvalue >= 0) {
      throw new IllegalArgumentException(
          "transition state "
              + id
              + ": expected a negative lowest eigenvalue, found "
              + lowestEigenvalue);
    }
  }

  /**
   * A transition state of which only ends, energy, log determinant and symmetry order are known.
   */
  public static TransitionState of(
      long id, Minimum end, Minimum otherEnd, double energy, double logDetHessian, int order) {
    boolean firstIsHigher = pointsDownhill(end, otherEnd);
    return new TransitionState(
        id,
        firstIsHigher ? end.id() : otherEnd.id(),
        firstIsHigher ? otherEnd.id() : end.id(),
        energy,
        logDetHessian,
        order,
        Double.NaN,
        Double.NaN,
        0,
        new double[0],
        Observables.NONE);
  }

  /** Whether an edge from {@code from} to {@code to} points downhill as this class defines it. */
  public static boolean pointsDownhill(Minimum from, Minimum to) {
    return pointsDownhill(from.energy(), from.id(), to.energy(), to.id());
  }

  /** The same rule for minima of which energies and ids are at hand. */
  public static boolean pointsDownhill(double energy, long id, double toEnergy, long toId) {
    return energy > toEnergy || (energy == toEnergy && id >= toId);
  }

  @Override
  public int index() {
    return 1;
  }

  /** Whether both sides lead to the same minimum. */
  public boolean isDegenerate() {
    return higherMinimum == lowerMinimum;
  }

  /** The same transition state with another number of hits. */
  public TransitionState withHits(long newHits) {
    return new TransitionState(
        id,
        higherMinimum,
        lowerMinimum,
        energy,
        logDetHessian,
        symmetryOrder,
        lowestEigenvalue,
        rmsGradient,
        newHits,
        coordinates,
        observables);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TransitionState that
        && id == that.id
        && higherMinimum == that.higherMinimum
        && lowerMinimum == that.lowerMinimum
        && Double.compare(energy, that.energy) == 0
        && Double.compare(logDetHessian, that.logDetHessian) == 0
        && symmetryOrder == that.symmetryOrder
        && Double.compare(lowestEigenvalue, that.lowestEigenvalue) == 0
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
