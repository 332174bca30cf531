package dev.tarn.cypher;

import dev.tarn.graphstore.remote.RemoteLandscapeStore;
import dev.tarn.graphstore.schema.LandscapeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.SummaryCounters;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;
import org.neo4j.driver.types.TypeSystem;

/** Rows from a server, as they come over Bolt. */
final class RemoteResult extends CursorResult {
  private static final TypeSystem TYPES = TypeSystem.getDefault();
  private static final String ID = "id";

  private final RemoteLandscapeStore store;
  private final Session session;
  private final Transaction tx;
  private final Result result;
  private final Map<String, Object> ids = new HashMap<>();

  private RemoteResult(
      RemoteLandscapeStore store,
      Session session,
      Transaction tx,
      Result result,
      CypherQuery.Access access) {
    super(result.keys(), access);
    this.store = store;
    this.session = session;
    this.tx = tx;
    this.result = result;
  }

  /** Asks the server; one that may not write refuses a query that would. */
  static RemoteResult of(CypherQuery query, RemoteLandscapeStore store) {
    boolean writes = query.access() == CypherQuery.Access.WRITE;
    Session session = store.newSession(writes ? AccessMode.WRITE : AccessMode.READ);
    try {
      Transaction tx = session.beginTransaction();
      return new RemoteResult(
          store, session, tx, tx.run(query.text(), query.parameters()), query.access());
    } catch (Neo4jException e) {
      session.close();
      throw failure(store, e);
    }
  }

  @Override
  CypherException failure(RuntimeException e) {
    return failure(store, e);
  }

  private static CypherException failure(RemoteLandscapeStore store, RuntimeException e) {
    String code = e instanceof Neo4jException failed && failed.code() != null ? failed.code() : "";
    if (code.endsWith("Statement.AccessMode")) {
      return new CypherException("this query would change the store: allow it with --write");
    }
    boolean ofTheQuery = e instanceof ClientException && code.contains(".Statement.");
    return CypherException.of(ofTheQuery ? e : store.translated("ask", e));
  }

  @Override
  boolean hasNextRow() {
    return result.hasNext();
  }

  @Override
  List<@Nullable Object> nextRow() {
    List<Value> row = result.next().values();
    row.stream().filter(v -> v.hasType(TYPES.NODE())).forEach(v -> note(v.asNode()));
    List<@Nullable Object> values = new ArrayList<>(row.size());
    for (Value value : row) {
      values.add(plain(value));
    }
    return values;
  }

  /** Values as {@link QueryResult#rows} promises them. */
  private @Nullable Object plain(Value value) {
    if (value.isNull()) {
      return null;
    }
    if (value.hasType(TYPES.NODE())) {
      return node(value.asNode());
    }
    if (value.hasType(TYPES.RELATIONSHIP())) {
      return relationship(value.asRelationship());
    }
    if (value.hasType(TYPES.PATH())) {
      return path(value.asPath());
    }
    if (value.hasType(TYPES.LIST())) {
      List<@Nullable Object> list = new ArrayList<>();
      value.values().forEach(item -> list.add(plain(item)));
      return list;
    }
    if (value.hasType(TYPES.MAP())) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      value.keys().forEach(key -> map.put(key, plain(value.get(key))));
      return map;
    }
    Object plain = value.asObject();
    return plain instanceof Number
            || plain instanceof Boolean
            || plain instanceof String
            || plain instanceof byte[]
        ? plain
        : plain.toString();
  }

  private void note(Node node) {
    if (node.hasLabel(LandscapeSchema.STATIONARY_POINT.name()) && node.containsKey(ID)) {
      ids.put(node.elementId(), node.get(ID).asObject());
    }
  }

  private Map<String, Object> node(Node node) {
    note(node);
    TreeSet<String> labels = new TreeSet<>();
    node.labels().forEach(labels::add);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("labels", List.copyOf(labels));
    map.put("properties", properties(node));
    return map;
  }

  private Map<String, Object> relationship(Relationship r) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", r.type());
    map.put("start", idOf(r.startNodeElementId()));
    map.put("end", idOf(r.endNodeElementId()));
    map.put("properties", properties(r));
    return map;
  }

  /** Id of the stationary point that the server knows by that name, else that name. */
  private Object idOf(String element) {
    return ids.computeIfAbsent(element, this::askForId);
  }

  /** Bolt gives the ends of a relationship by the server's own names only. */
  private Object askForId(String element) {
    try (Session other = store.newSession(AccessMode.READ)) {
      return other
          .run(
              "MATCH (n:StationaryPoint) WHERE elementId(n) = $element RETURN n.id AS id",
              Map.of("element", element))
          .list(row -> row.get("id").asObject())
          .stream()
          .findFirst()
          .orElse(element);
    }
  }

  private Map<String, Object> path(Path path) {
    List<Object> nodes = new ArrayList<>();
    path.nodes().forEach(node -> nodes.add(node(node)));
    List<Object> relationships = new ArrayList<>();
    path.relationships().forEach(r -> relationships.add(relationship(r)));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("nodes", nodes);
    map.put("relationships", relationships);
    return map;
  }

  private Map<String, Object> properties(Entity entity) {
    Map<String, Object> sorted = new TreeMap<>();
    for (String key : entity.keys()) {
      Object plain = plain(entity.get(key));
      if (plain != null) {
        sorted.put(key, plain);
      }
    }
    return sorted;
  }

  @Override
  int[] countsOfChanges() {
    SummaryCounters done = result.consume().counters();
    return new int[] {
      done.nodesCreated(),
      done.nodesDeleted(),
      done.relationshipsCreated(),
      done.relationshipsDeleted(),
      done.propertiesSet(),
      done.labelsAdded(),
      done.labelsRemoved(),
      done.indexesAdded(),
      done.indexesRemoved(),
      done.constraintsAdded(),
      done.constraintsRemoved()
    };
  }

  @Override
  void end(boolean commit) {
    try (session;
        tx) {
      if (commit) {
        tx.commit();
      }
    }
  }
}
