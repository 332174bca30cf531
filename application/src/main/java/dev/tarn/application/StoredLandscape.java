package dev.tarn.application;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A landscape of a store, or of a folder of files that was read into one.
 *
 * @param store holds it
 * @param landscape what is known of it as a whole
 * @param folder the folder it was read from; empty for a landscape of a store
 * @param cypher evaluates queries in a store that is a graph
 */
public record StoredLandscape(
    LandscapeStore store, Landscape landscape, Optional<Path> folder, CypherColumn cypher)
    implements LandscapeSource {

  /** Evaluates a query that reads. */
  @FunctionalInterface
  public interface CypherColumn {
    /**
     * The only column of the answer, without nulls.
     *
     * @throws QueryException if the query is malformed
     */
    List<Object> of(GraphStore store, String text, Map<String, Object> parameters);
  }

  /**
   * A landscape of a store that is a graph. Queries are evaluated by the module of Tarn that knows
   * Cypher, if it is on the class path.
   */
  public static StoredLandscape of(GraphStore store, Landscape landscape) {
    return new StoredLandscape(
        store,
        landscape,
        Optional.empty(),
        ServiceLoader.load(CypherColumn.class, StoredLandscape.class.getClassLoader())
            .findFirst()
            .orElse(
                (graph, text, parameters) -> {
                  throw QuestionException.failed(
                      "a predicate in Cypher needs tarn-cypher on the class path: " + text);
                }));
  }

  @Override
  public Network network() {
    return store.network(landscape.name());
  }

  @Override
  public boolean isGraph() {
    return store instanceof GraphStore;
  }

  private GraphStore graph() {
    if (store instanceof GraphStore graph) {
      return graph;
    }
    throw QuestionException.misuse(
        "expected a landscape of a store, found a folder; tarn import it first");
  }

  @Override
  public List<Object> column(String text, Map<String, Object> parameters) {
    return cypher.of(graph(), text, parameters);
  }

  @Override
  public List<String> propertyNames() {
    return isGraph() ? graph().propertyNames(landscape.name()) : List.of();
  }

  @Override
  public double[] property(Network network, String name) {
    Network whole = network();
    double[] ofWhole = graph().property(landscape.name(), name);
    double[] values = new double[network.nodeCount()];
    for (int node = 0; node < values.length; node++) {
      values[node] = ofWhole[whole.nodeOf(network.minimumId(node))];
    }
    return values;
  }

  @Override
  public void write(String property, long[] minima, Number[] values) {
    if (Arrays.stream(values).allMatch(value -> value instanceof Double)) {
      graph()
          .writeProperty(
              landscape.name(),
              property,
              minima,
              Arrays.stream(values).mapToDouble(Number::doubleValue).toArray());
    } else {
      graph()
          .writeProperty(
              landscape.name(),
              property,
              minima,
              Arrays.stream(values).mapToLong(Number::longValue).toArray());
    }
  }

  @Override
  public Optional<Path> file(String name) {
    Path here = Path.of(name);
    return Optional.of(
        folder.isPresent() && !Files.exists(here) ? folder.get().resolve(name) : here);
  }
}
