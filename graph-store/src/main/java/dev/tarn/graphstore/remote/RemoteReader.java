package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.medium.LandscapeReader;
import dev.tarn.graphstore.medium.LandscapeTables;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;
import org.neo4j.graphdb.Label;

/** Reads one landscape over Bolt, inside a transaction of the driver. */
final class RemoteReader implements LandscapeReader {
  /** How many points are read at once. */
  static final int POINTS_IN_A_PAGE = 2_000;

  private static final TypeSystem TYPES = TypeSystem.getDefault();

  private final SimpleQueryRunner tx;
  private final Map<String, Object> landscapeNode;
  private final String name;
  private final String minima;

  /** Reads the landscape whose node has these properties. */
  RemoteReader(SimpleQueryRunner tx, Map<String, Object> landscapeNode) {
    this.tx = tx;
    this.landscapeNode = landscapeNode;
    this.name = String.valueOf(landscapeNode.get(LandscapeSchema.NAME));
    this.minima = quoted(LandscapeSchema.minimaOf(name));
  }

  /** The label as it stands in Cypher, whatever its characters. */
  static String quoted(Label label) {
    return quoted(label.name());
  }

  static String quoted(String identifier) {
    // Cypher reads a backslash and u as a character wherever they stand.
    return "`" + identifier.replace("\\", "\\u005C").replace("`", "``") + "`";
  }

  /** Properties as the embedded database gives them. */
  static Map<String, Object> properties(Value map) {
    Map<String, Object> properties = new TreeMap<>();
    for (String key : map.keys()) {
      properties.put(key, plain(map.get(key)));
    }
    return properties;
  }

  private static Object plain(Value value) {
    if (!value.hasType(TYPES.LIST())) {
      return value.asObject();
    }
    int size = value.size();
    if (size > 0 && value.get(0).hasType(TYPES.STRING())) {
      return value.asList(Value::asString).toArray(new String[0]);
    }
    double[] numbers = new double[size];
    int i = 0;
    for (Value number : value.values()) {
      numbers[i++] = number.asDouble(Double.NaN);
    }
    return numbers;
  }

  private List<String> observables(String key) {
    return PointProperties.texts(landscapeNode, key);
  }

  /** Properties of the node of that landscape, hidden or not. */
  static Optional<Map<String, Object>> landscapeNode(SimpleQueryRunner tx, String name) {
    return tx
        .run("MATCH (l:Landscape {name: $name}) RETURN properties(l) AS p", Map.of("name", name))
        .list(row -> properties(row.get("p")))
        .stream()
        .findFirst();
  }

  @Override
  public LandscapeCounts counts() {
    String unconnected = quoted(LandscapeSchema.unconnectedOf(name));
    return new LandscapeCounts(
        number("MATCH (m:" + minima + ") RETURN count(m)"),
        number("MATCH (:" + minima + ")-[t:TRANSITION_STATE]->() RETURN count(t)"),
        number("MATCH (s:" + unconnected + ") RETURN count(s)"));
  }

  private long number(String query) {
    return tx.run(query).single().get(0).asLong();
  }

  @Override
  public Network network() {
    Network.Builder builder = Network.builder(PointProperties.landscape(landscapeNode));
    record Node(long id, double energy, double logDet, int order, long hits) {}
    record Edge(long id, long a, long b, double energy, double logDet, int order, long hits) {}
    tx
        .run(
            "MATCH (m:"
                + minima
                + ") RETURN m.id, m.energy, m.logDetHessian, m.symmetryOrder, m.hits")
        .list(
            row ->
                new Node(
                    row.get(0).asLong(),
                    row.get(1).asDouble(),
                    row.get(2).asDouble(Double.NaN),
                    row.get(3).asInt(1),
                    row.get(4).asLong(0)))
        .stream()
        .sorted(Comparator.comparingLong(Node::id))
        .forEach(n -> builder.addMinimum(n.id(), n.energy(), n.logDet(), n.order(), n.hits()));
    tx
        .run(
            "MATCH (a:"
                + minima
                + ")-[t:TRANSITION_STATE]->(b)"
                + " RETURN t.id, a.id, b.id, t.energy, t.logDetHessian, t.symmetryOrder, t.hits")
        .list(
            row ->
                new Edge(
                    row.get(0).asLong(),
                    row.get(1).asLong(),
                    row.get(2).asLong(),
                    row.get(3).asDouble(),
                    row.get(4).asDouble(Double.NaN),
                    row.get(5).asInt(1),
                    row.get(6).asLong(0)))
        .stream()
        .sorted(Comparator.comparingLong(Edge::id))
        .forEach(
            e ->
                builder.addTransitionState(
                    e.id(), e.a(), e.b(), e.energy(), e.logDet(), e.order(), e.hits()));
    return builder.build();
  }

  /** A page of minima after that id, by ascending id. */
  List<Minimum> minimaAfter(long id) {
    List<String> observables = observables(LandscapeSchema.MINIMUM_OBSERVABLES);
    return page("Minimum", id, p -> PointProperties.minimum(p, observables));
  }

  /** A page of unconnected points after that id, by ascending id. */
  List<UnconnectedStationaryPoint> unconnectedAfter(long id) {
    List<String> observables = observables(LandscapeSchema.STATIONARY_POINT_OBSERVABLES);
    return page("Unconnected", id, p -> PointProperties.unconnected(p, observables));
  }

  private <P> List<P> page(String label, long after, Function<Map<String, Object>, P> point) {
    return tx.run(
            "MATCH (p:"
                + label
                + " {landscape: $name}) WHERE p.id > $after RETURN properties(p) AS p ORDER BY p.id"
                + " LIMIT $limit",
            Map.of("name", name, "after", after, "limit", POINTS_IN_A_PAGE))
        .list(row -> point.apply(properties(row.get("p"))));
  }

  /** A page of transition states after that id, by ascending id. */
  List<TransitionState> transitionStatesAfter(long id) {
    List<String> observables = observables(LandscapeSchema.TRANSITION_STATE_OBSERVABLES);
    return tx.run(
            "MATCH (a)-[t:TRANSITION_STATE {landscape: $name}]->(b) WHERE t.id > $after"
                + " WITH a, b, t ORDER BY t.id LIMIT $limit"
                + " RETURN properties(t) AS p, a.id AS a, b.id AS b",
            Map.of("name", name, "after", id, "limit", POINTS_IN_A_PAGE))
        .list(
            row ->
                PointProperties.transitionState(
                    properties(row.get("p")),
                    row.get("a").asLong(),
                    row.get("b").asLong(),
                    observables));
  }

  @Override
  public List<Run> runs() {
    return tx
        .run("MATCH (r:Run {landscape: $name}) RETURN properties(r) AS p", Map.of("name", name))
        .list(row -> PointProperties.run(properties(row.get("p"))))
        .stream()
        .sorted(Comparator.comparingLong(Run::id))
        .toList();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return tx
        .run(
            "MATCH (c:Checkpoint {landscape: $name})"
                + " RETURN c.round AS round, c.explorerState AS state",
            Map.of("name", name))
        .list(row -> new Checkpoint(row.get("round").asLong(), row.get("state").asByteArray()))
        .stream()
        .findFirst();
  }

  @Override
  public double[] property(String property) {
    record Entry(long id, double value) {}
    return tx
        .run("MATCH (m:" + minima + ") RETURN m.id AS id, m." + quoted(property) + " AS value")
        .list(
            row ->
                new Entry(
                    row.get("id").asLong(),
                    row.get("value").hasType(TYPES.NUMBER())
                        ? row.get("value").asNumber().doubleValue()
                        : Double.NaN))
        .stream()
        .sorted(Comparator.comparingLong(Entry::id))
        .mapToDouble(Entry::value)
        .toArray();
  }

  @Override
  public List<String> propertyNames() {
    return tx.run("MATCH (m:" + minima + ") UNWIND keys(m) AS key RETURN DISTINCT key ORDER BY key")
        .list(row -> row.get("key").asString());
  }

  @Override
  public LandscapeTables tables() {
    LandscapeTables tables = new LandscapeTables(landscapeNode);
    Result result = tx.run("MATCH (m:" + minima + ") RETURN m.id, m.energy");
    while (result.hasNext()) {
      Record row = result.next();
      tables.addMinimum(row.get(0).asLong(), 0, row.get(1).asDouble());
    }
    result = tx.run("MATCH (a:" + minima + ")-[t:TRANSITION_STATE]->(b) RETURN t.id, a.id, b.id");
    while (result.hasNext()) {
      Record row = result.next();
      tables.addTransitionState(
          row.get(0).asLong(),
          0,
          tables.minima.row(row.get(1).asLong()),
          tables.minima.row(row.get(2).asLong()));
    }
    result = tx.run("MATCH (s:" + quoted(LandscapeSchema.unconnectedOf(name)) + ") RETURN s.id");
    while (result.hasNext()) {
      tables.addUnconnected(result.next().get(0).asLong(), 0);
    }
    return tables;
  }
}
