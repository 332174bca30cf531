package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.linear.Cholesky;
import dev.tarn.explorer.search.linear.LowestOfThree;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Hybrid eigenvector-following: finds a saddle of index one, uphill along the lowest Hessian mode
 * and downhill in all directions orthogonal to it.
 *
 * <p>The lowest mode is found by minimising the Rayleigh quotient in the space of the current mode,
 * its residual and the previous direction (locally optimal, as in LOBPCG), from differences of
 * gradients, warm-started from step to step, with the symmetry's zero modes projected out; in up to
 * {@value #EXACT_UP_TO} dimensions it comes from the exact Hessian. Near the saddle Newton's method
 * takes over. Its linear system is factorised as H + s v v^T with zero modes raised, which is
 * positive definite only if H has at most one negative eigenvalue; the sign of 1 - s v.(H + s v
 * v^T)^-1 v then says whether there is exactly one. So a converged search stands on a transition
 * state, certified.
 *
 * <p>In more than 300 dimensions the Hessian is not formed: see {@link KrylovFollowing}. What such
 * a search ends at is certified by its {@link StationaryPointAnalysis} only. On sums over data in
 * fewer it is formed at every step: see {@link EigenvectorFollowing}.
 *
 * <p>Source: L. J. Munro and D. J. Wales, Phys. Rev. B 59, 3969 (1999); Y. Kumeda, L. J. Munro and
 * D. J. Wales, Chem. Phys. Lett. 341, 185 (2001); step along the mode from Wales, J. Chem. Soc.
 * Faraday Trans. 90, 505 (1994).
 */
public final class HybridEigenvectorFollowing {
  /** Up to this many coordinates the exact Hessian gives the mode. */
  static final int EXACT_UP_TO = 8;

  /** Zero modes turn slowly: away from the saddle those of some steps ago will do. */
  private static final int BASIS_EVERY = 4;

  private static final int MEMORY = 2;

  /** A direction of which less, squared, is outside of mode and residual would add noise only. */
  private static final double LEAST_OF_DIRECTION = 1e-4;

  /** How a search ended. */
  public enum Ending {
    /** At a certified transition state. */
    CONVERGED,
    /** The iterations were used up. */
    NOT_CONVERGED,
    /** Energy or gradient became infinite, not a number, or absurdly high. */
    BLEW_UP,
    /** The potential objected to where it went. */
    OUT_OF_BOUNDS
  }

  /**
   * Limits of a search.
   *
   * @param rmsGradient gradient to converge to
   * @param uphillStep largest step along the mode
   * @param sidewaysStep largest change of a coordinate in a step orthogonal to it
   * @param relaxations steps orthogonal to the mode for each step along it
   * @param iterations steps along the mode at the most
   * @param newtonBelow rms gradient below which Newton's method is tried
   * @param refinements Rayleigh-Ritz steps on the mode before the first step
   */
  public record Limits(
      double rmsGradient,
      double uphillStep,
      double sidewaysStep,
      int relaxations,
      int iterations,
      double newtonBelow,
      int refinements) {
    /** The usual limits for a potential of that length scale. */
    public static Limits of(double rmsGradient, double lengthScale) {
      return new Limits(rmsGradient, 0.1 * lengthScale, 0.15 * lengthScale, 3, 200, 0.1, 8);
    }

    /**
     * The same with another climb: short steps with many relaxations between them keep to the
     * valley that they started in, long ones with few get about more, and in many dimensions leave
     * the valley for good.
     */
    public Limits withClimb(double newUphillStep, int newRelaxations, int newIterations) {
      return new Limits(
          rmsGradient,
          newUphillStep,
          sidewaysStep,
          newRelaxations,
          newIterations,
          newtonBelow,
          refinements);
    }

    /** The same with other lengths of steps, along the mode and orthogonal to it. */
    public Limits withSteps(double newUphillStep, double newSidewaysStep) {
      return new Limits(
          rmsGradient,
          newUphillStep,
          newSidewaysStep,
          relaxations,
          iterations,
          newtonBelow,
          refinements);
    }

    /** The same with that many refinements. */
    public Limits withRefinements(int number) {
      return new Limits(
          rmsGradient, uphillStep, sidewaysStep, relaxations, iterations, newtonBelow, number);
    }
  }

  private final Potential potential;
  private final int n;

  /** What takes the place of all the rest, if anything. */
  private final Optional<ModeFollowing> other;

  private final double difference;
  private final double[] gradient;
  private final double[] sideways;
  private final double[] point;
  private final double[] shiftedGradient;
  private final double[] mode;
  private final double[] imageOfMode;
  private final double[] residual;
  private final double[] imageOfResidual;
  private final double[] direction;
  private final double[] imageOfDirection;
  private final double[] step;
  private final double[] previousSideways;

  /** Zero modes, and room for the mode. */
  private final double[] basis;

  /** One for each row of the basis. */
  private final double[] factors;

  private final double[] hessian;
  private final double[] newtonStep;
  private final double[] modeSolution;
  private final Cholesky cholesky;
  private final double[][] moves = new double[MEMORY][];
  private final double[][] turns = new double[MEMORY][];
  private final double[] inverse = new double[MEMORY];
  private final double[] alpha = new double[MEMORY];
  private int stored;
  private int next;
  private int zeroModes;
  private double scaling;
  private boolean haveDirection;
  private double curvature;
  private double energy;
  private double rms;
  private int iterations;
  private String objection = "";

  /** Scratch space for searches on a potential. */
  public HybridEigenvectorFollowing(Potential potential) {
    this(potential, HessianUse.of(potential.dimension()));
  }

  public HybridEigenvectorFollowing(Potential potential, HessianUse use) {
    this.potential = potential;
    boolean formed = use == HessianUse.FORMED;
    other = other(potential, use);
    n = potential.dimension();
    difference = 1e-5 * potential.lengthScale();
    gradient = new double[n];
    sideways = new double[n];
    point = new double[n];
    shiftedGradient = new double[n];
    mode = new double[n];
    imageOfMode = new double[n];
    residual = new double[n];
    imageOfResidual = new double[n];
    direction = new double[n];
    imageOfDirection = new double[n];
    step = new double[n];
    previousSideways = new double[n];
    basis = new double[(potential.symmetry().zeroModes() + 1) * n];
    factors = new double[potential.symmetry().zeroModes() + 1];
    hessian = new double[formed ? n * n : 0];
    newtonStep = new double[n];
    modeSolution = new double[n];
    cholesky = new Cholesky(formed ? n : 1);
    for (int k = 0; k < MEMORY; k++) {
      moves[k] = new double[n];
      turns[k] = new double[n];
    }
  }

  private static Optional<ModeFollowing> other(Potential potential, HessianUse use) {
    if (use == HessianUse.PRODUCTS) {
      return Optional.of(new KrylovFollowing(potential));
    }
    return potential.capability(SumOverData.class).isPresent()
        ? Optional.of(new EigenvectorFollowing(potential))
        : Optional.empty();
  }

  /**
   * Searches.
   *
   * @param x start; overwritten with the end
   * @param startMode first guess of the mode to follow, any length but zero; left alone
   */
  public Ending run(double[] x, double[] startMode, Limits limits) {
    if (other.isPresent()) {
      return follow(other.get(), x, startMode, limits);
    }
    System.arraycopy(startMode, 0, mode, 0, n);
    haveDirection = false;
    stored = 0;
    next = 0;
    double newtonBelow = limits.newtonBelow;
    energy = potential.energyAndGradient(x, gradient);
    double ceiling = Double.POSITIVE_INFINITY;
    for (iterations = 0; iterations < limits.iterations; iterations++) {
      rms = Vectors.rms(gradient);
      if (!Double.isFinite(energy) || !Double.isFinite(rms) || energy > ceiling) {
        return Ending.BLEW_UP;
      }
      if (iterations == 10) {
        // By now overlaps are relaxed; a search that climbs far above is lost.
        ceiling = energy + 1e3 * Math.max(1, Math.abs(energy));
      }
      if (iterations % 8 == 7 || rms < newtonBelow) {
        Optional<String> refused = potential.objection(x);
        if (refused.isPresent()) {
          objection = refused.get();
          return Ending.OUT_OF_BOUNDS;
        }
      }
      updateMode(x, iterations == 0 ? limits.refinements : 1);
      if (curvature < 0 && rms < newtonBelow) {
        retract(x);
        if (newton(x, limits)) {
          potential.retract(x);
          return Ending.CONVERGED;
        }
        newtonBelow *= 0.2;
      }
      if (rms < limits.rmsGradient) {
        if (curvature < 0) {
          return Ending.NOT_CONVERGED;
        }
      }
      move(x, limits);
    }
    return Ending.NOT_CONVERGED;
  }

  private Ending follow(ModeFollowing search, double[] x, double[] startMode, Limits limits) {
    Ending ending = search.run(x, startMode, limits);
    energy = search.energy();
    rms = search.rmsGradient();
    iterations = search.iterations();
    objection = search.objection();
    return ending;
  }

  /**
   * Moves to the form of the point that is kept; scaling back onto a sphere scales the gradient.
   */
  private void retract(double[] x) {
    System.arraycopy(x, 0, point, 0, n);
    potential.retract(x);
    if (!Arrays.equals(x, point)) {
      energy = potential.energyAndGradient(x, gradient);
      rms = Vectors.rms(gradient);
    }
  }

  /** One step along the mode and some orthogonal to it, with one gradient for each. */
  private void move(double[] x, Limits limits) {
    double force = takeSideways();
    double along;
    if (curvature < 0) {
      double ratio = 2 * force / curvature;
      along = 2 * force / (Math.abs(curvature) * (1 + Math.sqrt(1 + ratio * ratio)));
      along = Math.max(-limits.uphillStep, Math.min(limits.uphillStep, along));
    } else {
      along = force < 0 ? -limits.uphillStep : limits.uphillStep;
    }
    for (int relaxation = 0; relaxation < limits.relaxations; relaxation++) {
      chooseSideways(limits.sidewaysStep);
      System.arraycopy(sideways, 0, previousSideways, 0, n);
      Vectors.add(x, 1, step);
      if (relaxation == 0) {
        Vectors.add(x, along, mode);
      }
      energy = potential.energyAndGradient(x, gradient);
      if (!Double.isFinite(energy)) {
        return;
      }
      force = takeSideways();
      // The first step goes along the mode as well, which would spoil the memory.
      if (relaxation > 0) {
        remember();
        if (Vectors.norm(sideways) < 0.1 * Math.abs(force)) {
          return;
        }
      }
    }
  }

  /** Takes the part along the mode out of the gradient; returns it. */
  private double takeSideways() {
    double force = Vectors.dot(gradient, mode);
    Vectors.sum(sideways, gradient, -force, mode);
    return force;
  }

  private void remember() {
    double[] turn = turns[next];
    Vectors.difference(turn, 1, sideways, previousSideways);
    double product = Vectors.dot(turn, step);
    if (!(product > 0)) {
      return;
    }
    System.arraycopy(step, 0, moves[next], 0, n);
    inverse[next] = 1 / product;
    scaling = product / Vectors.dot(turn, turn);
    next = (next + 1) % MEMORY;
    stored = Math.min(stored + 1, MEMORY);
  }

  /** Two-loop recursion, each update in one go with the product that comes next. */
  private void chooseSideways(double largestStep) {
    System.arraycopy(sideways, 0, step, 0, n);
    double product;
    double scale = 1;
    if (stored == 0) {
      double size = Math.max(Math.abs(curvature), 1e-3 / (difference * 1e5));
      scale = Math.min(0.3 / size, 0.01);
      product = scale * Vectors.dot(step, mode);
    } else {
      int at = Math.floorMod(next - 1, MEMORY);
      product = Vectors.dot(moves[at], step);
      for (int k = 1; k <= stored; k++) {
        alpha[at] = inverse[at] * product;
        int older = Math.floorMod(next - 1 - k, MEMORY);
        double[] following = k < stored ? moves[older] : turns[at];
        product = Vectors.addAndDot(step, 1, -alpha[at], turns[at], following);
        at = k < stored ? older : at;
      }
      scale = scaling;
      product *= scaling;
      for (int k = stored; k >= 1; k--) {
        double beta = inverse[at] * product;
        int newer = Math.floorMod(at + 1, MEMORY);
        double[] following = k > 1 ? turns[newer] : mode;
        product = Vectors.addAndDot(step, scale, alpha[at] - beta, moves[at], following);
        scale = 1;
        at = newer;
      }
    }
    double squared = Vectors.addAndDot(step, -scale, product, mode, step);
    // No coordinate is longer than the whole, which is known sooner.
    if (squared > largestStep * largestStep) {
      double longest = Vectors.largest(step);
      if (longest > largestStep) {
        Vectors.scale(step, largestStep / longest);
      }
    }
  }

  /** Improves the mode by at most {@code most} Rayleigh-Ritz steps at the point x. */
  private void updateMode(double[] x, int most) {
    if (iterations % BASIS_EVERY == 0) {
      zeroModes = potential.symmetry().zeroModeBasis(x, basis);
    }
    if (n <= EXACT_UP_TO) {
      exactMode(x);
      return;
    }
    Vectors.project(mode, basis, zeroModes, factors);
    Vectors.scale(mode, 1 / Vectors.norm(mode));
    image(x, mode, imageOfMode);
    if (haveDirection) {
      // Its image from the last point would pass for curvature that is not there.
      Vectors.scale(direction, 1 / Vectors.norm(direction));
      image(x, direction, imageOfDirection);
    }
    for (int pass = 0; pass < most; pass++) {
      curvature = Vectors.dot(mode, imageOfMode);
      Vectors.sum(residual, imageOfMode, -curvature, mode);
      Vectors.project(residual, basis, zeroModes, factors);
      double size = Vectors.norm(residual);
      if (size < 0.02 * Math.abs(curvature)) {
        return;
      }
      Vectors.scale(residual, 1 / size);
      image(x, residual, imageOfResidual);
      rayleighRitz();
    }
  }

  /**
   * The lowest vector in the space of mode, residual and direction becomes the mode. The direction
   * is made orthogonal to the other two only in the small matrix, so that all products of vectors
   * are taken at once.
   */
  private void rayleighRitz() {
    double mr = Vectors.dot(mode, imageOfResidual);
    double rr = Vectors.dot(residual, imageOfResidual);
    double a = 0;
    double b = 0;
    double perNorm = 0;
    double[] c = new double[3];
    if (haveDirection) {
      a = Vectors.dot(direction, mode);
      b = Vectors.dot(direction, residual);
      double dd = Vectors.dot(direction, direction);
      double md = Vectors.dot(mode, imageOfDirection);
      double rd = Vectors.dot(residual, imageOfDirection);
      double d = Vectors.dot(direction, imageOfDirection);
      double squared = dd - a * a - b * b;
      if (squared > LEAST_OF_DIRECTION * dd) {
        perNorm = 1 / Math.sqrt(squared);
        d += a * (a * curvature - 2 * md) + b * (b * rr - 2 * rd) + 2 * a * b * mr;
        md = (md - a * curvature - b * mr) * perNorm;
        rd = (rd - a * mr - b * rr) * perNorm;
        LowestOfThree.eigenvector(curvature, mr, md, rr, rd, d * perNorm * perNorm, c);
      }
    }
    if (perNorm == 0) {
      LowestOfThree.eigenvector(curvature, mr, rr, c);
    }
    double ofDirection = c[2] * perNorm;
    double ofResidual = c[1] - ofDirection * b;
    double ofMode = -ofDirection * a;
    // The direction is the part of the new mode outside of the old one.
    Vectors.combine(mode, residual, direction, ofDirection, ofResidual, ofMode, c[0]);
    Vectors.combine(
        imageOfMode, imageOfResidual, imageOfDirection, ofDirection, ofResidual, ofMode, c[0]);
    haveDirection = Math.abs(c[1]) + Math.abs(c[2]) > 1e-8;
    curvature = Vectors.dot(mode, imageOfMode) / Vectors.dot(mode, mode);
  }

  /** Hessian times vector by a one-sided difference. */
  private void image(double[] x, double[] vector, double[] out) {
    Vectors.sum(point, x, difference, vector);
    potential.energyAndGradient(point, shiftedGradient);
    Vectors.difference(out, 1 / difference, shiftedGradient, gradient);
  }

  /** The eigenvector of the lowest eigenvalue; of near degenerate ones any. */
  private void exactMode(double[] x) {
    potential.hessian(x, hessian);
    StationaryPointAnalysis.raiseZeroModes(hessian, n, basis, zeroModes);
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, true, true);
    if (!Vectors.finite(hessian) || !decomposition.decompose(DMatrixRMaj.wrap(n, n, hessian))) {
      curvature = Double.NaN;
      return;
    }
    int lowest = 0;
    for (int k = 1; k < n; k++) {
      if (decomposition.getEigenvalue(k).getReal()
          < decomposition.getEigenvalue(lowest).getReal()) {
        lowest = k;
      }
    }
    curvature = decomposition.getEigenvalue(lowest).getReal();
    double[] found = decomposition.getEigenVector(lowest).data;
    double sign = Vectors.dot(found, mode) < 0 ? -1 : 1;
    for (int i = 0; i < n; i++) {
      mode[i] = sign * found[i];
    }
  }

  /** Newton steps to the saddle while they are short and the index is one. */
  private boolean newton(double[] x, Limits limits) {
    double[] start = x.clone();
    double[] startGradient = gradient.clone();
    double startEnergy = energy;
    double startRms = rms;
    boolean fast = false;
    double raise = 0;
    double factor = 0;
    for (int pass = 0; pass < 15; pass++) {
      // Where the gradient falls fast enough the last factor is good for one more step.
      if (!fast) {
        potential.hessian(x, hessian);
        zeroModes = potential.symmetry().zeroModeBasis(x, basis);
        // Near a stationary point the matrix takes zero modes to nothing: projectors raise them.
        double typical = StationaryPointAnalysis.typicalEigenvalue(hessian, n);
        raise = typical + 2 * Math.abs(curvature);
        Arrays.fill(factors, 0, zeroModes, typical);
        factors[zeroModes] = raise;
        System.arraycopy(mode, 0, basis, zeroModes * n, n);
        Vectors.addProjectors(hessian, n, factors, basis, zeroModes + 1);
        if (!cholesky.factorise(hessian)) {
          break;
        }
        cholesky.solve(mode, modeSolution);
        factor = 1 - raise * Vectors.dot(mode, modeSolution);
        if (!(factor < 0)) {
          break;
        }
      }
      if (rms < limits.rmsGradient) {
        return true;
      }
      cholesky.solve(gradient, newtonStep);
      // Sherman and Morrison: H^-1 = A^-1 + s A^-1 v v^T A^-1 / (1 - s v^T A^-1 v).
      double correction = raise * Vectors.dot(mode, newtonStep) / factor;
      Vectors.add(newtonStep, correction, modeSolution);
      if (!(Vectors.largest(newtonStep) <= limits.sidewaysStep)) {
        break;
      }
      Vectors.add(x, -1, newtonStep);
      energy = potential.energyAndGradient(x, gradient);
      double before = rms;
      rms = Vectors.rms(gradient);
      if (rms < limits.rmsGradient) {
        return true;
      }
      if (!(rms < before)) {
        break;
      }
      fast = rms < Quench.FAST * before;
    }
    System.arraycopy(start, 0, x, 0, n);
    System.arraycopy(startGradient, 0, gradient, 0, n);
    energy = startEnergy;
    rms = startRms;
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

  /** Steps along the mode. */
  public int iterations() {
    return iterations;
  }

  /** What the potential objected to, after {@link Ending#OUT_OF_BOUNDS}. */
  public String objection() {
    return objection;
  }
}
