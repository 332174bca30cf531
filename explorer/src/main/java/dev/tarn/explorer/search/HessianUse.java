package dev.tarn.explorer.search;

import dev.tarn.explorer.potential.Potential;

/** Whether searches form the Hessian or know it by its products with vectors only. */
public enum HessianUse {
  /** n x n numbers; Newton steps and verification by factorisations, O(n^3). */
  FORMED,
  /** Krylov methods: tens to hundreds of products, O(n) memory each. */
  PRODUCTS;

  /**
   * The largest number of coordinates at which the Hessian is formed. Up to here a factorisation,
   * of some milliseconds, costs less than the products that would replace it; at 1000 coordinates
   * the eigenvalues alone take seconds, at 8000 the matrix takes half a gigabyte a thread.
   */
  public static final int FORMED_UP_TO = 300;

  /** What suits that many coordinates. */
  public static HessianUse of(int n) {
    return n <= FORMED_UP_TO ? FORMED : PRODUCTS;
  }

  /**
   * What suits the following of modes: products also for sums over data, whose curvatures of 1e-4
   * beside 1 drown in differences of gradients.
   */
  public static HessianUse ofFollowing(Potential potential) {
    return potential.operations() > 0 ? PRODUCTS : of(potential.dimension());
  }
}
