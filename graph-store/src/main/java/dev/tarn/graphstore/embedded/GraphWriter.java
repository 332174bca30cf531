package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.medium.LandscapeTables;
import dev.tarn.graphstore.medium.UpdateWriter;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;

/**
 * Writes through the core API, without Cypher. It checks an update in full before it writes any of
 * it.
 */
final class GraphWriter implements UpdateWriter {
  private final String name;
  private final Label minimaLabel;
  private final Label unconnectedLabel;
  private final LandscapeTables tables;
  private final Path folder;
  private final GraphDatabaseService database;

  GraphWriter(String name, Path folder, GraphDatabaseService database, LandscapeTables tables) {
    this.name = name;
    this.folder = folder;
    this.database = database;
    this.minimaLabel = LandscapeSchema.minimaOf(name);
    this.unconnectedLabel = LandscapeSchema.unconnectedOf(name);
    this.tables = tables;
  }

  @Override
  public Optional<LandscapeStoreException> write(List<LandscapeUpdate> batch) {
    Optional<LandscapeStoreException> refused = Optional.empty();
    try (Transaction tx = database.beginTx()) {
      Optional<Checkpoint> newest = Optional.empty();
      for (LandscapeUpdate update : batch) {
        refused = tables.refusal(name, update);
        if (refused.isPresent()) {
          break;
        }
        apply(tx, update);
        if (update.checkpoint().isPresent()) {
          newest = update.checkpoint();
        }
      }
      newest.ifPresent(checkpoint -> write(tx, checkpoint));
      tx.commit();
    } catch (TransactionFailureException e) {
      // Neo4j wraps the reason; the translation looks at the whole chain.
      throw StoreFailures.on("write to", folder, e);
    }
    return refused;
  }

  /** Writes an update that the tables did not refuse, its checkpoint excepted. */
  private void apply(Transaction tx, LandscapeUpdate update) {
    noteObservables(tx, update);
    long run = update.run().map(Run::id).orElse(0L);
    update.minima().forEach(m -> write(tx, m, run));
    update.transitionStates().forEach(t -> write(tx, t, run));
    update.stationaryPoints().forEach(s -> write(tx, s, run));
    LandscapeUpdate.HitCounts hits = update.minimumHits();
    for (int i = 0; i < hits.ids().length; i++) {
      int row = tables.minima.row(hits.ids()[i]);
      KernelAccess.node(tx, tables.minimumNode(row))
          .setProperty(LandscapeSchema.HITS, hits.hits()[i]);
    }
    hits = update.transitionStateHits();
    for (int i = 0; i < hits.ids().length; i++) {
      int row = tables.transitionStates.row(hits.ids()[i]);
      KernelAccess.relationship(tx, tables.relationship(row))
          .setProperty(LandscapeSchema.HITS, hits.hits()[i]);
    }
    update.run().ifPresent(r -> write(tx, r));
  }

  private void noteObservables(Transaction tx, LandscapeUpdate update) {
    if (tables.noteObservables(update)) {
      Node landscape = tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name);
      tables.observables().forEach(landscape::setProperty);
    }
  }

  private void write(Transaction tx, Minimum m, long run) {
    Map<String, Object> properties = PointProperties.of(name, m);
    int row = tables.minima.row(m.id());
    if (row < 0) {
      noteRun(properties, run);
      Node node =
          tx.createNode(LandscapeSchema.MINIMUM, LandscapeSchema.STATIONARY_POINT, minimaLabel);
      properties.forEach(node::setProperty);
      tables.addMinimum(m.id(), KernelAccess.id(node), m.energy());
      return;
    }
    Node node = KernelAccess.node(tx, tables.minimumNode(row));
    replace(node, properties, tables.minimumObservables);
    if (tables.energy(row) != m.energy()) {
      tables.setEnergy(row, m.energy());
      reorient(node);
    }
  }

  /** Keeps barriers right, and relationships downhill, after the node's energy changed. */
  private void reorient(Node node) {
    List<Relationship> around = new ArrayList<>();
    node.getRelationships(LandscapeSchema.TRANSITION_STATE).forEach(around::add);
    for (Relationship r : around) {
      Map<String, Object> properties = r.getAllProperties();
      int row = tables.transitionStates.row(PointProperties.longOf(properties, LandscapeSchema.ID));
      if (!tables.pointsDownhill(tables.higherEnd(row), tables.lowerEnd(row))) {
        Relationship turned =
            r.getEndNode().createRelationshipTo(r.getStartNode(), LandscapeSchema.TRANSITION_STATE);
        r.delete();
        properties.forEach(turned::setProperty);
        tables.turnRound(row, KernelAccess.id(turned));
        setBarrier(turned, properties, row);
      } else {
        setBarrier(r, properties, row);
      }
    }
  }

  private void setBarrier(Relationship r, Map<String, Object> properties, int row) {
    r.setProperty(
        LandscapeSchema.BARRIER,
        PointProperties.doubleOf(properties, LandscapeSchema.ENERGY)
            - tables.energy(tables.higherEnd(row)));
  }

  private void write(Transaction tx, TransitionState t, long run) {
    int a = tables.minima.row(t.higherMinimum());
    int b = tables.minima.row(t.lowerMinimum());
    boolean asGiven = tables.pointsDownhill(a, b);
    int higher = asGiven ? a : b;
    int lower = asGiven ? b : a;
    Map<String, Object> properties = PointProperties.of(name, t, tables.energy(higher));
    int row = tables.transitionStates.row(t.id());
    if (row < 0) {
      noteRun(properties, run);
      long relationship =
          KernelAccess.createRelationship(
              tx,
              tables.minimumNode(higher),
              LandscapeSchema.TRANSITION_STATE,
              tables.minimumNode(lower),
              properties);
      tables.addTransitionState(t.id(), relationship, higher, lower);
    } else {
      replace(
          KernelAccess.relationship(tx, tables.relationship(row)),
          properties,
          tables.transitionStateObservables);
    }
  }

  private void write(Transaction tx, UnconnectedStationaryPoint s, long run) {
    Map<String, Object> properties = PointProperties.of(name, s);
    int row = tables.unconnected.row(s.id());
    if (row < 0) {
      noteRun(properties, run);
      Node node =
          tx.createNode(
              LandscapeSchema.STATIONARY_POINT, LandscapeSchema.UNCONNECTED, unconnectedLabel);
      properties.forEach(node::setProperty);
      tables.addUnconnected(s.id(), KernelAccess.id(node));
    } else {
      replace(
          KernelAccess.node(tx, tables.unconnectedNode(row)),
          properties,
          tables.unconnectedObservables);
    }
  }

  /**
   * Makes a known entity's properties equal to {@code properties}; leaves alone what is neither the
   * schema's nor one of the observables, such as results written back.
   */
  private static void replace(
      Entity entity, Map<String, Object> properties, Set<String> observables) {
    Map<String, Object> old = entity.getAllProperties();
    properties.forEach(
        (key, value) -> {
          if (!Objects.deepEquals(old.get(key), value)) {
            entity.setProperty(key, value);
          }
        });
    for (String key : old.keySet()) {
      boolean managed = LandscapeSchema.RESERVED.contains(key) || observables.contains(key);
      if (managed && !properties.containsKey(key) && !key.equals(LandscapeSchema.RUN_ID)) {
        entity.removeProperty(key);
      }
    }
  }

  private static void noteRun(Map<String, Object> properties, long run) {
    if (run > 0) {
      properties.put(LandscapeSchema.RUN_ID, run);
    }
  }

  private void write(Transaction tx, Run run) {
    Map<String, Object> properties = PointProperties.of(name, run);
    Node known = null;
    try (ResourceIterator<Node> found =
        tx.findNodes(
            LandscapeSchema.RUN,
            LandscapeSchema.LANDSCAPE_NAME,
            name,
            LandscapeSchema.ID,
            run.id())) {
      if (found.hasNext()) {
        known = found.next();
      }
    }
    if (known == null) {
      properties.forEach(tx.createNode(LandscapeSchema.RUN)::setProperty);
    } else {
      properties.forEach(known::setProperty);
      if (run.endedAt().isEmpty()) {
        known.removeProperty(LandscapeSchema.ENDED_AT);
      }
    }
  }

  private void write(Transaction tx, Checkpoint checkpoint) {
    Node node = tx.findNode(LandscapeSchema.CHECKPOINT, LandscapeSchema.LANDSCAPE_NAME, name);
    if (node == null) {
      node = tx.createNode(LandscapeSchema.CHECKPOINT);
      node.setProperty(LandscapeSchema.LANDSCAPE_NAME, name);
    }
    node.setProperty(LandscapeSchema.ROUND, checkpoint.round());
    node.setProperty(LandscapeSchema.EXPLORER_STATE, checkpoint.state());
  }
}
