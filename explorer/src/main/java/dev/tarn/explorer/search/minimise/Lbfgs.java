package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import java.util.function.Consumer;

/**
 * Limited-memory BFGS with a limited step and no line search, as GMIN, OPTIM and pele use it.
 *
 * <p>A step is the quasi-Newton step, turned downhill if it points up, and shortened so that no
 * component exceeds a limit. If the energy rises by more than is allowed the step is cut to a
 * tenth, and after that the memory is dropped. One gradient for each step that is not cut.
 *
 * <p>Source: D. C. Liu and J. Nocedal, Math. Program. 45, 503 (1989); step control after GMIN's
 * mylbfgs.
 */
public final class Lbfgs extends SteppingMinimiser {
  private static final int MEMORY = 8;
  private static final int CUTS = 12;

  private final EnergyFunction f;
  private final double allowedRise;
  private final Consumer<double[]> listener;
  private final int n;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] step;
  private final double[][] moves = new double[MEMORY][];
  private final double[][] turns = new double[MEMORY][];
  private final double[] inverse = new double[MEMORY];
  private final double[] alpha = new double[MEMORY];
  private int stored;
  private int next;

  /** Minimises a potential; the energy never rises. */
  public Lbfgs(Potential potential) {
    this(potential, x -> {});
  }

  /**
   * Minimises a potential and shows every configuration on the way.
   *
   * @param listener is shown the start and each configuration after it, in an array that is
   *     overwritten afterwards; steps that are cut are not shown
   */
  public Lbfgs(Potential potential, Consumer<double[]> listener) {
    this(potential.dimension(), potential::energyAndGradient, 0, listener);
  }

  /**
   * Minimises a function.
   *
   * @param n its number of variables
   * @param allowedRise rise of the value accepted in one step; infinite for functions whose
   *     gradient is not the derivative of their value
   */
  public Lbfgs(int n, EnergyFunction f, double allowedRise) {
    this(n, f, allowedRise, x -> {});
  }

  private Lbfgs(int n, EnergyFunction f, double allowedRise, Consumer<double[]> listener) {
    super(n);
    this.n = n;
    this.f = f;
    this.allowedRise = allowedRise;
    this.listener = listener;
    trial = new double[n];
    trialGradient = new double[n];
    step = new double[n];
    for (int k = 0; k < MEMORY; k++) {
      moves[k] = new double[n];
      turns[k] = new double[n];
    }
  }

  @Override
  public Ending run(double[] x, Limits limits) {
    stored = 0;
    next = 0;
    energy = f.energyAndGradient(x, gradient);
    rms = Vectors.rms(gradient);
    listener.accept(x);
    for (steps = 0; steps < limits.steps(); steps++) {
      if (!Double.isFinite(energy) || !Double.isFinite(rms)) {
        return Ending.BLEW_UP;
      }
      if (rms < limits.rmsGradient()) {
        return Ending.CONVERGED;
      }
      chooseStep(limits.largestStep());
      if (!take(x)) {
        if (stored == 0) {
          return Ending.STALLED;
        }
        stored = 0;
      }
    }
    return Ending.NOT_CONVERGED;
  }

  /** Two-loop recursion, then direction and length are kept in bounds. */
  private void chooseStep(double largestStep) {
    for (int i = 0; i < n; i++) {
      step[i] = -gradient[i];
    }
    if (stored == 0) {
      // A cautious first step: a tenth of the gradient, and no longer than a tenth.
      Vectors.scale(step, Math.min(0.1, 0.1 / Vectors.norm(gradient)));
    } else {
      for (int k = 0; k < stored; k++) {
        int at = Math.floorMod(next - 1 - k, MEMORY);
        alpha[at] = inverse[at] * Vectors.dot(moves[at], step);
        Vectors.add(step, -alpha[at], turns[at]);
      }
      int last = Math.floorMod(next - 1, MEMORY);
      double curvature = Vectors.dot(turns[last], turns[last]) * inverse[last];
      Vectors.scale(step, 1 / Math.abs(curvature));
      for (int k = stored - 1; k >= 0; k--) {
        int at = Math.floorMod(next - 1 - k, MEMORY);
        double beta = inverse[at] * Vectors.dot(turns[at], step);
        Vectors.add(step, alpha[at] - beta, moves[at]);
      }
      if (Vectors.dot(step, gradient) > 0) {
        Vectors.scale(step, -1);
      }
    }
    double longest = Vectors.largest(step);
    if (longest > largestStep) {
      Vectors.scale(step, largestStep / longest);
    }
  }

  private boolean take(double[] x) {
    for (int cut = 0; cut < CUTS; cut++) {
      for (int i = 0; i < n; i++) {
        trial[i] = x[i] + step[i];
      }
      double trialEnergy = f.energyAndGradient(trial, trialGradient);
      // Far from a minimum rounding of the energy counts, so the rise is relative as well.
      if (trialEnergy - energy <= allowedRise + 1e-13 * Math.abs(energy)) {
        remember();
        System.arraycopy(trial, 0, x, 0, n);
        System.arraycopy(trialGradient, 0, gradient, 0, n);
        energy = trialEnergy;
        rms = Vectors.rms(gradient);
        listener.accept(x);
        return true;
      }
      Vectors.scale(step, 0.1);
    }
    return false;
  }

  private void remember() {
    double product = 0;
    double[] turn = turns[next];
    for (int i = 0; i < n; i++) {
      turn[i] = trialGradient[i] - gradient[i];
      product += turn[i] * step[i];
    }
    if (product == 0 || !Double.isFinite(product)) {
      return;
    }
    System.arraycopy(step, 0, moves[next], 0, n);
    inverse[next] = 1 / product;
    next = (next + 1) % MEMORY;
    stored = Math.min(stored + 1, MEMORY);
  }
}
