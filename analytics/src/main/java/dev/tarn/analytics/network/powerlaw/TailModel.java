package dev.tarn.analytics.network.powerlaw;

/** A distribution of whole numbers from x_min upwards. */
interface TailModel {

  /** Natural logarithm of the probability of x. */
  double logProbability(long x);

  /** The parameters that maximum likelihood gave it, in the order of its documentation. */
  double[] parameters();

  /** Log-likelihood of the sample. */
  default double logLikelihood(Sample tail) {
    double sum = 0;
    for (int k = 0; k < tail.distinct(); k++) {
      sum += tail.counts()[k] * logProbability(tail.values()[k]);
    }
    return sum;
  }

  /**
   * A power law.
   *
   * @param alpha exponent
   * @param xMin start
   * @param logZeta logarithm of its normalisation
   */
  record Pure(double alpha, long xMin, double logZeta) implements TailModel {
    static Pure of(double alpha, long xMin) {
      return new Pure(alpha, xMin, Math.log(HurwitzZeta.value(alpha, (double) xMin)));
    }

    @Override
    public double logProbability(long x) {
      return -alpha * Math.log((double) x) - logZeta;
    }

    @Override
    public double[] parameters() {
      return new double[] {alpha};
    }
  }
}
