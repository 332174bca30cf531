package dev.tarn.explorer.search;

/** How a search ended. */
public enum Ending {
  /** At what was searched for, with a gradient as small as was wanted. */
  CONVERGED("converged"),
  /** The steps were used up, or the end is not what was searched for. */
  NOT_CONVERGED("did not converge"),
  /** No step makes progress although the gradient does not vanish. */
  STALLED("ended where the gradient does not vanish"),
  /** Energy or gradient became infinite, not a number, or absurdly high. */
  BLEW_UP("blew up"),
  /** The potential objected to where the search went, which knows the objection. */
  OUT_OF_BOUNDS("left the region that is meant");

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  /** The same in words, to follow the name of the method. */
  public String words() {
    return words;
  }
}
