package dev.tarn.explorer.run;

import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/** The settings that every campaign has. */
public interface RunSettings {

  /** Name of the landscape in the store. */
  String landscape();

  /** What is searched. */
  PotentialSpecification potential();

  /** Seed of everything random. */
  long seed();

  /** Threads to search on unless another runner is chosen; does not change the result. */
  int threads();

  /** Limit of the wall-clock time of a run. */
  Optional<Duration> timeLimit();

  /**
   * The settings that decide what is found in which round, by the keys of the run file; not those
   * that only say when to stop.
   */
  SortedMap<String, String> decisive();

  /** The value of a setting in landscapes that were explored before there was such a setting. */
  default Optional<String> formerly(String key) {
    return Optional.empty();
  }
}
