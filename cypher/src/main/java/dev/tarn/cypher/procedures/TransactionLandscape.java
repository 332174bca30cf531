package dev.tarn.cypher.procedures;

import dev.tarn.application.LandscapeSource;
import dev.tarn.cypher.CypherException;
import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** A landscape as the transaction of a procedure's caller sees it. */
final class TransactionLandscape implements LandscapeSource {
  private final Transaction tx;
  private final LandscapeView view;
  private final Network network;
  private LandscapeView.@Nullable Points points;

  TransactionLandscape(Transaction tx, String name) {
    this.tx = tx;
    view = LandscapeView.in(tx);
    network = StatementMemory.network(view, name);
  }

  @Override
  public Landscape landscape() {
    return view.landscape(network.name());
  }

  @Override
  public Network network() {
    return network;
  }

  /** Its minima as nodes of the database. */
  LandscapeView.Points points() {
    if (points == null) {
      points = view.points(network.name());
    }
    return points;
  }

  @Override
  public boolean isGraph() {
    return true;
  }

  @Override
  public List<Object> column(String cypher, Map<String, Object> parameters) {
    List<Object> values = new ArrayList<>();
    try (Result result = tx.execute(cypher, parameters)) {
      String column = result.columns().get(0);
      while (result.hasNext()) {
        Object value = result.next().get(column);
        if (value != null) {
          values.add(value);
        }
      }
    } catch (QueryExecutionException e) {
      throw CypherException.of(e);
    }
    return values;
  }

  @Override
  public List<String> propertyNames() {
    TreeSet<String> names = new TreeSet<>();
    for (int node = 0; node < network.nodeCount(); node++) {
      points().minimum(network.minimumId(node)).getPropertyKeys().forEach(names::add);
    }
    return List.copyOf(names);
  }

  @Override
  public double[] property(Network part, String name) {
    return points().property(part, name);
  }

  @Override
  public void write(String property, long[] minima, Number[] values) {
    for (int i = 0; i < minima.length; i++) {
      points()
          .write(
              minima[i],
              property,
              values[i] instanceof Double ? values[i] : Long.valueOf(values[i].longValue()));
    }
  }

  /** None: a query must not read files of the server. */
  @Override
  public Optional<Path> file(String name) {
    return Optional.empty();
  }
}
