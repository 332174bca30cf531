package dev.tarn.explorer.search;

/** How a search for a stationary point of any index ended, before it is polished and verified. */
public enum SearchEnding {
  /** So near to a stationary point that Newton's method should do the rest. */
  NEAR_A_POINT("ended near a point"),
  /** Where the search can go no further although the gradient does not vanish. */
  GRADIENT_DOES_NOT_VANISH("ended where the gradient does not vanish"),
  /** The steps were used up. */
  STEPS_USED_UP("did not converge"),
  /** Energy or gradient became infinite or not a number. */
  BLEW_UP("blew up");

  private final String words;

  SearchEnding(String words) {
    this.words = words;
  }

  /** The same in words, to follow the name of the method. */
  public String words() {
    return words;
  }
}
