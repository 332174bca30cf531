package dev.tarn.analytics.tree;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Superbasins at evenly spaced energies.
 *
 * <p>Level 1 lies at {@link #top()}, level l at {@code top - (l - 1) spacing}; the spacing is a
 * {@code levels}-th of the distance from the lowest minimum to the top, so the lowest minimum lies
 * one spacing below the last level. A minimum takes part in the levels at or above its energy.
 *
 * <p>Nodes are numbered 0 … {@code nodeCount() - 1}, level 1 first; within a level by ascending
 * energy of their lowest minimum. Components that never join are separate nodes at level 1.
 *
 * <p>Minima are given as nodes of the network.
 */
public final class SuperbasinTree {
  /** Merges more than this many times as high as the median one are outliers. */
  private static final double OUTLIER = 4;

  /** Of all merges at most this part can be outliers, or one. */
  private static final double MOST_OUTLIERS = 0.05;

  private final Network network;
  private final BitSet leaves;
  private final double top;
  private final double spacing;
  private final int levels;

  /** First node of each level, index 0 is level 1; one entry more than levels. */
  private final int[] firstNode;

  private final int[] parent;
  private final int[] size;
  private final int[] lowest;

  /** Deepest node in which each selected minimum stands; -1 above the top or if not selected. */
  private final int[] deepestNode;

  private final Hidden hidden;

  /**
   * What lies above the top level.
   *
   * @param merges merges of selected superbasins above it
   * @param highestMerge energy of the highest of them, NaN if there is none
   * @param minima selected minima above it
   */
  public record Hidden(int merges, double highestMerge, int minima) {}

  private SuperbasinTree(
      DisconnectivityGraph graph, BitSet leaves, double top, double spacing, int levels) {
    this.network = graph.network();
    this.leaves = leaves;
    this.top = top;
    this.spacing = spacing;
    this.levels = levels;
    int n = network.nodeCount();
    deepestNode = new int[n];
    Arrays.fill(deepestNode, -1);
    int[][] labels = labelsByLevel(graph);
    firstNode = new int[levels + 1];
    int total = 0;
    for (int level = 1; level <= levels; level++) {
      firstNode[level - 1] = total;
      total += 1 + Arrays.stream(labels[level - 1]).max().orElse(-1);
    }
    firstNode[levels] = total;
    parent = new int[total];
    size = new int[total];
    lowest = new int[total];
    fillNodes(labels);
    hidden = hidden(graph);
  }

  static SuperbasinTree of(DisconnectivityGraph graph, Levels levels, LeafSelection selection) {
    BitSet leaves = selection.nodes(graph);
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException(
          "expected at least one minimum to draw, found none in " + graph.network().name());
    }
    double bottom = Double.POSITIVE_INFINITY;
    for (int v = leaves.nextSetBit(0); v >= 0; v = leaves.nextSetBit(v + 1)) {
      bottom = Math.min(bottom, graph.network().energy(v));
    }
    OptionalDouble chosen = levels.top();
    if (chosen.isPresent() && !(chosen.getAsDouble() > bottom)) {
      throw new IllegalArgumentException(
          "expected a top above the lowest minimum at "
              + bottom
              + ", found "
              + chosen.getAsDouble());
    }
    double top = chosen.orElseGet(() -> sensibleTop(graph, leaves));
    return new SuperbasinTree(graph, leaves, top, (top - bottom) / levels.count(), levels.count());
  }

  /** The highest merge or minimum, unless that would squash everything else. */
  private static double sensibleTop(DisconnectivityGraph graph, BitSet leaves) {
    Network network = graph.network();
    double bottom = Double.POSITIVE_INFINITY;
    double[] energies = new double[leaves.cardinality()];
    int k = 0;
    for (int v = leaves.nextSetBit(0); v >= 0; v = leaves.nextSetBit(v + 1)) {
      energies[k++] = network.energy(v);
      bottom = Math.min(bottom, network.energy(v));
    }
    double highestMinimum = highestWithoutOutliers(energies, bottom);
    double[] joins = relevantMerges(graph, leaves);
    double highestJoin =
        joins.length == 0 ? Double.NEGATIVE_INFINITY : highestWithoutOutliers(joins, bottom);
    if (highestJoin > highestMinimum) {
      return highestJoin;
    }
    // A minimum that joins nothing stands highest: leave room above it for its line to be seen.
    double range = highestMinimum - bottom;
    return highestMinimum + (range > 0 ? 0.1 * range : Math.max(1, 0.1 * Math.abs(bottom)));
  }

  private static double highestWithoutOutliers(double[] energies, double bottom) {
    double[] sorted = energies.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double median = sorted[sorted.length / 2] - bottom;
    int mayGo =
        sorted.length < 3 || median <= 0 ? 0 : (int) Math.max(1, MOST_OUTLIERS * sorted.length);
    int keep = last;
    while (keep > last - mayGo && sorted[keep] - bottom > OUTLIER * median) {
      keep--;
    }
    return sorted[keep] - bottom > OUTLIER * median ? sorted[last] : sorted[keep];
  }

  /** Energies of the merges that join selected minima with each other, ascending. */
  private static double[] relevantMerges(DisconnectivityGraph graph, BitSet leaves) {
    Network network = graph.network();
    int[] root = IntStream.range(0, network.nodeCount()).toArray();
    boolean[] holds = new boolean[root.length];
    for (int v = leaves.nextSetBit(0); v >= 0; v = leaves.nextSetBit(v + 1)) {
      holds[v] = true;
    }
    double[] energies = new double[graph.mergeCount()];
    int count = 0;
    for (int k = 0; k < graph.mergeCount(); k++) {
      int a = find(root, network.higherEnd(graph.mergeEdge(k)));
      int b = find(root, network.lowerEnd(graph.mergeEdge(k)));
      if (holds[a] && holds[b]) {
        energies[count++] = graph.mergeEnergy(k);
      }
      holds[b] |= holds[a];
      root[a] = b;
    }
    return Arrays.copyOf(energies, count);
  }

  private static int find(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** For each level the number of its superbasin for each minimum, -1 where it takes no part. */
  private int[][] labelsByLevel(DisconnectivityGraph graph) {
    int n = network.nodeCount();
    int[] root = IntStream.range(0, n).toArray();
    int[][] labels = new int[levels][];
    int[] byEnergy =
        leaves.stream()
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(network::energy).thenComparingInt(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    int merged = 0;
    int[] number = new int[n];
    for (int level = levels; level >= 1; level--) {
      double energy = levelEnergy(level);
      while (merged < graph.mergeCount() && graph.mergeEnergy(merged) <= energy) {
        int edge = graph.mergeEdge(merged++);
        root[find(root, network.higherEnd(edge))] = find(root, network.lowerEnd(edge));
      }
      int[] label = new int[n];
      Arrays.fill(label, -1);
      Arrays.fill(number, -1);
      int count = 0;
      for (int v : byEnergy) {
        if (network.energy(v) > energy) {
          break;
        }
        int r = find(root, v);
        if (number[r] < 0) {
          number[r] = count++;
        }
        label[v] = number[r];
      }
      labels[level - 1] = label;
    }
    return labels;
  }

  private void fillNodes(int[][] labels) {
    Arrays.fill(lowest, -1);
    for (int level = 1; level <= levels; level++) {
      int first = firstNode[level - 1];
      int[] label = labels[level - 1];
      for (int v = 0; v < label.length; v++) {
        if (label[v] < 0) {
          continue;
        }
        int node = first + label[v];
        size[node]++;
        if (lowest[node] < 0 || network.energy(v) < network.energy(lowest[node])) {
          lowest[node] = v;
        }
        parent[node] = level == 1 ? -1 : firstNode[level - 2] + labels[level - 2][v];
        deepestNode[v] = node;
      }
    }
  }

  private Hidden hidden(DisconnectivityGraph graph) {
    int merges = 0;
    double highest = Double.NaN;
    for (double energy : relevantMerges(graph, leaves)) {
      if (energy > levelEnergy(1)) {
        merges++;
        highest = energy;
      }
    }
    int minima = (int) leaves.stream().filter(v -> network.energy(v) > levelEnergy(1)).count();
    return new Hidden(merges, highest, minima);
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** Number of levels. */
  public int levels() {
    return levels;
  }

  /** Energy of level 1. */
  public double top() {
    return top;
  }

  /** Distance of two levels in energy. */
  public double spacing() {
    return spacing;
  }

  /** Energy of the level, 1 at the top. */
  public double levelEnergy(int level) {
    return level == 1 ? top : top - (level - 1) * spacing;
  }

  /** Number of leaves: selected minima at or below the top. */
  public int leafCount() {
    return leaves.cardinality() - hidden.minima;
  }

  /** Number of superbasins over all levels. */
  public int nodeCount() {
    return parent.length;
  }

  /** Level of the superbasin. */
  public int level(int node) {
    // Every level has a node: the lowest minimum takes part in all of them.
    int at = Arrays.binarySearch(firstNode, node);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** First superbasin of the level; that of level {@code levels() + 1} is {@code nodeCount()}. */
  public int firstNode(int level) {
    return firstNode[level - 1];
  }

  /** Name of the superbasin: its level and its number in it from 1, as in {@code 3_2}. */
  public String name(int node) {
    int level = level(node);
    return level + "_" + (node - firstNode[level - 1] + 1);
  }

  /** The superbasin one level up that holds this one; -1 at level 1. */
  public int parent(int node) {
    return parent[node];
  }

  /** Number of minima in the superbasin. */
  public int size(int node) {
    return size[node];
  }

  /** The superbasin's lowest minimum. */
  public int lowestMinimum(int node) {
    return lowest[node];
  }

  /** The superbasin at the lowest level in which the minimum stands; -1 if it is no leaf. */
  public int deepestNode(int minimum) {
    return deepestNode[minimum];
  }

  /** The superbasin at that level in which the minimum stands; -1 if it takes no part. */
  public int nodeAt(int level, int minimum) {
    int node = deepestNode[minimum];
    while (node >= firstNode[level]) {
      node = parent[node];
    }
    return node >= firstNode[level - 1] ? node : -1;
  }

  /** What lies above the top level and therefore shows in no superbasin. */
  public Hidden hidden() {
    return hidden;
  }

  /** The superbasin's minima, ascending. O(n levels). */
  public int[] minima(int node) {
    int level = level(node);
    return leaves.stream().filter(v -> nodeAt(level, v) == node).toArray();
  }
}
