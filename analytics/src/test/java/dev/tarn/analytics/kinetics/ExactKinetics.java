package dev.tarn.analytics.kinetics;

import dev.tarn.landscape.Network;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Mean first passage times, moments and committors of small networks by Gaussian elimination with
 * pivoting in decimal arithmetic of very many digits: another method, with subtractions, in another
 * arithmetic. The digits are 60 beyond the orders of magnitude that the rates span.
 */
final class ExactKinetics {
  private static final BigDecimal PI =
      new BigDecimal(
          "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899863");

  private final MathContext digits;
  private final int n;

  /** rate[i][j] from i to j. */
  final BigDecimal[][] rate;

  final BigDecimal[] weight;

  ExactKinetics(Network network, double temperature, int digitCount) {
    digits = new MathContext(digitCount, RoundingMode.HALF_EVEN);
    n = network.nodeCount();
    weight = new BigDecimal[n];
    rate = new BigDecimal[n][n];
    BigDecimal t = new BigDecimal(temperature);
    for (int i = 0; i < n; i++) {
      weight[i] = weight(network.energy(i), network.logDetHessian(i), network.symmetryOrder(i), t);
      for (int j = 0; j < n; j++) {
        rate[i][j] = BigDecimal.ZERO;
      }
    }
    BigDecimal twoPi = PI.multiply(BigDecimal.valueOf(2));
    for (int e = 0; e < network.edgeCount(); e++) {
      int a = network.higherEnd(e);
      int b = network.lowerEnd(e);
      if (a == b) {
        continue;
      }
      BigDecimal flux =
          weight(
                  network.transitionStateEnergy(e),
                  network.transitionStateLogDetHessian(e),
                  network.transitionStateSymmetryOrder(e),
                  t)
              .divide(twoPi, digits);
      rate[a][b] = rate[a][b].add(flux.divide(weight[a], digits), digits);
      rate[b][a] = rate[b][a].add(flux.divide(weight[b], digits), digits);
    }
  }

  private BigDecimal weight(double energy, double logDet, int order, BigDecimal temperature) {
    BigDecimal exponent =
        new BigDecimal(energy)
            .divide(temperature, digits)
            .add(new BigDecimal(logDet).divide(BigDecimal.valueOf(2), digits), digits)
            .negate();
    return exp(exponent).divide(BigDecimal.valueOf(order), digits);
  }

  private BigDecimal exp(BigDecimal x) {
    int halvings = 12 + (int) Math.sqrt(3 * digits.getPrecision());
    MathContext more = new MathContext(digits.getPrecision() + 30);
    BigDecimal small = x.divide(new BigDecimal(BigInteger.TWO.pow(halvings)), more);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; k < 200; k++) {
      term = term.multiply(small, more).divide(BigDecimal.valueOf(k), more);
      sum = sum.add(term, more);
      if (term.signum() == 0 || term.precision() - term.scale() < -digits.getPrecision() - 20) {
        break;
      }
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum, more);
    }
    return sum.round(digits);
  }

  /** Moment of the first passage time to the target from every node; 0 in the target. */
  BigDecimal[] moment(boolean[] target, int order) {
    BigDecimal[] source = new BigDecimal[n];
    Arrays.fill(source, BigDecimal.ONE);
    BigDecimal[] result = source;
    for (int k = 1; k <= order; k++) {
      BigDecimal[] right = new BigDecimal[n];
      for (int i = 0; i < n; i++) {
        right[i] = result[i].multiply(BigDecimal.valueOf(k), digits);
      }
      result = solve(target, new boolean[n], right);
    }
    return result;
  }

  /** Probability to reach {@code one} before {@code zero}. */
  BigDecimal[] committor(boolean[] zero, boolean[] one) {
    BigDecimal[] right = new BigDecimal[n];
    Arrays.fill(right, BigDecimal.ZERO);
    return solve(zero, one, right);
  }

  /** sum over j of rate_ij (x_i - x_j) = right_i, x given as 0 or 1 on the two sets. */
  private BigDecimal[] solve(boolean[] zero, boolean[] one, BigDecimal[] right) {
    BigDecimal[][] m = new BigDecimal[n][n + 1];
    for (int i = 0; i < n; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int j = 0; j < n; j++) {
        m[i][j] = zero[i] || one[i] ? BigDecimal.ZERO : rate[i][j].negate();
        sum = sum.add(rate[i][j], digits);
      }
      boolean given = zero[i] || one[i];
      m[i][i] = given ? BigDecimal.ONE : sum;
      m[i][n] = given ? (one[i] ? BigDecimal.ONE : BigDecimal.ZERO) : right[i];
    }
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        if (m[r][c].abs().compareTo(m[pivot][c].abs()) > 0) {
          pivot = r;
        }
      }
      BigDecimal[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r != c && m[r][c].signum() != 0) {
          BigDecimal f = m[r][c].divide(m[c][c], digits);
          for (int k = c; k <= n; k++) {
            m[r][k] = m[r][k].subtract(f.multiply(m[c][k], digits), digits);
          }
        }
      }
    }
    BigDecimal[] x = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      x[i] = zero[i] ? BigDecimal.ZERO : one[i] ? BigDecimal.ONE : m[i][n].divide(m[i][i], digits);
    }
    return x;
  }

  /** Average of a quantity over a set, weighted with the equilibrium distribution. */
  BigDecimal average(boolean[] set, BigDecimal[] values) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      if (set[i]) {
        total = total.add(weight[i], digits);
        sum = sum.add(weight[i].multiply(values[i], digits), digits);
      }
    }
    return sum.divide(total, digits);
  }

  /** Natural logarithm to double precision; minus infinity for zero. */
  static double ln(BigDecimal x) {
    if (x.signum() == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    int exponent = x.precision() - x.scale();
    return Math.log(x.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
  }
}
