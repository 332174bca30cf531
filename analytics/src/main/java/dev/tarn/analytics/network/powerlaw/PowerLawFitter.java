package dev.tarn.analytics.network.powerlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * Fits a power law to whole numbers and judges the fit.
 *
 * <p>Exponent by maximum likelihood, x_min by the Kolmogorov-Smirnov distance, p-value by the
 * semi-parametric bootstrap (synthetic samples keep the observations below x_min and redraw the
 * tail; each is fitted anew, x_min included), likelihood ratios by Vuong's test. The same seed
 * gives the same result on any number of threads.
 */
public final class PowerLawFitter {
  /** Below this p-value the power law is rejected (their section 4.1). */
  public static final double REJECTED_BELOW = 0.1;

  /** Tails shorter than this are too short to tell. */
  private static final int ENOUGH = 50;

  private final int bootstraps;
  private final long seed;

  /** The x_min that was asked for; 0 if it is to be found. */
  private final long fixedStart;

  /**
   * A fitter.
   *
   * @param bootstraps number of synthetic samples; 1/(4 e^2) of them give the p-value within e; 0
   *     leaves it out (NaN)
   * @param seed seed of the bootstrap
   */
  public PowerLawFitter(int bootstraps, long seed) {
    this(bootstraps, seed, 0);
  }

  private PowerLawFitter(int bootstraps, long seed, long fixedStart) {
    if (bootstraps < 0) {
      throw new IllegalArgumentException(
          "expected at least 0 synthetic samples, found " + bootstraps);
    }
    this.bootstraps = bootstraps;
    this.seed = seed;
    this.fixedStart = fixedStart;
  }

  /** The same fitter with x_min given instead of found. */
  public PowerLawFitter startingAt(long xMin) {
    if (xMin < 1) {
      throw new IllegalArgumentException("expected an x_min of at least 1, found " + xMin);
    }
    return new PowerLawFitter(bootstraps, seed, xMin);
  }

  private Optional<TailFit> closest(Sample sample) {
    return fixedStart > 0 ? TailFit.from(sample, fixedStart) : TailFit.closest(sample);
  }

  /** Fits these numbers; those below 1 are left out, as no power law reaches them. */
  public PowerLaw fit(int[] observations) {
    Sample sample =
        Sample.ofSorted(Arrays.stream(observations).filter(x -> x >= 1).asLongStream().toArray());
    if (sample.distinct() < 2) {
      return new PowerLaw.NotFitted(
          sample.distinct() == 0
              ? "no power law can be fitted: there are no positive values"
              : String.format(
                  Locale.ROOT,
                  "no power law can be fitted: all %d values equal %d",
                  sample.size(),
                  sample.values()[0]));
    }
    Optional<TailFit> closest = closest(sample);
    if (closest.isEmpty()) {
      return new PowerLaw.NotFitted(
          String.format(
              Locale.ROOT,
              "no power law can be fitted: expected a tail of at least %d values of which two"
                  + " differ, found %d values in all",
              TailFit.SMALLEST_TAIL,
              sample.size()));
    }
    return judged(sample, closest.get());
  }

  private PowerLaw.Fit judged(Sample sample, TailFit fit) {
    Sample tail = sample.startingAt(fit.start(), fit.xMin());
    double pValue = bootstraps == 0 ? Double.NaN : pValue(sample, fit);
    List<PowerLaw.Comparison> comparisons = new ArrayList<>();
    for (PowerLaw.Alternative alternative : PowerLaw.Alternative.values()) {
      comparisons.add(compare(tail, fit, alternative));
    }
    HurwitzZeta zeta = HurwitzZeta.of(fit.alpha(), (double) fit.xMin());
    double ratio = zeta.slope() / zeta.value();
    double information = zeta.curvature() / zeta.value() - ratio * ratio;
    PowerLaw.Support support = support(tail.size(), pValue, comparisons);
    double error = 1 / Math.sqrt(tail.size() * information);
    return new PowerLaw.Fit(
        fit.alpha(),
        error,
        fit.xMin(),
        tail.size(),
        sample.size(),
        fit.distance(),
        pValue,
        bootstraps,
        comparisons,
        support,
        verdict(fit, error, tail.size(), sample.size(), pValue, comparisons, support));
  }

  private double pValue(Sample sample, TailFit fit) {
    PowerLawSampler sampler = new PowerLawSampler(fit.alpha(), fit.xMin());
    int n = Math.toIntExact(sample.size());
    long[] body = new long[n - Math.toIntExact(sample.atLeast()[fit.start()])];
    int at = 0;
    for (int k = 0; k < fit.start(); k++) {
      for (long c = 0; c < sample.counts()[k]; c++) {
        body[at++] = sample.values()[k];
      }
    }
    long farther =
        IntStream.range(0, bootstraps)
            .parallel()
            .filter(b -> isFarther(synthetic(sampler, n, body, b), fit.distance()))
            .count();
    return (double) farther / bootstraps;
  }

  /** The b-th synthetic sample. */
  private Sample synthetic(PowerLawSampler sampler, int n, long[] body, int b) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + b);
    long[] values = new long[n];
    for (int k = 0; k < n; k++) {
      int from = random.nextInt(n);
      values[k] = from < body.length ? body[random.nextInt(body.length)] : sampler.draw(random);
    }
    return Sample.ofSorted(values);
  }

  private boolean isFarther(Sample sample, double distance) {
    return fixedStart > 0
        ? TailFit.from(sample, fixedStart).map(fit -> fit.distance() >= distance).orElse(true)
        : TailFit.fartherThan(sample, distance);
  }

  private static PowerLaw.Comparison compare(
      Sample tail, TailFit fit, PowerLaw.Alternative alternative) {
    TailModel pure = TailModel.Pure.of(fit.alpha(), fit.xMin());
    TailModel other = Alternatives.fit(alternative, tail, fit.alpha());
    double n = tail.size();
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < tail.distinct(); k++) {
      long x = tail.values()[k];
      double difference = pure.logProbability(x) - other.logProbability(x);
      sum += tail.counts()[k] * difference;
      squares += tail.counts()[k] * difference * difference;
    }
    if (alternative == PowerLaw.Alternative.TRUNCATED_POWER_LAW) {
      double gain = Math.max(0, -2 * sum);
      return new PowerLaw.Comparison(
          alternative, other.parameters(), sum, gain, Erf.erfc(Math.sqrt(gain / 2)));
    }
    double variance = squares / n - (sum / n) * (sum / n);
    double statistic = variance > 0 ? sum / Math.sqrt(n * variance) : 0;
    return new PowerLaw.Comparison(
        alternative,
        other.parameters(),
        sum,
        statistic,
        Erf.erfc(Math.abs(statistic) / Math.sqrt(2)));
  }

  private static PowerLaw.Support support(
      long tail, double pValue, List<PowerLaw.Comparison> comparisons) {
    if (pValue < REJECTED_BELOW) {
      return PowerLaw.Support.NONE;
    }
    if (tail < ENOUGH) {
      return PowerLaw.Support.UNDECIDED;
    }
    boolean all = true;
    for (PowerLaw.Comparison comparison : comparisons) {
      if (comparison.alternative() == PowerLaw.Alternative.TRUNCATED_POWER_LAW) {
        if (comparison.favoursAlternative()) {
          return PowerLaw.Support.WITH_CUT_OFF;
        }
      } else {
        all &= comparison.favoursPowerLaw();
      }
    }
    return all ? PowerLaw.Support.GOOD : PowerLaw.Support.MODERATE;
  }

  private static String verdict(
      TailFit fit,
      double error,
      long tail,
      long observations,
      double pValue,
      List<PowerLaw.Comparison> comparisons,
      PowerLaw.Support support) {
    String law =
        String.format(
            Locale.ROOT,
            "exponent %.2f(%s) from %d on, %d of %d values, p = %s",
            fit.alpha(),
            String.format(Locale.ROOT, "%.2g", error),
            fit.xMin(),
            tail,
            observations,
            Double.isNaN(pValue) ? "not computed" : String.format(Locale.ROOT, "%.3f", pValue));
    String judgement =
        switch (support) {
          case NONE -> "a power law is rejected";
          case UNDECIDED -> "too few values in the tail to tell whether it is a power law";
          case MODERATE -> "a power law is possible but not the only candidate";
          case GOOD -> "a power law, better than every alternative tried";
          case WITH_CUT_OFF -> "a power law only with an exponential cut-off";
        };
    StringBuilder text = new StringBuilder(judgement).append(" (").append(law).append(")");
    if (support != PowerLaw.Support.NONE && fit.alpha() > 3) {
      text.append("; steeper than the exponents from 2 to 3 of scale-free networks");
    }
    describe(text, "better", comparisons, PowerLaw.Comparison::favoursAlternative);
    describe(text, "worse", comparisons, PowerLaw.Comparison::favoursPowerLaw);
    return text.toString();
  }

  private static void describe(
      StringBuilder text,
      String word,
      List<PowerLaw.Comparison> comparisons,
      java.util.function.Predicate<PowerLaw.Comparison> which) {
    List<String> names =
        comparisons.stream()
            .filter(which)
            .map(
                c ->
                    String.format(
                        Locale.ROOT,
                        "%s (log ratio %.1f, p = %.2g)",
                        c.alternative().words(),
                        c.logLikelihoodRatio(),
                        c.pValue()))
            .toList();
    if (!names.isEmpty()) {
      text.append("; ").append(word).append(": ").append(String.join(", ", names));
    }
  }
}
