package dev.tarn.application;

/** Watches a long answer as it is found. */
@FunctionalInterface
public interface Progress {
  /** Nobody watches. */
  Progress NONE = (done, all) -> true;

  /** That many of all parts are done; false ends the work with what there is. */
  boolean goesOn(int done, int all);
}
