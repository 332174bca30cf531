package dev.tarn.graphstore;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import java.util.List;

/**
 * A store whose landscapes are a graph: results can be written back to its minima, and it can be
 * asked in Cypher. It is either a folder of this machine or a Neo4j server.
 */
public interface GraphStore extends LandscapeStore {

  /** Returns when everything that open sinks were handed so far is durable or has failed. */
  void awaitWrites();

  /**
   * Adds an empty landscape that nobody sees in {@link #landscapes} until {@link #makePermanent} is
   * called; what a process leaves that ends before is removed by the next one that needs the name
   * or opens the folder. For imports, which are whole or not there.
   *
   * @throws LandscapeStoreException if there is one of that name
   */
  void createProvisional(Landscape landscape);

  /** Makes a landscape visible that was created as provisional. */
  void makePermanent(String name);

  /**
   * Writes a result back to the minima, for the Browser and for Cypher: the property {@code
   * property} of the minimum {@code ids[i]} becomes {@code values[i]}, or is removed where that is
   * NaN. Idempotent; in transactions of bearable size, so a killed process leaves a part of it.
   *
   * @throws LandscapeStoreException if the name is one the schema uses or a minimum does not exist
   */
  void writeProperty(String landscape, String property, long[] ids, double[] values);

  /** As above, with whole numbers such as the number of a community. */
  void writeProperty(String landscape, String property, long[] ids, long[] values);

  /** As above, with texts such as the label of an energy band. */
  void writeProperty(String landscape, String property, long[] ids, String[] values);

  /**
   * A number kept at each minimum, whether the schema's, an observable or a result written back, in
   * the order of the ids; NaN where a minimum has none.
   */
  double[] property(String landscape, String property);

  /** Names of all properties that minima of the landscape have, sorted. */
  List<String> propertyNames(String landscape);
}
