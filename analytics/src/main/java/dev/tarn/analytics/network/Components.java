package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Connected components of a network, numbered from 0 by descending size; of equally large ones the
 * one with the lower minimum comes first. O(n + m).
 */
public final class Components {
  private final int[] componentOf;
  private final int[] sizes;
  private final int[] lowest;

  private Components(int[] componentOf, int[] sizes, int[] lowest) {
    this.componentOf = componentOf;
    this.sizes = sizes;
    this.lowest = lowest;
  }

  /** The components of the network. */
  public static Components of(Network network) {
    int n = network.nodeCount();
    Adjacency rows = network.adjacency();
    int[] label = new int[n];
    Arrays.fill(label, -1);
    int[] queue = new int[n];
    int[] sizes = new int[n];
    int[] lowest = new int[n];
    int count = 0;
    for (int start = 0; start < n; start++) {
      if (label[start] >= 0) {
        continue;
      }
      int tail = 0;
      queue[tail++] = start;
      label[start] = count;
      lowest[count] = start;
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        if (network.energy(v) < network.energy(lowest[count])
            || (network.energy(v) == network.energy(lowest[count]) && v < lowest[count])) {
          lowest[count] = v;
        }
        for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
          int to = rows.neighbour(p);
          if (label[to] < 0) {
            label[to] = count;
            queue[tail++] = to;
          }
        }
      }
      sizes[count++] = tail;
    }
    return numbered(network, label, Arrays.copyOf(sizes, count), lowest);
  }

  private static Components numbered(Network network, int[] label, int[] sizes, int[] lowest) {
    int[] order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(c -> -sizes[c])
                    .thenComparingDouble(c -> network.energy(lowest[c]))
                    .thenComparingInt(c -> lowest[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] newNumber = new int[sizes.length];
    int[] newSizes = new int[sizes.length];
    int[] newLowest = new int[sizes.length];
    for (int k = 0; k < order.length; k++) {
      newNumber[order[k]] = k;
      newSizes[k] = sizes[order[k]];
      newLowest[k] = lowest[order[k]];
    }
    for (int v = 0; v < label.length; v++) {
      label[v] = newNumber[label[v]];
    }
    return new Components(label, newSizes, newLowest);
  }

  /** Number of components; 0 in an empty network. */
  public int count() {
    return sizes.length;
  }

  /** Component of the node. */
  public int componentOf(int node) {
    return componentOf[node];
  }

  /** Number of nodes in the component. */
  public int size(int component) {
    return sizes[component];
  }

  /** Node of the component's lowest minimum, the first of equally low ones. */
  public int lowestMinimum(int component) {
    return lowest[component];
  }

  /** The component's nodes, ascending. O(n). */
  public int[] nodes(int component) {
    int[] nodes = new int[sizes[component]];
    int size = 0;
    for (int v = 0; v < componentOf.length; v++) {
      if (componentOf[v] == component) {
        nodes[size++] = v;
      }
    }
    return nodes;
  }
}
