package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.Spectrum;
import dev.tarn.potentials.Potential;

/**
 * The path of steepest descent where it is too stiff for explicit steps, as in the valleys of a
 * loss, whose curvatures differ by a factor of a million: each step follows the path of the
 * quadratic model exactly, by exponentials of the Hessian, and corrects for the rest to third
 * order.
 *
 * <p>The correction is the estimate of the error. Cost of a step: two gradients, a Hessian and all
 * its eigenvectors, O(n^3).
 *
 * <p>Source: M. Page and J. W. McIver, J. Chem. Phys. 88, 922 (1988), for the quadratic model; M.
 * Hochbruck, A. Ostermann and J. Schweitzer, SIAM J. Numer. Anal. 47, 786 (2009), method exprb32.
 */
final class ExponentialDescent implements SteepestDescent {
  /** A minimum that is no farther off than this by Newton's step is the one of this basin. */
  private static final double NEAR = 0.1;

  /** What a step costs, about. */
  private static final int GRADIENTS_A_STEP = 10;

  /** The error may be larger: with a tenth, or a hundredth, 36 paths of 36 ended no otherwise. */
  private static final double COARSER = 10;

  /** Most growth along negative curvature in a step: a factor of e to this. */
  private static final double MOST_GROWTH = 2;

  private final Potential potential;
  private final int n;
  private final Spectrum spectrum;
  private final double[] gradient;
  private final double[] slopes;
  private final double[] along;
  private final double[] middle;
  private final double[] middleGradient;
  private final double[] end;
  private final double[] endGradient;

  ExponentialDescent(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    spectrum = new Spectrum(potential);
    gradient = new double[n];
    slopes = new double[n];
    along = new double[n];
    middle = new double[n];
    middleGradient = new double[n];
    end = new double[n];
    endGradient = new double[n];
  }

  @Override
  public boolean run(double[] x, double tolerance, int mostGradients) {
    int mostSteps = mostGradients / GRADIENTS_A_STEP;
    double coarser = COARSER * tolerance;
    double energy = potential.energyAndGradient(x, gradient);
    double firstEnergy = energy;
    if (!spectrum.at(x)) {
      return false;
    }
    double time = 1 / Math.max(Math.abs(spectrum.value(0)), Math.abs(spectrum.value(n - 1)));
    int rejected = 0;
    for (int k = 0; k < mostSteps && rejected < 40; k++) {
      if (spectrum.value(0) < 0) {
        time = Math.min(time, -MOST_GROWTH / spectrum.value(0));
      }
      double error = step(x, time) / coarser;
      double newEnergy =
          error <= 1 ? potential.energyAndGradient(end, endGradient) : Double.POSITIVE_INFINITY;
      if (!(newEnergy <= energy + 1e-12 * Math.abs(energy))) {
        rejected++;
        time *= Double.isFinite(error) ? Math.max(0.1, Math.min(0.5, 0.8 / Math.cbrt(error))) : 0.1;
        continue;
      }
      rejected = 0;
      energy = newEnergy;
      System.arraycopy(end, 0, x, 0, n);
      System.arraycopy(endGradient, 0, gradient, 0, n);
      if (!spectrum.at(x)) {
        return false;
      }
      if (energy < firstEnergy && inBasin()) {
        return true;
      }
      time *= Math.min(5, 0.8 / Math.cbrt(Math.max(error, 1e-3)));
    }
    return false;
  }

  /**
   * From {@code x} to {@code end}; returns the largest change of a coordinate by the correction.
   */
  private double step(double[] x, double time) {
    for (int k = 0; k < n; k++) {
      slopes[k] = Vectors.dot(spectrum.vector(k), gradient);
      along[k] = -time * slopes[k] * phi1(-spectrum.value(k) * time);
    }
    System.arraycopy(x, 0, middle, 0, n);
    for (int k = 0; k < n; k++) {
      Vectors.add(middle, along[k], spectrum.vector(k));
    }
    potential.energyAndGradient(middle, middleGradient);
    System.arraycopy(middle, 0, end, 0, n);
    for (int k = 0; k < n; k++) {
      double rest =
          Vectors.dot(spectrum.vector(k), middleGradient)
              - slopes[k]
              - spectrum.value(k) * along[k];
      Vectors.add(end, -2 * time * rest * phi3(-spectrum.value(k) * time), spectrum.vector(k));
    }
    double error = 0;
    for (int i = 0; i < n; i++) {
      error = Math.max(error, Math.abs(end[i] - middle[i]));
      if (!Double.isFinite(end[i])) {
        return Double.NaN;
      }
    }
    return error;
  }

  /** (e^z - 1) / z. */
  static double phi1(double z) {
    return z == 0 ? 1 : Math.expm1(z) / z;
  }

  /** (e^z - 1 - z - z^2 / 2) / z^3. */
  static double phi3(double z) {
    if (Math.abs(z) > 1) {
      return ((phi1(z) - 1) / z - 0.5) / z;
    }
    double term = 1.0 / 6;
    double sum = term;
    for (int k = 4; Math.abs(term) > 1e-17; k++) {
      term *= z / k;
      sum += term;
    }
    return sum;
  }

  private boolean inBasin() {
    if (spectrum.value(0) <= 0) {
      return false;
    }
    spectrum.descend(gradient, Double.POSITIVE_INFINITY, middle);
    return Vectors.largest(middle) < NEAR * potential.lengthScale();
  }
}
