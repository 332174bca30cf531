package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.saddle.HybridEigenvectorFollowing.Ending;
import dev.tarn.explorer.search.saddle.HybridEigenvectorFollowing.Limits;

/** A way to follow a mode to a saddle of index one; for one thread. */
interface ModeFollowing {
  /**
   * Searches.
   *
   * @param x start; overwritten with the end
   * @param startMode first guess of the mode to follow, any length but zero; left alone
   */
  Ending run(double[] x, double[] startMode, Limits limits);

  /** Energy at the end. */
  double energy();

  /** Root mean square gradient at the end. */
  double rmsGradient();

  /** Steps along the mode. */
  int iterations();

  /** What the potential objected to, after {@link Ending#OUT_OF_BOUNDS}. */
  String objection();
}
