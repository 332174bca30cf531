package dev.tarn.analytics.network;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an analysis says of each minimum, by node of the network; fit to be written back to a store.
 * The arrays belong to the analysis: do not modify.
 *
 * @param minimumIds id of the minimum
 * @param component its connected component, 0 for the largest
 * @param community its community in the best division
 * @param basin id of the minimum at the bottom of its monotonic sequence basin
 * @param degree number of distinct neighbours
 * @param betweenness number of pairs of other minima whose shortest paths pass it, shared among
 *     equally short ones; 0 outside the largest component
 * @param hubRank 1 for the best connected minimum of the largest component; 0 outside it
 * @param stepsToGlobalMinimum steps to the global minimum, -1 if there is no path
 */
public record NodeMeasures(
    long[] minimumIds,
    int[] component,
    int[] community,
    long[] basin,
    int[] degree,
    double[] betweenness,
    int[] hubRank,
    int[] stepsToGlobalMinimum) {

  /** The measures of one node by the names of the properties that they are written back as. */
  public Map<String, Number> of(int node) {
    Map<String, Number> measures = new TreeMap<>();
    measures.put("component", component[node]);
    measures.put("community", community[node]);
    measures.put("basin", basin[node]);
    measures.put("degree", degree[node]);
    measures.put("betweenness", betweenness[node]);
    measures.put("hubRank", hubRank[node]);
    measures.put("stepsToGlobalMinimum", stepsToGlobalMinimum[node]);
    return measures;
  }

  /** Number of nodes. */
  public int size() {
    return minimumIds.length;
  }
}
