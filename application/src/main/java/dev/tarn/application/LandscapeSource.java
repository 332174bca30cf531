package dev.tarn.application;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one landscape is read from, and where results are written back to. */
public interface LandscapeSource {

  /** What is known of the landscape as a whole. */
  Landscape landscape();

  /** All its minima and transition states. */
  Network network();

  /** Whether predicates in Cypher can be evaluated and properties be read and written here. */
  boolean isGraph();

  /**
   * The only column of the answer to a query that reads, without nulls.
   *
   * @throws QueryException if the query is malformed
   */
  List<Object> column(String cypher, Map<String, Object> parameters);

  /** Names of the properties that minima have, sorted. */
  List<String> propertyNames();

  /** A number kept at each minimum of a network of this landscape, by node; NaN where none is. */
  double[] property(Network network, String name);

  /** Writes a number to the property of each of these minima; whole ones as whole numbers. */
  void write(String property, long[] minima, Number[] values);

  /** The file that a person names as a set of minima; empty where files must not be read. */
  Optional<Path> file(String name);
}
