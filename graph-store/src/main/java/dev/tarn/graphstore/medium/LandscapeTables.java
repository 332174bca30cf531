package dev.tarn.graphstore.medium;

import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the points of one landscape are in the database, and what of them decides how others are
 * written: our ids to Neo4j's, energies and ends. Held while a sink is open, so that writing never
 * looks anything up by property.
 */
public final class LandscapeTables {
  public final IdTable minima = new IdTable();
  public final IdTable transitionStates = new IdTable();
  public final IdTable unconnected = new IdTable();
  private long[] minimumNodes = new long[16];
  private double[] energies = new double[16];
  private long[] relationships = new long[16];
  private int[] higherEnds = new int[16];
  private int[] lowerEnds = new int[16];
  private long[] unconnectedNodes = new long[16];

  /** Names of observables in use, in the order in which they first appeared. */
  public final Set<String> minimumObservables = new LinkedHashSet<>();

  public final Set<String> transitionStateObservables = new LinkedHashSet<>();
  public final Set<String> unconnectedObservables = new LinkedHashSet<>();

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

  public void addUnconnected(long id, long node) {
    int row = unconnected.add(id);
    if (row >= unconnectedNodes.length) {
      unconnectedNodes = Arrays.copyOf(unconnectedNodes, row * 2);
    }
    unconnectedNodes[row] = node;
  }

  public long minimumNode(int row) {
    return minimumNodes[row];
  }

  public double energy(int row) {
    return energies[row];
  }

  public void setEnergy(int row, double energy) {
    energies[row] = energy;
  }

  public long relationship(int row) {
    return relationships[row];
  }

  public int higherEnd(int row) {
    return higherEnds[row];
  }

  public int lowerEnd(int row) {
    return lowerEnds[row];
  }

  public void turnRound(int row, long newRelationship) {
    int end = higherEnds[row];
    higherEnds[row] = lowerEnds[row];
    lowerEnds[row] = end;
    relationships[row] = newRelationship;
  }

  public long unconnectedNode(int row) {
    return unconnectedNodes[row];
  }

  /** Whether an edge from row a to row b points downhill. */
  public boolean pointsDownhill(int a, int b) {
    return TransitionState.pointsDownhill(energies[a], minima.id(a), energies[b], minima.id(b));
  }

  /** Adds the names of the observables; returns whether there were new ones. */
  public static boolean note(Set<String> known, Observables observables) {
    return known.addAll(observables.names());
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
