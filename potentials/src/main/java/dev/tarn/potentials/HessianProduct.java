package dev.tarn.potentials;

/** The Hessian of a potential at one point, known by its products with vectors. */
@FunctionalInterface
public interface HessianProduct {

  /**
   * Multiplies.
   *
   * @param vector length n; not to be modified
   * @param product length n, another array; overwritten with H vector
   */
  void times(double[] vector, double[] product);
}
