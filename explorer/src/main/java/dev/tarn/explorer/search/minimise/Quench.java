package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.NewtonsMethod;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import java.util.Optional;

/**
 * Follows the gradient down to a minimum and converges there to rounding.
 *
 * <p>L-BFGS comes near; Newton's method with the exact Hessian finishes in two or three steps, of
 * which the last ones may share a factorisation. The Cholesky factorisation exists only where the
 * Hessian is positive definite (zero modes raised first), so a quench that Newton's method finishes
 * stands on a minimum, not on a saddle; where it does not exist L-BFGS continues. A stationary
 * point that is no minimum is left along its lowest mode. On a sum over data L-BFGS gives way to
 * {@link SaddleFreeNewton} where it takes long.
 *
 * <p>In more than 300 dimensions the Hessian is not formed, and Newton's steps are those of {@link
 * KrylovNewton}. These too give a step up when they see negative curvature; but they may fail to
 * see it in a direction to which the gradient is orthogonal, so what such a quench ends at is
 * certified by its {@link StationaryPointAnalysis} only.
 */
public final class Quench implements Minimiser {
  /** Steps of L-BFGS on a sum over data, after which the valley is taken for a long one. */
  private static final int PATIENCE = 300;

  /** Stationary points that are no minima and are left downhill. */
  private static final int MOST_ESCAPES = 3;

  private static final int NEWTON_STEPS = 12;

  private final Potential potential;
  private final Lbfgs lbfgs;
  private final NewtonToMinimum newton;

  /** What takes over on a sum over data. */
  private final Optional<SaddleFreeNewton> saddleFree;

  /** Where the quench stands. */
  private final NewtonsMethod here;

  private int steps;
  private String objection = "";

  /** Scratch space for quenches on a potential. */
  public Quench(Potential potential) {
    this(potential, HessianUse.of(potential.dimension()));
  }

  /** The same with the Hessian formed, or not, whatever the dimension. */
  public Quench(Potential potential, HessianUse use) {
    this.potential = potential;
    lbfgs = new Lbfgs(potential);
    newton = use == HessianUse.FORMED ? new CholeskyNewton(potential) : new KrylovNewton(potential);
    saddleFree =
        potential.capability(SumOverData.class).isPresent()
            ? Optional.of(new SaddleFreeNewton(potential, use))
            : Optional.empty();
    here = new NewtonsMethod(potential);
  }

  @Override
  public Ending run(double[] x, Limits limits) {
    double rmsGradient = limits.rmsGradient();
    double target = Math.max(newton.below(), rmsGradient);
    int escapes = 0;
    steps = 0;
    while (true) {
      Ending ending = approach(x, target, limits);
      if (ending == Ending.BLEW_UP) {
        return ending;
      }
      Optional<String> refused = potential.objection(x);
      if (refused.isPresent()) {
        objection = refused.get();
        return Ending.OUT_OF_BOUNDS;
      }
      here.retract(x);
      boolean converged = here.rmsGradient() < rmsGradient;
      if (ending == Ending.NOT_CONVERGED) {
        return converged ? Ending.CONVERGED : ending;
      }
      if (here.converge(x, newton, rmsGradient, limits.largestStep(), NEWTON_STEPS)) {
        potential.retract(x);
        return Ending.CONVERGED;
      }
      if (converged || ending == Ending.STALLED) {
        // Stationary, yet the Hessian is not positive definite.
        int index = newton.index(x);
        if (index == 0 || escapes == MOST_ESCAPES) {
          return converged && index == 0 ? Ending.CONVERGED : Ending.NOT_CONVERGED;
        }
        escapes++;
        Vectors.add(x, 0.05 * limits.largestStep(), newton.lowestDirection());
        target = newton.below();
      } else {
        target = Math.max(0.1 * Math.min(target, here.rmsGradient()), 0.99 * rmsGradient);
      }
    }
  }

  /** Comes near a stationary point. */
  private Ending approach(double[] x, double target, Limits limits) {
    int left = limits.steps() - steps;
    int most = saddleFree.isPresent() ? Math.min(left, PATIENCE) : left;
    Minimiser last = lbfgs;
    Ending ending = lbfgs.run(x, new Limits(target, limits.largestStep(), most));
    steps += lbfgs.steps();
    left -= lbfgs.steps();
    if (ending == Ending.NOT_CONVERGED && saddleFree.isPresent() && left > 0) {
      last = saddleFree.get();
      ending = last.run(x, new Limits(limits.rmsGradient(), limits.largestStep(), left));
      steps += last.steps();
    }
    here.take(last.energy(), last.gradient(), last.rmsGradient());
    return ending;
  }

  @Override
  public double energy() {
    return here.energy();
  }

  @Override
  public double rmsGradient() {
    return here.rmsGradient();
  }

  @Override
  public double[] gradient() {
    return here.gradient();
  }

  /** {@inheritDoc} Newton's are not counted. */
  @Override
  public int steps() {
    return steps;
  }

  /** What the potential objected to, after {@link Ending#OUT_OF_BOUNDS}. */
  public String objection() {
    return objection;
  }
}
