package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.linear.Lanczos;
import dev.tarn.explorer.search.linear.NewtonKrylov;
import dev.tarn.explorer.search.linear.Tridiagonal;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.saddle.TransitionStateSearch.Limits;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * {@link HybridEigenvectorFollowing} without the Hessian, where products with it cost little.
 *
 * <p>The mode is the lowest Ritz vector of a short Lanczos process that starts at the last mode;
 * while its curvature is positive the process is longer, since in the spectrum of a penalised loss
 * the lowest eigenvalues hide beside a large cluster. Each step goes uphill along the mode and, by
 * Newton's method in a Krylov space orthogonal to it, downhill; both are limited by one radius of
 * trust, which follows how well the quadratic model predicts the energy. Where steps are no longer
 * cut short Newton's method converges, by minimum residuals, and gives up where it sees a second
 * negative eigenvalue. A point of higher index is left along its second mode. All of this may miss
 * a negative eigenvalue: an analysis of the end decides.
 *
 * <p>Cost: 10 to 50 products a step.
 */
final class KrylovFollowing extends TrustedModeFollowing {
  /**
   * Lanczos steps on the mode while its curvature is positive, in 320 dimensions or more, and once
   * it is negative. In fewer dimensions as many would turn every search to the same softest mode.
   */
  private static final int SEARCHING = 20;

  private static final int TRACKING = 5;

  private static final int SIDEWAYS = 60;
  private static final double SIDEWAYS_RESIDUAL = 0.1;

  /** Lanczos steps on the first mode for each refinement that is asked for. */
  private static final int FIRST = 3;

  /** Residual of a Newton step: each leaves about this much of the gradient. */
  private static final double NEWTON_TOLERANCE = 0.03;

  /** Lanczos steps on a second negative eigenvalue where a search has converged. */
  private static final int SECOND = 150;

  private static final double GROWTH = 1.5;

  /** Largest radius of trust, as a multiple of the limit of a step along the mode. */
  private static final double FARTHEST = 20;

  private final int searching;
  private final NewtonKrylov newton;
  private final Lanczos lanczos;
  private final double[] directions;
  private HessianProduct hessian = (vector, image) -> {};
  private int zeroModes;
  private int tries;
  private int nextTry;

  KrylovFollowing(Potential potential) {
    super(potential, GROWTH, FARTHEST);
    searching = Math.max(TRACKING, Math.min(SEARCHING, n / 16));
    newton = new NewtonKrylov(n);
    lanczos = new Lanczos(n);
    directions = new double[(potential.symmetry().zeroModes() + 1) * n];
  }

  @Override
  boolean look(double[] x, Limits limits) {
    hessian = potential.hessianAt(x);
    zeroModes = potential.symmetry().zeroModeBasis(x, directions);
    if (iterations == 0) {
      tries = 0;
      nextTry = 0;
      updateMode(Math.max(2, FIRST * limits.refinements()));
    } else {
      updateMode(curvature < 0 ? TRACKING : searching);
    }
    return true;
  }

  @Override
  Next finish(double[] x, Limits limits) {
    if (!(curvature < 0 && uncut >= 2 && iterations >= nextTry)) {
      return Next.STEP;
    }
    retract(x);
    if (converge(x, limits)) {
      if (kicks == MOST_KICKS || !leaveHigherIndex(x, limits)) {
        return Next.CONVERGED;
      }
      kicks++;
    } else if (newton.negative() > 1 && kicks < MOST_KICKS && leaveHigherIndex(x, limits)) {
      kicks++;
    }
    tries++;
    nextTry = iterations + 4 * tries;
    hessian = potential.hessianAt(x);
    return Next.STEP;
  }

  private void updateMode(int steps) {
    lanczos.begin(hessian, mode, directions, zeroModes);
    boolean more = lanczos.startNorm() > 0;
    for (int k = 0; k < steps && more; k++) {
      more = lanczos.extend();
    }
    if (lanczos.size() == 0) {
      curvature = Double.NaN;
      return;
    }
    Tridiagonal ritz = lanczos.ritzVectors();
    curvature = ritz.values()[0];
    lanczos.ritzVector(ritz, 0, mode);
  }

  @Override
  double descend() {
    System.arraycopy(mode, 0, directions, zeroModes * n, n);
    return newton.descend(
        hessian, gradient, directions, zeroModes + 1, SIDEWAYS, SIDEWAYS_RESIDUAL, trust, step);
  }

  @Override
  double along(double force) {
    return uphill(force, curvature, trust);
  }

  /** Moves to the form of the point that is kept. */
  private void retract(double[] x) {
    System.arraycopy(x, 0, trial, 0, n);
    potential.retract(x);
    if (!Arrays.equals(x, trial)) {
      energy = potential.energyAndGradient(x, gradient);
      rms = Vectors.rms(gradient);
    }
  }

  /** Newton steps while they are short and see one negative eigenvalue at most. */
  private boolean converge(double[] x, Limits limits) {
    double[] start = x.clone();
    double[] startGradient = gradient.clone();
    double startEnergy = energy;
    double startRms = rms;
    for (int pass = 0; pass < 15; pass++) {
      if (rms < limits.rmsGradient()) {
        potential.retract(x);
        return true;
      }
      zeroModes = potential.symmetry().zeroModeBasis(x, directions);
      double tolerance = Math.max(NEWTON_TOLERANCE, 0.3 * limits.rmsGradient() / rms);
      if (!newton.solve(potential.hessianAt(x), gradient, directions, zeroModes, tolerance, 1, step)
          || !(Vectors.norm(step) <= trust)) {
        break;
      }
      Vectors.add(x, -1, step);
      energy = potential.energyAndGradient(x, gradient);
      double before = rms;
      rms = Vectors.rms(gradient);
      if (!(rms < before)) {
        break;
      }
    }
    System.arraycopy(start, 0, x, 0, n);
    System.arraycopy(startGradient, 0, gradient, 0, n);
    energy = startEnergy;
    rms = startRms;
    return false;
  }

  /** Moves along a second direction of negative curvature, if there seems to be one. */
  private boolean leaveHigherIndex(double[] x, Limits limits) {
    hessian = potential.hessianAt(x);
    zeroModes = potential.symmetry().zeroModeBasis(x, directions);
    updateMode(SEARCHING);
    System.arraycopy(mode, 0, directions, zeroModes * n, n);
    NormalDeviates.fill(new SplittableRandom(iterations), trial);
    lanczos.begin(hessian, trial, directions, zeroModes + 1);
    boolean more = true;
    boolean negative = false;
    while (more && !negative && lanczos.size() < SECOND) {
      more = lanczos.extend();
      negative = lanczos.size() % 25 == 0 && lanczos.ritz().values()[0] < 0;
    }
    Tridiagonal ritz = lanczos.ritzVectors();
    if (ritz.values()[0] >= 0) {
      return false;
    }
    lanczos.ritzVector(ritz, 0, step);
    Vectors.add(x, limits.uphillStep(), step);
    energy = potential.energyAndGradient(x, gradient);
    return true;
  }
}
