package dev.tarn.potentials.arithmetic;

import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C10;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C11;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C12;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C13;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C2;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C3;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C4;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C5;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C6;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C7;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C8;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.C9;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.INVERSE_LN2;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.LN2_HIGH;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.LN2_LOW;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.ROUND;
import static dev.tarn.potentials.arithmetic.ElementaryFunctions.ROUND_BITS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of four numbers.
 *
 * <p>Every constant is made a vector before its loop: the compiler of Java 17 stops inlining where
 * each of many operations makes its own, and then a vector is an object.
 */
final class VectorUnitMorseArithmetic extends MorseArithmetic {
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
  private static final int LANES = PairRows.LANES;

  @Override
  int distances(PairRows space, double rho, int first, int end) {
    final double[] x = space.x;
    final double[] y = space.y;
    final double[] z = space.z;
    final double[] value = space.value;
    final double[] distance = space.distance;
    DoubleVector one = all(1);
    DoubleVector range = all(rho);
    int at = 0;
    for (int i = first; i < end; i++) {
      DoubleVector xi = all(x[i]);
      DoubleVector yi = all(y[i]);
      DoubleVector zi = all(z[i]);
      for (int j = i + 1; j < space.atoms; j += LANES, at += LANES) {
        DoubleVector dx = xi.sub(DoubleVector.fromArray(FOUR, x, j));
        DoubleVector dy = yi.sub(DoubleVector.fromArray(FOUR, y, j));
        DoubleVector dz = zi.sub(DoubleVector.fromArray(FOUR, z, j));
        DoubleVector r = fused(dx, dx, fused(dy, dy, dz.mul(dz))).sqrt();
        r.intoArray(distance, at);
        one.sub(r).mul(range).intoArray(value, at);
      }
    }
    return at;
  }

  @Override
  void exponentials(PairRows space, int pairs) {
    final double[] value = space.value;
    DoubleVector least = all(LEAST);
    DoubleVector most = all(MOST);
    DoubleVector inverse = all(INVERSE_LN2);
    DoubleVector round = all(ROUND);
    DoubleVector high = all(-LN2_HIGH);
    DoubleVector low = all(-LN2_LOW);
    DoubleVector one = all(1);
    DoubleVector c2 = all(C2);
    DoubleVector c3 = all(C3);
    DoubleVector c4 = all(C4);
    DoubleVector c5 = all(C5);
    DoubleVector c6 = all(C6);
    DoubleVector c7 = all(C7);
    DoubleVector c8 = all(C8);
    DoubleVector c9 = all(C9);
    DoubleVector c10 = all(C10);
    DoubleVector c11 = all(C11);
    DoubleVector c12 = all(C12);
    DoubleVector c13 = all(C13);
    LongVector bias = LongVector.broadcast(LongVector.SPECIES_256, ROUND_BITS - 1023);
    for (int i = 0; i < pairs; i += LANES) {
      DoubleVector y = DoubleVector.fromArray(FOUR, value, i);
      // Minimum and maximum, which take care of signed zeros, need a quarter more time in all.
      y = y.blend(least, y.compare(VectorOperators.LT, least));
      y = y.blend(most, y.compare(VectorOperators.GT, most));
      DoubleVector rounded = fused(y, inverse, round);
      DoubleVector k = rounded.sub(round);
      DoubleVector r = fused(k, low, fused(k, high, y));
      DoubleVector s = r.mul(r);
      DoubleVector odd = fused(fused(fused(s, c13, c11), s, c9), s, c7);
      odd = fused(fused(odd, s, c5), s, c3);
      DoubleVector even = fused(fused(fused(s, c12, c10), s, c8), s, c6);
      even = fused(fused(even, s, c4), s, c2);
      LongVector bits = rounded.reinterpretAsLongs().sub(bias).lanewise(VectorOperators.LSHL, 52);
      fused(s, fused(r, odd, even), r)
          .add(one)
          .mul(bits.reinterpretAsDoubles())
          .intoArray(value, i);
    }
  }

  @Override
  double energyAndSlopes(PairRows space, double rho, int pairs) {
    final double[] value = space.value;
    final double[] distance = space.distance;
    DoubleVector one = all(1);
    DoubleVector two = all(2);
    DoubleVector factor = all(2 * rho);
    DoubleVector energy = all(0);
    for (int k = 0; k < pairs; k += LANES) {
      DoubleVector e = DoubleVector.fromArray(FOUR, value, k);
      energy = fused(e, e.sub(two), energy);
      e.mul(factor)
          .mul(one.sub(e))
          .div(DoubleVector.fromArray(FOUR, distance, k))
          .intoArray(value, k);
    }
    return (energy.lane(0) + energy.lane(1)) + (energy.lane(2) + energy.lane(3));
  }

  @Override
  void addGradient(PairRows space, int first, int end) {
    final double[] x = space.x;
    final double[] y = space.y;
    final double[] z = space.z;
    final double[] gx = space.gradientX;
    final double[] gy = space.gradientY;
    final double[] gz = space.gradientZ;
    final double[] slopes = space.value;
    int at = 0;
    for (int i = first; i < end; i++) {
      DoubleVector xi = all(x[i]);
      DoubleVector yi = all(y[i]);
      DoubleVector zi = all(z[i]);
      DoubleVector sumX = all(0);
      DoubleVector sumY = sumX;
      DoubleVector sumZ = sumX;
      for (int j = i + 1; j < space.atoms; j += LANES, at += LANES) {
        DoubleVector slope = DoubleVector.fromArray(FOUR, slopes, at);
        DoubleVector forceX = slope.mul(xi.sub(DoubleVector.fromArray(FOUR, x, j)));
        DoubleVector forceY = slope.mul(yi.sub(DoubleVector.fromArray(FOUR, y, j)));
        DoubleVector forceZ = slope.mul(zi.sub(DoubleVector.fromArray(FOUR, z, j)));
        sumX = sumX.add(forceX);
        sumY = sumY.add(forceY);
        sumZ = sumZ.add(forceZ);
        DoubleVector.fromArray(FOUR, gx, j).sub(forceX).intoArray(gx, j);
        DoubleVector.fromArray(FOUR, gy, j).sub(forceY).intoArray(gy, j);
        DoubleVector.fromArray(FOUR, gz, j).sub(forceZ).intoArray(gz, j);
      }
      sumX.intoArray(space.rowX, LANES * i);
      sumY.intoArray(space.rowY, LANES * i);
      sumZ.intoArray(space.rowZ, LANES * i);
    }
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(FOUR, value);
  }

  private static DoubleVector fused(DoubleVector a, DoubleVector b, DoubleVector c) {
    return a.lanewise(VectorOperators.FMA, b, c);
  }
}
