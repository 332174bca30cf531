package dev.tarn.potentials;

import java.util.Arrays;

/** Derivatives by differences, for potentials that have no analytic Hessian. */
final class CentralDifferences {
  private CentralDifferences() {}

  static void hessian(Potential potential, double[] x, double[] hessian) {
    int n = x.length;
    double step = 1e-4 * potential.lengthScale();
    double[] at = x.clone();
    double[] column = new double[n];
    double[] wide = new double[n];
    double[] scratch = new double[n];
    for (int j = 0; j < n; j++) {
      difference(potential, at, j, step, column, scratch);
      difference(potential, at, j, 2 * step, wide, scratch);
      for (int i = 0; i < n; i++) {
        hessian[i * n + j] = (4 * column[i] - wide[i]) / 3;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (hessian[i * n + j] + hessian[j * n + i]);
        hessian[i * n + j] = mean;
        hessian[j * n + i] = mean;
      }
    }
  }

  static HessianProduct hessianAt(Potential potential, double[] x) {
    int n = x.length;
    double step = 1e-5 * potential.lengthScale();
    double[] at = new double[n];
    double[] below = new double[n];
    return (vector, product) -> {
      double squared = 0;
      for (double component : vector) {
        squared += component * component;
      }
      if (squared == 0) {
        Arrays.fill(product, 0);
        return;
      }
      double factor = step / Math.sqrt(squared);
      for (int i = 0; i < n; i++) {
        at[i] = x[i] - factor * vector[i];
      }
      potential.energyAndGradient(at, below);
      for (int i = 0; i < n; i++) {
        at[i] = x[i] + factor * vector[i];
      }
      potential.energyAndGradient(at, product);
      for (int i = 0; i < n; i++) {
        product[i] = (product[i] - below[i]) / (2 * factor);
      }
    };
  }

  private static void difference(
      Potential potential, double[] at, int j, double step, double[] out, double[] scratch) {
    double here = at[j];
    at[j] = here + step;
    double up = at[j];
    potential.energyAndGradient(at, out);
    at[j] = here - step;
    double width = up - at[j];
    potential.energyAndGradient(at, scratch);
    at[j] = here;
    for (int i = 0; i < out.length; i++) {
      out[i] = (out[i] - scratch[i]) / width;
    }
  }
}
