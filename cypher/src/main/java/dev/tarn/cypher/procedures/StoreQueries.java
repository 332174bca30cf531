package dev.tarn.cypher.procedures;

import dev.tarn.application.StoredLandscape;
import dev.tarn.cypher.CypherException;
import dev.tarn.cypher.CypherQuery;
import dev.tarn.cypher.QueryResult;
import dev.tarn.graphstore.GraphStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evaluates predicates of questions in an open store, with the functions of Tarn. */
public final class StoreQueries {
  private StoreQueries() {}

  /** The same as a service, by which programs that open a store find it. */
  public static final class Service implements StoredLandscape.CypherColumn {
    @Override
    public List<Object> of(GraphStore store, String text, Map<String, Object> parameters) {
      return column(store, text, parameters);
    }
  }

  /**
   * The only column of the answer to a query that reads, without nulls.
   *
   * @throws CypherException if the query is malformed
   */
  public static List<Object> column(GraphStore store, String text, Map<String, Object> parameters) {
    TarnProcedures.registerFor(text, store);
    List<Object> values = new ArrayList<>();
    try (QueryResult result = CypherQuery.reading(text, parameters).run(store)) {
      result
          .rows()
          .forEach(
              row -> {
                Object value = row.get(0);
                if (value != null) {
                  values.add(value);
                }
              });
    }
    return values;
  }
}
