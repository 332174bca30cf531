package dev.tarn.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** Rows straight from the database's cursor. */
final class StreamedResult extends CursorResult {
  private final Transaction tx;
  private final Result result;

  StreamedResult(Transaction tx, Result result, CypherQuery.Access access) {
    super(result.columns(), access);
    this.tx = tx;
    this.result = result;
  }

  @Override
  CypherException failure(RuntimeException e) {
    return CypherException.of(e);
  }

  @Override
  boolean hasNextRow() {
    return result.hasNext();
  }

  @Override
  List<@Nullable Object> nextRow() {
    Map<String, Object> row = result.next();
    List<@Nullable Object> values = new ArrayList<>(columns().size());
    for (String column : columns()) {
      values.add(PlainValues.of(row.get(column)));
    }
    return values;
  }

  @Override
  int[] countsOfChanges() {
    QueryStatistics done = result.getQueryStatistics();
    return new int[] {
      done.getNodesCreated(),
      done.getNodesDeleted(),
      done.getRelationshipsCreated(),
      done.getRelationshipsDeleted(),
      done.getPropertiesSet(),
      done.getLabelsAdded(),
      done.getLabelsRemoved(),
      done.getIndexesAdded(),
      done.getIndexesRemoved(),
      done.getConstraintsAdded(),
      done.getConstraintsRemoved()
    };
  }

  @Override
  void end(boolean commit) {
    try (tx) {
      result.close();
      if (commit) {
        tx.commit();
      }
    }
  }
}
