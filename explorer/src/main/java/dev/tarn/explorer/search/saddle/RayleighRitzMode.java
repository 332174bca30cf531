package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.linear.LowestOfThree;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.stationary.ZeroModes;
import dev.tarn.potentials.Potential;

/**
 * Minimises the Rayleigh quotient in the space of the current mode, its residual and the previous
 * direction (locally optimal, as in LOBPCG), from differences of gradients, warm-started from step
 * to step. Two or three gradients a refinement; nothing is allocated but three numbers.
 *
 * <p>Source: A. V. Knyazev, SIAM J. Sci. Comput. 23, 517 (2001).
 */
final class RayleighRitzMode implements LowestMode {
  /** A direction of which less, squared, is outside of mode and residual would add noise only. */
  private static final double LEAST_OF_DIRECTION = 1e-4;

  private final Potential potential;
  private final double difference;
  private final double[] point;
  private final double[] shiftedGradient;
  private final double[] mode;
  private final double[] imageOfMode;
  private final double[] residual;
  private final double[] imageOfResidual;
  private final double[] direction;
  private final double[] imageOfDirection;
  private boolean haveDirection;
  private double curvature;

  RayleighRitzMode(Potential potential) {
    this.potential = potential;
    int n = potential.dimension();
    difference = 1e-5 * potential.lengthScale();
    point = new double[n];
    shiftedGradient = new double[n];
    mode = new double[n];
    imageOfMode = new double[n];
    residual = new double[n];
    imageOfResidual = new double[n];
    direction = new double[n];
    imageOfDirection = new double[n];
  }

  @Override
  public void begin(double[] guess) {
    System.arraycopy(guess, 0, mode, 0, mode.length);
    haveDirection = false;
  }

  @Override
  public double update(double[] x, double[] gradient, ZeroModes zeroModes, int most) {
    zeroModes.project(mode);
    Vectors.scale(mode, 1 / Vectors.norm(mode));
    image(x, gradient, mode, imageOfMode);
    if (haveDirection) {
      // Its image from the last point would pass for curvature that is not there.
      Vectors.scale(direction, 1 / Vectors.norm(direction));
      image(x, gradient, direction, imageOfDirection);
    }
    for (int pass = 0; pass < most; pass++) {
      curvature = Vectors.dot(mode, imageOfMode);
      Vectors.sum(residual, imageOfMode, -curvature, mode);
      zeroModes.project(residual);
      double size = Vectors.norm(residual);
      if (size < 0.02 * Math.abs(curvature)) {
        break;
      }
      Vectors.scale(residual, 1 / size);
      image(x, gradient, residual, imageOfResidual);
      rayleighRitz();
    }
    return curvature;
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
  private void image(double[] x, double[] gradient, double[] vector, double[] out) {
    Vectors.sum(point, x, difference, vector);
    potential.energyAndGradient(point, shiftedGradient);
    Vectors.difference(out, 1 / difference, shiftedGradient, gradient);
  }

  @Override
  public double[] vector() {
    return mode;
  }
}
