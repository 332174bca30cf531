package dev.tarn.explorer.search;

import dev.tarn.explorer.potential.HessianProduct;
import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.search.HybridEigenvectorFollowing.Ending;
import dev.tarn.explorer.search.HybridEigenvectorFollowing.Limits;
import java.util.Arrays;
import java.util.Optional;
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
final class KrylovFollowing implements ModeFollowing {
  /**
   * Lanczos steps on the mode while its curvature is positive, in many dimensions, and once it is
   * negative. In few dimensions as many would turn every search to the same softest mode.
   */
  private static final int SEARCHING = 20;

  private static final int TRACKING = 5;

  private static final int SIDEWAYS = 60;
  private static final double SIDEWAYS_RESIDUAL = 0.1;

  /** Lanczos steps on the first mode for each refinement that is asked for. */
  private static final int FIRST = 3;

  /** Residual of a Newton step: each leaves about this much of the gradient. */
  private static final double NEWTON_TOLERANCE = 0.03;

  /** Without negative curvature after so many steps a search is given up. */
  private static final int PATIENCE = 60;

  /** Lanczos steps on a second negative eigenvalue where a search has converged. */
  private static final int SECOND = 150;

  /** Points of higher index that a search leaves along their second mode. */
  private static final int MOST_KICKS = 4;

  /** Largest radius of trust, as a multiple of the limit of a step along the mode. */
  private static final double FARTHEST = 20;

  private final Potential potential;
  private final int searching;
  private final int n;
  private final NewtonKrylov newton;
  private final Lanczos lanczos;
  private final double[] gradient;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] mode;
  private final double[] step;
  private final double[] directions;
  private HessianProduct hessian = (vector, image) -> {};
  private int zeroModes;
  private double curvature;
  private double trust;
  private int uncut;
  private double energy;
  private double rms;
  private int iterations;
  private String objection = "";

  KrylovFollowing(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    searching = Math.max(TRACKING, Math.min(SEARCHING, n / 16));
    newton = new NewtonKrylov(n);
    lanczos = new Lanczos(n);
    gradient = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
    mode = new double[n];
    step = new double[n];
    directions = new double[(potential.symmetry().zeroModes() + 1) * n];
  }

  @Override
  public Ending run(double[] x, double[] startMode, Limits limits) {
    System.arraycopy(startMode, 0, mode, 0, n);
    energy = potential.energyAndGradient(x, gradient);
    trust = 3 * limits.uphillStep();
    uncut = 0;
    int nextTry = 0;
    int tries = 0;
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
      hessian = potential.hessianAt(x);
      zeroModes = potential.symmetry().zeroModeBasis(x, directions);
      if (iterations == 0) {
        updateMode(Math.max(2, FIRST * limits.refinements()));
      } else {
        updateMode(curvature < 0 ? TRACKING : searching);
      }
      negative |= curvature < 0;
      if (!negative && iterations == PATIENCE) {
        return Ending.NOT_CONVERGED;
      }
      if (curvature < 0 && uncut >= 2 && iterations >= nextTry) {
        retract(x);
        if (converge(x, limits)) {
          if (kicks == MOST_KICKS || !leaveHigherIndex(x, limits)) {
            return Ending.CONVERGED;
          }
          kicks++;
        } else if (newton.negative() > 1 && kicks < MOST_KICKS && leaveHigherIndex(x, limits)) {
          kicks++;
        }
        tries++;
        nextTry = iterations + 4 * tries;
        hessian = potential.hessianAt(x);
      }
      if (!move(x, limits)) {
        return Ending.NOT_CONVERGED;
      }
    }
    return Ending.NOT_CONVERGED;
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

  /** One step; false if the radius of trust shrinks to nothing. */
  private boolean move(double[] x, Limits limits) {
    double force = Vectors.dot(gradient, mode);
    System.arraycopy(mode, 0, directions, zeroModes * n, n);
    while (trust > 1e-6 * limits.uphillStep()) {
      double along = along(force);
      double sideways =
          newton.descend(
              hessian,
              gradient,
              directions,
              zeroModes + 1,
              SIDEWAYS,
              SIDEWAYS_RESIDUAL,
              trust,
              step);
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
          trust = Math.min(1.5 * trust, FARTHEST * limits.uphillStep());
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
  private double along(double force) {
    if (curvature < 0) {
      double ratio = 2 * force / curvature;
      double along = 2 * force / (Math.abs(curvature) * (1 + Math.sqrt(1 + ratio * ratio)));
      return Math.max(-trust, Math.min(trust, along));
    }
    return force < 0 ? -trust : trust;
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
