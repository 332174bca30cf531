package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import java.util.Arrays;

/**
 * Converges a point near a stationary one to rounding by Newton's method and says what the exact
 * eigenvalues of the Hessian make of it.
 *
 * <p>A point counts as degenerate if an eigenvalue that no symmetry predicts is below {@link
 * StationaryPointAnalysis#FLAT} of the largest in magnitude (or of the change of the Hessian over a
 * length scale, where that is bounded), and in any case where Newton's steps did not fall
 * quadratically, as they do at every non-degenerate point. At degenerate points, such as those of a
 * continuous family, the modes that vanish are left out of the step.
 *
 * <p>Cost: two or three Hessians and factorisations; {@link #analyse} one Hessian and its
 * eigenvalues.
 */
public final class StationaryPointPolish {
  /** A step so short that the next one would be rounding. */
  private static final double DONE = 1e-8;

  /** Steps that do not fall by a quarter, after which a point is taken for degenerate. */
  private static final int SLOW_STEPS = 4;

  private static final double SLOW_DONE = 1e-6;

  private static final int MOST_STEPS = 60;
  private static final int LU_STEPS = 8;
  private static final double SLOW_AND_FLAT = 1e-4;

  private final Potential potential;
  private final int n;
  private final ProjectedHessian hessian;
  private final double[] gradient;
  private final double[] step;
  private double energy;
  private boolean quadratic;

  private int index;
  private int flat;
  private double logDet;
  private double lowest;
  private double softest;

  /** Scratch space for points of a potential. */
  public StationaryPointPolish(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new ProjectedHessian(potential);
    gradient = new double[n];
    step = new double[n];
  }

  /**
   * Converges.
   *
   * @param x overwritten with the stationary point, retracted to the form in which it is kept
   * @param tolerance root mean square gradient to be reached
   * @param scale the potential's length scale
   * @return whether there is a stationary point within about one length scale
   */
  public boolean run(double[] x, double tolerance, double scale) {
    potential.retract(x);
    energy = potential.energyAndGradient(x, gradient);
    quadratic = false;
    double before = Double.POSITIVE_INFINITY;
    double far = 0;
    int slow = 0;
    for (int k = 0; k < MOST_STEPS && !quadratic; k++) {
      hessian.at(x);
      boolean solved = k < LU_STEPS && hessian.solve(gradient, step);
      double longest = solved ? Vectors.largest(step) : Double.POSITIVE_INFINITY;
      if (!(longest <= 0.3 * scale)) {
        pseudoInverse();
        longest = Vectors.largest(step);
      }
      if (!(longest <= 0.5 * scale)) {
        return false;
      }
      far += longest;
      if (!(far <= scale)) {
        return false;
      }
      Vectors.add(x, -1, step);
      potential.retract(x);
      energy = potential.energyAndGradient(x, gradient);
      // Newton's steps halve, or worse, on the way to a degenerate point; rounding ends that.
      slow += longest > 0.25 * before && before < 0.05 * scale && longest > DONE * scale ? 1 : 0;
      quadratic = longest < DONE * scale && slow < SLOW_STEPS;
      if (slow >= SLOW_STEPS && longest < SLOW_DONE * scale) {
        break;
      }
      if (!quadratic && k >= LU_STEPS && longest > 0.9 * before && longest > 1e-3 * scale) {
        return false;
      }
      before = longest;
    }
    if (!Double.isFinite(energy)) {
      return false;
    }
    double rms = Vectors.rms(gradient);
    if (!quadratic && before > 1e-3 * scale) {
      return false;
    }
    for (int k = 0; k < 2 && rms >= tolerance && quadratic; k++) {
      hessian.at(x);
      if (!hessian.solve(gradient, step)) {
        break;
      }
      Vectors.add(x, -1, step);
      potential.retract(x);
      energy = potential.energyAndGradient(x, gradient);
      rms = Vectors.rms(gradient);
    }
    return rms < tolerance;
  }

  /** Newton's step without the modes that vanish. */
  private void pseudoInverse() {
    hessian.decompose();
    double least = 1e-7 * hessian.largest();
    Arrays.fill(step, 0);
    for (int i = 0; i < hessian.modes(); i++) {
      double l = hessian.value(i);
      if (Math.abs(l) > least) {
        Vectors.add(step, Vectors.dot(hessian.vector(i), gradient) / l, hessian.vector(i));
      }
    }
  }

  /**
   * What eigenvalues are measured by: the largest, or, where it is known, how much the Hessian
   * changes over a length scale; at some points the whole Hessian vanishes.
   */
  private double typical(double[] x) {
    double scale = potential.lengthScale();
    double change = potential.hessianLipschitz(x, 1e-3 * scale).orElse(0) * scale;
    return Math.max(hessian.largest(), change);
  }

  /** Eigenvalues at {@code x}, the point at which {@link #run} ended. */
  public void analyse(double[] x) {
    hessian.at(x);
    hessian.decomposeValues();
    int m = hessian.modes();
    double largest = typical(x);
    double vanishing = (quadratic ? StationaryPointAnalysis.FLAT : SLOW_AND_FLAT) * largest;
    if (StationaryPointAnalysis.vanishes(potential, x, largest)) {
      vanishing = largest;
    }
    index = 0;
    flat = 0;
    logDet = 0;
    lowest = m == 0 ? 0 : hessian.value(0);
    softest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < m; i++) {
      double value = hessian.value(i);
      softest = Math.min(softest, Math.abs(value));
      if (Math.abs(value) <= vanishing) {
        flat++;
        continue;
      }
      logDet += Math.log(Math.abs(value));
      if (value < 0) {
        index++;
      }
    }
    if (!quadratic && flat == 0) {
      // The whole Hessian vanishes here, and with it the measure of what is small.
      for (int i = 0; i < m; i++) {
        flat += Math.abs(hessian.value(i)) <= 100 * softest ? 1 : 0;
      }
    }
    if (index == 1) {
      logDet -= Math.log(-lowest);
    }
  }

  /**
   * Proves, after {@link #analyse}, that one true stationary point lies near by, and that it has
   * the same index.
   *
   * <p>Newton and Kantorovich: with b >= |H^-1|, s >= |H^-1 g| and L a Lipschitz constant of the
   * Hessian around {@code x}, if h = b s L {@literal <=} 1/2 then there is exactly one zero of the
   * gradient within (1 - sqrt(1 - 2 h)) s / h; and b L times that radius below 1 keeps every
   * eigenvalue's sign on the way. Gradient and eigenvalues are evaluated in double precision, for
   * whose rounding s and b have a margin, of n ulp of what the terms in them amount to; it is an
   * estimate, not interval arithmetic.
   *
   * <p>Source: L. V. Kantorovich, Uspekhi Mat. Nauk 3, 89 (1948); used on stationary points by D.
   * Mehta, J. D. Hauenstein and D. J. Wales, J. Chem. Phys. 138, 171101 (2013).
   *
   * @return the radius, in units of length; NaN if there is no proof or the potential knows no
   *     bound
   */
  public double certifiedRadius(double[] x) {
    double largest = typical(x);
    double inverse = 1 / (softest - 8 * n * Math.ulp(largest));
    double norm = Vectors.norm(gradient) + 16 * n * Math.ulp(largest * potential.lengthScale());
    double newton = inverse * norm;
    if (flat > 0 || !quadratic || !(inverse > 0) || !Double.isFinite(newton)) {
      return Double.NaN;
    }
    double lipschitz = potential.hessianLipschitz(x, 2 * newton).orElse(Double.NaN);
    double h = inverse * newton * lipschitz;
    if (!(h < 0.5)) {
      return Double.NaN;
    }
    double radius = h < 1e-8 ? newton : (1 - Math.sqrt(1 - 2 * h)) / h * newton;
    return inverse * lipschitz * radius < 1 ? radius : Double.NaN;
  }

  /** Energy at the point. */
  public double energy() {
    return energy;
  }

  /** Root mean square gradient at the point. */
  public double rmsGradient() {
    return Vectors.rms(gradient);
  }

  /** Number of negative eigenvalues, those that vanish left out. */
  public int index() {
    return index;
  }

  /** Vanishing eigenvalues that no symmetry predicts. */
  public int unexpectedZeroEigenvalues() {
    return flat;
  }

  /** See {@link StationaryPointAnalysis#logDetHessian}. */
  public double logDetHessian() {
    return logDet;
  }

  /** Lowest eigenvalue, zero modes aside. */
  public double lowestEigenvalue() {
    return lowest;
  }

  /** Smallest magnitude of an eigenvalue, zero modes aside. */
  public double softestEigenvalue() {
    return softest;
  }
}
