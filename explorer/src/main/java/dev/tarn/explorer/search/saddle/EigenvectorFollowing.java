package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.ProjectedHessian;
import dev.tarn.explorer.search.stationary.StationaryPointSearch;
import dev.tarn.potentials.Potential;
import java.util.Arrays;

/**
 * Eigenvector-following to a stationary point of any requested index: up along as many modes as the
 * index says, down along all others.
 *
 * <p>In the eigenbasis of the Hessian the step along mode i is 2 |g_i| / (|l_i| + sqrt(l_i^2 + 4
 * g_i^2)), uphill or downhill: Newton's step near the point, and finite where an eigenvalue
 * vanishes. The step is limited by a trust radius, adapted to how well the quadratic model told the
 * change of the energy. The modes followed uphill are the lowest ones, or, on a search that starts
 * from a saddle along one of its modes, those that overlap most with the ones followed last, until
 * exactly as many eigenvalues are negative as are wanted. One gradient, one Hessian and one
 * eigendecomposition O(n^3) a step.
 *
 * <p>Source: C. J. Cerjan and W. H. Miller, J. Chem. Phys. 75, 2800 (1981); step after D. J. Wales,
 * J. Chem. Phys. 101, 3750 (1994).
 */
public final class EigenvectorFollowing {
  private final Potential potential;
  private final int n;
  private final ProjectedHessian hessian;
  private final double[] gradient;
  private final double[] trial;
  private final double[] slope;
  private final double[] along;
  private final double[] overlap;
  private final double[][] followed;
  private final boolean[] uphill;

  /** Scratch space for searches on a potential. */
  public EigenvectorFollowing(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    hessian = new ProjectedHessian(potential);
    gradient = new double[n];
    trial = new double[n];
    slope = new double[n];
    along = new double[n];
    overlap = new double[n];
    followed = new double[n][n];
    uphill = new boolean[n];
  }

  /**
   * Searches up along the lowest modes. The largest step of the limits is a length.
   *
   * @param index how many modes to go up
   */
  public StationaryPointSearch toIndex(int index) {
    return (x, limits) -> run(x, index, false, limits);
  }

  /**
   * Steps off a saddle along one of its negative modes and searches one index lower, down along
   * that mode and up along the other negative ones.
   *
   * @param saddle coordinates of a point of index {@code index}, at least 1; left alone
   * @param index its index
   * @param mode which of its negative modes to leave along, from 0, the lowest
   * @param push signed length of the step off
   * @param x overwritten with the end
   */
  public Ending leave(
      double[] saddle, int index, int mode, double push, double[] x, Limits limits) {
    hessian.at(saddle);
    hessian.decompose();
    int kept = 0;
    for (int k = 0; k < index; k++) {
      if (k != mode) {
        System.arraycopy(hessian.vector(k), 0, followed[kept++], 0, n);
      }
    }
    // Eigenvectors have no sign of their own; fix it, so that both directions are told apart for
    // good.
    double[] direction = hessian.vector(mode);
    int leading = 0;
    for (int i = 1; i < n; i++) {
      if (Math.abs(direction[i]) > Math.abs(direction[leading]) * (1 + 1e-9)) {
        leading = i;
      }
    }
    double signed = direction[leading] < 0 ? -push : push;
    for (int i = 0; i < n; i++) {
      x[i] = saddle[i] + signed * direction[i];
    }
    return run(x, index - 1, true, limits);
  }

  private Ending run(double[] x, int index, boolean startTracking, Limits limits) {
    double largestStep = limits.largestStep();
    boolean tracking = startTracking;
    double radius = 0.5 * largestStep;
    double energy = potential.energyAndGradient(x, gradient);
    for (int k = 0; k < limits.steps(); k++) {
      double rms = Vectors.rms(gradient);
      if (!Double.isFinite(energy) || !Double.isFinite(rms)) {
        return Ending.BLEW_UP;
      }
      hessian.at(x);
      hessian.decompose();
      int m = hessian.modes();
      if (index > m) {
        return Ending.STALLED;
      }
      boolean right = hessian.negative() == index;
      if (right && rms <= limits.rmsGradient()) {
        return Ending.CONVERGED;
      }
      tracking &= !right;
      chooseUphill(index, m, tracking);
      double length = chooseStep(m);
      double times = length > radius ? radius / length : 1;
      double predicted = 0;
      Arrays.fill(trial, 0);
      for (int i = 0; i < m; i++) {
        double s = times * along[i];
        predicted += s * (slope[i] + 0.5 * hessian.value(i) * s);
        Vectors.add(trial, s, hessian.vector(i));
      }
      Vectors.add(x, 1, trial);
      potential.retract(x);
      double newEnergy = potential.energyAndGradient(x, gradient);
      double missed = Math.abs(newEnergy - energy - predicted);
      double rounding = 1e-12 * (1 + Math.abs(energy));
      if (missed > 0.5 * Math.abs(predicted) + rounding) {
        radius = Math.max(0.5 * Math.min(radius, length), 1e-3 * largestStep);
      } else if (missed < 0.15 * Math.abs(predicted) + rounding) {
        radius = Math.min(1.5 * radius, largestStep);
      }
      energy = newEnergy;
    }
    return Ending.NOT_CONVERGED;
  }

  private void chooseUphill(int index, int m, boolean tracking) {
    Arrays.fill(uphill, false);
    if (!tracking) {
      Arrays.fill(uphill, 0, index, true);
      return;
    }
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int k = 0; k < index; k++) {
        double dot = Vectors.dot(hessian.vector(i), followed[k]);
        sum += dot * dot;
      }
      overlap[i] = sum;
    }
    for (int k = 0; k < index; k++) {
      int best = -1;
      for (int i = 0; i < m; i++) {
        if (!uphill[i] && (best < 0 || overlap[i] > overlap[best])) {
          best = i;
        }
      }
      uphill[best] = true;
    }
    int kept = 0;
    for (int i = 0; i < m; i++) {
      if (uphill[i]) {
        System.arraycopy(hessian.vector(i), 0, followed[kept++], 0, n);
      }
    }
  }

  private double chooseStep(int m) {
    double squared = 0;
    for (int i = 0; i < m; i++) {
      double g = Vectors.dot(hessian.vector(i), gradient);
      double l = Math.abs(hessian.value(i));
      double root = Math.sqrt(l * l + 4 * g * g);
      double s = root == 0 ? 0 : 2 * g / (l + root);
      slope[i] = g;
      along[i] = uphill[i] ? s : -s;
      squared += s * s;
    }
    return Math.sqrt(squared);
  }
}
