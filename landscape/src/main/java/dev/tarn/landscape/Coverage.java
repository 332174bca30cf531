package dev.tarn.landscape;

/**
 * How much of a population has been seen, estimated from how often each member was hit.
 *
 * <p>The estimates assume that members are drawn independently and with fixed probabilities, which
 * searches are not; they are optimistic where hit rates differ widely. Bounds, never proof.
 *
 * @param species number of different members seen
 * @param hits total number of hits n
 * @param seenOnce members hit exactly once, f1
 * @param seenTwice members hit exactly twice, f2
 */
public record Coverage(long species, long hits, long seenOnce, long seenTwice) {

  /** Counts of members that were hit that often; zeros (imported points) do not count. */
  public static Coverage ofHits(long[] hitsOfEach, int size) {
    long total = 0;
    long once = 0;
    long twice = 0;
    long species = 0;
    for (int i = 0; i < size; i++) {
      long hits = hitsOfEach[i];
      total += hits;
      species += hits > 0 ? 1 : 0;
      once += hits == 1 ? 1 : 0;
      twice += hits == 2 ? 1 : 0;
    }
    return new Coverage(species, total, once, twice);
  }

  /**
   * Good's estimate of the probability that the next hit is of a member already seen, 1 - f1 / n;
   * NaN without hits. I. J. Good, Biometrika 40, 237 (1953).
   */
  public double goodTuring() {
    return hits == 0 ? Double.NaN : 1 - (double) seenOnce / hits;
  }

  /**
   * A lower limit of the coverage at about 95 % confidence: Good's estimate less 1.645 standard
   * deviations after Esty (Ann. Stat. 11, 905, 1983) and less 3 / n, which is what n hits without a
   * new member exclude.
   */
  public double lowerLimit() {
    if (hits == 0) {
      return 0;
    }
    double n = hits;
    double once = seenOnce;
    double spread = Math.sqrt(Math.max(0, once * (1 - once / n) + 2.0 * seenTwice));
    return Math.max(0, 1 - (once + 1.645 * spread + 3) / n);
  }

  /**
   * Chao's lower bound of the number of members not yet seen, f1 (f1 - 1) / (2 (f2 + 1)). A. Chao,
   * Scand. J. Stat. 11, 265 (1984), bias-corrected.
   */
  public double unseenLowerBound() {
    return seenOnce * (seenOnce - 1.0) / (2 * (seenTwice + 1.0));
  }

  /**
   * An interval of about 95 % confidence for {@link #unseenLowerBound}, log-normal, never below 0;
   * what it is an interval for is still a lower bound. A. Chao, Biometrics 43, 783 (1987).
   *
   * @return its two ends
   */
  public double[] unseenInterval() {
    double bound = unseenLowerBound();
    if (bound == 0) {
      return new double[] {0, 0};
    }
    double once = seenOnce;
    double variance;
    if (seenTwice > 0) {
      double ratio = once / seenTwice;
      variance = seenTwice * ratio * ratio * (0.25 * ratio * ratio + ratio + 0.5);
    } else {
      variance =
          once * (once - 1) / 2
              + once * (2 * once - 1) * (2 * once - 1) / 4
              - once * once * once * once / (4 * (species + bound));
    }
    double factor = Math.exp(1.96 * Math.sqrt(Math.log1p(variance / (bound * bound))));
    return new double[] {bound / factor, bound * factor};
  }
}
