package dev.tarn.explorer.census;

import java.util.Locale;

/** Ways to stationary points of any index. */
public enum CensusMethod {
  /** Newton's method for grad V = 0 from random starts, damped; whichever index is near. */
  DAMPED_NEWTON("Newton's method on the gradient, damped, from random starts", 3),
  /** Up along as many modes as the index says, down along the others, from random starts. */
  EIGENVECTOR_FOLLOWING("to a requested index, from random starts", 8),
  /** From points of the highest index down along each negative mode, index by index. */
  RELAXATION("from the top: off each point along each negative mode, one index lower", 8),
  /** Minimisation of |grad V|^2 from random starts. */
  SQUARED_GRADIENT("minimisation of |grad V|^2 from random starts", 1),
  /** Steepest descent with a fixed step from random starts; minima only. */
  GRADIENT_DESCENT("steepest descent with a fixed step from random starts; minima", 1);

  private final String description;
  private final double factorisations;

  CensusMethod(String description, double factorisations) {
    this.description = description;
    this.factorisations = factorisations;
  }

  /**
   * What a Hessian costs with what is done with it (a product, a factorisation, eigenvectors), in n
   * gradients, roughly.
   */
  double factorisations() {
    return factorisations;
  }

  /** What it does, in a few words. */
  public String description() {
    return description;
  }

  /** Its name in run files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
