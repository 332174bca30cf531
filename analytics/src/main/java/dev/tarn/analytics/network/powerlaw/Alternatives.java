package dev.tarn.analytics.network.powerlaw;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** The distributions that a tail is compared with, each fitted by maximum likelihood. */
final class Alternatives {
  private static final int MOST_EVALUATIONS = 1000;

  private Alternatives() {}

  static TailModel fit(PowerLaw.Alternative alternative, Sample tail, double alpha) {
    return switch (alternative) {
      case EXPONENTIAL -> Exponential.fit(tail);
      case POISSON -> Poisson.fit(tail);
      case LOG_NORMAL -> LogNormal.fit(tail);
      case TRUNCATED_POWER_LAW -> Truncated.fit(tail, alpha);
    };
  }

  static double mean(Sample tail) {
    double sum = 0;
    for (int k = 0; k < tail.distinct(); k++) {
      sum += (double) tail.counts()[k] * tail.values()[k];
    }
    return sum / tail.size();
  }

  private static double[] maximise(
      ToDoubleFunction<double[]> logLikelihood, double[] start, double[] step) {
    double[][] best = {start};
    double[] highest = {Double.NEGATIVE_INFINITY};
    ObjectiveFunction objective =
        new ObjectiveFunction(
            point -> {
              double value = logLikelihood.applyAsDouble(point);
              if (value > highest[0]) {
                highest[0] = value;
                best[0] = point.clone();
              }
              return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
            });
    try {
      new SimplexOptimizer(1e-12, 1e-10)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              objective,
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(step));
    } catch (TooManyEvaluationsException e) {
      // The maximum lies at infinity, or along a ridge: as good as it gets is good enough.
      return best[0];
    }
    return best[0];
  }

  /** p = (1 - e^-lambda) e^(-lambda (x - x_min)); parameter lambda. */
  private record Exponential(double lambda, long xMin) implements TailModel {
    static Exponential fit(Sample tail) {
      long xMin = tail.values()[0];
      return new Exponential(Math.log1p(1 / (mean(tail) - xMin)), xMin);
    }

    @Override
    public double logProbability(long x) {
      return Math.log(-Math.expm1(-lambda)) - lambda * (x - xMin);
    }

    @Override
    public double[] parameters() {
      return new double[] {lambda};
    }
  }

  /** p = mu^x / x! over the sum of the same from x_min; parameter mu. */
  private record Poisson(double mu, double logSum) implements TailModel {
    static Poisson fit(Sample tail) {
      long xMin = tail.values()[0];
      double mean = mean(tail);
      // The mean of the truncated distribution rises with mu and is never below it.
      DoubleUnaryOperator excess = mu -> truncatedMean(mu, xMin) - mean;
      double mu =
          excess.applyAsDouble(mean) <= 0
              ? mean
              : new BrentSolver(1e-14, 1e-12).solve(200, excess::applyAsDouble, 1e-9, mean);
      return new Poisson(mu, Math.log(scaledSum(mu, xMin)) + logTerm(mu, xMin));
    }

    private static double logTerm(double mu, long x) {
      return x * Math.log(mu) - Gamma.logGamma(x + 1.0);
    }

    /** Sum of mu^x / x! from x_min on, over its first term. */
    private static double scaledSum(double mu, long xMin) {
      double sum = 0;
      double term = 1;
      for (long x = xMin; term > sum * 1e-17 || x < mu; x++) {
        sum += term;
        term *= mu / (x + 1);
      }
      return sum;
    }

    private static double truncatedMean(double mu, long xMin) {
      double sum = 0;
      double moment = 0;
      double term = 1;
      for (long x = xMin; term > sum * 1e-17 || x < mu; x++) {
        sum += term;
        moment += term * (x - xMin);
        term *= mu / (x + 1);
      }
      return xMin + moment / sum;
    }

    @Override
    public double logProbability(long x) {
      return logTerm(mu, x) - logSum;
    }

    @Override
    public double[] parameters() {
      return new double[] {mu};
    }
  }

  /**
   * A log-normal distribution rounded to whole numbers, from x_min on: P(X &ge; x) is that of the
   * continuous one at x - 1/2. Parameters mu and sigma of ln x.
   */
  private record LogNormal(double mu, double sigma, double logAll) implements TailModel {
    static LogNormal fit(Sample tail) {
      double mean = tail.logSums()[0] / tail.size();
      double square = 0;
      for (int k = 0; k < tail.distinct(); k++) {
        double d = Math.log((double) tail.values()[k]) - mean;
        square += tail.counts()[k] * d * d;
      }
      double spread = Math.max(0.05, Math.sqrt(square / tail.size()));
      double[] best =
          maximise(
              p -> of(p[0], Math.exp(p[1]), tail.values()[0]).logLikelihood(tail),
              new double[] {mean, Math.log(spread)},
              new double[] {0.5 * spread, 0.3});
      return of(best[0], Math.exp(best[1]), tail.values()[0]);
    }

    static LogNormal of(double mu, double sigma, long xMin) {
      return new LogNormal(mu, sigma, logAbove((Math.log(xMin - 0.5) - mu) / sigma));
    }

    @Override
    public double logProbability(long x) {
      double low = (Math.log(x - 0.5) - mu) / sigma;
      double high = (Math.log(x + 0.5) - mu) / sigma;
      if (high < 0) {
        // Below the middle the difference of lower tails keeps its digits.
        double swap = low;
        low = -high;
        high = -swap;
      }
      double above = logAbove(low);
      return above + Math.log(-Math.expm1(logAbove(high) - above)) - logAll;
    }

    /** Logarithm of the upper tail of the normal distribution, also where it underflows. */
    static double logAbove(double z) {
      if (z < 20) {
        return Math.log(0.5 * Erf.erfc(z / Math.sqrt(2)));
      }
      double w = 1 / (z * z);
      double series = 1 - w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w)));
      return -0.5 * z * z - Math.log(z * Math.sqrt(2 * Math.PI)) + Math.log(series);
    }

    @Override
    public double[] parameters() {
      return new double[] {mu, sigma};
    }
  }

  /** p = x^-alpha e^(-lambda x) over its sum from x_min; parameters alpha and lambda. */
  private record Truncated(double alpha, double lambda, double logSum) implements TailModel {
    static TailModel fit(Sample tail, double pureAlpha) {
      long xMin = tail.values()[0];
      double scale = 1 / Math.max(1, mean(tail));
      double[] best =
          maximise(
              p -> of(p[0], Math.exp(p[1]), xMin).logLikelihood(tail),
              new double[] {pureAlpha - 0.5, Math.log(0.3 * scale)},
              new double[] {0.5, 1});
      Truncated fitted = of(best[0], Math.exp(best[1]), xMin);
      TailModel pure = TailModel.Pure.of(pureAlpha, xMin);
      // The pure law is the limit of vanishing lambda: the better of the two is the maximum.
      return fitted.logLikelihood(tail) >= pure.logLikelihood(tail)
          ? fitted
          : new Truncated(pureAlpha, 0, Math.log(HurwitzZeta.value(pureAlpha, (double) xMin)));
    }

    static Truncated of(double alpha, double lambda, long xMin) {
      return new Truncated(alpha, lambda, logSum(alpha, lambda, xMin));
    }

    /** Sum of x^-alpha e^(-lambda x) from x_min: 200 terms, then Euler-Maclaurin. */
    static double logSum(double alpha, double lambda, long xMin) {
      double shift = -alpha * Math.log((double) xMin) - lambda * xMin;
      double sum = 0;
      long end = xMin + 200;
      for (long x = xMin; x < end; x++) {
        sum += Math.exp(-alpha * Math.log((double) x) - lambda * x - shift);
      }
      double f = Math.exp(-alpha * Math.log((double) end) - lambda * end - shift);
      if (f > sum * 1e-18) {
        double g = -alpha / end - lambda;
        // f' = f g and f''' = f (g^3 + 3 g g' + g'').
        double g1 = alpha / ((double) end * end);
        double g2 = -2 * alpha / ((double) end * end * end);
        double third = f * (g * g * g + 3 * g * g1 + g2);
        sum += integral(alpha, lambda, end, shift) + f / 2 - f * g / 12 + third / 720;
      }
      return Math.log(sum) + shift;
    }

    /** Integral of the same from {@code start}, by Simpson's rule in the logarithm of x. */
    private static double integral(double alpha, double lambda, long start, double shift) {
      double logStart = Math.log((double) start);
      double far = Math.log(Math.max(lambda * start, 1e-300));
      double end = Math.max(1, Math.log(800.0 + lambda * start) - far);
      int steps = 400;
      double h = end / steps;
      double sum = 0;
      for (int k = 0; k <= steps; k++) {
        double t = logStart + k * h;
        double weight = k == 0 || k == steps ? 1 : 2 + 2 * (k % 2);
        sum += weight * Math.exp((1 - alpha) * t - lambda * Math.exp(t) - shift);
      }
      return sum * h / 3;
    }

    @Override
    public double logProbability(long x) {
      return -alpha * Math.log((double) x) - lambda * x - logSum;
    }

    @Override
    public double[] parameters() {
      return new double[] {alpha, lambda};
    }
  }
}
