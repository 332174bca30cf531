package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;

/**
 * Moves a point to a stationary one: which one, and of which index, is up to the method. Holds
 * scratch space and belongs to one thread.
 *
 * <p>Nothing is verified, unless the method says so; see {@link StationaryPointPolish} and {@link
 * StationaryPointAnalysis}.
 */
@FunctionalInterface
public interface StationaryPointSearch {

  /**
   * Searches.
   *
   * @param x start, of length n; overwritten with the end
   * @return how it ended
   */
  Ending run(double[] x, Limits limits);
}
