package dev.tarn.explorer.census;

/** Is told how a census goes on; called on the counting thread after each round. */
@FunctionalInterface
public interface CensusListener {

  /** A listener that does nothing. */
  CensusListener NONE = progress -> {};

  /** A round has ended. */
  void roundEnded(CensusProgress progress);
}
