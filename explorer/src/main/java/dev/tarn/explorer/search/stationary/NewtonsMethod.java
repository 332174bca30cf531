package dev.tarn.explorer.search.stationary;

import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.potentials.Potential;
import java.util.Arrays;

/**
 * Newton's method near a stationary point, for searches that come near it by other means: while
 * steps are short, the gradient falls and the Hessian shows the index that is wanted. Holds energy
 * and gradient of the point. For one thread.
 */
public final class NewtonsMethod {
  /** A step that leaves less than this of the gradient is followed by one with the same factor. */
  private static final double FAST = 0.03;

  /** Where the steps come from. */
  @FunctionalInterface
  public interface Steps {
    /**
     * Solves H s = g.
     *
     * @param x the point
     * @param gradient g there
     * @param residual norm of H s - g, as a fraction of that of g, that is small enough
     * @param again whether the factors of the last Hessian are good for one more step
     * @param step overwritten with s
     * @return false where the Hessian shows another index than the one wanted
     */
    boolean solve(double[] x, double[] gradient, double residual, boolean again, double[] step);
  }

  private final Potential potential;
  private final double[] gradient;
  private final double[] step;
  private final double[] start;
  private final double[] startGradient;
  private double energy;
  private double rms;

  /** Scratch space for points of a potential. */
  public NewtonsMethod(Potential potential) {
    this.potential = potential;
    gradient = new double[potential.dimension()];
    step = new double[potential.dimension()];
    start = new double[potential.dimension()];
    startGradient = new double[potential.dimension()];
  }

  /** Takes over energy and gradient of the point at which a search has come. */
  public void take(double newEnergy, double[] newGradient, double newRms) {
    energy = newEnergy;
    rms = newRms;
    System.arraycopy(newGradient, 0, gradient, 0, gradient.length);
  }

  /**
   * Moves to the form of the point that is kept; scaling back onto a sphere scales the gradient.
   */
  public void retract(double[] x) {
    System.arraycopy(x, 0, start, 0, x.length);
    potential.retract(x);
    if (!Arrays.equals(x, start)) {
      evaluate(x);
    }
  }

  private void evaluate(double[] x) {
    energy = potential.energyAndGradient(x, gradient);
    rms = Vectors.rms(gradient);
  }

  /**
   * Converges.
   *
   * @param x the point; overwritten with the stationary point, or as it was where there is none
   * @param newton the steps
   * @param target root mean square gradient to be reached
   * @param longest largest change of a coordinate in a step; a longer step ends it
   * @param most steps
   * @return whether the gradient got there, with the index that is wanted
   */
  public boolean converge(double[] x, Steps newton, double target, double longest, int most) {
    System.arraycopy(x, 0, start, 0, x.length);
    System.arraycopy(gradient, 0, startGradient, 0, x.length);
    double startEnergy = energy;
    double startRms = rms;
    boolean fast = false;
    for (int pass = 0; pass < most; pass++) {
      if (!newton.solve(x, gradient, 0.3 * target / rms, fast, step)) {
        break;
      }
      if (rms < target) {
        return true;
      }
      if (!(Vectors.largest(step) <= longest)) {
        break;
      }
      double before = rms;
      Vectors.add(x, -1, step);
      evaluate(x);
      if (rms < target) {
        return true;
      }
      if (!(rms < before)) {
        break;
      }
      fast = rms < FAST * before;
    }
    System.arraycopy(start, 0, x, 0, x.length);
    take(startEnergy, startGradient, startRms);
    return false;
  }

  /** Energy at the point. */
  public double energy() {
    return energy;
  }

  /** Gradient at the point; not to be modified. */
  public double[] gradient() {
    return gradient;
  }

  /** Root mean square gradient at the point. */
  public double rmsGradient() {
    return rms;
  }
}
