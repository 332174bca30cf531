package dev.tarn.graphstore.embedded;

import dev.tarn.landscape.LandscapeStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.impl.factory.primitive.IntObjectMaps;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.TokenWrite;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.Statement;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.kernel.impl.api.KernelStatement;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.TransactionIdStore;
import org.neo4j.token.api.TokenConstants;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;

/**
 * The few things that Neo4j's public embedded API does not offer or calls deprecated: counts from
 * the count store without Cypher, and internal ids, which here never outlive the sink or the read
 * that looked them up. All use of internal API in this package is in this class.
 */
final class KernelAccess {
  private KernelAccess() {}

  private static KernelTransaction kernel(Transaction tx) {
    return ((InternalTransaction) tx).kernelTransaction();
  }

  /** Number of the last committed transaction; every change makes it larger. */
  static long lastTransaction(GraphDatabaseService database) {
    return ((GraphDatabaseAPI) database)
        .getDependencyResolver()
        .resolveDependency(TransactionIdStore.class)
        .getLastCommittedTransactionId();
  }

  /**
   * What identifies the statement that runs in the transaction; empty if there is none or the
   * transaction has changed anything.
   */
  static Optional<Object> unchangedStatement(Transaction tx) {
    KernelTransaction kernel = kernel(tx);
    if (!(kernel instanceof TxStateHolder state) || state.hasTxStateWithChanges()) {
      return Optional.empty();
    }
    try (Statement statement = kernel.acquireStatement()) {
      return statement instanceof KernelStatement running
          ? running.queryRegistry().executingQuery().map(query -> query)
          : Optional.empty();
    }
  }

  /** What tells the transaction's database from every other one in this process. */
  static UUID databaseId(Transaction tx) {
    return ((InternalTransaction) tx).getDatabaseId();
  }

  /** Number of nodes with that label, O(1). */
  static long count(Transaction tx, Label label) {
    KernelTransaction kernel = kernel(tx);
    int token = kernel.tokenRead().nodeLabel(label.name());
    return token == TokenConstants.NO_TOKEN ? 0 : kernel.dataRead().countsForNode(token);
  }

  /** Number of relationships of that type that start at a node with that label, O(1). */
  static long count(Transaction tx, Label start, RelationshipType type) {
    KernelTransaction kernel = kernel(tx);
    int label = kernel.tokenRead().nodeLabel(start.name());
    int relationship = kernel.tokenRead().relationshipType(type.name());
    return label == TokenConstants.NO_TOKEN || relationship == TokenConstants.NO_TOKEN
        ? 0
        : kernel.dataRead().countsForRelationship(label, relationship, TokenConstants.ANY_LABEL);
  }

  /**
   * Creates a relationship with all its properties at once, so that constraints and indexes are
   * matched once and not for each property; returns its internal id.
   */
  static long createRelationship(
      Transaction tx, long start, RelationshipType type, long end, Map<String, Object> properties) {
    KernelTransaction kernel = kernel(tx);
    try {
      TokenWrite tokens = kernel.tokenWrite();
      MutableIntObjectMap<Value> values = IntObjectMaps.mutable.empty();
      for (Map.Entry<String, Object> property : properties.entrySet()) {
        values.put(
            tokens.propertyKeyGetOrCreateForName(property.getKey()),
            Values.of(property.getValue()));
      }
      long id =
          kernel
              .dataWrite()
              .relationshipCreate(
                  start, tokens.relationshipTypeGetOrCreateForName(type.name()), end);
      kernel.dataWrite().relationshipApplyChanges(id, values);
      return id;
    } catch (KernelException e) {
      throw new LandscapeStoreException(
          "could not create a transition state: " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("removal")
  static long id(Node node) {
    return node.getId();
  }

  @SuppressWarnings("removal")
  static long id(Relationship relationship) {
    return relationship.getId();
  }

  @SuppressWarnings("removal")
  static long endNodeId(Relationship relationship) {
    return relationship.getEndNodeId();
  }

  @SuppressWarnings("removal")
  static long startNodeId(Relationship relationship) {
    return relationship.getStartNodeId();
  }

  @SuppressWarnings("removal")
  static Node node(Transaction tx, long id) {
    return tx.getNodeById(id);
  }

  @SuppressWarnings("removal")
  static Relationship relationship(Transaction tx, long id) {
    return tx.getRelationshipById(id);
  }
}
