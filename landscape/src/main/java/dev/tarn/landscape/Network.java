package dev.tarn.landscape;

import java.util.Arrays;
import java.util.Comparator;
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
  private final PointColumns nodes;
  private final PointColumns edges;
  private final int[] higherEnds;
  private final int[] lowerEnds;
  private final Adjacency adjacency;

  private Network(Builder b) {
    name = b.name;
    vibrationalModes = b.vibrationalModes;
    nodes = new PointColumns(b.nodes);
    edges = new PointColumns(b.edges);
    higherEnds = Arrays.copyOf(b.higherEnds, edges.size);
    lowerEnds = Arrays.copyOf(b.lowerEnds, edges.size);
    adjacency = Adjacency.ofEdges(nodes.size, higherEnds, lowerEnds);
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
    minima.stream().sorted(Comparator.comparingLong(Minimum::id)).forEach(builder::addMinimum);
    edges.stream()
        .sorted(Comparator.comparingLong(TransitionState::id))
        .forEach(builder::addTransitionState);
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
    return nodes.size;
  }

  /** Number of transition states, parallel and degenerate ones included. */
  public int edgeCount() {
    return edges.size;
  }

  /** Id of the minimum at node {@code node}. */
  public long minimumId(int node) {
    return nodes.ids[node];
  }

  /** Node of the minimum with that id, or -1; O(log n). */
  public int nodeOf(long minimumId) {
    return nodes.row(minimumId);
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
    return nodes.energies[node];
  }

  /** Log determinant of the minimum's Hessian; see {@link StationaryPoint#logDetHessian()}. */
  public double logDetHessian(int node) {
    return nodes.logDets[node];
  }

  /** Point group order of the minimum. */
  public int symmetryOrder(int node) {
    return nodes.orders[node];
  }

  /** How often the minimum was found; 0 if it was imported. */
  public long hits(int node) {
    return nodes.hits[node];
  }

  /** Id of the transition state at edge {@code edge}. */
  public long transitionStateId(int edge) {
    return edges.ids[edge];
  }

  /** Edge of the transition state with that id, or -1; O(log m). */
  public int edgeOf(long transitionStateId) {
    return edges.row(transitionStateId);
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
    return edges.energies[edge];
  }

  /** Log determinant of the transition state's Hessian, its negative eigenvalue left out. */
  public double transitionStateLogDetHessian(int edge) {
    return edges.logDets[edge];
  }

  /** Point group order of the transition state. */
  public int transitionStateSymmetryOrder(int edge) {
    return edges.orders[edge];
  }

  /** How often the transition state was found; 0 if it was imported. */
  public long transitionStateHits(int edge) {
    return edges.hits[edge];
  }

  /** How much of the minima that there are is known, by the hits; O(n). */
  public Coverage minimaCoverage() {
    return Coverage.ofHits(nodes.hits, nodes.size);
  }

  /** How much of the transition states that there are is known, by the hits; O(m). */
  public Coverage transitionStateCoverage() {
    return Coverage.ofHits(edges.hits, edges.size);
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
    return adjacency.simplified(edges.energies);
  }

  /** Node of the lowest minimum, the first of equally low ones; -1 in an empty network. */
  public int globalMinimum() {
    int lowest = -1;
    for (int i = 0; i < nodes.size; i++) {
      if (lowest < 0 || nodes.energies[i] < nodes.energies[lowest]) {
        lowest = i;
      }
    }
    return lowest;
  }

  /**
   * The part of this network that the predicates leave: minima without the others' transition
   * states. Every column, name and vibrational modes stay as they are. O(n + m log n).
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
        part.addMinimum(this, node);
      }
    }
    for (int edge = 0; edge < edges.size; edge++) {
      int higher = higherEnds[edge];
      int lower = lowerEnds[edge];
      if (stays[higher] && stays[lower] && transitionStates.test(edge)) {
        part.addTransitionState(this, edge, nodes.ids[higher], nodes.ids[lower]);
      }
    }
    return part.build();
  }

  /** Collects a network's points; minima and transition states by ascending id, minima first. */
  public static final class Builder {
    private final String name;
    private final int vibrationalModes;
    private final PointColumns nodes = new PointColumns("minima");
    private final PointColumns edges = new PointColumns("transition states");
    private int[] higherEnds = new int[64];
    private int[] lowerEnds = new int[64];

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
      nodes.add(id, energy, logDetHessian, symmetryOrder, hitCount);
      return this;
    }

    /** Adds a node; ids must ascend. */
    public Builder addMinimum(Minimum minimum) {
      nodes.add(minimum);
      return this;
    }

    /** Adds a node with all that another network knows of it; ids must ascend. */
    public Builder addMinimum(Network from, int node) {
      nodes.addRow(from.nodes, node);
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
      join(id, minimum, otherMinimum);
      edges.add(id, energy, logDetHessian, symmetryOrder, hitCount);
      return this;
    }

    /** Adds an edge; ids must ascend. */
    public Builder addTransitionState(TransitionState transitionState) {
      join(transitionState.id(), transitionState.higherMinimum(), transitionState.lowerMinimum());
      edges.add(transitionState);
      return this;
    }

    /**
     * Adds an edge with all that another network knows of it, between two minima of this one, given
     * by their ids in either order; ids must ascend.
     */
    public Builder addTransitionState(Network from, int edge, long minimum, long otherMinimum) {
      join(from.edges.ids[edge], minimum, otherMinimum);
      edges.addRow(from.edges, edge);
      return this;
    }

    /** Sets the ends of the edge that is added next. */
    private void join(long id, long minimum, long otherMinimum) {
      int edge = edges.size;
      if (edge == higherEnds.length) {
        higherEnds = Arrays.copyOf(higherEnds, edge * 2);
        lowerEnds = Arrays.copyOf(lowerEnds, edge * 2);
      }
      int a = node(id, minimum);
      int b = node(id, otherMinimum);
      boolean aIsHigher =
          TransitionState.pointsDownhill(
              nodes.energies[a], minimum, nodes.energies[b], otherMinimum);
      higherEnds[edge] = aIsHigher ? a : b;
      lowerEnds[edge] = aIsHigher ? b : a;
    }

    private int node(long transitionState, long minimum) {
      int at = nodes.row(minimum);
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
