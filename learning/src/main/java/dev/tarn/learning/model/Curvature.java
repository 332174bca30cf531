package dev.tarn.learning.model;

import dev.tarn.potentials.HessianProduct;

/** The Hessian of a loss at one point; what all products there share is computed once. */
final class Curvature implements HessianProduct {
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
    pass.derivative(weights, direction, product);
    product.unload(image);
    for (int i = 0; i < image.length; i++) {
      image[i] += 2 * penalties[i] * vector[i];
    }
  }

  /** Writes the whole matrix, row-major. */
  void fill(double[] hessian) {
    pass.hessian(weights, hessian);
    int n = penalties.length;
    for (int i = 0; i < n; i++) {
      hessian[i * n + i] += 2 * penalties[i];
    }
  }
}
