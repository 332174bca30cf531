package dev.tarn.explorer.run;

import java.io.Serializable;

/**
 * One independent search, with everything that it needs: carried out anywhere, at any time, it has
 * the same outcome.
 */
public interface SearchTask extends Serializable {

  /** Seed of everything random in it; the seeds of the tasks of a round differ. */
  long seed();

  /** What is searched for and from where, in a few words. */
  String described();
}
