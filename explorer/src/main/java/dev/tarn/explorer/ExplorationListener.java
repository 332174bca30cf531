package dev.tarn.explorer;

/** Is told how an exploration goes on; called on the exploring thread after each round. */
@FunctionalInterface
public interface ExplorationListener {

  /** A listener that does nothing. */
  ExplorationListener NONE = progress -> {};

  /** A round has been committed. */
  void roundEnded(ExplorationProgress progress);
}
