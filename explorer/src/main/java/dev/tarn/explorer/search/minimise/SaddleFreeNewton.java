package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.QuadraticModel;
import dev.tarn.explorer.search.stationary.Spectrum;
import dev.tarn.potentials.Potential;

/**
 * Minimises by Newton steps with the magnitudes of the curvatures, within a radius of trust: down
 * along negative curvature, far along soft modes. For long narrow valleys, as of a weakly penalised
 * loss, where steepness differs by a factor of a million and L-BFGS crawls.
 *
 * <p>Cost of a step: a gradient, and the Hessian with all its eigenvectors where it is formed, else
 * up to {@value KrylovModel#MOST_PRODUCTS} of its products. For one thread.
 *
 * <p>Source: Y. N. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli and Y. Bengio, NeurIPS 27
 * (2014); products in Krylov spaces as there in section 5.
 */
final class SaddleFreeNewton extends SteppingMinimiser {
  /** The radius of trust at first and at most, as multiples of the largest step. */
  private static final double FIRST = 3;

  private static final double FARTHEST = 60;

  private final Potential potential;
  private final int n;
  private final QuadraticModel model;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] step;

  SaddleFreeNewton(Potential potential, HessianUse use) {
    super(potential.dimension());
    this.potential = potential;
    n = potential.dimension();
    model = use == HessianUse.FORMED ? new Spectrum(potential) : new KrylovModel(potential);
    trial = new double[n];
    trialGradient = new double[n];
    step = new double[n];
  }

  /** {@inheritDoc} The largest step is the length by which the radius of trust is measured. */
  @Override
  public Ending run(double[] x, Limits limits) {
    energy = potential.energyAndGradient(x, gradient);
    rms = Vectors.rms(gradient);
    double largestStep = limits.largestStep();
    double trust = FIRST * largestStep;
    steps = 0;
    boolean moved = true;
    while (steps < limits.steps() && rms >= limits.rmsGradient() && trust > 1e-9 * largestStep) {
      steps++;
      if (moved && !model.at(x)) {
        break;
      }
      double expected = model.descend(gradient, trust, step);
      for (int i = 0; i < n; i++) {
        trial[i] = x[i] + step[i];
      }
      double trialEnergy = potential.energyAndGradient(trial, trialGradient);
      double trialRms = Vectors.rms(trialGradient);
      double change = trialEnergy - energy;
      // Where the energy changes by rounding only, the gradient tells.
      boolean rounding = Math.abs(expected) <= 1e-13 * Math.max(1e-3, Math.abs(energy));
      boolean better = rounding ? trialRms < rms : change <= 0.1 * expected;
      double length = Vectors.norm(step);
      moved = better;
      if (!better) {
        trust = 0.3 * Math.min(trust, length);
        continue;
      }
      if (rounding || change <= 0.75 * expected) {
        trust = Math.min(FARTHEST * largestStep, Math.max(trust, 2 * length));
      } else if (change > 0.25 * expected) {
        trust = 0.5 * length;
      }
      System.arraycopy(trial, 0, x, 0, n);
      System.arraycopy(trialGradient, 0, gradient, 0, n);
      energy = trialEnergy;
      rms = trialRms;
    }
    return rms < limits.rmsGradient() ? Ending.CONVERGED : Ending.NOT_CONVERGED;
  }
}
