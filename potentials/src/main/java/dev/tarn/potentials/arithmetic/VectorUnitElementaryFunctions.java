package dev.tarn.potentials.arithmetic;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four numbers at a time; what is left over at the end goes through the plain loops.
 *
 * <p>Every constant is made a vector before its loop: the compiler of Java 17 stops inlining where
 * each of many operations makes its own, and then a vector is an object.
 */
final class VectorUnitElementaryFunctions extends ElementaryFunctions {
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private final ElementaryFunctions plain = ElementaryFunctions.plain();

  @Override
  public void exp(double[] x, int from, int to) {
    DoubleVector least = all(LEAST_EXP);
    DoubleVector most = all(MOST_EXP);
    DoubleVector inverse = all(INVERSE_LN2);
    DoubleVector round = all(ROUND);
    DoubleVector high = all(LN2_HIGH);
    DoubleVector low = all(LN2_LOW);
    DoubleVector oneHalf = all(0.5);
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
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector y = DoubleVector.fromArray(FOUR, x, i).min(most).max(least);
      DoubleVector k = y.mul(inverse).add(round).sub(round);
      DoubleVector r = y.sub(k.mul(high)).sub(k.mul(low));
      DoubleVector s = r.mul(r);
      DoubleVector odd =
          s.mul(c13).add(c11).mul(s).add(c9).mul(s).add(c7).mul(s).add(c5).mul(s).add(c3);
      DoubleVector even =
          s.mul(c12).add(c10).mul(s).add(c8).mul(s).add(c6).mul(s).add(c4).mul(s).add(c2);
      DoubleVector expm1 = r.add(s.mul(even.add(r.mul(odd))));
      DoubleVector half = k.mul(oneHalf).add(round).sub(round);
      LongVector bits = half.add(round).reinterpretAsLongs().sub(bias);
      LongVector others = k.sub(half).add(round).reinterpretAsLongs().sub(bias);
      expm1
          .add(one)
          .mul(bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles())
          .mul(others.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles())
          .intoArray(x, i);
    }
    plain.exp(x, i, to);
  }

  @Override
  public void tanh(double[] x, int from, int to) {
    DoubleVector most = all(MOST_TANH);
    DoubleVector inverse = all(INVERSE_LN2);
    DoubleVector round = all(ROUND);
    DoubleVector high = all(LN2_HIGH);
    DoubleVector low = all(LN2_LOW);
    DoubleVector one = all(1);
    DoubleVector two = all(2);
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
    LongVector signs = LongVector.broadcast(LongVector.SPECIES_256, Long.MIN_VALUE);
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector given = DoubleVector.fromArray(FOUR, x, i);
      DoubleVector y = given.lanewise(VectorOperators.ABS).min(most).mul(two);
      DoubleVector k = y.mul(inverse).add(round).sub(round);
      DoubleVector r = y.sub(k.mul(high)).sub(k.mul(low));
      DoubleVector s = r.mul(r);
      DoubleVector odd =
          s.mul(c13).add(c11).mul(s).add(c9).mul(s).add(c7).mul(s).add(c5).mul(s).add(c3);
      DoubleVector even =
          s.mul(c12).add(c10).mul(s).add(c8).mul(s).add(c6).mul(s).add(c4).mul(s).add(c2);
      DoubleVector expm1 = r.add(s.mul(even.add(r.mul(odd))));
      LongVector bits = k.add(round).reinterpretAsLongs().sub(bias);
      DoubleVector power = bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      expm1 = power.mul(expm1).add(power.sub(one));
      LongVector sign = given.reinterpretAsLongs().and(signs);
      expm1
          .div(expm1.add(two))
          .reinterpretAsLongs()
          .or(sign)
          .reinterpretAsDoubles()
          .intoArray(x, i);
    }
    plain.tanh(x, i, to);
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(FOUR, value);
  }
}
