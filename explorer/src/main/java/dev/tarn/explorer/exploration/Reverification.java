package dev.tarn.explorer.exploration;

import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.explorer.search.stationary.StationaryPointPolish;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.potentials.Potential;

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

  /**
   * Looks at a point; a few Newton steps, O(n^3) each. With more than 300 coordinates the point is
   * judged as it stands.
   */
  public static Reverification of(Potential shared, StationaryPoint point) {
    Potential potential = shared.forOneThread();
    double[] x = point.coordinates().clone();
    if (HessianUse.of(x.length) == HessianUse.PRODUCTS) {
      return asItStands(potential, x);
    }
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

  private static Reverification asItStands(Potential potential, double[] x) {
    double[] gradient = new double[x.length];
    double energy = potential.energyAndGradient(x, gradient);
    double squared = 0;
    for (double component : gradient) {
      squared += component * component;
    }
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
    return new Reverification(
        energy,
        Math.sqrt(squared / x.length),
        analysis.index(),
        analysis.unexpectedZeroEigenvalues(),
        0);
  }
}
