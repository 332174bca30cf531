package dev.tarn.explorer.learning;

import dev.tarn.explorer.potential.HessianProduct;
import java.util.Arrays;

/** The Hessian of a loss at one point; what all products there share is computed once. */
final class Curvature implements HessianProduct {
  private final Architecture architecture;
  private final NetworkPass pass;
  private final double[] penalties;
  private final LayerPanels weights;
  private final LayerPanels direction;
  private final LayerPanels product;

  /**
   * Scratch space.
   *
   * @param penalties lambda of each coordinate
   */
  Curvature(Architecture architecture, NetworkPass pass, double[] penalties) {
    this.architecture = architecture;
    this.pass = pass;
    this.penalties = penalties;
    weights = new LayerPanels(architecture);
    direction = new LayerPanels(architecture);
    product = new LayerPanels(architecture);
  }

  /** Goes to a point. */
  Curvature at(double[] x) {
    weights.load(x);
    pass.costAndGradient(weights, product);
    return this;
  }

  @Override
  public void times(double[] vector, double[] image) {
    direction.load(vector);
    pass.derivative(weights, direction, 0, product);
    product.unload(image);
    for (int i = 0; i < image.length; i++) {
      image[i] += 2 * penalties[i] * vector[i];
    }
  }

  /** Writes the whole matrix, row-major. */
  void fill(double[] hessian) {
    int n = penalties.length;
    double[] unit = new double[n];
    double[] image = new double[n];
    for (int l = 0; l < architecture.layers(); l++) {
      int start = architecture.offset(l);
      for (int i = start; i < architecture.offset(l + 1); i++) {
        Arrays.fill(unit, 0);
        unit[i] = 1;
        direction.load(unit);
        pass.derivative(weights, direction, l, product);
        product.unload(image);
        image[i] += 2 * penalties[i];
        for (int j = start; j < n; j++) {
          // Of two elements that differ by rounding the one above the diagonal is kept.
          if (j >= i) {
            hessian[i * n + j] = image[j];
            hessian[j * n + i] = image[j];
          }
        }
      }
    }
  }
}
