package dev.tarn.analytics.tree;

import dev.tarn.analytics.network.Components;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The exact disconnectivity graph of a network: which superbasins merge at which transition state.
 *
 * <p>Transition states are taken by ascending energy (of equal ones the first) and joined by
 * union-find (Kruskal 1956), so the k-th merge is the k-th edge of the minimum spanning forest.
 * Degenerate rearrangements never merge anything. A transition state that lies below one of its
 * minima, as sloppy data have it, counts as high as that minimum: a path's highest point includes
 * its ends.
 *
 * <p>Union by size without path compression keeps every tree at most log2(n) deep; the highest
 * point of the lowest path between two minima is then read off on the way from both to their
 * meeting point.
 *
 * <p>Cost: O(m log m) to build, O(log n) a question.
 */
public final class DisconnectivityGraph {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Network network;
  private final Components components;
  private final int globalMinimum;

  /** Node above in the union-find tree; itself at a root. */
  private final int[] parent;

  /** Merge in which a node went under its parent. */
  private final int[] mergedIn;

  private final int merges;
  private final double[] mergeEnergies;
  private final int[] mergeEdges;

  private DisconnectivityGraph(Network network) {
    this.network = network;
    components = Components.of(network);
    globalMinimum = network.globalMinimum();
    int n = network.nodeCount();
    parent = IntStream.range(0, n).toArray();
    mergedIn = new int[n];
    Arrays.fill(mergedIn, NEVER);
    merges = n - components.count();
    mergeEnergies = new double[merges];
    mergeEdges = new int[merges];
    join();
  }

  /** The disconnectivity graph of the network; an empty one is allowed. */
  public static DisconnectivityGraph of(Network network) {
    return new DisconnectivityGraph(network);
  }

  private void join() {
    int[] size = new int[parent.length];
    Arrays.fill(size, 1);
    int done = 0;
    for (int edge : edgesByHeight()) {
      if (done == merges) {
        return;
      }
      int a = root(network.higherEnd(edge));
      int b = root(network.lowerEnd(edge));
      if (a == b) {
        continue;
      }
      int below = size[a] < size[b] || (size[a] == size[b] && a > b) ? a : b;
      int above = below == a ? b : a;
      parent[below] = above;
      size[above] += size[below];
      mergedIn[below] = done;
      mergeEnergies[done] = height(edge);
      mergeEdges[done++] = edge;
    }
  }

  private int[] edgesByHeight() {
    int m = network.edgeCount();
    double[] heights = new double[m];
    int[] edges = new int[m];
    int count = 0;
    for (int e = 0; e < m; e++) {
      if (!network.isLoop(e)) {
        heights[count] = height(e);
        edges[count++] = e;
      }
    }
    return SortedOrder.of(heights, edges, count);
  }

  private double height(int edge) {
    return Math.max(network.transitionStateEnergy(edge), network.energy(network.higherEnd(edge)));
  }

  private int root(int node) {
    int at = node;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** The network it was made of. */
  public Network network() {
    return network;
  }

  /** Its connected components. */
  public Components components() {
    return components;
  }

  /** Number of merges: nodes less components. */
  public int mergeCount() {
    return merges;
  }

  /** Energy of the merge; merges ascend in energy. */
  public double mergeEnergy(int merge) {
    return mergeEnergies[merge];
  }

  /**
   * Edge of the network that joins two superbasins in the merge: an edge of the spanning forest.
   */
  public int mergeEdge(int merge) {
    return mergeEdges[merge];
  }

  /**
   * The highest point of the lowest path between two minima: the least energy at which both are in
   * one superbasin. O(log n).
   *
   * @return the energy of one minimum if both are the same, positive infinity if no path joins them
   */
  public double lowestPathMaximum(int node, int otherNode) {
    int merge = meeting(node, otherNode);
    if (merge < 0) {
      return network.energy(node);
    }
    return merge == NEVER ? Double.POSITIVE_INFINITY : mergeEnergies[merge];
  }

  /**
   * The highest transition state on the lowest path between two different minima, as an edge of the
   * network; -1 if they are the same or no path joins them. O(log n).
   */
  public int lowestPathTransitionState(int node, int otherNode) {
    int merge = meeting(node, otherNode);
    return merge < 0 || merge == NEVER ? -1 : mergeEdges[merge];
  }

  /** The merge that first has both in one superbasin; -1 if they are one node, or NEVER. */
  private int meeting(int node, int otherNode) {
    int a = node;
    int b = otherNode;
    int last = -1;
    while (a != b) {
      if (mergedIn[a] > mergedIn[b]) {
        int swap = a;
        a = b;
        b = swap;
      }
      if (mergedIn[a] == NEVER) {
        return NEVER;
      }
      last = mergedIn[a];
      a = parent[a];
    }
    return last;
  }

  /**
   * E+ of the minimum: the highest point of the lowest path from it to the global minimum.
   *
   * @return its own energy for the global minimum, positive infinity for a minimum that is not
   *     connected with it
   */
  public double lowestPathMaximum(int node) {
    return lowestPathMaximum(node, globalMinimum);
  }

  /** E+ of every minimum, by node; see {@link #lowestPathMaximum(int)}. O(n log n). */
  public double[] lowestPathMaxima() {
    double[] maxima = new double[network.nodeCount()];
    Arrays.setAll(maxima, this::lowestPathMaximum);
    return maxima;
  }

  /**
   * Its superbasins at evenly spaced levels, of all minima, with the customary number of levels.
   */
  public SuperbasinTree superbasins() {
    return superbasins(Levels.DEFAULT, new LeafSelection.All());
  }

  /** Its superbasins at evenly spaced levels, as far as they hold selected minima. */
  public SuperbasinTree superbasins(Levels levels, LeafSelection selection) {
    return SuperbasinTree.of(this, levels, selection);
  }
}
