package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;
import java.util.stream.IntStream;

/**
 * How close each minimum is to all others: the mean of 1/d over them, d the number of steps and 1/d
 * zero where no path leads (Marchiori and Latora 2000, <a
 * href="https://doi.org/10.1016/S0378-4371(00)00311-3">doi:10.1016/S0378-4371(00)00311-3</a>). It
 * lies between 0 for an isolated minimum and 1 for one that neighbours all others, and unlike
 * closeness it means something in a network that is not connected. The score of a single minimum is
 * 0.
 *
 * <p>Cost: O(n m / 64), exact.
 *
 * @param scores score by node of the network; the array belongs to the record: do not modify
 */
public record HarmonicCentrality(double[] scores) {
  /** Parts whose sums are added in a fixed order, so that threads do not change the last digit. */
  private static final int PARTS = 16;

  /** Of all minima, parallel transition states counted once and loops left out. */
  public static HarmonicCentrality of(Network network) {
    return of(SimpleGraph.of(network));
  }

  static HarmonicCentrality of(SimpleGraph graph) {
    int n = graph.nodeCount();
    int[] sources = IntStream.range(0, n).toArray();
    double[][] parts = new double[PARTS][n];
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(
            part -> {
              for (int first = part * PathLengths.BATCH;
                  first < n;
                  first += PARTS * PathLengths.BATCH) {
                PathLengths.sweep(
                    graph,
                    sources,
                    first,
                    (distance, node, reached) ->
                        parts[part][node] += (double) Long.bitCount(reached) / distance);
              }
            });
    double[] scores = new double[n];
    for (double[] part : parts) {
      for (int v = 0; v < n; v++) {
        scores[v] += n == 1 ? 0 : part[v] / (n - 1);
      }
    }
    return new HarmonicCentrality(scores);
  }
}
