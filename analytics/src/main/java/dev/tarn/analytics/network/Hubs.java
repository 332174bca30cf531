package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * The best connected minima of the largest component, and whether they are the low ones.
 *
 * @param top the hubs by descending degree, of equal ones by descending betweenness
 * @param assortativity correlation of the degrees at both ends of an edge (Newman 2002): negative
 *     where hubs join with small nodes; NaN if all degrees are equal
 * @param degreeEnergyCorrelation Spearman's rank correlation of degree and energy: negative where
 *     low minima are hubs; NaN if undefined
 * @param betweennessExact whether betweenness was counted from every source or from a sample
 */
public record Hubs(
    List<Hub> top, double assortativity, double degreeEnergyCorrelation, boolean betweennessExact) {

  /**
   * A hub.
   *
   * @param minimum id of the minimum
   * @param energy its energy
   * @param energyRank 1 for the lowest minimum of the component, and so on
   * @param degree number of neighbours
   * @param betweenness fraction of the pairs of other minima whose shortest paths pass it
   */
  public record Hub(long minimum, double energy, int energyRank, int degree, double betweenness) {}

  static Hubs of(Network network, SimpleGraph graph, int[] nodes, double[] betweenness, int count) {
    int n = nodes.length;
    double pairs = (n - 1.0) * (n - 2.0) / 2;
    int[] rank = new int[n];
    int[] byEnergy = sorted(n, Comparator.<Integer>comparingDouble(v -> network.energy(nodes[v])));
    for (int k = 0; k < n; k++) {
      rank[byEnergy[k]] = k + 1;
    }
    int[] byDegree =
        sorted(
            n,
            Comparator.<Integer>comparingInt(v -> -graph.degree(v))
                .thenComparingDouble(v -> -betweenness[v]));
    List<Hub> top =
        Arrays.stream(byDegree)
            .limit(count)
            .mapToObj(
                v ->
                    new Hub(
                        network.minimumId(nodes[v]),
                        network.energy(nodes[v]),
                        rank[v],
                        graph.degree(v),
                        pairs > 0 ? betweenness[v] / pairs : 0))
            .toList();
    double correlation =
        n < 2
            ? Double.NaN
            : new SpearmansCorrelation()
                .correlation(
                    Arrays.stream(graph.degrees()).asDoubleStream().toArray(),
                    Arrays.stream(nodes).mapToDouble(network::energy).toArray());
    return new Hubs(top, assortativity(graph), correlation, Betweenness.isExact(graph));
  }

  private static int[] sorted(int n, Comparator<Integer> by) {
    return IntStream.range(0, n)
        .boxed()
        .sorted(by.thenComparingInt(v -> v))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static double assortativity(SimpleGraph graph) {
    double mean = 0;
    long ends = graph.neighbours().length;
    for (int degree : graph.degrees()) {
      mean += (double) degree * degree / ends;
    }
    double variance = 0;
    double covariance = 0;
    for (int v = 0; v < graph.nodeCount(); v++) {
      double here = graph.degree(v) - mean;
      variance += graph.degree(v) * here * here;
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        covariance += here * (graph.degree(graph.neighbours()[p]) - mean);
      }
    }
    return variance <= 1e-12 * ends ? Double.NaN : covariance / variance;
  }
}
