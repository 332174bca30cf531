package dev.tarn.explorer.descent;

/**
 * What an ensemble of descents is made of.
 *
 * @param descents number of descents, at least 1
 * @param rmsGradient root mean square gradient at which a descent ends, positive
 * @param step step in units of the inverse of the largest curvature at the start, above 0 and below
 *     2
 * @param mostSteps steps of one descent at the most
 * @param seed seed of the starts; each descent has a seed of its own, made from it
 * @param threads threads to run on; does not change the result
 */
public record DescentSettings(
    int descents, double rmsGradient, double step, int mostSteps, long seed, int threads) {

  public DescentSettings {
    if (descents < 1 || !(rmsGradient > 0) || !(step > 0 && step < 2) || threads < 1) {
      throw new IllegalArgumentException(
          "expected at least one descent and thread, a positive gradient and a step between 0 and"
              + " 2, found "
              + descents
              + ", "
              + threads
              + ", "
              + rmsGradient
              + " and "
              + step);
    }
  }
}
