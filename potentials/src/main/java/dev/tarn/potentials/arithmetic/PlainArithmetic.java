package dev.tarn.potentials.arithmetic;

import java.util.Arrays;

/**
 * Plain loops. Each pair of atoms is visited once, and every atom sums what it gets from the others
 * in the order of their numbers: the order of {@link VectorUnitArithmetic}, which visits pairs
 * twice.
 */
final class PlainArithmetic extends Arithmetic {
  @Override
  public boolean usesVectorUnit() {
    return false;
  }

  @Override
  public double dot(double[] a, double[] b) {
    return dot(a, 0, b, 0, a.length);
  }

  @Override
  public double dot(double[] a, int atA, double[] b, int atB, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double t0 = 0;
    double t1 = 0;
    double t2 = 0;
    double t3 = 0;
    int i = 0;
    for (; i + 7 < length; i += 8) {
      s0 = Math.fma(a[atA + i], b[atB + i], s0);
      s1 = Math.fma(a[atA + i + 1], b[atB + i + 1], s1);
      s2 = Math.fma(a[atA + i + 2], b[atB + i + 2], s2);
      s3 = Math.fma(a[atA + i + 3], b[atB + i + 3], s3);
      t0 = Math.fma(a[atA + i + 4], b[atB + i + 4], t0);
      t1 = Math.fma(a[atA + i + 5], b[atB + i + 5], t1);
      t2 = Math.fma(a[atA + i + 6], b[atB + i + 6], t2);
      t3 = Math.fma(a[atA + i + 7], b[atB + i + 7], t3);
    }
    if (i + 3 < length) {
      s0 = Math.fma(a[atA + i], b[atB + i], s0);
      s1 = Math.fma(a[atA + i + 1], b[atB + i + 1], s1);
      s2 = Math.fma(a[atA + i + 2], b[atB + i + 2], s2);
      s3 = Math.fma(a[atA + i + 3], b[atB + i + 3], s3);
      i += 4;
    }
    double rest = 0;
    for (; i < length; i++) {
      rest = Math.fma(a[atA + i], b[atB + i], rest);
    }
    return ((s0 + t0) + (s1 + t1)) + ((s2 + t2) + (s3 + t3)) + rest;
  }

  @Override
  public void products(
      double[] out,
      double[] rows,
      int atRows,
      int stride,
      int count,
      double[] x,
      int atX,
      int length) {
    for (int k = 0; k < count; k++) {
      int at = atRows + k * stride;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      int i = 0;
      for (; i + 3 < length; i += 4) {
        s0 = Math.fma(rows[at + i], x[atX + i], s0);
        s1 = Math.fma(rows[at + i + 1], x[atX + i + 1], s1);
        s2 = Math.fma(rows[at + i + 2], x[atX + i + 2], s2);
        s3 = Math.fma(rows[at + i + 3], x[atX + i + 3], s3);
      }
      double rest = 0;
      for (; i < length; i++) {
        rest = Math.fma(rows[at + i], x[atX + i], rest);
      }
      out[k] = (s0 + s1) + (s2 + s3) + rest;
    }
  }

  @Override
  public void add(double[] y, int atY, double factor, double[] x, int atX, int length) {
    for (int i = 0; i < length; i++) {
      y[atY + i] = Math.fma(factor, x[atX + i], y[atY + i]);
    }
  }

  @Override
  public double addAndDot(double[] y, double scale, double factor, double[] x, double[] z) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.fma(factor, x[i], scale * y[i]);
    }
    return dot(y, z);
  }

  @Override
  public void combine(
      double[] vector,
      double[] residual,
      double[] direction,
      double a,
      double b,
      double c,
      double d) {
    for (int i = 0; i < vector.length; i++) {
      direction[i] = Math.fma(c, vector[i], Math.fma(b, residual[i], a * direction[i]));
      vector[i] = Math.fma(d, vector[i], direction[i]);
    }
  }

  @Override
  public void scale(double[] x, int at, double factor, int length) {
    for (int i = at; i < at + length; i++) {
      x[i] *= factor;
    }
  }

  @Override
  public void sum(double[] out, double[] x, double factor, double[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.fma(factor, y[i], x[i]);
    }
  }

  @Override
  public void difference(double[] out, double factor, double[] a, double[] b) {
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * (a[i] - b[i]);
    }
  }

  @Override
  public void addRows(
      double[] y,
      int atY,
      double[] factors,
      double[] rows,
      int atRows,
      int stride,
      int count,
      int length) {
    for (int i = 0; i < length; i++) {
      double sum = y[atY + i];
      for (int k = 0; k < count; k++) {
        sum = Math.fma(factors[k], rows[atRows + k * stride + i], sum);
      }
      y[atY + i] = sum;
    }
  }

  @Override
  public double lennardJones(PairSpace space, double[] x, double[] g) {
    double[] energies = space.energy;
    int n = x.length;
    Arrays.fill(g, 0, n, 0);
    Arrays.fill(energies, 0);
    for (int i = 0, a = 0; i < n - 2; i += 3, a++) {
      double xi = x[i];
      double yi = x[i + 1];
      double zi = x[i + 2];
      double gx = g[i];
      double gy = g[i + 1];
      double gz = g[i + 2];
      double energy = energies[a];
      for (int j = i + 3, b = a + 1; j < n - 2; j += 3, b++) {
        double dx = xi - x[j];
        double dy = yi - x[j + 1];
        double dz = zi - x[j + 2];
        double inverse = 1 / Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
        double sixth = inverse * inverse * inverse;
        double less = sixth - 1;
        energy = Math.fma(sixth, less, energy);
        energies[b] = Math.fma(sixth, less, energies[b]);
        double slope = sixth * inverse * Math.fma(-48, sixth, 24);
        gx = Math.fma(slope, dx, gx);
        gy = Math.fma(slope, dy, gy);
        gz = Math.fma(slope, dz, gz);
        g[j] = Math.fma(-slope, dx, g[j]);
        g[j + 1] = Math.fma(-slope, dy, g[j + 1]);
        g[j + 2] = Math.fma(-slope, dz, g[j + 2]);
      }
      g[i] = gx;
      g[i + 1] = gy;
      g[i + 2] = gz;
      energies[a] = energy;
    }
    return 2 * sum(energies, space.atoms);
  }

  private static double sum(double[] energies, int atoms) {
    double sum = 0;
    for (int a = 0; a < atoms; a++) {
      sum += energies[a];
    }
    return sum;
  }
}
