package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.linear.Cholesky;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import java.util.Arrays;
import java.util.Optional;

/**
 * Follows the gradient down to a minimum and converges there to rounding.
 *
 * <p>L-BFGS comes near; Newton's method with the exact Hessian finishes in two or three steps, of
 * which the last ones may share a factorisation. The Cholesky factorisation exists only where the
 * Hessian is positive definite (zero modes raised first), so a quench that Newton's method finishes
 * stands on a minimum, not on a saddle; where it does not exist L-BFGS goes on. A stationary point
 * that is no minimum is left along its lowest mode. On a sum over data L-BFGS gives way to {@link
 * SaddleFreeNewton} where it takes long.
 *
 * <p>In more than 300 dimensions the Hessian is not formed, and Newton's steps come from Krylov
 * spaces. These too give a step up when they see negative curvature; but they may fail to see it in
 * a direction to which the gradient is orthogonal, so what such a quench ends at is certified by
 * its {@link StationaryPointAnalysis} only.
 */
public final class Quench {
  private static final double NEWTON_BELOW = 1e-2;

  /** Where the Hessian is not formed each step costs tens of products, and a vain one as many. */
  private static final double KRYLOV_BELOW = 1e-4;

  /** Residual of a Newton step in a Krylov space: each leaves about this much of the gradient. */
  private static final double KRYLOV_TOLERANCE = 0.03;

  /** Steps of L-BFGS on a sum over data, after which the valley is taken for a long one. */
  private static final int PATIENCE = 300;

  /** A step that leaves less than this of the gradient is followed by one with the same factor. */
  public static final double FAST = 0.03;

  /** How a quench ended. */
  public enum Ending {
    /** At a minimum, or at a flat point where nothing goes down. */
    CONVERGED,
    /** The iterations were used up, or no step went down. */
    NOT_CONVERGED,
    /** Energy or gradient became infinite or not a number. */
    BLEW_UP,
    /** The potential objected to where it went. */
    OUT_OF_BOUNDS
  }

  /** Limits of a quench. */
  public record Limits(double rmsGradient, double largestStep, int iterations) {
    /** The usual limits for a potential of that length scale. */
    public static Limits of(double rmsGradient, double lengthScale) {
      return new Limits(rmsGradient, 0.3 * lengthScale, 5000);
    }

    /** The same with short steps, which keep to the basin of attraction they start in. */
    public Limits cautious() {
      return new Limits(rmsGradient, largestStep / 3, iterations);
    }

    /** The same with steps in which no coordinate changes by more. */
    public Limits withLargestStep(double newLargestStep) {
      return new Limits(rmsGradient, newLargestStep, iterations);
    }
  }

  private final Potential potential;
  private final int n;
  private final HessianUse use;
  private final double newtonBelow;
  private final Lbfgs lbfgs;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] basis;
  private final double[] weights;
  private final double[] step;
  private final Cholesky cholesky;
  private final NewtonKrylov krylov;

  /** What takes over on a sum over data. */
  private final Optional<SaddleFreeNewton> saddleFree;

  private double energy;
  private double rms;
  private String objection = "";

  /** Scratch space for quenches on a potential. */
  public Quench(Potential potential) {
    this(potential, HessianUse.of(potential.dimension()));
  }

  public Quench(Potential potential, HessianUse use) {
    this.potential = potential;
    this.use = use;
    n = potential.dimension();
    newtonBelow = use == HessianUse.FORMED ? NEWTON_BELOW : KRYLOV_BELOW;
    lbfgs = new Lbfgs(n);
    gradient = new double[n];
    hessian = new double[use == HessianUse.FORMED ? n * n : 0];
    basis = new double[potential.symmetry().zeroModes() * n];
    weights = new double[potential.symmetry().zeroModes()];
    step = new double[n];
    cholesky = new Cholesky(use == HessianUse.FORMED ? n : 1);
    krylov = new NewtonKrylov(n);
    saddleFree =
        potential.capability(SumOverData.class).isPresent()
            ? Optional.of(new SaddleFreeNewton(potential, use))
            : Optional.empty();
  }

  /**
   * Quenches.
   *
   * @param x start; overwritten with the end
   */
  public Ending run(double[] x, Limits limits) {
    double target = Math.max(newtonBelow, limits.rmsGradient);
    int left = limits.iterations;
    int escapes = 0;
    while (true) {
      Lbfgs.Ending ending =
          lbfgs.minimise(
              potential::energyAndGradient,
              x,
              target,
              limits.largestStep,
              0,
              saddleFree.isPresent() ? Math.min(left, PATIENCE) : left);
      left -= lbfgs.iterations();
      energy = lbfgs.energy();
      rms = lbfgs.rms();
      double[] last = lbfgs.gradient();
      if (ending == Lbfgs.Ending.ITERATIONS_USED_UP && saddleFree.isPresent() && left > 0) {
        SaddleFreeNewton newton = saddleFree.get();
        left -= newton.run(x, limits.rmsGradient, limits.largestStep, left);
        energy = newton.energy();
        rms = newton.rmsGradient();
        last = newton.gradient();
        ending =
            rms < limits.rmsGradient ? Lbfgs.Ending.CONVERGED : Lbfgs.Ending.ITERATIONS_USED_UP;
      }
      if (ending == Lbfgs.Ending.BLEW_UP) {
        return Ending.BLEW_UP;
      }
      Optional<String> refused = potential.objection(x);
      if (refused.isPresent()) {
        objection = refused.get();
        return Ending.OUT_OF_BOUNDS;
      }
      System.arraycopy(last, 0, gradient, 0, n);
      retract(x);
      boolean converged = rms < limits.rmsGradient;
      if (ending == Lbfgs.Ending.ITERATIONS_USED_UP) {
        return converged ? Ending.CONVERGED : Ending.NOT_CONVERGED;
      }
      if (use == HessianUse.FORMED ? newton(x, limits) : newtonKrylov(x, limits)) {
        potential.retract(x);
        return Ending.CONVERGED;
      }
      if (converged || ending == Lbfgs.Ending.STUCK) {
        if (use == HessianUse.PRODUCTS) {
          if (krylov.negative() == 0 || escapes == 3) {
            return converged && krylov.negative() == 0 ? Ending.CONVERGED : Ending.NOT_CONVERGED;
          }
          escapes++;
          krylov.lowestDirection(step);
          Vectors.add(x, 0.05 * limits.largestStep, step);
          target = newtonBelow;
          continue;
        }
        // Stationary, yet the Hessian is not positive definite.
        StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
        if (analysis.index() == 0 || escapes == 3) {
          return converged && analysis.index() == 0 ? Ending.CONVERGED : Ending.NOT_CONVERGED;
        }
        escapes++;
        Vectors.add(x, 0.05 * limits.largestStep, analysis.lowestMode());
        target = newtonBelow;
      } else {
        target = Math.max(0.1 * Math.min(target, rms), 0.99 * limits.rmsGradient);
      }
    }
  }

  /**
   * Moves to the form of the point that is kept; scaling back onto a sphere scales the gradient.
   */
  private void retract(double[] x) {
    System.arraycopy(x, 0, step, 0, n);
    potential.retract(x);
    if (!Arrays.equals(x, step)) {
      energy = potential.energyAndGradient(x, gradient);
      rms = Vectors.rms(gradient);
    }
  }

  /** Newton steps while they are short and the Hessian is positive definite. */
  private boolean newton(double[] x, Limits limits) {
    double[] start = x.clone();
    double startRms = rms;
    double startEnergy = energy;
    boolean fast = false;
    for (int pass = 0; pass < 12; pass++) {
      // Where the gradient falls fast enough the last factor is good for one more step.
      if (!fast) {
        potential.hessian(x, hessian);
        int zeroModes = potential.symmetry().zeroModeBasis(x, basis);
        // Near a stationary point the matrix takes zero modes to nothing: projectors raise them.
        Arrays.fill(weights, StationaryPointAnalysis.typicalEigenvalue(hessian, n));
        Vectors.addProjectors(hessian, n, weights, basis, zeroModes);
        if (!cholesky.factorise(hessian)) {
          break;
        }
      }
      if (rms < limits.rmsGradient) {
        return true;
      }
      cholesky.solve(gradient, step);
      if (!(Vectors.largest(step) <= limits.largestStep)) {
        break;
      }
      double before = rms;
      takeStep(x);
      if (rms < limits.rmsGradient) {
        return true;
      }
      if (!(rms < before)) {
        break;
      }
      fast = rms < FAST * before;
    }
    System.arraycopy(start, 0, x, 0, n);
    rms = startRms;
    energy = startEnergy;
    return false;
  }

  private void takeStep(double[] x) {
    Vectors.add(x, -1, step);
    energy = potential.energyAndGradient(x, gradient);
    rms = Vectors.rms(gradient);
  }

  /** The same with steps from Krylov spaces, while no negative curvature is seen. */
  private boolean newtonKrylov(double[] x, Limits limits) {
    double[] start = x.clone();
    double startRms = rms;
    double startEnergy = energy;
    for (int pass = 0; pass < 12; pass++) {
      int zeroModes = potential.symmetry().zeroModeBasis(x, basis);
      double tolerance = Math.max(KRYLOV_TOLERANCE, 0.3 * limits.rmsGradient / rms);
      if (!krylov.solve(
          potential.hessianAt(x), gradient, basis, zeroModes, Math.min(0.5, tolerance), 0, step)) {
        break;
      }
      if (rms < limits.rmsGradient) {
        return true;
      }
      if (!(Vectors.largest(step) <= limits.largestStep)) {
        break;
      }
      double before = rms;
      takeStep(x);
      if (rms < limits.rmsGradient) {
        return true;
      }
      if (!(rms < before)) {
        break;
      }
    }
    System.arraycopy(start, 0, x, 0, n);
    rms = startRms;
    energy = startEnergy;
    return false;
  }

  /** Energy at the end. */
  public double energy() {
    return energy;
  }

  /** Root mean square gradient at the end. */
  public double rmsGradient() {
    return rms;
  }

  /** What the potential objected to, after {@link Ending#OUT_OF_BOUNDS}. */
  public String objection() {
    return objection;
  }
}
