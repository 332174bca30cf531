package dev.tarn.cypher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** Rows straight from the database's cursor. */
final class StreamedResult implements QueryResult {
  private final Transaction tx;
  private final Result result;
  private final CypherQuery.Access access;
  private final List<String> columns;
  private boolean closed;

  StreamedResult(Transaction tx, Result result, CypherQuery.Access access) {
    this.tx = tx;
    this.result = result;
    this.access = access;
    this.columns = List.copyOf(result.columns());
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Stream<List<@Nullable Object>> rows() {
    Iterator<List<@Nullable Object>> rows =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            try {
              return result.hasNext();
            } catch (RuntimeException e) {
              throw CypherException.of(e);
            }
          }

          @Override
          public List<@Nullable Object> next() {
            Map<String, Object> row;
            try {
              row = result.next();
            } catch (org.neo4j.graphdb.QueryExecutionException e) {
              throw CypherException.of(e);
            }
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (String column : columns) {
              values.add(PlainValues.of(row.get(column)));
            }
            return Collections.unmodifiableList(values);
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
  }

  @Override
  public String changes() {
    QueryStatistics done = result.getQueryStatistics();
    List<String> parts = new ArrayList<>();
    add(parts, done.getNodesCreated(), "nodes created");
    add(parts, done.getNodesDeleted(), "nodes deleted");
    add(parts, done.getRelationshipsCreated(), "relationships created");
    add(parts, done.getRelationshipsDeleted(), "relationships deleted");
    add(parts, done.getPropertiesSet(), "properties set");
    add(parts, done.getLabelsAdded(), "labels added");
    add(parts, done.getLabelsRemoved(), "labels removed");
    add(parts, done.getIndexesAdded(), "indexes added");
    add(parts, done.getIndexesRemoved(), "indexes removed");
    add(parts, done.getConstraintsAdded(), "constraints added");
    add(parts, done.getConstraintsRemoved(), "constraints removed");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (tx) {
      result.close();
      if (access == CypherQuery.Access.WRITE) {
        tx.commit();
      }
    } catch (RuntimeException e) {
      throw CypherException.of(e);
    }
  }
}
