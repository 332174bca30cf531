package dev.tarn.potentials.symmetry;

import java.util.OptionalLong;

/** The trivial group: a point is the same as another if all coordinates agree. */
final class NoSymmetry implements Symmetry {
  private static final long serialVersionUID = 1L;

  static final NoSymmetry INSTANCE = new NoSymmetry();

  private NoSymmetry() {}

  @Override
  public double[] fingerprint(double[] x) {
    return x.clone();
  }

  @Override
  public boolean same(double[] a, double[] b, double tolerance) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > tolerance) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int order(double[] x, double tolerance) {
    return 1;
  }

  @Override
  public OptionalLong groupOrder() {
    return OptionalLong.of(1);
  }

  @Override
  public double[] align(double[] reference, double[] x) {
    return x.clone();
  }

  @Override
  public String description() {
    return "none";
  }
}
