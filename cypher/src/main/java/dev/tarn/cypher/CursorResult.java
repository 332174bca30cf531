package dev.tarn.cypher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows from a cursor that stays open, in this process or over Bolt. */
abstract class CursorResult implements QueryResult {
  private static final List<String> KINDS_OF_CHANGES =
      List.of(
          "nodes created",
          "nodes deleted",
          "relationships created",
          "relationships deleted",
          "properties set",
          "labels added",
          "labels removed",
          "indexes added",
          "indexes removed",
          "constraints added",
          "constraints removed");

  private final List<String> columns;
  private final CypherQuery.Access access;
  private boolean closed;

  CursorResult(List<String> columns, CypherQuery.Access access) {
    this.columns = List.copyOf(columns);
    this.access = access;
  }

  /** Whether there is another row; failures as the database throws them. */
  abstract boolean hasNextRow();

  /** Values of the next row, as {@link QueryResult#rows} promises them. */
  abstract List<@Nullable Object> nextRow();

  /**
   * How many nodes were created and deleted, then relationships; properties set; labels added and
   * removed, then indexes, then constraints.
   */
  abstract int[] countsOfChanges();

  /** Ends the transaction. */
  abstract void end(boolean commit);

  /** What the database threw, as one line. */
  abstract CypherException failure(RuntimeException e);

  @Override
  public final List<String> columns() {
    return columns;
  }

  @Override
  public final Stream<List<@Nullable Object>> rows() {
    Iterator<List<@Nullable Object>> rows =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            try {
              return hasNextRow();
            } catch (RuntimeException e) {
              throw failure(e);
            }
          }

          @Override
          public List<@Nullable Object> next() {
            try {
              return Collections.unmodifiableList(nextRow());
            } catch (RuntimeException e) {
              throw failure(e);
            }
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
  }

  @Override
  public final String changes() {
    int[] counts;
    try {
      counts = countsOfChanges();
    } catch (RuntimeException e) {
      throw failure(e);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        parts.add(counts[i] + " " + KINDS_OF_CHANGES.get(i));
      }
    }
    return String.join(", ", parts);
  }

  @Override
  public final void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      end(access == CypherQuery.Access.WRITE);
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }
}
