package dev.tarn.graphstore.medium;

import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import java.util.List;
import java.util.Optional;

/** Reads one landscape, inside a transaction of its medium. */
public interface LandscapeReader {

  /** How many points of each kind there are. */
  LandscapeCounts counts();

  /** Minima and transition states, without coordinates; O(n + m). */
  Network network();

  /** The runs, by ascending id. */
  List<Run> runs();

  /** The newest checkpoint. */
  Optional<Checkpoint> checkpoint();

  /** That number of each minimum by ascending id; NaN where there is none. */
  double[] property(String property);

  /** Names of all properties that minima have, sorted. */
  List<String> propertyNames();

  /** What a writer has to know; O(n + m). */
  LandscapeTables tables();
}
