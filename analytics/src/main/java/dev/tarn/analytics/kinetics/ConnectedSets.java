package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.graph.NodeSets;
import dev.tarn.analytics.network.Components;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Two disjoint sets of minima and the connected component that holds both.
 *
 * @param inComponent for every node whether it belongs to the component
 * @param from nodes of the first set within the component, ascending
 * @param to nodes of the second set within the component, ascending
 * @param leftOut the rest
 */
record ConnectedSets(boolean[] inComponent, int[] from, int[] to, LeftOut leftOut) {

  /**
   * Checks the sets and finds their component; of several that hold minima of both sets the
   * largest.
   */
  static ConnectedSets of(Network network, long[] fromIds, long[] toIds) {
    NodeSets sets = NodeSets.of(network, fromIds, toIds);
    int[] from = sets.from();
    int[] to = sets.to();
    Components components = Components.of(network);
    int chosen = -1;
    for (int a : from) {
      for (int b : to) {
        int c = components.componentOf(a);
        // Components are numbered by descending size.
        if (c == components.componentOf(b) && (chosen < 0 || c < chosen)) {
          chosen = c;
        }
      }
    }
    if (chosen < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the sets are not connected: no path leads from minimum %d (%d minima in its"
                  + " component) to minimum %d (%d minima in its component)",
              network.minimumId(from[0]),
              components.size(components.componentOf(from[0])),
              network.minimumId(to[0]),
              components.size(components.componentOf(to[0]))));
    }
    boolean[] inComponent = new boolean[network.nodeCount()];
    for (int node = 0; node < inComponent.length; node++) {
      inComponent[node] = components.componentOf(node) == chosen;
    }
    int edgesOutside = 0;
    int loops = 0;
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      if (!inComponent[network.lowerEnd(edge)]) {
        edgesOutside++;
      } else if (network.isLoop(edge)) {
        loops++;
      }
    }
    LeftOut leftOut =
        new LeftOut(
            network.nodeCount() - components.size(chosen),
            edgesOutside,
            loops,
            outside(network, from, inComponent),
            outside(network, to, inComponent));
    return new ConnectedSets(
        inComponent, inside(from, inComponent), inside(to, inComponent), leftOut);
  }

  private static List<Long> outside(Network network, int[] nodes, boolean[] inComponent) {
    List<Long> ids = new ArrayList<>();
    for (int node : nodes) {
      if (!inComponent[node]) {
        ids.add(network.minimumId(node));
      }
    }
    return ids;
  }

  private static int[] inside(int[] nodes, boolean[] inComponent) {
    return Arrays.stream(nodes).filter(node -> inComponent[node]).toArray();
  }
}
