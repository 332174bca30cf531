package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.linear.TrustedStep;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.saddle.TransitionStateSearch.Limits;
import dev.tarn.explorer.search.stationary.Spectrum;
import dev.tarn.potentials.Potential;

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
final class ExactModeFollowing extends TrustedModeFollowing {
  /** While its curvature is positive a mode is followed for so many steps, then the lowest. */
  private static final int LOYAL = 15;

  private static final double GROWTH = 2;

  /** Largest radius of trust, as a multiple of the limit of a step uphill: soft modes reach far. */
  private static final double FARTHEST = 200;

  private final Spectrum spectrum;
  private int followed;

  ExactModeFollowing(Potential potential) {
    super(potential, GROWTH, FARTHEST);
    spectrum = new Spectrum(potential);
  }

  @Override
  boolean look(double[] x, Limits limits) {
    if (!spectrum.at(x)) {
      return false;
    }
    chooseMode(limits);
    return true;
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
    curvature = spectrum.value(followed);
  }

  @Override
  Next finish(double[] x, Limits limits) {
    int index = spectrum.negative();
    if (!(rms < limits.rmsGradient()) || index == 0) {
      return Next.STEP;
    }
    if (index == 1) {
      potential.retract(x);
      return Next.CONVERGED;
    }
    if (kicks == MOST_KICKS) {
      return Next.GIVEN_UP;
    }
    kicks++;
    Vectors.add(x, limits.uphillStep(), spectrum.vector(followed == 1 ? 0 : 1));
    energy = potential.energyAndGradient(x, gradient);
    return Next.LOOK;
  }

  @Override
  double along(double force) {
    if (curvature < 0) {
      return Math.max(-trust, Math.min(trust, -force / curvature));
    }
    return force < 0 ? -trust : trust;
  }

  @Override
  double descend() {
    return spectrum.descend(gradient, followed, trust, step);
  }
}
