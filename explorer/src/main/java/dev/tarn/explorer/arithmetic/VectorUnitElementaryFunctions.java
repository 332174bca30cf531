package dev.tarn.explorer.arithmetic;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Four numbers at a time; what is left over at the end goes through the plain loops. */
final class VectorUnitElementaryFunctions extends ElementaryFunctions {
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private final ElementaryFunctions plain = ElementaryFunctions.plain();

  @Override
  public void exp(double[] x, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector y = DoubleVector.fromArray(FOUR, x, i).min(MOST_EXP).max(LEAST_EXP);
      DoubleVector k = y.mul(INVERSE_LN2).add(ROUND).sub(ROUND);
      DoubleVector r = y.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      DoubleVector half = k.mul(0.5).add(ROUND).sub(ROUND);
      expm1OfSmall(r).add(1).mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half))).intoArray(x, i);
    }
    plain.exp(x, i, to);
  }

  @Override
  public void tanh(double[] x, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector given = DoubleVector.fromArray(FOUR, x, i);
      DoubleVector y = given.lanewise(VectorOperators.ABS).min(MOST_TANH).mul(2);
      DoubleVector k = y.mul(INVERSE_LN2).add(ROUND).sub(ROUND);
      DoubleVector r = y.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      DoubleVector power = powerOfTwo(k);
      DoubleVector expm1 = power.mul(expm1OfSmall(r)).add(power.sub(1));
      LongVector sign = given.reinterpretAsLongs().and(Long.MIN_VALUE);
      expm1.div(expm1.add(2)).reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(x, i);
    }
    plain.tanh(x, i, to);
  }

  private static DoubleVector expm1OfSmall(DoubleVector r) {
    DoubleVector s = r.mul(r);
    DoubleVector odd =
        s.mul(C13).add(C11).mul(s).add(C9).mul(s).add(C7).mul(s).add(C5).mul(s).add(C3);
    DoubleVector even =
        s.mul(C12).add(C10).mul(s).add(C8).mul(s).add(C6).mul(s).add(C4).mul(s).add(C2);
    return r.add(s.mul(even.add(r.mul(odd))));
  }

  private static DoubleVector powerOfTwo(DoubleVector k) {
    return k.add(ROUND)
        .reinterpretAsLongs()
        .sub(ROUND_BITS - 1023)
        .lanewise(VectorOperators.LSHL, 52)
        .reinterpretAsDoubles();
  }
}
