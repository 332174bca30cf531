package dev.tarn.graphstore.medium;

import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the points of one landscape are in the database, and what of them decides how others are
 * written: our ids to Neo4j's, energies and ends. Held while a sink is open, so that writing never
 * looks anything up by property.
 */
public final class LandscapeTables {
  /** The minima, in the order in which they were added: their rows. */
  public final IdTable minima = new IdTable();

  /** The transition states likewise. */
  public final IdTable transitionStates = new IdTable();

  /** The unconnected points likewise. */
  public final IdTable unconnected = new IdTable();

  /** Names of observables of minima that are in use, in the order in which they first appeared. */
  public final Set<String> minimumObservables = new LinkedHashSet<>();

  /** The same of transition states. */
  public final Set<String> transitionStateObservables = new LinkedHashSet<>();

  /** The same of unconnected points. */
  public final Set<String> unconnectedObservables = new LinkedHashSet<>();

  private long[] minimumNodes = new long[16];
  private double[] energies = new double[16];
  private long[] relationships = new long[16];
  private int[] higherEnds = new int[16];
  private int[] lowerEnds = new int[16];
  private long[] unconnectedNodes = new long[16];

  /** Tables without points of the landscape whose node has these properties. */
  public LandscapeTables(Map<String, Object> landscapeNode) {
    minimumObservables.addAll(
        PointProperties.texts(landscapeNode, LandscapeSchema.MINIMUM_OBSERVABLES));
    transitionStateObservables.addAll(
        PointProperties.texts(landscapeNode, LandscapeSchema.TRANSITION_STATE_OBSERVABLES));
    unconnectedObservables.addAll(
        PointProperties.texts(landscapeNode, LandscapeSchema.STATIONARY_POINT_OBSERVABLES));
  }

  /** Adds a minimum, which must be new, or gives the row it has a new node and energy. */
  public int addMinimum(long id, long node, double energy) {
    int row = minima.add(id);
    if (row >= minimumNodes.length) {
      minimumNodes = Arrays.copyOf(minimumNodes, row * 2);
      energies = Arrays.copyOf(energies, row * 2);
    }
    minimumNodes[row] = node;
    energies[row] = energy;
    return row;
  }

  /** Adds a transition state between two rows of minima. */
  public void addTransitionState(long id, long relationship, int higher, int lower) {
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

  /** Adds an unconnected point. */
  public void addUnconnected(long id, long node) {
    int row = unconnected.add(id);
    if (row >= unconnectedNodes.length) {
      unconnectedNodes = Arrays.copyOf(unconnectedNodes, row * 2);
    }
    unconnectedNodes[row] = node;
  }

  /** Internal id of the minimum's node. */
  public long minimumNode(int row) {
    return minimumNodes[row];
  }

  /** Energy of the minimum. */
  public double energy(int row) {
    return energies[row];
  }

  /** Changes the energy of the minimum. */
  public void setEnergy(int row, double energy) {
    energies[row] = energy;
  }

  /** Internal id of the transition state's relationship. */
  public long relationship(int row) {
    return relationships[row];
  }

  /** Row of the minimum at its upper end. */
  public int higherEnd(int row) {
    return higherEnds[row];
  }

  /** Row of the minimum at its lower end. */
  public int lowerEnd(int row) {
    return lowerEnds[row];
  }

  /** The transition state now points the other way, as that relationship. */
  public void turnRound(int row, long newRelationship) {
    int end = higherEnds[row];
    higherEnds[row] = lowerEnds[row];
    lowerEnds[row] = end;
    relationships[row] = newRelationship;
  }

  /** Internal id of the unconnected point's node. */
  public long unconnectedNode(int row) {
    return unconnectedNodes[row];
  }

  /** Whether an edge from row a to row b points downhill. */
  public boolean pointsDownhill(int a, int b) {
    return TransitionState.pointsDownhill(energies[a], minima.id(a), energies[b], minima.id(b));
  }

  /** Adds the names of the update's observables; whether there were new ones. */
  public boolean noteObservables(LandscapeUpdate update) {
    boolean news = false;
    for (Minimum m : update.minima()) {
      news |= minimumObservables.addAll(m.observables().names());
    }
    for (TransitionState t : update.transitionStates()) {
      news |= transitionStateObservables.addAll(t.observables().names());
    }
    for (UnconnectedStationaryPoint s : update.stationaryPoints()) {
      news |= unconnectedObservables.addAll(s.observables().names());
    }
    return news;
  }

  /** The names of the observables, as properties of the landscape's node. */
  public Map<String, String[]> observables() {
    return Map.of(
        LandscapeSchema.MINIMUM_OBSERVABLES,
        minimumObservables.toArray(new String[0]),
        LandscapeSchema.TRANSITION_STATE_OBSERVABLES,
        transitionStateObservables.toArray(new String[0]),
        LandscapeSchema.STATIONARY_POINT_OBSERVABLES,
        unconnectedObservables.toArray(new String[0]));
  }

  /** Why the update cannot be applied whole to what the tables hold; empty if it can. */
  public Optional<LandscapeStoreException> refusal(String name, LandscapeUpdate update) {
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
