package dev.tarn.potentials;

/** A potential that multiplies its Hessian with vectors to rounding, without forming it. */
public interface HessianProducts extends Potential {
  @Override
  HessianProduct hessianAt(double[] x);
}
