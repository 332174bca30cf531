package dev.tarn.analytics.network;

import java.util.Arrays;

/**
 * How many nodes have how many neighbours.
 *
 * @param mean mean degree
 * @param maximum largest degree
 * @param counts number of nodes by degree, from 0 to the largest
 */
public record DegreeDistribution(double mean, int maximum, int[] counts) {

  static DegreeDistribution of(SimpleGraph graph) {
    int maximum = Arrays.stream(graph.degrees()).max().orElse(0);
    int[] counts = new int[maximum + 1];
    for (int degree : graph.degrees()) {
      counts[degree]++;
    }
    int n = graph.nodeCount();
    return new DegreeDistribution(
        n == 0 ? Double.NaN : 2.0 * graph.edgeCount() / n, maximum, counts);
  }

  /** Fraction of nodes with at least that degree: the complementary cumulative distribution. */
  public double atLeast(int degree) {
    long above = 0;
    long all = 0;
    for (int k = 0; k < counts.length; k++) {
      all += counts[k];
      if (k >= degree) {
        above += counts[k];
      }
    }
    return (double) above / all;
  }
}
