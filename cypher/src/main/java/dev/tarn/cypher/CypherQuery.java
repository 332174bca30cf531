package dev.tarn.cypher;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.remote.RemoteLandscapeStore;
import java.util.Map;
import java.util.regex.Pattern;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * A question in Cypher.
 *
 * @param text the query
 * @param parameters values of its {@code $parameters}
 * @param access whether it may change the store
 */
public record CypherQuery(String text, Map<String, Object> parameters, Access access) {
  private static final Pattern MAY_WRITE =
      Pattern.compile(
          "\\b(create|merge|set|delete|remove|foreach|call|drop|alter|load)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Whether a query may change the store. */
  public enum Access {
    /** A query that would write is refused before it runs. */
    READ_ONLY,
    /** Anything goes. */
    WRITE
  }

  public CypherQuery {
    parameters = Map.copyOf(parameters);
  }

  /** A query that only reads. */
  public static CypherQuery reading(String text, Map<String, Object> parameters) {
    return new CypherQuery(text, parameters, Access.READ_ONLY);
  }

  /**
   * Runs the query on the open store; what sinks were handed before is seen.
   *
   * @throws CypherException if it is malformed, lacks a parameter, or would write and may not
   */
  public QueryResult run(GraphStore store) {
    if (text.isBlank()) {
      throw new CypherException("expected a Cypher query, found an empty text");
    }
    store.awaitWrites();
    if (store instanceof RemoteLandscapeStore remote) {
      return RemoteResult.of(this, remote);
    }
    if (store instanceof Neo4jLandscapeStore neo4j) {
      return run(neo4j);
    }
    throw new CypherException("this store cannot be asked in Cypher");
  }

  private QueryResult run(Neo4jLandscapeStore store) {
    GraphDatabaseService database = store.database();
    if (access == Access.READ_ONLY && MAY_WRITE.matcher(text).find()) {
      refuseWriting(database);
    }
    Transaction tx = database.beginTx();
    try {
      Result result = tx.execute(text, parameters);
      if (access == Access.READ_ONLY) {
        checkReads(result.getQueryExecutionType());
      }
      return new StreamedResult(tx, result, access);
    } catch (RuntimeException e) {
      tx.close();
      throw e instanceof CypherException known ? known : CypherException.of(e);
    }
  }

  /** Plans without running: a query without RETURN would otherwise be done before we can look. */
  private void refuseWriting(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        Result plan = tx.execute("EXPLAIN " + text, parameters)) {
      checkReads(plan.getQueryExecutionType());
    } catch (CypherException e) {
      throw e;
    } catch (RuntimeException e) {
      throw CypherException.of(e, "EXPLAIN ".length());
    }
  }

  private static void checkReads(QueryExecutionType type) {
    boolean reads = type.queryType() == QueryExecutionType.QueryType.READ_ONLY;
    if (!reads) {
      throw new CypherException("this query would change the store: allow it with --write");
    }
  }
}
