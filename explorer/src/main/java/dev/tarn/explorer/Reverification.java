package dev.tarn.explorer;

import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.search.StationaryPointAnalysis;
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

  /** Looks at a point; at most ten Newton steps, O(n^3) each. */
  public static Reverification of(Potential shared, StationaryPoint point) {
    Potential potential = shared.forOneThread();
    double[] x = point.coordinates().clone();
    double[] gradient = new double[x.length];
    double energy = potential.energyAndGradient(x, gradient);
    double rms = StationaryPointAnalysis.rms(gradient);
    for (int pass = 0; pass < 10; pass++) {
      double[] y = x.clone();
      StationaryPointAnalysis.newtonStep(potential, y, gradient.clone());
      double[] next = new double[x.length];
      double nextEnergy = potential.energyAndGradient(y, next);
      double nextRms = StationaryPointAnalysis.rms(next);
      if (!(nextRms < rms)) {
        break;
      }
      x = y;
      gradient = next;
      energy = nextEnergy;
      rms = nextRms;
    }
    double moved = 0;
    for (int i = 0; i < x.length; i++) {
      moved = Math.max(moved, Math.abs(x[i] - point.coordinates()[i]));
    }
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
    return new Reverification(
        energy, rms, analysis.index(), analysis.unexpectedZeroEigenvalues(), moved);
  }
}
