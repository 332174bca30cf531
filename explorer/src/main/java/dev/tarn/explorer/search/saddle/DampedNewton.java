package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.ProjectedHessian;
import dev.tarn.explorer.search.stationary.StationaryPointSearch;
import dev.tarn.potentials.Potential;

/**
 * Newton's method for grad V = 0, damped so that |grad V| falls in each step: converges to
 * stationary points of any index, whichever is near.
 *
 * <p>The step solves H s = -g, is shortened to a largest change of a coordinate and halved until
 * |g|^2 falls enough (Armijo). The direction goes down in |g|^2 always, but where H is singular the
 * method may stall although g does not vanish; such ends are told from stationary points. One
 * Hessian and one factorisation O(n^3) a step, nothing allocated.
 *
 * <p>Source: J. E. Dennis and R. B. Schnabel, Numerical Methods for Unconstrained Optimization and
 * Nonlinear Equations (1983), chapter 6.
 */
public final class DampedNewton implements StationaryPointSearch {
  private static final double ARMIJO = 1e-4;
  private static final int HALVINGS = 8;

  /** In that many steps |g|^2 must halve, or the search has come to where H is singular. */
  private static final int PATIENCE = 10;

  private final Potential potential;
  private final int n;
  private final ProjectedHessian hessian;
  private final double[] gradient;
  private final double[] step;
  private final double[] trial;
  private final double[] trialGradient;

  /** Scratch space for searches on a potential. */
  public DampedNewton(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new ProjectedHessian(potential);
    gradient = new double[n];
    step = new double[n];
    trial = new double[n];
    trialGradient = new double[n];
  }

  @Override
  public Ending run(double[] x, Limits limits) {
    double near = limits.rmsGradient();
    double energy = potential.energyAndGradient(x, gradient);
    double squared = Vectors.dot(gradient, gradient);
    double halved = squared;
    int since = 0;
    for (int k = 0; k < limits.steps(); k++) {
      if (!Double.isFinite(energy) || !Double.isFinite(squared)) {
        return Ending.BLEW_UP;
      }
      if (squared <= near * near * n) {
        return Ending.CONVERGED;
      }
      if (squared <= 0.5 * halved) {
        halved = squared;
        since = k;
      } else if (k - since >= PATIENCE) {
        return Ending.STALLED;
      }
      hessian.at(x);
      if (!hessian.solve(gradient, step)) {
        return Ending.STALLED;
      }
      hessian.project(step);
      double longest = Vectors.largest(step);
      double times = longest > limits.largestStep() ? limits.largestStep() / longest : 1;
      boolean fell = false;
      for (int cut = 0; cut < HALVINGS && !fell; cut++) {
        for (int i = 0; i < n; i++) {
          trial[i] = x[i] - times * step[i];
        }
        potential.retract(trial);
        energy = potential.energyAndGradient(trial, trialGradient);
        double newSquared = Vectors.dot(trialGradient, trialGradient);
        if (newSquared <= (1 - 2 * ARMIJO * times) * squared) {
          fell = true;
          squared = newSquared;
        } else {
          times *= 0.5;
        }
      }
      if (!fell) {
        return Ending.STALLED;
      }
      System.arraycopy(trial, 0, x, 0, n);
      System.arraycopy(trialGradient, 0, gradient, 0, n);
    }
    return Ending.NOT_CONVERGED;
  }
}
