package dev.tarn.analytics.graph;

import dev.tarn.landscape.Network;
import java.util.Arrays;

/**
 * Two sets of nodes without a common one. The arrays are shared: do not modify.
 *
 * @param from nodes of one set, ascending
 * @param to nodes of the other, ascending
 */
public record NodeSets(int[] from, int[] to) {

  /**
   * The nodes of two sets of minima.
   *
   * @throws IllegalArgumentException if a set is empty, has a minimum that does not exist or shares
   *     one with the other set
   */
  public static NodeSets of(Network network, long[] fromIds, long[] toIds) {
    int[] from = network.nodesOf(fromIds, "from");
    int[] to = network.nodesOf(toIds, "to");
    for (int node : to) {
      if (Arrays.binarySearch(from, node) >= 0) {
        throw new IllegalArgumentException(
            "expected two sets without common minima, found minimum "
                + network.minimumId(node)
                + " in both");
      }
    }
    return new NodeSets(from, to);
  }
}
