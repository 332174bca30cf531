package dev.tarn.potentials;

/** A potential that computes its second derivatives to rounding, not from differences. */
public interface ExactHessian extends Potential {
  @Override
  void hessian(double[] x, double[] hessian);
}
