package dev.tarn.graphstore;

import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Where the points of one landscape are in the database, and what of them decides how others are
 * written: our ids to Neo4j's, energies and ends. Held while a sink is open, so that writing never
 * looks anything up by property.
 */
final class LandscapeTables {
  final IdTable minima = new IdTable();
  final IdTable transitionStates = new IdTable();
  final IdTable unconnected = new IdTable();
  private long[] minimumNodes = new long[16];
  private double[] energies = new double[16];
  private long[] relationships = new long[16];
  private int[] higherEnds = new int[16];
  private int[] lowerEnds = new int[16];
  private long[] unconnectedNodes = new long[16];

  /** Names of observables in use, in the order in which they first appeared. */
  final Set<String> minimumObservables = new LinkedHashSet<>();

  final Set<String> transitionStateObservables = new LinkedHashSet<>();
  final Set<String> unconnectedObservables = new LinkedHashSet<>();

  /** Reads the landscape's points; O(points). */
  static LandscapeTables load(Transaction tx, String name, Node landscape) {
    LandscapeTables tables = new LandscapeTables();
    tables.minimumObservables.addAll(
        GraphReader.names(landscape, LandscapeSchema.MINIMUM_OBSERVABLES));
    tables.transitionStateObservables.addAll(
        GraphReader.names(landscape, LandscapeSchema.TRANSITION_STATE_OBSERVABLES));
    tables.unconnectedObservables.addAll(
        GraphReader.names(landscape, LandscapeSchema.STATIONARY_POINT_OBSERVABLES));
    IdTable rowOfNode = tables.readMinima(tx, name);
    for (int row = 0; row < tables.minima.size(); row++) {
      Node node = KernelAccess.node(tx, tables.minimumNodes[row]);
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

  /** Reads the minima only. */
  static LandscapeTables ofMinima(Transaction tx, String name) {
    LandscapeTables tables = new LandscapeTables();
    tables.readMinima(tx, name);
    return tables;
  }

  /** Returns the row of each node by Neo4j's id. */
  private IdTable readMinima(Transaction tx, String name) {
    IdTable rowOfNode = new IdTable();
    try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.minimaOf(name))) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        Map<String, Object> p = node.getProperties(LandscapeSchema.ID, LandscapeSchema.ENERGY);
        addMinimum(
            PointProperties.longOf(p, LandscapeSchema.ID),
            KernelAccess.id(node),
            PointProperties.doubleOf(p, LandscapeSchema.ENERGY));
        rowOfNode.add(KernelAccess.id(node));
      }
    }
    return rowOfNode;
  }

  int addMinimum(long id, long node, double energy) {
    int row = minima.add(id);
    if (row >= minimumNodes.length) {
      minimumNodes = Arrays.copyOf(minimumNodes, row * 2);
      energies = Arrays.copyOf(energies, row * 2);
    }
    minimumNodes[row] = node;
    energies[row] = energy;
    return row;
  }

  void addTransitionState(long id, long relationship, int higher, int lower) {
    int row = transitionStates.add(id);
    if (row >= relationships.length) {
      relationships = Arrays.copyOf(relationships, row * 2);
      higherEnds = Arrays.copyOf(higherEnds, row * 2);
      lowerEnds = Arrays.copyOf(lowerEnds, row * 2);
    }
    relationships[row] = relationship;
    higherEnds[row] = higher;
    lowerEnds[row] = lower;
  }

  void addUnconnected(long id, long node) {
    int row = unconnected.add(id);
    if (row >= unconnectedNodes.length) {
      unconnectedNodes = Arrays.copyOf(unconnectedNodes, row * 2);
    }
    unconnectedNodes[row] = node;
  }

  long minimumNode(int row) {
    return minimumNodes[row];
  }

  double energy(int row) {
    return energies[row];
  }

  void setEnergy(int row, double energy) {
    energies[row] = energy;
  }

  long relationship(int row) {
    return relationships[row];
  }

  int higherEnd(int row) {
    return higherEnds[row];
  }

  int lowerEnd(int row) {
    return lowerEnds[row];
  }

  void turnRound(int row, long newRelationship) {
    int end = higherEnds[row];
    higherEnds[row] = lowerEnds[row];
    lowerEnds[row] = end;
    relationships[row] = newRelationship;
  }

  long unconnectedNode(int row) {
    return unconnectedNodes[row];
  }

  /** Whether an edge from row a to row b points downhill. */
  boolean pointsDownhill(int a, int b) {
    return TransitionState.pointsDownhill(energies[a], minima.id(a), energies[b], minima.id(b));
  }

  /** Adds the names of the observables; returns whether there were new ones. */
  static boolean note(Set<String> known, Observables observables) {
    return known.addAll(observables.names());
  }

  /** Why the update cannot be applied whole to what the tables hold; empty if it can. */
  Optional<LandscapeStoreException> refusal(String name, LandscapeUpdate update) {
    try {
      check(name, update);
      return Optional.empty();
    } catch (LandscapeStoreException e) {
      return Optional.of(e);
    }
  }

  private void check(String name, LandscapeUpdate update) {
    Set<Long> newMinima = new HashSet<>();
    for (Minimum m : update.minima()) {
      newMinima.add(m.id());
      PointProperties.checkObservables(name, m.observables().names());
    }
    for (UnconnectedStationaryPoint s : update.stationaryPoints()) {
      PointProperties.checkObservables(name, s.observables().names());
    }
    Set<Long> newTransitionStates = new HashSet<>();
    for (TransitionState t : update.transitionStates()) {
      newTransitionStates.add(t.id());
      PointProperties.checkObservables(name, t.observables().names());
      int a = end(name, t, t.higherMinimum(), newMinima);
      int b = end(name, t, t.lowerMinimum(), newMinima);
      int row = transitionStates.row(t.id());
      if (row >= 0) {
        int higher = higherEnd(row);
        int lower = lowerEnd(row);
        if (!((a == higher && b == lower) || (a == lower && b == higher))) {
          throw LandscapeStoreException.changedEnds(name, t.id());
        }
      }
    }
    for (long id : update.minimumHits().ids()) {
      if (minima.row(id) < 0 && !newMinima.contains(id)) {
        throw LandscapeStoreException.hitsOfUnknown(name, "minimum", id);
      }
    }
    for (long id : update.transitionStateHits().ids()) {
      if (transitionStates.row(id) < 0 && !newTransitionStates.contains(id)) {
        throw LandscapeStoreException.hitsOfUnknown(name, "transition state", id);
      }
    }
  }

  private int end(String name, TransitionState t, long minimum, Set<Long> newMinima) {
    int row = minima.row(minimum);
    if (row < 0 && !newMinima.contains(minimum)) {
      throw LandscapeStoreException.missingEnd(name, t.id(), minimum);
    }
    return row;
  }
}
