package dev.tarn.explorer.run;

/**
 * Is told how a run goes on; called on the thread that runs the campaign.
 *
 * @param <P> progress of the campaign
 */
@FunctionalInterface
public interface RunListener<P> {

  /** A round has ended; it is committed within two seconds or with the next round. */
  void roundEnded(P progress);

  /**
   * A round is under way; called about ten times a second.
   *
   * @param soFar the state after the round before, with the time as it is now
   * @param done searches of the round that are done
   * @param searches searches of the round
   */
  default void searching(P soFar, int done, int searches) {}

  /** A listener that does nothing. */
  static <P> RunListener<P> none() {
    return progress -> {};
  }
}
