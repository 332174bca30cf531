package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.stationary.StationaryPointSearch;

/**
 * A search that goes downhill. What it ends at may be a saddle whose way down is very flat, or a
 * cluster that has come apart; a {@link Quench} ends at minima only.
 */
public interface Minimiser extends StationaryPointSearch {

  /** Energy at the end. */
  double energy();

  /** Root mean square gradient at the end. */
  double rmsGradient();

  /** Gradient at the end; not to be modified, and overwritten by the next search. */
  double[] gradient();

  /** Steps of the last search. */
  int steps();
}
