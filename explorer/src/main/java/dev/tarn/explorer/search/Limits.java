package dev.tarn.explorer.search;

/**
 * Limits of a search for a stationary point.
 *
 * @param rmsGradient root mean square gradient at which it has converged
 * @param largestStep largest change of a coordinate in a step, or largest length of a step where
 *     the method says so
 * @param steps steps at the most
 */
public record Limits(double rmsGradient, double largestStep, int steps) {

  /** The usual limits of a minimisation on a potential of that length scale. */
  public static Limits of(double rmsGradient, double lengthScale) {
    return new Limits(rmsGradient, 0.3 * lengthScale, 5000);
  }

  /** The same with short steps, which keep to the basin of attraction they start in. */
  public Limits cautious() {
    return withLargestStep(largestStep / 3);
  }

  /** The same with steps in which no coordinate changes by more. */
  public Limits withLargestStep(double newLargestStep) {
    return new Limits(rmsGradient, newLargestStep, steps);
  }
}
