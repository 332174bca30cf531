package dev.tarn.explorer.census;

import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.List;

/** Between the points of a census and the vocabulary in which they are stored. */
final class StoredPoint {
  /** Smallest magnitude of a Hessian eigenvalue, zero modes aside. */
  static final String SOFTEST = "softestEigenvalue";

  /** Hits by independent searches from random starts. */
  static final String SAMPLES = "samples";

  /** Lowest Hessian eigenvalue; a transition state has a property of its own for it. */
  static final String LOWEST = "lowestMode";

  /** Radius within which exactly one true point is proved to lie; absent without proof. */
  static final String CERTIFIED = "certifiedRadius";

  private static final List<String> PLAIN = List.of(SOFTEST, LOWEST, SAMPLES);
  private static final List<String> PROVED = List.of(SOFTEST, LOWEST, SAMPLES, CERTIFIED);

  private StoredPoint() {}

  private static Observables observables(CensusPoints points, int at) {
    CensusPoint p = points.point(at);
    double samples = points.samples(at);
    return Double.isNaN(p.certifiedRadius())
        ? Observables.of(PLAIN, p.softestEigenvalue(), p.lowestEigenvalue(), samples)
        : Observables.of(
            PROVED, p.softestEigenvalue(), p.lowestEigenvalue(), samples, p.certifiedRadius());
  }

  static Minimum minimum(CensusPoints points, int at) {
    CensusPoint p = points.point(at);
    return new Minimum(
        points.id(at),
        p.energy(),
        p.logDetHessian(),
        p.symmetryOrder(),
        p.rmsGradient(),
        points.hits(at),
        p.coordinates(),
        observables(points, at));
  }

  /** The transition state between minima with those ids, which the store turns downhill. */
  static TransitionState saddle(CensusPoints points, int at, long[] ends) {
    CensusPoint p = points.point(at);
    return new TransitionState(
        points.id(at),
        ends[0],
        ends[1],
        p.energy(),
        p.logDetHessian(),
        p.symmetryOrder(),
        p.lowestEigenvalue(),
        p.rmsGradient(),
        points.hits(at),
        p.coordinates(),
        observables(points, at));
  }

  static UnconnectedStationaryPoint unconnected(CensusPoints points, int at) {
    CensusPoint p = points.point(at);
    return new UnconnectedStationaryPoint(
        points.id(at),
        p.index(),
        p.unexpectedZeroEigenvalues(),
        p.energy(),
        p.logDetHessian(),
        p.symmetryOrder(),
        p.rmsGradient(),
        points.hits(at),
        p.coordinates(),
        observables(points, at));
  }

  static CensusPoint read(StationaryPoint s) {
    return new CensusPoint(
        s.coordinates(),
        s.energy(),
        s.rmsGradient(),
        s.index(),
        s instanceof UnconnectedStationaryPoint u ? u.unexpectedZeroEigenvalues() : 0,
        s.logDetHessian(),
        s.observables().get(LOWEST).orElse(Double.NaN),
        s.observables().get(SOFTEST).orElse(Double.NaN),
        s.symmetryOrder(),
        s.observables().get(CERTIFIED).orElse(Double.NaN));
  }
}
