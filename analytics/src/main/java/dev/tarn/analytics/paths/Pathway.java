package dev.tarn.analytics.paths;

import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * A path from one minimum to another, through each minimum at most once.
 *
 * @param kind what it is best in
 * @param rank 1 for the best path of its kind, 2 for the next
 * @param minima ids of the minima in order, both ends included
 * @param transitionStates ids of the transition states in order, one fewer than minima
 * @param minimumEnergies energies of the minima
 * @param transitionStateEnergies energies of the transition states
 * @param highest energy of its highest point, its ends included
 * @param cost number of steps; the highest energy; or the sum of -ln of the branching
 *     probabilities, according to {@code kind}
 */
public record Pathway(
    PathKind kind,
    int rank,
    List<Long> minima,
    List<Long> transitionStates,
    List<Double> minimumEnergies,
    List<Double> transitionStateEnergies,
    double highest,
    double cost) {

  public Pathway {
    minima = List.copyOf(minima);
    transitionStates = List.copyOf(transitionStates);
    minimumEnergies = List.copyOf(minimumEnergies);
    transitionStateEnergies = List.copyOf(transitionStateEnergies);
    if (minima.isEmpty()
        || minima.size() != transitionStates.size() + 1
        || minima.size() != minimumEnergies.size()
        || transitionStates.size() != transitionStateEnergies.size()) {
      throw new IllegalArgumentException(
          "expected one transition state between each two minima, found "
              + minima.size()
              + " minima and "
              + transitionStates.size()
              + " transition states");
    }
  }

  static Pathway of(
      Network network, PathKind kind, int rank, int[] nodes, int[] edges, double cost) {
    List<Long> minima = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    for (int node : nodes) {
      minima.add(network.minimumId(node));
      energies.add(network.energy(node));
    }
    List<Long> transitionStates = new ArrayList<>();
    List<Double> barriers = new ArrayList<>();
    for (int edge : edges) {
      transitionStates.add(network.transitionStateId(edge));
      barriers.add(network.transitionStateEnergy(edge));
    }
    double highest = Math.max(max(energies), max(barriers));
    return new Pathway(kind, rank, minima, transitionStates, energies, barriers, highest, cost);
  }

  private static double max(List<Double> energies) {
    return energies.stream()
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** How many transition states it passes. */
  public int steps() {
    return transitionStates.size();
  }

  /** Highest point above the first minimum. */
  public double barrier() {
    return highest - minimumEnergies.get(0);
  }
}
