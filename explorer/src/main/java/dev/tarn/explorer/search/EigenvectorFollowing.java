package dev.tarn.explorer.search;

import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.search.HybridEigenvectorFollowing.Ending;
import dev.tarn.explorer.search.HybridEigenvectorFollowing.Limits;
import java.util.Optional;

/**
 * Eigenvector-following with the exact Hessian at every step, for losses of few weights: their
 * curvatures of 1e-4 beside 1 drown in differences of gradients, and their valleys bend.
 *
 * <p>The mode that is followed is at first the eigenvector that the start direction shows, the soft
 * ones preferred, and from then on the one with the largest overlap with the last. Each step goes
 * uphill along it and, by a {@link TrustedStep}, downhill in all other directions. One radius of
 * trust, which follows how well the quadratic model predicts the energy, limits both. The steps of
 * the end are Newton's. A search ends at a point with exactly one negative eigenvalue, or not at
 * all.
 *
 * <p>Cost: a gradient, a Hessian and O(n^3) a step, some tens of steps.
 *
 * <p>Source: C. J. Cerjan and W. H. Miller, J. Chem. Phys. 75, 2800 (1981); D. J. Wales, J. Chem.
 * Soc. Faraday Trans. 90, 505 (1994).
 */
final class EigenvectorFollowing implements ModeFollowing {
  /** While its curvature is positive a mode is followed for so many steps, then the lowest. */
  private static final int LOYAL = 15;

  /** Without negative curvature after so many steps a search is given up. */
  private static final int PATIENCE = 60;

  /** Points of higher index that a search leaves along their second mode. */
  private static final int MOST_KICKS = 4;

  /** The radius of trust at first and at most, as multiples of the limit of a step uphill. */
  private static final double FIRST = 3;

  private static final double FARTHEST = 200;

  private final Potential potential;
  private final int n;
  private final Spectrum spectrum;
  private final double[] gradient;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] mode;
  private final double[] step;
  private int followed;
  private double trust;
  private double energy;
  private double rms;
  private int iterations;
  private String objection = "";

  EigenvectorFollowing(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    spectrum = new Spectrum(potential);
    gradient = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
    mode = new double[n];
    step = new double[n];
  }

  @Override
  public Ending run(double[] x, double[] startMode, Limits limits) {
    System.arraycopy(startMode, 0, mode, 0, n);
    energy = potential.energyAndGradient(x, gradient);
    trust = FIRST * limits.uphillStep();
    int kicks = 0;
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
      if (!spectrum.at(x)) {
        return Ending.BLEW_UP;
      }
      chooseMode(limits);
      negative |= spectrum.value(followed) < 0;
      if (!negative && iterations == PATIENCE) {
        return Ending.NOT_CONVERGED;
      }
      if (rms < limits.rmsGradient()) {
        int index = spectrum.negative();
        if (index == 1) {
          potential.retract(x);
          return Ending.CONVERGED;
        }
        if (index > 1) {
          if (kicks == MOST_KICKS) {
            return Ending.NOT_CONVERGED;
          }
          kicks++;
          Vectors.add(x, limits.uphillStep(), spectrum.vector(followed == 1 ? 0 : 1));
          energy = potential.energyAndGradient(x, gradient);
          continue;
        }
      }
      if (!move(x, limits)) {
        return Ending.NOT_CONVERGED;
      }
    }
    return Ending.NOT_CONVERGED;
  }

  private void chooseMode(Limits limits) {
    if (iterations == 0) {
      double most = -1;
      for (int k = 0; k < n; k++) {
        double overlap =
            Math.abs(Vectors.dot(spectrum.vector(k), mode))
                / Math.pow(k + 1, 0.25 * limits.refinements());
        if (overlap > most) {
          most = overlap;
          followed = k;
        }
      }
    } else {
      followed = spectrum.nearest(mode);
      if (iterations >= LOYAL && spectrum.value(followed) > 0) {
        followed = 0;
      }
    }
    double sign = Vectors.dot(spectrum.vector(followed), mode) < 0 ? -1 : 1;
    System.arraycopy(spectrum.vector(followed), 0, mode, 0, n);
    Vectors.scale(mode, sign);
  }

  /** One step; false if the radius of trust shrinks to nothing. */
  private boolean move(double[] x, Limits limits) {
    double force = Vectors.dot(gradient, mode);
    double curvature = spectrum.value(followed);
    while (trust > 1e-6 * limits.uphillStep()) {
      double along = along(force, curvature);
      double uphill = along * (force + 0.5 * curvature * along);
      double sideways = spectrum.descend(gradient, followed, trust, step);
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
          trust = Math.min(2 * trust, FARTHEST * limits.uphillStep());
        } else if (off > 0.5) {
          trust *= 0.6;
        }
        return true;
      }
      trust *= 0.3;
    }
    return false;
  }

  /** How far to go along the mode: uphill, or to where the force vanishes. */
  private double along(double force, double curvature) {
    if (curvature < 0) {
      return Math.max(-trust, Math.min(trust, -force / curvature));
    }
    return force < 0 ? -trust : trust;
  }

  @Override
  public double energy() {
    return energy;
  }

  @Override
  public double rmsGradient() {
    return rms;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  @Override
  public String objection() {
    return objection;
  }
}
