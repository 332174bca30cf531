package dev.tarn.analytics.network;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.landscape.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.connectivity.ConnectivityInspector;

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
    List<Set<Integer>> sets =
        new ConnectivityInspector<>(NetworkGraph.multi(network)).connectedSets();
    int[] label = new int[network.nodeCount()];
    int[] sizes = new int[sets.size()];
    int[] lowest = new int[sets.size()];
    for (int c = 0; c < sizes.length; c++) {
      sizes[c] = sets.get(c).size();
      lowest[c] = sets.get(c).iterator().next();
      for (int v : sets.get(c)) {
        label[v] = c;
        if (network.energy(v) < network.energy(lowest[c])
            || (network.energy(v) == network.energy(lowest[c]) && v < lowest[c])) {
          lowest[c] = v;
        }
      }
    }
    return numbered(network, label, sizes, lowest);
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
