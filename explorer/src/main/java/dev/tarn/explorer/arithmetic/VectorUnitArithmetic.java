package dev.tarn.explorer.arithmetic;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of four numbers.
 *
 * <p>Four atoms at a time collect what they get from all others, in registers: every pair is
 * visited twice, but nothing is scattered, and that is faster by far.
 */
final class VectorUnitArithmetic extends Arithmetic {
  // Vectors of 512 bits were slower, with and without masked ends.
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
  private static final int LANES = PairSpace.LANES;

  @Override
  public boolean usesVectorUnit() {
    return true;
  }

  @Override
  public double dot(double[] a, double[] b) {
    return dot(a, 0, b, 0, a.length);
  }

  @Override
  public double dot(double[] a, int atA, double[] b, int atB, int length) {
    DoubleVector sum = DoubleVector.zero(FOUR);
    int i = 0;
    for (; i + 3 < length; i += LANES) {
      sum =
          DoubleVector.fromArray(FOUR, a, atA + i)
              .lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, b, atB + i), sum);
    }
    double rest = 0;
    for (; i < length; i++) {
      rest = Math.fma(a[atA + i], b[atB + i], rest);
    }
    return (sum.lane(0) + sum.lane(1)) + (sum.lane(2) + sum.lane(3)) + rest;
  }

  @Override
  public void add(double[] y, int atY, double factor, double[] x, int atX, int length) {
    DoubleVector times = DoubleVector.broadcast(FOUR, factor);
    int i = 0;
    for (; i + 3 < length; i += LANES) {
      times
          .lanewise(
              VectorOperators.FMA,
              DoubleVector.fromArray(FOUR, x, atX + i),
              DoubleVector.fromArray(FOUR, y, atY + i))
          .intoArray(y, atY + i);
    }
    for (; i < length; i++) {
      y[atY + i] = Math.fma(factor, x[atX + i], y[atY + i]);
    }
  }

  @Override
  public void scale(double[] x, double factor) {
    int i = 0;
    for (; i + 3 < x.length; i += LANES) {
      DoubleVector.fromArray(FOUR, x, i).mul(factor).intoArray(x, i);
    }
    for (; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  @Override
  public void sum(double[] out, double[] x, double factor, double[] y) {
    DoubleVector times = DoubleVector.broadcast(FOUR, factor);
    int i = 0;
    for (; i + 3 < out.length; i += LANES) {
      times
          .lanewise(
              VectorOperators.FMA,
              DoubleVector.fromArray(FOUR, y, i),
              DoubleVector.fromArray(FOUR, x, i))
          .intoArray(out, i);
    }
    for (; i < out.length; i++) {
      out[i] = Math.fma(factor, y[i], x[i]);
    }
  }

  @Override
  public void difference(double[] out, double factor, double[] a, double[] b) {
    int i = 0;
    for (; i + 3 < out.length; i += LANES) {
      DoubleVector.fromArray(FOUR, a, i)
          .sub(DoubleVector.fromArray(FOUR, b, i))
          .mul(factor)
          .intoArray(out, i);
    }
    for (; i < out.length; i++) {
      out[i] = factor * (a[i] - b[i]);
    }
  }

  @Override
  public void addRows(double[] y, double[] factors, double[] rows, int count) {
    int n = y.length;
    int i = 0;
    for (; i + 3 < n; i += LANES) {
      DoubleVector sum = DoubleVector.fromArray(FOUR, y, i);
      for (int k = 0; k < count; k++) {
        sum =
            DoubleVector.broadcast(FOUR, factors[k])
                .lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, rows, k * n + i), sum);
      }
      sum.intoArray(y, i);
    }
    for (; i < n; i++) {
      double sum = y[i];
      for (int k = 0; k < count; k++) {
        sum = Math.fma(factors[k], rows[k * n + i], sum);
      }
      y[i] = sum;
    }
  }

  @Override
  public double lennardJones(PairSpace space, double[] coordinates, double[] gradient) {
    space.load(coordinates);
    final double[] x = space.x;
    final double[] y = space.y;
    final double[] z = space.z;
    final double[] apart = space.apart;
    int atoms = space.atoms;
    int padded = space.padded;
    DoubleVector one = DoubleVector.broadcast(FOUR, 1);
    DoubleVector minus48 = DoubleVector.broadcast(FOUR, -48);
    DoubleVector plus24 = DoubleVector.broadcast(FOUR, 24);
    for (int j = 0; j < padded; j += LANES) {
      DoubleVector xj = DoubleVector.fromArray(FOUR, x, j);
      DoubleVector yj = DoubleVector.fromArray(FOUR, y, j);
      DoubleVector zj = DoubleVector.fromArray(FOUR, z, j);
      DoubleVector gx = DoubleVector.zero(FOUR);
      DoubleVector gy = gx;
      DoubleVector gz = gx;
      DoubleVector energy = gx;
      for (int i = 0; i < atoms; i++) {
        DoubleVector dx = xj.sub(x[i]);
        DoubleVector dy = yj.sub(y[i]);
        DoubleVector dz = zj.sub(z[i]);
        DoubleVector squared =
            dx.lanewise(VectorOperators.FMA, dx, dy.lanewise(VectorOperators.FMA, dy, dz.mul(dz)))
                .add(DoubleVector.fromArray(FOUR, apart, padded + j - i));
        DoubleVector inverse = one.div(squared);
        DoubleVector sixth = inverse.mul(inverse).mul(inverse);
        energy = sixth.lanewise(VectorOperators.FMA, sixth.sub(1), energy);
        DoubleVector slope =
            sixth.mul(inverse).mul(sixth.lanewise(VectorOperators.FMA, minus48, plus24));
        gx = slope.lanewise(VectorOperators.FMA, dx, gx);
        gy = slope.lanewise(VectorOperators.FMA, dy, gy);
        gz = slope.lanewise(VectorOperators.FMA, dz, gz);
      }
      gx.intoArray(space.gradientX, j);
      gy.intoArray(space.gradientY, j);
      gz.intoArray(space.gradientZ, j);
      energy.intoArray(space.energy, j);
    }
    return 2 * space.unload(gradient);
  }
}
