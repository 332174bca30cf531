package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.medium.IdTable;
import dev.tarn.graphstore.medium.LandscapeReader;
import dev.tarn.graphstore.medium.LandscapeTables;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Reads one landscape through the core API, without Cypher and its planner. */
final class GraphReader implements LandscapeReader {
  private static final String[] NETWORK_NODE = {
    LandscapeSchema.ID,
    LandscapeSchema.ENERGY,
    LandscapeSchema.LOG_DET_HESSIAN,
    LandscapeSchema.SYMMETRY_ORDER,
    LandscapeSchema.HITS
  };

  private final Transaction tx;
  private final String name;
  private final Map<String, Object> landscapeNode;

  /** Reads the landscape whose node has these properties. */
  GraphReader(Transaction tx, Map<String, Object> landscapeNode) {
    this.tx = tx;
    this.landscapeNode = landscapeNode;
    this.name = String.valueOf(landscapeNode.get(LandscapeSchema.NAME));
  }

  Landscape landscape() {
    return PointProperties.landscape(landscapeNode);
  }

  @Override
  public LandscapeCounts counts() {
    Label minima = LandscapeSchema.minimaOf(name);
    return new LandscapeCounts(
        KernelAccess.count(tx, minima),
        KernelAccess.count(tx, minima, LandscapeSchema.TRANSITION_STATE),
        KernelAccess.count(tx, LandscapeSchema.unconnectedOf(name)));
  }

  private InternalIds nodes(Label label) {
    InternalIds order = new InternalIds();
    try (ResourceIterator<Node> nodes = tx.findNodes(label)) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        order.add(id(node), KernelAccess.id(node));
      }
    }
    return order;
  }

  private static long id(org.neo4j.graphdb.Entity entity) {
    return entity.getProperty(LandscapeSchema.ID) instanceof Long id ? id : -1;
  }

  @Override
  public Network network() {
    Network.Builder builder = Network.builder(landscape());
    InternalIds minima = nodes(LandscapeSchema.minimaOf(name));
    int[] order = minima.ascending();
    IdTable nodeRows = new IdTable();
    for (int at : order) {
      Map<String, Object> p =
          KernelAccess.node(tx, minima.internal[at]).getProperties(NETWORK_NODE);
      builder.addMinimum(
          minima.ids[at],
          PointProperties.doubleOf(p, LandscapeSchema.ENERGY),
          PointProperties.doubleOf(p, LandscapeSchema.LOG_DET_HESSIAN),
          (int) PointProperties.longOf(p, LandscapeSchema.SYMMETRY_ORDER),
          PointProperties.hits(p));
      nodeRows.add(minima.internal[at]);
    }
    Edges edges = new Edges();
    for (int row = 0; row < order.length; row++) {
      Node node = KernelAccess.node(tx, minima.internal[order[row]]);
      for (Relationship r :
          node.getRelationships(Direction.OUTGOING, LandscapeSchema.TRANSITION_STATE)) {
        int lower = nodeRows.row(KernelAccess.endNodeId(r));
        if (lower >= 0) {
          edges.add(
              r.getProperties(NETWORK_NODE), minima.ids[order[row]], minima.ids[order[lower]]);
        }
      }
    }
    edges.addTo(builder);
    return builder.build();
  }

  /** Edges of a network in the order in which they were met. */
  private static final class Edges {
    private final InternalIds order = new InternalIds();
    private long[] ends = new long[2048];
    private double[] energies = new double[1024];
    private double[] logDets = new double[1024];
    private int[] orders = new int[1024];
    private long[] hits = new long[1024];

    void add(Map<String, Object> p, long higher, long lower) {
      int at = order.size;
      order.add(PointProperties.longOf(p, LandscapeSchema.ID), at);
      if (at == energies.length) {
        ends = Arrays.copyOf(ends, at * 4);
        energies = Arrays.copyOf(energies, at * 2);
        logDets = Arrays.copyOf(logDets, at * 2);
        orders = Arrays.copyOf(orders, at * 2);
        hits = Arrays.copyOf(hits, at * 2);
      }
      ends[2 * at] = higher;
      ends[2 * at + 1] = lower;
      energies[at] = PointProperties.doubleOf(p, LandscapeSchema.ENERGY);
      logDets[at] = PointProperties.doubleOf(p, LandscapeSchema.LOG_DET_HESSIAN);
      orders[at] = (int) PointProperties.longOf(p, LandscapeSchema.SYMMETRY_ORDER);
      hits[at] = PointProperties.hits(p);
    }

    void addTo(Network.Builder builder) {
      for (int at : order.ascending()) {
        builder.addTransitionState(
            order.ids[at],
            ends[2 * at],
            ends[2 * at + 1],
            energies[at],
            logDets[at],
            orders[at],
            hits[at]);
      }
    }
  }

  void forEachMinimum(Consumer<? super Minimum> action) {
    List<String> observables =
        PointProperties.texts(landscapeNode, LandscapeSchema.MINIMUM_OBSERVABLES);
    InternalIds minima = nodes(LandscapeSchema.minimaOf(name));
    for (int at : minima.ascending()) {
      action.accept(
          PointProperties.minimum(
              KernelAccess.node(tx, minima.internal[at]).getAllProperties(), observables));
    }
  }

  void forEachUnconnected(Consumer<? super UnconnectedStationaryPoint> action) {
    List<String> observables =
        PointProperties.texts(landscapeNode, LandscapeSchema.STATIONARY_POINT_OBSERVABLES);
    InternalIds points = nodes(LandscapeSchema.unconnectedOf(name));
    for (int at : points.ascending()) {
      action.accept(
          PointProperties.unconnected(
              KernelAccess.node(tx, points.internal[at]).getAllProperties(), observables));
    }
  }

  void forEachTransitionState(Consumer<? super TransitionState> action) {
    List<String> observables =
        PointProperties.texts(landscapeNode, LandscapeSchema.TRANSITION_STATE_OBSERVABLES);
    InternalIds minima = nodes(LandscapeSchema.minimaOf(name));
    IdTable nodeRows = new IdTable();
    InternalIds edges = new InternalIds();
    for (int row = 0; row < minima.size; row++) {
      nodeRows.add(minima.internal[row]);
      Node node = KernelAccess.node(tx, minima.internal[row]);
      for (Relationship r :
          node.getRelationships(Direction.OUTGOING, LandscapeSchema.TRANSITION_STATE)) {
        edges.add(id(r), KernelAccess.id(r));
      }
    }
    for (int at : edges.ascending()) {
      Relationship r = KernelAccess.relationship(tx, edges.internal[at]);
      action.accept(
          PointProperties.transitionState(
              r.getAllProperties(),
              minima.ids[nodeRows.row(KernelAccess.startNodeId(r))],
              minima.ids[nodeRows.row(KernelAccess.endNodeId(r))],
              observables));
    }
  }

  @Override
  public LandscapeTables tables() {
    LandscapeTables tables = new LandscapeTables(landscapeNode);
    IdTable rowOfNode = readMinima(tables);
    for (int row = 0; row < tables.minima.size(); row++) {
      Node node = KernelAccess.node(tx, tables.minimumNode(row));
      for (Relationship r :
          node.getRelationships(Direction.OUTGOING, LandscapeSchema.TRANSITION_STATE)) {
        int lower = rowOfNode.row(KernelAccess.endNodeId(r));
        if (lower >= 0) {
          tables.addTransitionState(
              PointProperties.longOf(r.getProperties(LandscapeSchema.ID), LandscapeSchema.ID),
              KernelAccess.id(r),
              row,
              lower);
        }
      }
    }
    try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.unconnectedOf(name))) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        tables.addUnconnected(
            PointProperties.longOf(node.getProperties(LandscapeSchema.ID), LandscapeSchema.ID),
            KernelAccess.id(node));
      }
    }
    return tables;
  }

  /** Tables of the minima only. */
  LandscapeTables minima() {
    LandscapeTables tables = new LandscapeTables(landscapeNode);
    readMinima(tables);
    return tables;
  }

  /** Returns the row of each node by Neo4j's id. */
  private IdTable readMinima(LandscapeTables tables) {
    IdTable rowOfNode = new IdTable();
    try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.minimaOf(name))) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        Map<String, Object> p = node.getProperties(LandscapeSchema.ID, LandscapeSchema.ENERGY);
        tables.addMinimum(
            PointProperties.longOf(p, LandscapeSchema.ID),
            KernelAccess.id(node),
            PointProperties.doubleOf(p, LandscapeSchema.ENERGY));
        rowOfNode.add(KernelAccess.id(node));
      }
    }
    return rowOfNode;
  }

  @Override
  public double[] property(String property) {
    InternalIds minima = nodes(LandscapeSchema.minimaOf(name));
    double[] values = new double[minima.size];
    int i = 0;
    for (int at : minima.ascending()) {
      Node node = KernelAccess.node(tx, minima.internal[at]);
      values[i++] = PointProperties.doubleOf(node.getProperties(property), property);
    }
    return values;
  }

  @Override
  public List<String> propertyNames() {
    Set<String> names = new TreeSet<>();
    try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.minimaOf(name))) {
      while (nodes.hasNext()) {
        nodes.next().getPropertyKeys().forEach(names::add);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    try (ResourceIterator<Node> found =
        tx.findNodes(LandscapeSchema.RUN, LandscapeSchema.LANDSCAPE_NAME, name)) {
      found.forEachRemaining(node -> runs.add(PointProperties.run(node.getAllProperties())));
    }
    runs.sort(Comparator.comparingLong(Run::id));
    return runs;
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    Node node = tx.findNode(LandscapeSchema.CHECKPOINT, LandscapeSchema.LANDSCAPE_NAME, name);
    if (node == null) {
      return Optional.empty();
    }
    Map<String, Object> p = node.getAllProperties();
    byte[] state =
        p.get(LandscapeSchema.EXPLORER_STATE) instanceof byte[] found ? found : new byte[0];
    return Optional.of(new Checkpoint(PointProperties.longOf(p, LandscapeSchema.ROUND), state));
  }
}
