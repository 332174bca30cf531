package dev.tarn.analytics.network.powerlaw;

import java.util.List;

/** Whether whole numbers, such as degrees, follow a power law. */
public sealed interface PowerLaw {

  /** In words, with the numbers behind it. */
  String verdict();

  /** The distributions that the tail is compared with. */
  enum Alternative {
    /** Geometric decay; parameter lambda. */
    EXPONENTIAL("exponential"),
    /** Log-normal, rounded; parameters mu and sigma. */
    LOG_NORMAL("log-normal"),
    /** Poisson; parameter mu. */
    POISSON("Poisson"),
    /** Power law with exponential cut-off; parameters alpha and lambda. */
    TRUNCATED_POWER_LAW("truncated power law");

    private final String words;

    Alternative(String words) {
      this.words = words;
    }

    /** Its name in a sentence. */
    public String words() {
      return words;
    }
  }

  /** How much speaks for a power law, in the terms of the paper's section 6. */
  enum Support {
    /** The p-value is below 0.1. */
    NONE,
    /** Too few observations in the tail (under 50) to tell. */
    UNDECIDED,
    /** Not rejected, but another distribution is as good. */
    MODERATE,
    /** Not rejected, and better than every alternative. */
    GOOD,
    /** Not rejected, but significantly better with an exponential cut-off. */
    WITH_CUT_OFF
  }

  /**
   * A comparison with an alternative on the same tail.
   *
   * @param alternative the other distribution
   * @param parameters its maximum-likelihood parameters
   * @param logLikelihoodRatio log-likelihood of the power law less that of the alternative:
   *     positive favours the power law
   * @param statistic the ratio over its standard deviation (Vuong); for the truncated power law,
   *     which contains the pure one, twice the gain in log-likelihood
   * @param pValue probability of so large a ratio of either sign if both were equally good; for the
   *     truncated power law that of so large a gain if there were no cut-off (chi squared, one
   *     degree of freedom)
   */
  record Comparison(
      Alternative alternative,
      double[] parameters,
      double logLikelihoodRatio,
      double statistic,
      double pValue) {
    /** Below this the sign of the ratio means something. */
    static final double SIGNIFICANT = 0.1;

    /** Whether the alternative is significantly better. */
    public boolean favoursAlternative() {
      return logLikelihoodRatio < 0 && pValue < SIGNIFICANT;
    }

    /** Whether the power law is significantly better. */
    public boolean favoursPowerLaw() {
      return logLikelihoodRatio > 0 && pValue < SIGNIFICANT;
    }
  }

  /**
   * A fit.
   *
   * @param alpha exponent
   * @param alphaError its standard error at fixed x_min
   * @param xMin where the tail begins
   * @param tail number of observations in the tail
   * @param observations number of all observations
   * @param distance Kolmogorov-Smirnov distance of the tail from the fit
   * @param pValue fraction of synthetic samples that lie farther from their own fits
   * @param bootstraps number of those samples
   * @param comparisons likelihood ratios, in the order of {@link Alternative}
   * @param support how much speaks for it
   * @param verdict the same in words
   */
  record Fit(
      double alpha,
      double alphaError,
      long xMin,
      long tail,
      long observations,
      double distance,
      double pValue,
      int bootstraps,
      List<Comparison> comparisons,
      Support support,
      String verdict)
      implements PowerLaw {

    /** Fraction of the fitted tail at or above x, for x of at least x_min. */
    public double fractionAtLeast(double x) {
      return HurwitzZeta.value(alpha, x) / HurwitzZeta.value(alpha, (double) xMin);
    }
  }

  /**
   * No power law can be fitted.
   *
   * @param verdict why
   */
  record NotFitted(String verdict) implements PowerLaw {}
}
