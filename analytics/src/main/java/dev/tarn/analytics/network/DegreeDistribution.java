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

  /**
   * Fraction of nodes with at least that degree, from 0 to the largest: the complementary
   * cumulative distribution.
   */
  public double[] complementaryCumulative() {
    double[] fractions = new double[counts.length];
    long above = 0;
    for (int k = counts.length - 1; k >= 0; k--) {
      above += counts[k];
      fractions[k] = above;
    }
    for (int k = 0; k < counts.length; k++) {
      fractions[k] /= above;
    }
    return fractions;
  }
}
