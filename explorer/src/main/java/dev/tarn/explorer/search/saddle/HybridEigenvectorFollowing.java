package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.NewtonsMethod;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;
import java.util.Optional;

/**
 * Hybrid eigenvector-following: finds a saddle of index one, uphill along the lowest Hessian mode
 * and downhill in all directions orthogonal to it.
 *
 * <p>The lowest mode is a {@link RayleighRitzMode}, from differences of gradients; in up to {@value
 * #EXACT_UP_TO} dimensions it comes from the exact Hessian. The steps orthogonal to it are {@link
 * SidewaysSteps}. Near the saddle {@linkplain NewtonToSaddle Newton's method} takes over, whose
 * factorisation exists only where the index is one: a converged search stands on a transition
 * state, certified.
 *
 * <p>Source: L. J. Munro and D. J. Wales, Phys. Rev. B 59, 3969 (1999); Y. Kumeda, L. J. Munro and
 * D. J. Wales, Chem. Phys. Lett. 341, 185 (2001); step along the mode from Wales, J. Chem. Soc.
 * Faraday Trans. 90, 505 (1994).
 */
final class HybridEigenvectorFollowing implements TransitionStateSearch {
  /** Up to this many coordinates the exact Hessian gives the mode. */
  static final int EXACT_UP_TO = 8;

  /** Zero modes turn slowly: away from the saddle those of some steps ago will do. */
  private static final int BASIS_EVERY = 4;

  private static final int NEWTON_STEPS = 15;

  private final Potential potential;
  private final LowestMode lowestMode;
  private final SidewaysSteps sidewaysSteps;
  private final NewtonToSaddle newton;
  private final NewtonsMethod here;
  private final ZeroModes zeroModes;
  private final double[] gradient;
  private final double[] mode;
  private final double[] sideways;
  private final double[] previousSideways;
  private double curvature;
  private double energy;
  private double rms;
  private String objection = "";

  HybridEigenvectorFollowing(Potential potential) {
    this.potential = potential;
    int n = potential.dimension();
    lowestMode =
        n <= EXACT_UP_TO ? new ExactLowestMode(potential) : new RayleighRitzMode(potential);
    mode = lowestMode.vector();
    sidewaysSteps = new SidewaysSteps(n, 1e-3 / potential.lengthScale());
    zeroModes = new ZeroModes(potential);
    newton = new NewtonToSaddle(potential, zeroModes, mode);
    here = new NewtonsMethod(potential);
    gradient = new double[n];
    sideways = new double[n];
    previousSideways = new double[n];
  }

  @Override
  public Ending run(double[] x, double[] startMode, Limits limits) {
    lowestMode.begin(startMode);
    sidewaysSteps.begin();
    double newtonBelow = limits.newtonBelow();
    energy = potential.energyAndGradient(x, gradient);
    double ceiling = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < limits.iterations(); iteration++) {
      rms = Vectors.rms(gradient);
      if (!Double.isFinite(energy) || !Double.isFinite(rms) || energy > ceiling) {
        return Ending.BLEW_UP;
      }
      if (iteration == 10) {
        // By now overlaps are relaxed; a search that goes far above is lost.
        ceiling = energy + 1e3 * Math.max(1, Math.abs(energy));
      }
      if (iteration % 8 == 7 || rms < newtonBelow) {
        Optional<String> refused = potential.objection(x);
        if (refused.isPresent()) {
          objection = refused.get();
          return Ending.OUT_OF_BOUNDS;
        }
      }
      if (iteration % BASIS_EVERY == 0) {
        zeroModes.at(x);
      }
      curvature =
          lowestMode.update(x, gradient, zeroModes, iteration == 0 ? limits.refinements() : 1);
      if (curvature < 0 && rms < newtonBelow) {
        if (converge(x, limits)) {
          return Ending.CONVERGED;
        }
        newtonBelow *= 0.2;
      }
      if (rms < limits.rmsGradient() && curvature < 0) {
        return Ending.NOT_CONVERGED;
      }
      move(x, limits);
    }
    return Ending.NOT_CONVERGED;
  }

  /** Newton steps to the saddle while they are short and the index is one. */
  private boolean converge(double[] x, Limits limits) {
    here.take(energy, gradient, rms);
    here.retract(x);
    boolean converged =
        here.converge(
            x, newton.with(curvature), limits.rmsGradient(), limits.sidewaysStep(), NEWTON_STEPS);
    if (converged) {
      potential.retract(x);
    }
    energy = here.energy();
    rms = here.rmsGradient();
    System.arraycopy(here.gradient(), 0, gradient, 0, gradient.length);
    return converged;
  }

  /** One step along the mode and some orthogonal to it, with one gradient for each. */
  private void move(double[] x, Limits limits) {
    double force = takeSideways();
    double along = TrustedModeFollowing.uphill(force, curvature, limits.uphillStep());
    for (int relaxation = 0; relaxation < limits.relaxations(); relaxation++) {
      double[] step = sidewaysSteps.choose(sideways, mode, curvature, limits.sidewaysStep());
      System.arraycopy(sideways, 0, previousSideways, 0, sideways.length);
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
        sidewaysSteps.remember(previousSideways, sideways);
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

  @Override
  public double energy() {
    return energy;
  }

  @Override
  public double rmsGradient() {
    return rms;
  }

  @Override
  public String objection() {
    return objection;
  }
}
