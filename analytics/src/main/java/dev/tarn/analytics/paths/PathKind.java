package dev.tarn.analytics.paths;

/** What a path is best in. */
public enum PathKind {
  /** It passes the fewest transition states; of equally short ones the lowest highest point. */
  FEWEST_STEPS("fewest steps"),

  /**
   * Its highest transition state is as low as possible, then its second highest, and so on: the
   * path in the minimum spanning tree.
   */
  LOWEST_BARRIER("lowest barrier"),

  /** The product of its branching probabilities is largest; of equal ones the fewest steps. */
  FASTEST("fastest");

  private final String label;

  PathKind(String label) {
    this.label = label;
  }

  /** The kind in words. */
  public String label() {
    return label;
  }
}
