package dev.tarn.landscape;

import java.util.Collection;

/** The store could not do what was asked; the message says why and what to try, in one line. */
public final class LandscapeStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that has no deeper cause. */
  public LandscapeStoreException(String message) {
    super(message);
  }

  /** An error with its technical cause. */
  public LandscapeStoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Asked for a landscape that is not there. */
  public static LandscapeStoreException unknownLandscape(String name, Collection<String> known) {
    return new LandscapeStoreException(
        "no landscape '"
            + name
            + "' in the store: "
            + (known.isEmpty() ? "it is empty" : "it holds " + String.join(", ", known)));
  }

  /** Asked to create a landscape under a name that is taken. */
  public static LandscapeStoreException nameTaken(String name) {
    return new LandscapeStoreException(
        "the store already holds a landscape '"
            + name
            + "': choose another name or delete that one first");
  }

  /** Asked for a second writing end, or to delete a landscape that is being written. */
  public static LandscapeStoreException beingWritten(String name) {
    return new LandscapeStoreException(
        "landscape '" + name + "' is being written: close its sink first");
  }

  /** An update with a transition state of which an end is unknown. */
  public static LandscapeStoreException missingEnd(
      String name, long transitionState, long minimum) {
    return new LandscapeStoreException(
        "landscape '"
            + name
            + "': transition state "
            + transitionState
            + " ends at minimum "
            + minimum
            + ", which does not exist");
  }

  /** An update that moves a known transition state to other minima. */
  public static LandscapeStoreException changedEnds(String name, long transitionState) {
    return new LandscapeStoreException(
        "landscape '"
            + name
            + "': transition state "
            + transitionState
            + " is known and joins other minima than this update says");
  }

  /** An update that counts hits of a point that is not there; {@code kind} in words. */
  public static LandscapeStoreException hitsOfUnknown(String name, String kind, long id) {
    return new LandscapeStoreException(
        "landscape '" + name + "': hits of " + kind + " " + id + ", which does not exist");
  }
}
