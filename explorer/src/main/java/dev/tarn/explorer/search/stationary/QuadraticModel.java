package dev.tarn.explorer.search.stationary;

/** A quadratic model of a potential around a point. Scratch space for one thread. */
public interface QuadraticModel {

  /**
   * Goes to a point.
   *
   * @return whether there is a model there
   */
  boolean at(double[] x);

  /**
   * A {@linkplain dev.tarn.explorer.search.linear.TrustedStep step} downhill from the point.
   *
   * @param gradient at the point
   * @param length of the step at the most
   * @param step overwritten
   * @return the change of energy that the model predicts
   */
  double descend(double[] gradient, double length, double[] step);
}
