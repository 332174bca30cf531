package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.linear.Cholesky;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.NewtonsMethod;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;
import java.util.Arrays;

/**
 * Steepest descent by the stabilised explicit method of second order of Runge, Kutta and Chebyshev.
 *
 * <p>The equation is stiff: stiff modes relax a thousand times faster than soft ones. Here s
 * gradients allow a step of 0.65 s^2 over the largest eigenvalue, which is tracked by one step of
 * the power method per step.
 *
 * <p>Source: B. P. Sommeijer, L. F. Shampine and J. G. Verwer, J. Comput. Appl. Math. 88, 315
 * (1998).
 */
final class ChebyshevDescent implements SteepestDescent {
  private static final double DAMPING = 2.0 / 13;
  private static final int MOST_STAGES = 60;

  /** A minimum that is no farther off than this by Newton's step is the one of this basin. */
  private static final double NEAR = 0.1;

  private final Potential potential;
  private final int n;
  private final double[] start;
  private final double[] startForce;
  private final double[] beforeLast;
  private final double[] last;
  private final double[] here;
  private final double[] gradient;
  private final double[] shifted;
  private final double[] direction;

  /** Steps towards the minimum of a basin. */
  private final NewtonsMethod.Steps newton;

  ChebyshevDescent(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    start = new double[n];
    startForce = new double[n];
    beforeLast = new double[n];
    last = new double[n];
    here = new double[n];
    gradient = new double[n];
    shifted = new double[n];
    direction = new double[n];
    newton =
        HessianUse.of(n) == HessianUse.FORMED ? exactSteps(potential) : new KrylovNewton(potential);
  }

  @Override
  public boolean run(double[] x, double tolerance, int mostGradients) {
    System.arraycopy(x, 0, start, 0, n);
    double energy = force(start, startForce);
    double firstEnergy = energy;
    System.arraycopy(startForce, 0, direction, 0, n);
    double radius = spectralRadius(30);
    double step = 1 / radius;
    int rejected = 0;
    int gradients = 0;
    for (int k = 0; gradients < mostGradients && rejected < 40; k++) {
      int stages = stages(step, radius);
      gradients += stages + 1;
      step = Math.min(step, longest(stages, radius));
      chebyshev(stages, step);
      double newEnergy = force(here, gradient);
      double error = 0;
      for (int i = 0; i < n; i++) {
        double e = 0.8 * (start[i] - here[i]) + 0.4 * step * (startForce[i] + gradient[i]);
        error = Math.max(error, Math.abs(e));
      }
      error /= tolerance;
      if (!(error <= 1) || !(newEnergy <= energy + 1e-12 * Math.abs(energy))) {
        rejected++;
        step *= Double.isFinite(error) ? Math.max(0.1, Math.min(0.5, 0.8 / Math.cbrt(error))) : 0.1;
        radius = Math.max(radius, spectralRadius(3));
        continue;
      }
      rejected = 0;
      energy = newEnergy;
      System.arraycopy(here, 0, start, 0, n);
      System.arraycopy(gradient, 0, startForce, 0, n);
      if (k % 8 == 7 && energy < firstEnergy && inBasin()) {
        System.arraycopy(start, 0, x, 0, n);
        return true;
      }
      radius = Math.max(0.9 * radius, spectralRadius(1));
      step *= Math.min(4, 0.8 / Math.cbrt(Math.max(error, 1e-3)));
    }
    System.arraycopy(start, 0, x, 0, n);
    return false;
  }

  /** Minus the gradient; returns the energy. */
  private double force(double[] x, double[] force) {
    double energy = potential.energyAndGradient(x, force);
    for (int i = 0; i < n; i++) {
      force[i] = -force[i];
    }
    return energy;
  }

  private static int stages(double step, double radius) {
    int stages = 1 + (int) Math.ceil(Math.sqrt(1 + 1.54 * step * radius));
    return Math.max(2, Math.min(MOST_STAGES, stages));
  }

  private static double longest(int stages, double radius) {
    return 0.65 * (stages * (double) stages - 1) / radius;
  }

  /** One step from {@code start} to {@code here}. */
  private void chebyshev(int stages, double step) {
    double w0 = 1 + DAMPING / (stages * (double) stages);
    // Chebyshev polynomials of w0 and their first two derivatives, by recurrence.
    double t1 = 1;
    double t2 = w0;
    double d1 = 0;
    double d2 = 1;
    double dd1 = 0;
    double dd2 = 0;
    for (int j = 2; j <= stages; j++) {
      double t = 2 * w0 * t2 - t1;
      double d = 2 * w0 * d2 - d1 + 2 * t2;
      double dd = 2 * w0 * dd2 - dd1 + 4 * d2;
      t1 = t2;
      t2 = t;
      d1 = d2;
      d2 = d;
      dd1 = dd2;
      dd2 = dd;
    }
    double w1 = d2 / dd2;
    // b_2 = T''/(T')^2 at j = 2 serves for j = 0 as well; T_2'' = 4, T_2' = 4 w0.
    double bBefore = 1 / (4 * w0 * w0);
    double b = 1 / w0;
    double aLast = 1 - b * w0;
    double first = b * w1;
    for (int i = 0; i < n; i++) {
      beforeLast[i] = start[i];
      last[i] = start[i] + first * step * startForce[i];
    }
    t1 = 1;
    t2 = w0;
    d1 = 0;
    d2 = 1;
    dd1 = 0;
    dd2 = 0;
    for (int j = 2; j <= stages; j++) {
      double t = 2 * w0 * t2 - t1;
      double d = 2 * w0 * d2 - d1 + 2 * t2;
      double dd = 2 * w0 * dd2 - dd1 + 4 * d2;
      double bNew = dd / (d * d);
      double mu = 2 * w0 * bNew / b;
      double nu = -bNew / bBefore;
      double muForce = 2 * w1 * bNew / b;
      double gamma = -aLast * muForce;
      force(last, gradient);
      for (int i = 0; i < n; i++) {
        here[i] =
            (1 - mu - nu) * start[i]
                + mu * last[i]
                + nu * beforeLast[i]
                + step * (muForce * gradient[i] + gamma * startForce[i]);
      }
      System.arraycopy(last, 0, beforeLast, 0, n);
      System.arraycopy(here, 0, last, 0, n);
      aLast = 1 - bNew * t;
      bBefore = b;
      b = bNew;
      t1 = t2;
      t2 = t;
      d1 = d2;
      d2 = d;
      dd1 = dd2;
      dd2 = dd;
    }
  }

  /** Largest Hessian eigenvalue in magnitude at {@code start}, with a margin for its error. */
  private double spectralRadius(int passes) {
    double radius = 0;
    double difference = 1e-5 * potential.lengthScale();
    for (int pass = 0; pass < passes; pass++) {
      double norm = Vectors.norm(direction);
      if (!(norm > 0)) {
        Arrays.fill(direction, 1);
        norm = Math.sqrt(n);
      }
      for (int i = 0; i < n; i++) {
        shifted[i] = start[i] + difference * direction[i] / norm;
      }
      force(shifted, direction);
      for (int i = 0; i < n; i++) {
        direction[i] = (startForce[i] - direction[i]) / difference;
      }
      radius = Vectors.norm(direction);
    }
    return 1.2 * radius;
  }

  private boolean inBasin() {
    return newton.solve(start, startForce, 0.1, false, shifted)
        && Vectors.largest(shifted) < NEAR * potential.lengthScale();
  }

  /** Newton steps where the point is not stationary, so that zero modes are not eigenvectors. */
  private static NewtonsMethod.Steps exactSteps(Potential potential) {
    int n = potential.dimension();
    double[] hessian = new double[n * n];
    ZeroModes zeroModes = new ZeroModes(potential);
    Cholesky cholesky = new Cholesky(n);
    return (x, gradient, residual, again, step) -> {
      potential.hessian(x, hessian);
      zeroModes.at(x);
      zeroModes.replace(hessian, ZeroModes.typicalEigenvalue(hessian, n));
      boolean positive = cholesky.factorise(hessian);
      if (positive) {
        cholesky.solve(gradient, step);
      }
      return positive;
    };
  }
}
