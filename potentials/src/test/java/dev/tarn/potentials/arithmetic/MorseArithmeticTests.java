package dev.tarn.potentials.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorseArithmeticTests {
  private static final double EPSILON = Math.ulp(1.0);

  private final MorseArithmetic best = MorseArithmetic.best();
  private final MorseArithmetic plain = MorseArithmetic.plain();
  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void theVectorUnitIsUsedWhereItsModuleIsThere() {
    assertThat(best instanceof PlainMorseArithmetic)
        .isNotEqualTo(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
  }

  /** From one pair to more than are worked on at a time, and to rows longer than that. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 6",
    "3, 3, 0.1",
    "4, 3, 14",
    "5, 2, 100",
    "5, 3, 3",
    "6, 3, 6",
    "7, 2, 6",
    "13, 3, 6",
    "38, 3, 14",
    "45, 3, 6",
    "75, 3, 3",
    "130, 2, 0.1",
    "1030, 3, 6"
  })
  void vectorsAndPlainLoopsGiveTheSameBits(int atoms, int dimension, double rho) {
    PairRows space = new PairRows(atoms, dimension);
    for (int repetition = 0; repetition < 3; repetition++) {
      double[] x = lattice(atoms, dimension);
      double[] g = new double[x.length];
      double[] h = new double[x.length];
      double energy = best.energyAndGradient(space, rho, x, g);
      assertThat(plain.energyAndGradient(space, rho, x, h)).isEqualTo(energy);
      assertThat(h).isEqualTo(g);
    }
  }

  /** Against the formula, relative to the sum of what is added. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 6",
    "3, 2, 6",
    "4, 3, 14",
    "7, 2, 3",
    "13, 3, 0.1",
    "38, 3, 6",
    "75, 3, 14",
    "130, 2, 6",
    "130, 3, 3",
    "1030, 3, 6"
  })
  void energyAndGradientAreThoseOfTheFormula(int atoms, int dimension, double rho) {
    double[] x = lattice(atoms, dimension);
    int n = x.length;
    double[] expected = new double[n];
    double[] sizes = new double[n];
    double energy = 0;
    double size = 0;
    for (int i = 0; i < n; i += dimension) {
      double row = 0;
      for (int j = i + dimension; j < n; j += dimension) {
        double r = distance(x, i, j, dimension);
        double e = StrictMath.exp(rho * (1 - r));
        row += e * (e - 2);
        // The exponent is off by some units of its parts, rho and rho r.
        double digits = 4 + rho * (1 + r);
        size += digits * e * Math.max(e, 2);
        for (int a = 0; a < dimension; a++) {
          double part = 2 * rho * e * (1 - e) / r * (x[i + a] - x[j + a]);
          double off = digits * 2 * rho * e * Math.max(e, 1) / r * Math.abs(x[i + a] - x[j + a]);
          expected[i + a] += part;
          expected[j + a] -= part;
          sizes[i + a] += off;
          sizes[j + a] += off;
        }
      }
      energy += row;
    }
    double[] g = new double[n];
    PairRows space = new PairRows(atoms, dimension);
    assertThat(best.energyAndGradient(space, rho, x, g)).isCloseTo(energy, within(EPSILON * size));
    for (int i = 0; i < n; i++) {
      assertThat(g[i]).isCloseTo(expected[i], within(EPSILON * sizes[i]));
    }
    double[] again = new double[n];
    best.energyAndGradient(space, rho, x, again);
    assertThat(again).isEqualTo(g);
  }

  /** Two atoms on a line, and a third that does not matter unless it must. */
  @ParameterizedTest
  @CsvSource({
    "6, 0, 9",
    "14, 1e-200, 9",
    "100, 0, 0",
    "353, 0, 9",
    "400, 0, 9",
    "1000, 0, 9",
    "1000, 0.5, 9",
    "14, 52, 9",
    "6, 1e5, -1e5",
    "6, 1e160, -1e160",
    "6, 1e150, 9",
    "6, 1e10, 1e10",
    "0.1, 40, 7000",
    "0.1, 1e300, 1e150",
    "6, Infinity, 9",
    "6, NaN, 9"
  })
  void absurdPlacesGiveWhatTheFormulaGives(double rho, double second, double third) {
    double[] x = {0, 0, 0, second, 0, 0, 0, third, 0};
    double expected = 0;
    for (int[] pair : new int[][] {{0, 3}, {0, 6}, {3, 6}}) {
      double e = Math.exp(rho * (1 - distance(x, pair[0], pair[1], 3)));
      expected += e * (e - 2);
    }
    for (MorseArithmetic arithmetic : new MorseArithmetic[] {best, plain}) {
      double[] g = new double[9];
      double energy = arithmetic.energyAndGradient(new PairRows(3, 3), rho, x, g);
      if (Double.isNaN(expected) || Double.isInfinite(expected)) {
        assertThat(energy).isEqualTo(Double.valueOf(expected));
      } else {
        assertThat(energy).isCloseTo(expected, within(rho * 4 * EPSILON * Math.abs(expected)));
      }
      if (second == 0) {
        assertThat(g[0]).isNaN();
      } else if (second > 50 && second < Double.POSITIVE_INFINITY) {
        assertThat(g[3]).isCloseTo(0, within(1e-300));
      }
    }
  }

  @Test
  void errorOfTheExponentialIsAsStatedAgainstSixtyDigits() {
    PairRows space = new PairRows(60, 3);
    double[] x = new double[300];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 2 == 0 ? 2 : 700) * (2 * random.nextDouble() - 1);
    }
    x[0] = 0;
    x[1] = -708.3;
    System.arraycopy(x, 0, space.value, 0, x.length);
    best.exponentials(space, x.length);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      BigDecimal exact = ElementaryFunctionsTests.exponential(new BigDecimal(x[i]));
      worst = Math.max(worst, ElementaryFunctionsTests.units(space.value[i], exact));
    }
    assertThat(worst).isLessThan(1.5);
    assertThat(space.value[0]).isEqualTo(1);
  }

  @Test
  void exponentialVanishesBelowNormalNumbersAndOverflowsOnce() {
    double[] x = {-708.5, -709, -710, -1e300, Double.NEGATIVE_INFINITY, 709.7, 710, 1e300};
    for (MorseArithmetic arithmetic : new MorseArithmetic[] {best, plain}) {
      PairRows space = new PairRows(13, 3);
      System.arraycopy(x, 0, space.value, 0, x.length);
      space.value[x.length] = Double.NaN;
      arithmetic.exponentials(space, 12);
      assertThat(space.value[0]).isBetween(1e-308, 4e-308);
      for (int i = 1; i < 5; i++) {
        assertThat(space.value[i]).as("exp(%s)", x[i]).isEqualTo(0.0);
      }
      assertThat(space.value[5]).isGreaterThan(1e308);
      assertThat(space.value[6]).isInfinite();
      assertThat(space.value[7]).isInfinite();
      assertThat(space.value[8]).isNaN();
    }
  }

  private static double distance(double[] x, int i, int j, int dimension) {
    double squared = 0;
    for (int a = 0; a < dimension; a++) {
      squared += (x[i + a] - x[j + a]) * (x[i + a] - x[j + a]);
    }
    return Math.sqrt(squared);
  }

  /** Sites of a square or cubic lattice, displaced. */
  private double[] lattice(int atoms, int dimension) {
    int side = (int) Math.ceil(Math.pow(atoms, 1.0 / dimension));
    double[] x = new double[dimension * atoms];
    for (int i = 0; i < atoms; i++) {
      for (int a = 0, rest = i; a < dimension; a++, rest /= side) {
        x[dimension * i + a] = rest % side + 0.3 * random.nextDouble();
      }
    }
    return x;
  }
}
