package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.saddle.TransitionStateSearch.Limits;
import dev.tarn.potentials.Potential;
import java.util.Optional;

/**
 * The frame of searches that follow a mode by a quadratic model: uphill along it and downhill in
 * all other directions, both within one radius of trust, which follows how well the model predicts
 * the energy. How the model is known is left to subclasses.
 */
abstract class TrustedModeFollowing implements TransitionStateSearch {
  /** Points of higher index that a search leaves along their second mode. */
  static final int MOST_KICKS = 4;

  /** Without negative curvature after so many steps a search is given up. */
  private static final int PATIENCE = 60;

  /** The radius of trust at first, as a multiple of the limit of a step uphill. */
  private static final double FIRST_TRUST = 3;

  final Potential potential;
  final int n;
  final double[] gradient;
  final double[] mode;
  final double[] step;
  final double[] trial;
  double curvature;
  double trust;
  double energy;
  double rms;
  int iterations;

  /** Steps in a row that the radius of trust did not cut. */
  int uncut;

  /** Points of higher index left so far. */
  int kicks;

  private final double growth;
  private final double farthest;
  private final double[] trialGradient;
  private String objection = "";

  /**
   * Scratch space.
   *
   * @param growth factor of the radius of trust after a good step
   * @param farthest its largest value, as a multiple of the limit of a step uphill
   */
  TrustedModeFollowing(Potential potential, double growth, double farthest) {
    this.potential = potential;
    this.growth = growth;
    this.farthest = farthest;
    n = potential.dimension();
    gradient = new double[n];
    mode = new double[n];
    step = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
  }

  /** What comes after a look at a point. */
  enum Next {
    /** A step. */
    STEP,
    /** Another look, as the point has moved. */
    LOOK,
    /** Nothing: this is the saddle. */
    CONVERGED,
    /** Nothing: there is none. */
    GIVEN_UP
  }

  /**
   * Brings the model, the mode and its curvature to a point.
   *
   * @return whether there is such a model
   */
  abstract boolean look(double[] x, Limits limits);

  /** Ends the search at its saddle, if this is near it. */
  abstract Next finish(double[] x, Limits limits);

  /** How far to go along the mode, no farther than the radius of trust. */
  abstract double along(double force);

  /** Fills {@code step} with one downhill orthogonal to the mode; returns the change expected. */
  abstract double descend();

  /**
   * A step along a mode, uphill: Newton's near the saddle, and finite where the curvature vanishes
   * (D. J. Wales, J. Chem. Soc. Faraday Trans. 90, 505, 1994).
   *
   * @param force gradient along the mode
   * @param longest its length where the curvature is not negative, and at the most
   */
  static double uphill(double force, double curvature, double longest) {
    if (!(curvature < 0)) {
      return force < 0 ? -longest : longest;
    }
    double ratio = 2 * force / curvature;
    double along = 2 * force / (Math.abs(curvature) * (1 + Math.sqrt(1 + ratio * ratio)));
    return Math.max(-longest, Math.min(longest, along));
  }

  @Override
  public final Ending run(double[] x, double[] startMode, Limits limits) {
    System.arraycopy(startMode, 0, mode, 0, n);
    energy = potential.energyAndGradient(x, gradient);
    trust = FIRST_TRUST * limits.uphillStep();
    uncut = 0;
    kicks = 0;
    double ceiling = Double.POSITIVE_INFINITY;
    boolean negative = false;
    for (iterations = 0; iterations < limits.iterations(); iterations++) {
      rms = Vectors.rms(gradient);
      if (!Double.isFinite(energy) || !Double.isFinite(rms) || energy > ceiling) {
        return Ending.BLEW_UP;
      }
      if (iterations == 10) {
        ceiling = energy + 1e3 * Math.max(1, Math.abs(energy));
      }
      Optional<String> refused = potential.objection(x);
      if (refused.isPresent()) {
        objection = refused.get();
        return Ending.OUT_OF_BOUNDS;
      }
      if (!look(x, limits)) {
        return Ending.BLEW_UP;
      }
      negative |= curvature < 0;
      if (!negative && iterations == PATIENCE) {
        return Ending.NOT_CONVERGED;
      }
      Next next = finish(x, limits);
      if (next == Next.CONVERGED) {
        return Ending.CONVERGED;
      }
      if (next == Next.GIVEN_UP || (next == Next.STEP && !move(x, limits))) {
        return Ending.NOT_CONVERGED;
      }
    }
    return Ending.NOT_CONVERGED;
  }

  /** One step; false if the radius of trust shrinks to nothing. */
  private boolean move(double[] x, Limits limits) {
    double force = Vectors.dot(gradient, mode);
    while (trust > 1e-6 * limits.uphillStep()) {
      double along = along(force);
      double sideways = descend();
      boolean cut = Math.abs(along) >= trust || Vectors.norm(step) >= 0.999 * trust;
      uncut = cut ? 0 : uncut + 1;
      double uphill = along * (force + 0.5 * curvature * along);
      Vectors.add(step, along, mode);
      for (int i = 0; i < n; i++) {
        trial[i] = x[i] + step[i];
      }
      double trialEnergy = potential.energyAndGradient(trial, trialGradient);
      double expected = Math.abs(sideways) + Math.abs(uphill);
      double off = Math.abs(trialEnergy - energy - sideways - uphill) / expected;
      boolean rounding = expected <= 1e-12 * Math.abs(energy);
      if (rounding || off <= 1) {
        System.arraycopy(trial, 0, x, 0, n);
        System.arraycopy(trialGradient, 0, gradient, 0, n);
        energy = trialEnergy;
        if (off < 0.25) {
          trust = Math.min(growth * trust, farthest * limits.uphillStep());
        } else if (off > 0.5) {
          trust *= 0.6;
        }
        return true;
      }
      trust *= 0.3;
    }
    return false;
  }

  @Override
  public final double energy() {
    return energy;
  }

  @Override
  public final double rmsGradient() {
    return rms;
  }

  @Override
  public final String objection() {
    return objection;
  }
}
