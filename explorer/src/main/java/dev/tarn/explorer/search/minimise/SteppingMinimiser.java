package dev.tarn.explorer.search.minimise;

/** Where a minimiser stands. */
abstract class SteppingMinimiser implements Minimiser {
  final double[] gradient;
  double energy;
  double rms;
  int steps;

  /** In n dimensions. */
  SteppingMinimiser(int n) {
    gradient = new double[n];
  }

  @Override
  public final double energy() {
    return energy;
  }

  @Override
  public final double rmsGradient() {
    return rms;
  }

  @Override
  public final double[] gradient() {
    return gradient;
  }

  @Override
  public final int steps() {
    return steps;
  }
}
