package dev.tarn.explorer.exploration;

/** Is told how an exploration goes on; called on the exploring thread. */
@FunctionalInterface
public interface ExplorationListener {

  /** A listener that does nothing. */
  ExplorationListener NONE = progress -> {};

  /** A round has ended; it is committed within two seconds or with the next round. */
  void roundEnded(ExplorationProgress progress);

  /**
   * A round is under way; called about ten times a second.
   *
   * @param soFar the state after the round before, with the time as it is now
   * @param round how far this one has come
   */
  default void searching(ExplorationProgress soFar, RoundProgress round) {}
}
