package dev.tarn.explorer;

import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.search.StationaryPointPolish;
import dev.tarn.landscape.StationaryPoint;

/**
 * A stored point looked at once more: converged as far as rounding allows, and its eigenvalues
 * counted.
 *
 * @param energy energy after convergence
 * @param rmsGradient root mean square gradient after convergence
 * @param index negative Hessian eigenvalues
 * @param unexpectedZeroEigenvalues vanishing eigenvalues that no symmetry predicts
 * @param moved largest change of a coordinate on the way
 */
public record Reverification(
    double energy, double rmsGradient, int index, int unexpectedZeroEigenvalues, double moved) {

  /** Looks at a point; a few Newton steps, O(n^3) each. */
  public static Reverification of(Potential shared, StationaryPoint point) {
    Potential potential = shared.forOneThread();
    double[] x = point.coordinates().clone();
    StationaryPointPolish polish = new StationaryPointPolish(potential);
    // No gradient is as small as that: the last steps end in rounding.
    boolean unused = polish.run(x, 0, potential.lengthScale());
    double moved = 0;
    for (int i = 0; i < x.length; i++) {
      moved = Math.max(moved, Math.abs(x[i] - point.coordinates()[i]));
    }
    polish.analyse(x);
    return new Reverification(
        polish.energy(),
        polish.rmsGradient(),
        polish.index(),
        polish.unexpectedZeroEigenvalues(),
        moved);
  }
}
