package dev.tarn.potentials.symmetry;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Directions in n dimensions: a vector and its positive multiples are one point; optionally its
 * negative multiples as well.
 *
 * <p>There is one zero mode, along the vector. The fingerprint is the vector at length sqrt(n), or
 * the sorted magnitudes of its components where the sign does not count.
 */
public enum RaySymmetry implements Symmetry {
  /** w and 2 w are the same, w and -w are not. */
  DIRECTED(1, "positive multiples"),
  /** w, 2 w and -w are the same. */
  UNDIRECTED(2, "positive multiples x sign");

  private final int signs;
  private final String description;

  RaySymmetry(int signs, String description) {
    this.signs = signs;
    this.description = description;
  }

  /** Scales {@code w}, in place, to length sqrt(n). A vector of length 0 is left alone. */
  public static void normalise(double[] w) {
    double factor = factor(w);
    for (int i = 0; i < w.length; i++) {
      w[i] *= factor;
    }
  }

  /** What takes {@code w} to length sqrt(n), exactly 1 if rounding is all that is missing. */
  private static double factor(double[] w) {
    double sum = 0;
    for (double component : w) {
      sum += component * component;
    }
    double excess = sum / w.length - 1;
    return sum == 0 || Math.abs(excess) < 1e-15 * w.length ? 1 : Math.sqrt(w.length / sum);
  }

  @Override
  public int zeroModes() {
    return 1;
  }

  @Override
  public int zeroModeBasis(double[] x, double[] basis) {
    double sum = 0;
    for (double component : x) {
      sum += component * component;
    }
    double inverse = 1 / Math.sqrt(sum);
    for (int i = 0; i < x.length; i++) {
      basis[i] = inverse * x[i];
    }
    return 1;
  }

  @Override
  public double[] fingerprint(double[] x) {
    double[] print = x.clone();
    normalise(print);
    if (signs == 2) {
      for (int i = 0; i < print.length; i++) {
        print[i] = Math.abs(print[i]);
      }
      Arrays.sort(print);
    }
    return print;
  }

  @Override
  public boolean same(double[] a, double[] b, double tolerance) {
    double p = factor(a);
    double q = factor(b);
    return near(a, p, b, q, tolerance) || (signs == 2 && near(a, p, b, -q, tolerance));
  }

  private static boolean near(double[] a, double p, double[] b, double q, double tolerance) {
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(p * a[i] - q * b[i]) <= tolerance)) {
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
    return OptionalLong.of(signs);
  }

  @Override
  public double[] align(double[] reference, double[] x) {
    double[] aligned = x.clone();
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += reference[i] * x[i];
    }
    if (signs == 2 && product < 0) {
      for (int i = 0; i < x.length; i++) {
        aligned[i] = -x[i];
      }
    }
    return aligned;
  }

  @Override
  public String description() {
    return description;
  }
}
