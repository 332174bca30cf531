package dev.tarn.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * An immutable snapshot of a landscape as a graph: minima are nodes 0 … n-1 in the order of their
 * ids, transition states are edges 0 … m-1 in the order of theirs.
 *
 * <p>It is a multigraph: parallel edges and loops (degenerate rearrangements) are kept. Algorithms
 * that want a simple graph take {@link #simpleAdjacency()}. Arrays behind the accessors are never
 * handed out; {@link Adjacency} gives read-only views by index.
 *
 * <p>Memory: 36 bytes a node and 44 an edge, plus 8 and 16 for the adjacency.
 */
public final class Network {
  private final String name;
  private final int vibrationalModes;
  private final long[] minimumIds;
  private final double[] energies;
  private final double[] logDets;
  private final int[] orders;
  private final long[] hits;
  private final long[] edgeIds;
  private final int[] higherEnds;
  private final int[] lowerEnds;
  private final double[] edgeEnergies;
  private final double[] edgeLogDets;
  private final int[] edgeOrders;
  private final long[] edgeHits;
  private final Adjacency adjacency;

  private Network(Builder b) {
    name = b.name;
    vibrationalModes = b.vibrationalModes;
    minimumIds = Arrays.copyOf(b.minimumIds, b.nodes);
    energies = Arrays.copyOf(b.energies, b.nodes);
    logDets = Arrays.copyOf(b.logDets, b.nodes);
    orders = Arrays.copyOf(b.orders, b.nodes);
    hits = Arrays.copyOf(b.hits, b.nodes);
    edgeIds = Arrays.copyOf(b.edgeIds, b.edges);
    higherEnds = Arrays.copyOf(b.higherEnds, b.edges);
    lowerEnds = Arrays.copyOf(b.lowerEnds, b.edges);
    edgeEnergies = Arrays.copyOf(b.edgeEnergies, b.edges);
    edgeLogDets = Arrays.copyOf(b.edgeLogDets, b.edges);
    edgeOrders = Arrays.copyOf(b.edgeOrders, b.edges);
    edgeHits = Arrays.copyOf(b.edgeHits, b.edges);
    adjacency = Adjacency.ofEdges(b.nodes, higherEnds, lowerEnds);
  }

  /** Starts a network of the given landscape. */
  public static Builder builder(Landscape landscape) {
    return new Builder(landscape.name(), landscape.vibrationalModes());
  }

  /** Starts a network that has no landscape behind it; {@code vibrationalModes} is kappa. */
  public static Builder builder(String name, int vibrationalModes) {
    return new Builder(name, vibrationalModes);
  }

  /** A network of these points, in any order. */
  public static Network of(
      String name, int vibrationalModes, List<Minimum> minima, List<TransitionState> edges) {
    Builder builder = new Builder(name, vibrationalModes);
    minima.stream()
        .sorted((a, b) -> Long.compare(a.id(), b.id()))
        .forEach(
            m ->
                builder.addMinimum(
                    m.id(), m.energy(), m.logDetHessian(), m.symmetryOrder(), m.hits()));
    edges.stream()
        .sorted((a, b) -> Long.compare(a.id(), b.id()))
        .forEach(
            t ->
                builder.addTransitionState(
                    t.id(),
                    t.higherMinimum(),
                    t.lowerMinimum(),
                    t.energy(),
                    t.logDetHessian(),
                    t.symmetryOrder(),
                    t.hits()));
    return builder.build();
  }

  /** Name of the landscape. */
  public String name() {
    return name;
  }

  /** Number of non-zero Hessian eigenvalues of a generic minimum (kappa); 0 if unknown. */
  public int vibrationalModes() {
    return vibrationalModes;
  }

  /** Number of minima. */
  public int nodeCount() {
    return minimumIds.length;
  }

  /** Number of transition states, parallel and degenerate ones included. */
  public int edgeCount() {
    return edgeIds.length;
  }

  /** Id of the minimum at node {@code node}. */
  public long minimumId(int node) {
    return minimumIds[node];
  }

  /** Node of the minimum with that id, or -1; O(log n). */
  public int nodeOf(long minimumId) {
    int at = Arrays.binarySearch(minimumIds, minimumId);
    return at < 0 ? -1 : at;
  }

  /**
   * Nodes of a set of minima, ascending, each once.
   *
   * @param ids ids of minima, at least one
   * @param set what the set is called in messages
   * @throws IllegalArgumentException if there is no id, or one without a minimum
   */
  public int[] nodesOf(long[] ids, String set) {
    if (ids.length == 0) {
      throw new IllegalArgumentException(
          "expected at least one minimum in the set \"" + set + "\", found none");
    }
    int[] nodes = new int[ids.length];
    for (int k = 0; k < ids.length; k++) {
      nodes[k] = nodeOf(ids[k]);
      if (nodes[k] < 0) {
        throw new IllegalArgumentException(
            "minimum "
                + ids[k]
                + " of the set \""
                + set
                + "\" does not exist in landscape "
                + name);
      }
    }
    return Arrays.stream(nodes).sorted().distinct().toArray();
  }

  /** Energy of the minimum. */
  public double energy(int node) {
    return energies[node];
  }

  /** Log determinant of the minimum's Hessian; see {@link StationaryPoint#logDetHessian()}. */
  public double logDetHessian(int node) {
    return logDets[node];
  }

  /** Point group order of the minimum. */
  public int symmetryOrder(int node) {
    return orders[node];
  }

  /** How often the minimum was found; 0 if it was imported. */
  public long hits(int node) {
    return hits[node];
  }

  /** Id of the transition state at edge {@code edge}. */
  public long transitionStateId(int edge) {
    return edgeIds[edge];
  }

  /** Edge of the transition state with that id, or -1; O(log m). */
  public int edgeOf(long transitionStateId) {
    int at = Arrays.binarySearch(edgeIds, transitionStateId);
    return at < 0 ? -1 : at;
  }

  /** Node at the upper end of the edge. */
  public int higherEnd(int edge) {
    return higherEnds[edge];
  }

  /** Node at the lower end of the edge. */
  public int lowerEnd(int edge) {
    return lowerEnds[edge];
  }

  /** Whether the edge is a degenerate rearrangement. */
  public boolean isLoop(int edge) {
    return higherEnds[edge] == lowerEnds[edge];
  }

  /** Energy of the transition state. */
  public double transitionStateEnergy(int edge) {
    return edgeEnergies[edge];
  }

  /** Log determinant of the transition state's Hessian, its negative eigenvalue left out. */
  public double transitionStateLogDetHessian(int edge) {
    return edgeLogDets[edge];
  }

  /** Point group order of the transition state. */
  public int transitionStateSymmetryOrder(int edge) {
    return edgeOrders[edge];
  }

  /** How often the transition state was found; 0 if it was imported. */
  public long transitionStateHits(int edge) {
    return edgeHits[edge];
  }

  /** How much of the minima that there are is known, by the hits; O(n). */
  public Coverage minimaCoverage() {
    return Coverage.ofHits(hits, hits.length);
  }

  /** How much of the transition states that there are is known, by the hits; O(m). */
  public Coverage transitionStateCoverage() {
    return Coverage.ofHits(edgeHits, edgeHits.length);
  }

  /** Neighbours with parallel edges and loops; a loop stands once in its node's row. */
  public Adjacency adjacency() {
    return adjacency;
  }

  /**
   * Neighbours with parallel edges counted once and loops left out; of parallel edges the one with
   * the lowest transition state stands in. O(m log m), computed at each call.
   */
  public Adjacency simpleAdjacency() {
    return adjacency.simplified(edgeEnergies);
  }

  /** Node of the lowest minimum, the first of equally low ones; -1 in an empty network. */
  public int globalMinimum() {
    int lowest = -1;
    for (int i = 0; i < energies.length; i++) {
      if (lowest < 0 || energies[i] < energies[lowest]) {
        lowest = i;
      }
    }
    return lowest;
  }

  /**
   * The part of this network that the predicates leave: minima without the others' transition
   * states. Ids, name and vibrational modes stay as they are. O(n + m).
   *
   * @param minima which nodes stay
   * @param transitionStates which edges stay, of those between nodes that stay
   */
  public Network projection(IntPredicate minima, IntPredicate transitionStates) {
    Builder part = new Builder(name, vibrationalModes);
    boolean[] stays = new boolean[nodeCount()];
    for (int node = 0; node < stays.length; node++) {
      stays[node] = minima.test(node);
      if (stays[node]) {
        part.addMinimum(minimumIds[node], energies[node], logDets[node], orders[node]);
      }
    }
    for (int edge = 0; edge < edgeIds.length; edge++) {
      if (stays[higherEnds[edge]] && stays[lowerEnds[edge]] && transitionStates.test(edge)) {
        part.addTransitionState(
            edgeIds[edge],
            minimumIds[higherEnds[edge]],
            minimumIds[lowerEnds[edge]],
            edgeEnergies[edge],
            edgeLogDets[edge],
            edgeOrders[edge]);
      }
    }
    return part.build();
  }

  /** Collects a network's points; minima and transition states by ascending id, minima first. */
  public static final class Builder {
    private final String name;
    private final int vibrationalModes;
    private long[] minimumIds = new long[64];
    private double[] energies = new double[64];
    private double[] logDets = new double[64];
    private int[] orders = new int[64];
    private long[] hits = new long[64];
    private int nodes;
    private long[] edgeIds = new long[64];
    private int[] higherEnds = new int[64];
    private int[] lowerEnds = new int[64];
    private double[] edgeEnergies = new double[64];
    private double[] edgeLogDets = new double[64];
    private int[] edgeOrders = new int[64];
    private long[] edgeHits = new long[64];
    private int edges;

    private Builder(String name, int vibrationalModes) {
      this.name = name;
      this.vibrationalModes = vibrationalModes;
    }

    /** Adds a node that was never hit; ids must ascend. */
    public Builder addMinimum(long id, double energy, double logDetHessian, int symmetryOrder) {
      return addMinimum(id, energy, logDetHessian, symmetryOrder, 0);
    }

    /** Adds a node; ids must ascend. */
    public Builder addMinimum(
        long id, double energy, double logDetHessian, int symmetryOrder, long hitCount) {
      if (nodes > 0 && id <= minimumIds[nodes - 1]) {
        throw new IllegalArgumentException(
            "expected ascending ids of minima, found " + id + " after " + minimumIds[nodes - 1]);
      }
      if (nodes == minimumIds.length) {
        int size = nodes * 2;
        minimumIds = Arrays.copyOf(minimumIds, size);
        energies = Arrays.copyOf(energies, size);
        logDets = Arrays.copyOf(logDets, size);
        orders = Arrays.copyOf(orders, size);
        hits = Arrays.copyOf(hits, size);
      }
      minimumIds[nodes] = id;
      energies[nodes] = energy;
      logDets[nodes] = logDetHessian;
      orders[nodes] = symmetryOrder;
      hits[nodes] = hitCount;
      nodes++;
      return this;
    }

    /** Adds an edge that was never hit; see the longer form. */
    public Builder addTransitionState(
        long id,
        long minimum,
        long otherMinimum,
        double energy,
        double logDetHessian,
        int symmetryOrder) {
      return addTransitionState(id, minimum, otherMinimum, energy, logDetHessian, symmetryOrder, 0);
    }

    /** Adds an edge between two minima, given by their ids in either order; ids must ascend. */
    public Builder addTransitionState(
        long id,
        long minimum,
        long otherMinimum,
        double energy,
        double logDetHessian,
        int symmetryOrder,
        long hitCount) {
      if (edges > 0 && id <= edgeIds[edges - 1]) {
        throw new IllegalArgumentException(
            "expected ascending ids of transition states, found "
                + id
                + " after "
                + edgeIds[edges - 1]);
      }
      if (edges == edgeIds.length) {
        int size = edges * 2;
        edgeIds = Arrays.copyOf(edgeIds, size);
        higherEnds = Arrays.copyOf(higherEnds, size);
        lowerEnds = Arrays.copyOf(lowerEnds, size);
        edgeEnergies = Arrays.copyOf(edgeEnergies, size);
        edgeLogDets = Arrays.copyOf(edgeLogDets, size);
        edgeOrders = Arrays.copyOf(edgeOrders, size);
        edgeHits = Arrays.copyOf(edgeHits, size);
      }
      int a = node(id, minimum);
      int b = node(id, otherMinimum);
      boolean aIsHigher =
          TransitionState.pointsDownhill(energies[a], minimum, energies[b], otherMinimum);
      edgeIds[edges] = id;
      higherEnds[edges] = aIsHigher ? a : b;
      lowerEnds[edges] = aIsHigher ? b : a;
      edgeEnergies[edges] = energy;
      edgeLogDets[edges] = logDetHessian;
      edgeOrders[edges] = symmetryOrder;
      edgeHits[edges] = hitCount;
      edges++;
      return this;
    }

    private int node(long transitionState, long minimum) {
      int at = Arrays.binarySearch(minimumIds, 0, nodes, minimum);
      if (at < 0) {
        throw new IllegalArgumentException(
            "transition state "
                + transitionState
                + " ends at minimum "
                + minimum
                + ", which does not exist");
      }
      return at;
    }

    /** The network; the builder may be used on. */
    public Network build() {
      return new Network(this);
    }
  }
}
