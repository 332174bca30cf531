package dev.tarn.analytics.tree;

import dev.tarn.landscape.Network;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/** Which minima become leaves. What joins them is always found in the whole network. */
public sealed interface LeafSelection {

  /** Every minimum. */
  record All() implements LeafSelection {}

  /** The largest connected component. */
  record LargestComponent() implements LeafSelection {}

  /**
   * The connected component of a minimum.
   *
   * @param minimumId id of the minimum
   */
  record ComponentOf(long minimumId) implements LeafSelection {}

  /**
   * The lowest minima.
   *
   * @param count how many, at least 1
   */
  record Lowest(int count) implements LeafSelection {
    public Lowest {
      if (count < 1) {
        throw new IllegalArgumentException("expected at least 1 leaf, found " + count);
      }
    }
  }

  /**
   * Certain minima, such as the bottoms of basins.
   *
   * @param minimumIds their ids
   */
  record Minima(Set<Long> minimumIds) implements LeafSelection {
    public Minima {
      minimumIds = Set.copyOf(minimumIds);
    }
  }

  /** The selected nodes. */
  default BitSet nodes(DisconnectivityGraph graph) {
    Network network = graph.network();
    int n = network.nodeCount();
    BitSet selected = new BitSet(n);
    if (this instanceof LargestComponent) {
      if (n > 0) {
        selectComponent(graph, 0, selected);
      }
    } else if (this instanceof ComponentOf of) {
      int node = node(network, of.minimumId);
      selectComponent(graph, graph.components().componentOf(node), selected);
    } else if (this instanceof Minima minima) {
      for (long id : minima.minimumIds) {
        selected.set(node(network, id));
      }
    } else if (this instanceof Lowest lowest) {
      IntStream.range(0, n)
          .boxed()
          .sorted(Comparator.<Integer>comparingDouble(network::energy).thenComparingInt(v -> v))
          .limit(lowest.count)
          .forEach(selected::set);
    } else {
      selected.set(0, n);
    }
    return selected;
  }

  private static int node(Network network, long id) {
    int node = network.nodeOf(id);
    if (node < 0) {
      throw new IllegalArgumentException(
          "expected the id of a minimum of " + network.name() + ", found " + id);
    }
    return node;
  }

  private static void selectComponent(DisconnectivityGraph graph, int component, BitSet selected) {
    for (int node : graph.components().nodes(component)) {
      selected.set(node);
    }
  }
}
