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

/** Plain loops, most of them such that the compiler makes vectors of them by itself. */
final class PlainMorseArithmetic extends MorseArithmetic {
  private static final int LANES = PairRows.LANES;

  @Override
  int distances(PairRows space, double rho, int first, int end) {
    double[] value = space.value;
    double[] distance = space.distance;
    int pairs = 0;
    for (int i = first; i < end; i++) {
      int width = space.width(i);
      squares(space, i, pairs, width);
      pairs += width;
    }
    for (int k = 0; k < pairs; k++) {
      double r = Math.sqrt(value[k]);
      distance[k] = r;
      value[k] = (1 - r) * rho;
    }
    return pairs;
  }

  private static void squares(PairRows space, int i, int at, int width) {
    double[] x = space.x;
    double[] y = space.y;
    double[] z = space.z;
    double[] value = space.value;
    double xi = x[i];
    double yi = y[i];
    double zi = z[i];
    int next = i + 1;
    for (int j = 0; j < width; j++) {
      double dx = xi - x[next + j];
      double dy = yi - y[next + j];
      double dz = zi - z[next + j];
      value[at + j] = Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
    }
  }

  @Override
  void exponentials(PairRows space, int pairs) {
    double[] value = space.value;
    double[] power = space.power;
    for (int i = 0; i < pairs; i++) {
      double y = Math.min(Math.max(value[i], LEAST), MOST);
      double rounded = Math.fma(y, INVERSE_LN2, ROUND);
      double k = rounded - ROUND;
      double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, y));
      double s = r * r;
      double odd = Math.fma(Math.fma(Math.fma(s, C13, C11), s, C9), s, C7);
      odd = Math.fma(Math.fma(odd, s, C5), s, C3);
      double even = Math.fma(Math.fma(Math.fma(s, C12, C10), s, C8), s, C6);
      even = Math.fma(Math.fma(even, s, C4), s, C2);
      value[i] = Math.fma(s, Math.fma(r, odd, even), r) + 1;
      power[i] = rounded;
    }
    // Apart, as the compiler makes no vectors of what looks at bits.
    for (int i = 0; i < pairs; i++) {
      long bits = (Double.doubleToRawLongBits(power[i]) - (ROUND_BITS - 1023)) << 52;
      value[i] *= Double.longBitsToDouble(bits);
    }
  }

  @Override
  double energyAndSlopes(PairRows space, double rho, int pairs) {
    double[] value = space.value;
    double[] distance = space.distance;
    double energy0 = 0;
    double energy1 = 0;
    double energy2 = 0;
    double energy3 = 0;
    for (int k = 0; k < pairs; k += LANES) {
      energy0 = Math.fma(value[k], value[k] - 2, energy0);
      energy1 = Math.fma(value[k + 1], value[k + 1] - 2, energy1);
      energy2 = Math.fma(value[k + 2], value[k + 2] - 2, energy2);
      energy3 = Math.fma(value[k + 3], value[k + 3] - 2, energy3);
    }
    double factor = 2 * rho;
    for (int k = 0; k < pairs; k++) {
      double e = value[k];
      value[k] = e * factor * (1 - e) / distance[k];
    }
    return (energy0 + energy1) + (energy2 + energy3);
  }

  @Override
  void addGradient(PairRows space, int first, int end) {
    for (int i = first, at = 0; i < end; i++) {
      int width = space.width(i);
      addRow(space.x, space.gradientX, space.rowX, i, space.value, at, width);
      addRow(space.y, space.gradientY, space.rowY, i, space.value, at, width);
      addRow(space.z, space.gradientZ, space.rowZ, i, space.value, at, width);
      at += width;
    }
  }

  private static void addRow(
      double[] x, double[] gradient, double[] row, int i, double[] slopes, int from, int width) {
    double xi = x[i];
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int j = i + 1, at = from; j < i + 1 + width; j += LANES, at += LANES) {
      double force0 = slopes[at] * (xi - x[j]);
      double force1 = slopes[at + 1] * (xi - x[j + 1]);
      double force2 = slopes[at + 2] * (xi - x[j + 2]);
      double force3 = slopes[at + 3] * (xi - x[j + 3]);
      sum0 += force0;
      sum1 += force1;
      sum2 += force2;
      sum3 += force3;
      gradient[j] -= force0;
      gradient[j + 1] -= force1;
      gradient[j + 2] -= force2;
      gradient[j + 3] -= force3;
    }
    row[LANES * i] = sum0;
    row[LANES * i + 1] = sum1;
    row[LANES * i + 2] = sum2;
    row[LANES * i + 3] = sum3;
  }
}
