package dev.tarn.landscape;

/**
 * A point where the gradient of a landscape vanishes, with what was verified about it.
 *
 * <p>The energy unit is the landscape's. Quantities that an imported network did not come with are
 * {@code NaN} (energies excepted) or empty, never zero.
 */
public sealed interface StationaryPoint
    permits Minimum, TransitionState, UnconnectedStationaryPoint {

  /** Identity within the landscape and the kind of point; at least 1. */
  long id();

  /** Energy, finite. */
  double energy();

  /**
   * Sum of the natural logarithms of the non-zero Hessian eigenvalues' absolute values, the
   * negative one of a transition state left out; mass-weighted for atoms. {@code NaN} where
   * unknown.
   */
  double logDetHessian();

  /**
   * Order of the point group: how many of the landscape's symmetry operations leave the point where
   * it is; at least 1.
   */
  int symmetryOrder();

  /** Root mean square of the gradient's components at the stored point, {@code NaN} if unknown. */
  double rmsGradient();

  /** How often the point was found; 0 for imported points. */
  long hits();

  /** Coordinates, length = the landscape's dimension, or empty if unknown. Do not modify. */
  double[] coordinates();

  /** Further measured quantities by name. */
  Observables observables();

  /** Number of negative Hessian eigenvalues. */
  int index();
}
