package dev.tarn.potentials.arithmetic;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of four numbers.
 *
 * <p>No method takes or gives a vector: where the compiler does not inline it each call allocates.
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
    DoubleVector other = DoubleVector.zero(FOUR);
    int i = 0;
    for (; i + 7 < length; i += 2 * LANES) {
      sum =
          DoubleVector.fromArray(FOUR, a, atA + i)
              .lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, b, atB + i), sum);
      other =
          DoubleVector.fromArray(FOUR, a, atA + i + LANES)
              .lanewise(
                  VectorOperators.FMA, DoubleVector.fromArray(FOUR, b, atB + i + LANES), other);
    }
    if (i + 3 < length) {
      sum =
          DoubleVector.fromArray(FOUR, a, atA + i)
              .lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, b, atB + i), sum);
      i += LANES;
    }
    double rest = 0;
    for (; i < length; i++) {
      rest = Math.fma(a[atA + i], b[atB + i], rest);
    }
    sum = sum.add(other);
    return (sum.lane(0) + sum.lane(1)) + (sum.lane(2) + sum.lane(3)) + rest;
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
    int k = 0;
    for (; k + 3 < count; k += 4) {
      int at0 = atRows + k * stride;
      int at1 = at0 + stride;
      int at2 = at1 + stride;
      int at3 = at2 + stride;
      DoubleVector s0 = DoubleVector.zero(FOUR);
      DoubleVector s1 = DoubleVector.zero(FOUR);
      DoubleVector s2 = DoubleVector.zero(FOUR);
      DoubleVector s3 = DoubleVector.zero(FOUR);
      int i = 0;
      for (; i + 3 < length; i += LANES) {
        DoubleVector v = DoubleVector.fromArray(FOUR, x, atX + i);
        s0 = DoubleVector.fromArray(FOUR, rows, at0 + i).lanewise(VectorOperators.FMA, v, s0);
        s1 = DoubleVector.fromArray(FOUR, rows, at1 + i).lanewise(VectorOperators.FMA, v, s1);
        s2 = DoubleVector.fromArray(FOUR, rows, at2 + i).lanewise(VectorOperators.FMA, v, s2);
        s3 = DoubleVector.fromArray(FOUR, rows, at3 + i).lanewise(VectorOperators.FMA, v, s3);
      }
      double r0 = 0;
      double r1 = 0;
      double r2 = 0;
      double r3 = 0;
      for (; i < length; i++) {
        double t = x[atX + i];
        r0 = Math.fma(rows[at0 + i], t, r0);
        r1 = Math.fma(rows[at1 + i], t, r1);
        r2 = Math.fma(rows[at2 + i], t, r2);
        r3 = Math.fma(rows[at3 + i], t, r3);
      }
      out[k] = (s0.lane(0) + s0.lane(1)) + (s0.lane(2) + s0.lane(3)) + r0;
      out[k + 1] = (s1.lane(0) + s1.lane(1)) + (s1.lane(2) + s1.lane(3)) + r1;
      out[k + 2] = (s2.lane(0) + s2.lane(1)) + (s2.lane(2) + s2.lane(3)) + r2;
      out[k + 3] = (s3.lane(0) + s3.lane(1)) + (s3.lane(2) + s3.lane(3)) + r3;
    }
    for (; k < count; k++) {
      int at = atRows + k * stride;
      DoubleVector sum = DoubleVector.zero(FOUR);
      int i = 0;
      for (; i + 3 < length; i += LANES) {
        sum =
            DoubleVector.fromArray(FOUR, rows, at + i)
                .lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, x, atX + i), sum);
      }
      double rest = 0;
      for (; i < length; i++) {
        rest = Math.fma(rows[at + i], x[atX + i], rest);
      }
      out[k] = (sum.lane(0) + sum.lane(1)) + (sum.lane(2) + sum.lane(3)) + rest;
    }
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
  public double addAndDot(double[] y, double scale, double factor, double[] x, double[] z) {
    DoubleVector times = DoubleVector.broadcast(FOUR, factor);
    DoubleVector sum = DoubleVector.zero(FOUR);
    DoubleVector other = DoubleVector.zero(FOUR);
    int length = y.length;
    int i = 0;
    for (; i + 7 < length; i += 2 * LANES) {
      DoubleVector one =
          times.lanewise(
              VectorOperators.FMA,
              DoubleVector.fromArray(FOUR, x, i),
              DoubleVector.fromArray(FOUR, y, i).mul(scale));
      one.intoArray(y, i);
      sum = one.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, z, i), sum);
      int j = i + LANES;
      DoubleVector two =
          times.lanewise(
              VectorOperators.FMA,
              DoubleVector.fromArray(FOUR, x, j),
              DoubleVector.fromArray(FOUR, y, j).mul(scale));
      two.intoArray(y, j);
      other = two.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, z, j), other);
    }
    if (i + 3 < length) {
      DoubleVector one =
          times.lanewise(
              VectorOperators.FMA,
              DoubleVector.fromArray(FOUR, x, i),
              DoubleVector.fromArray(FOUR, y, i).mul(scale));
      one.intoArray(y, i);
      sum = one.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, z, i), sum);
      i += LANES;
    }
    double rest = 0;
    for (; i < length; i++) {
      y[i] = Math.fma(factor, x[i], scale * y[i]);
      rest = Math.fma(y[i], z[i], rest);
    }
    sum = sum.add(other);
    return (sum.lane(0) + sum.lane(1)) + (sum.lane(2) + sum.lane(3)) + rest;
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
    DoubleVector ofResidual = DoubleVector.broadcast(FOUR, b);
    DoubleVector ofVector = DoubleVector.broadcast(FOUR, c);
    DoubleVector kept = DoubleVector.broadcast(FOUR, d);
    int i = 0;
    for (; i + 3 < vector.length; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(FOUR, vector, i);
      DoubleVector turned = DoubleVector.fromArray(FOUR, direction, i).mul(a);
      turned =
          ofResidual.lanewise(
              VectorOperators.FMA, DoubleVector.fromArray(FOUR, residual, i), turned);
      turned = ofVector.lanewise(VectorOperators.FMA, v, turned);
      turned.intoArray(direction, i);
      kept.lanewise(VectorOperators.FMA, v, turned).intoArray(vector, i);
    }
    for (; i < vector.length; i++) {
      direction[i] = Math.fma(c, vector[i], Math.fma(b, residual[i], a * direction[i]));
      vector[i] = Math.fma(d, vector[i], direction[i]);
    }
  }

  @Override
  public void scale(double[] x, int at, double factor, int length) {
    int i = 0;
    for (; i + 3 < length; i += LANES) {
      DoubleVector.fromArray(FOUR, x, at + i).mul(factor).intoArray(x, at + i);
    }
    for (; i < length; i++) {
      x[at + i] *= factor;
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
  public void addRows(
      double[] y,
      int atY,
      double[] factors,
      double[] rows,
      int atRows,
      int stride,
      int count,
      int length) {
    int k = 0;
    for (; k + 3 < count; k += 4) {
      double f0 = factors[k];
      double f1 = factors[k + 1];
      double f2 = factors[k + 2];
      double f3 = factors[k + 3];
      int at0 = atRows + k * stride;
      int at1 = at0 + stride;
      int at2 = at1 + stride;
      int at3 = at2 + stride;
      DoubleVector v0 = DoubleVector.broadcast(FOUR, f0);
      DoubleVector v1 = DoubleVector.broadcast(FOUR, f1);
      DoubleVector v2 = DoubleVector.broadcast(FOUR, f2);
      DoubleVector v3 = DoubleVector.broadcast(FOUR, f3);
      int i = 0;
      for (; i + 3 < length; i += LANES) {
        DoubleVector sum = DoubleVector.fromArray(FOUR, y, atY + i);
        sum = v0.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, rows, at0 + i), sum);
        sum = v1.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, rows, at1 + i), sum);
        sum = v2.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, rows, at2 + i), sum);
        sum = v3.lanewise(VectorOperators.FMA, DoubleVector.fromArray(FOUR, rows, at3 + i), sum);
        sum.intoArray(y, atY + i);
      }
      for (; i < length; i++) {
        double sum = Math.fma(f0, rows[at0 + i], y[atY + i]);
        sum = Math.fma(f1, rows[at1 + i], sum);
        sum = Math.fma(f2, rows[at2 + i], sum);
        y[atY + i] = Math.fma(f3, rows[at3 + i], sum);
      }
    }
    for (; k < count; k++) {
      add(y, atY, factors[k], rows, atRows + k * stride, length);
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
      DoubleVector gy = DoubleVector.zero(FOUR);
      DoubleVector gz = DoubleVector.zero(FOUR);
      DoubleVector energy = DoubleVector.zero(FOUR);
      for (int i = 0; i < atoms; i++) {
        int ahead = i - j;
        int self = (ahead & -LANES) == 0 ? ahead * LANES : LANES * LANES;
        DoubleVector dx = xj.sub(x[i]);
        DoubleVector dy = yj.sub(y[i]);
        DoubleVector dz = zj.sub(z[i]);
        DoubleVector squared =
            dz.lanewise(VectorOperators.FMA, dz, DoubleVector.fromArray(FOUR, apart, self));
        squared =
            dx.lanewise(VectorOperators.FMA, dx, dy.lanewise(VectorOperators.FMA, dy, squared));
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
