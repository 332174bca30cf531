package dev.tarn.explorer.search;

/** A search is given up because its run ends: not a failure, and to be done again. */
public final class AbandonedSearch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where it was does not matter. */
  public AbandonedSearch() {
    super("the run ends", null, false, false);
  }
}
