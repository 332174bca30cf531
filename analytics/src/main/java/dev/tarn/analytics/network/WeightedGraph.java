package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;

/**
 * A simple graph with a weight for each entry of its rows, the same in both directions.
 *
 * @param graph the graph
 * @param weights as long as the graph's neighbours
 */
record WeightedGraph(SimpleGraph graph, double[] weights) {

  static WeightedGraph of(Network network, Adjacency simple, int[] nodes, EdgeWeighting weighting) {
    SimpleGraph graph = SimpleGraph.induced(network, simple, nodes);
    double[] all = weighting.weights(network, simple);
    double[] weights = new double[graph.neighbours().length];
    boolean[] inside = new boolean[network.nodeCount()];
    for (int v : nodes) {
      inside[v] = true;
    }
    int fill = 0;
    for (int v : nodes) {
      for (int p = simple.offset(v); p < simple.offset(v + 1); p++) {
        if (inside[simple.neighbour(p)]) {
          weights[fill++] = all[p];
        }
      }
    }
    return new WeightedGraph(graph, weights);
  }

  /** Newman and Girvan's modularity of the partition; NaN without weight. */
  double modularity(int[] community) {
    int n = graph.nodeCount();
    int count = 0;
    for (int c : community) {
      count = Math.max(count, c + 1);
    }
    double[] inside = new double[count];
    double[] total = new double[count];
    double all = 0;
    for (int v = 0; v < n; v++) {
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        total[community[v]] += weights[p];
        all += weights[p];
        if (community[graph.neighbours()[p]] == community[v]) {
          inside[community[v]] += weights[p];
        }
      }
    }
    double q = 0;
    for (int c = 0; c < count; c++) {
      q += inside[c] / all - (total[c] / all) * (total[c] / all);
    }
    return q;
  }
}
