package dev.tarn.cypher;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query, row by row as the database finds it. It holds a transaction open: close
 * it, best with try.
 */
public interface QueryResult extends AutoCloseable {
  /** Names of the columns, in order; empty if the query returns nothing. */
  List<String> columns();

  /**
   * The rows, each as long as {@link #columns()}; to be consumed once.
   *
   * <p>Values are {@code null}, {@code Boolean}, {@code Long}, {@code Double}, {@code String},
   * primitive arrays and {@code String[]} as they are stored, {@code List}, {@code Map}. A node is
   * a map of {@code labels} and {@code properties}; a relationship one of {@code type}, {@code
   * start}, {@code end} (ids of ours where both have one) and {@code properties}; a path one of
   * {@code nodes} and {@code relationships}. Times are text in ISO 8601.
   *
   * @throws CypherException from the stream, if the query fails on the way
   */
  Stream<List<@Nullable Object>> rows();

  /** What a writing query changed, in words such as "2 properties set"; empty if nothing. */
  String changes();

  /** Ends the transaction; changes of a writing query are kept if all rows were consumed or not. */
  @Override
  void close();
}
