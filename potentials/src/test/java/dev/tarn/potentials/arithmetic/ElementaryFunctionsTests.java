package dev.tarn.potentials.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ElementaryFunctionsTests {
  private static final MathContext DIGITS = new MathContext(60);
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    1e-310,
    1e-300,
    -1e-17,
    1e-8,
    0.5 * Math.log(2),
    -0.34657359027997264,
    0.34657359027997270,
    1,
    -1,
    18.9,
    19.1,
    20,
    -20.1,
    709,
    -700,
    1e300,
    -1e300,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @Test
  void bothGiveTheSameBits() {
    double[] x = arguments();
    double[] best = x.clone();
    double[] plain = x.clone();
    ElementaryFunctions.best().exp(best, 1, x.length - 2);
    ElementaryFunctions.plain().exp(plain, 1, x.length - 2);
    assertThat(best).isEqualTo(plain);
    best = x.clone();
    plain = x.clone();
    ElementaryFunctions.best().tanh(best, 1, x.length - 2);
    ElementaryFunctions.plain().tanh(plain, 1, x.length - 2);
    assertThat(best).isEqualTo(plain);
    assertThat(best[0]).isEqualTo(x[0]);
  }

  @Test
  void exponentialIsWithinTwoUnitsInTheLastPlace() {
    double[] x = arguments();
    double[] y = x.clone();
    ElementaryFunctions.best().exp(y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      double expected = StrictMath.exp(x[i]);
      if (Double.isNaN(expected) || Double.isInfinite(expected)) {
        assertThat(y[i]).as("exp(%s)", x[i]).isEqualTo(Double.valueOf(expected));
      } else {
        // StrictMath itself is wrong by up to one unit.
        assertThat(Math.abs(y[i] - expected))
            .as("exp(%s)", x[i])
            .isLessThanOrEqualTo(2 * Math.ulp(expected));
      }
    }
  }

  @Test
  void tangentIsWithinFourUnitsInTheLastPlaceAndOdd() {
    double[] x = arguments();
    double[] y = x.clone();
    double[] mirrored = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      mirrored[i] = -x[i];
    }
    ElementaryFunctions.best().tanh(y, 0, y.length);
    ElementaryFunctions.best().tanh(mirrored, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      double expected = StrictMath.tanh(x[i]);
      assertThat(mirrored[i]).isEqualTo(Double.valueOf(-y[i]));
      if (Double.isNaN(expected) || expected == 0) {
        assertThat(y[i]).as("tanh(%s)", x[i]).isEqualTo(Double.valueOf(expected));
      } else {
        assertThat(Math.abs(y[i] - expected))
            .as("tanh(%s)", x[i])
            .isLessThanOrEqualTo(4 * Math.ulp(expected));
        assertThat(Math.abs(y[i])).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void errorsAreAsStatedAgainstSixtyDigits() {
    SplittableRandom random = new SplittableRandom(9);
    double[] x = new double[2000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 2 == 0 ? 2 : 20) * (2 * random.nextDouble() - 1);
    }
    double[] exp = x.clone();
    double[] tanh = x.clone();
    ElementaryFunctions.best().exp(exp, 0, x.length);
    ElementaryFunctions.best().tanh(tanh, 0, x.length);
    double worstExp = 0;
    double worstTanh = 0;
    for (int i = 0; i < x.length; i++) {
      BigDecimal e = exponential(new BigDecimal(x[i]));
      BigDecimal square = e.multiply(e, DIGITS);
      BigDecimal t =
          square
              .subtract(BigDecimal.ONE, DIGITS)
              .divide(square.add(BigDecimal.ONE, DIGITS), DIGITS);
      worstExp = Math.max(worstExp, units(exp[i], e));
      worstTanh = Math.max(worstTanh, units(tanh[i], t));
    }
    assertThat(worstExp).isLessThan(1.5);
    assertThat(worstTanh).isLessThan(3);
  }

  static double units(double found, BigDecimal exact) {
    return new BigDecimal(found)
        .subtract(exact, DIGITS)
        .abs()
        .divide(new BigDecimal(Math.ulp(exact.doubleValue())), DIGITS)
        .doubleValue();
  }

  /** exp(x) = exp(x / 2^10)^(2^10) by its series. */
  static BigDecimal exponential(BigDecimal x) {
    BigDecimal small = x.divide(new BigDecimal(1024), DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k < 40; k++) {
      term = term.multiply(small, DIGITS).divide(new BigDecimal(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int k = 0; k < 10; k++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  private static double[] arguments() {
    SplittableRandom random = new SplittableRandom(8);
    double[] x = new double[SPECIAL.length + 20_003];
    System.arraycopy(SPECIAL, 0, x, 0, SPECIAL.length);
    for (int i = SPECIAL.length; i < x.length; i++) {
      double sign = random.nextBoolean() ? 1 : -1;
      x[i] =
          switch (i % 3) {
            case 0 -> sign * Math.pow(10, 20 * random.nextDouble() - 18);
            case 1 -> sign * 25 * random.nextDouble();
            default -> sign * 760 * random.nextDouble();
          };
    }
    return x;
  }
}
