package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Shortest paths in steps between the nodes of a graph.
 *
 * <p>Up to {@link #EXACT_UP_TO} nodes all pairs are counted; above, the distances from a random
 * sample of sources to all nodes, and the mean comes with its standard error. The diameter of a
 * sample is a lower bound.
 *
 * @param mean mean number of steps over connected pairs; NaN if there is no pair
 * @param standardError standard error of the mean; 0 if exact
 * @param diameter largest number of steps seen; 0 for a single node
 * @param counts ordered pairs counted at each distance, index 0 unused
 * @param sources number of nodes from which distances were counted
 * @param exact whether that is every node
 */
public record PathLengths(
    double mean, double standardError, int diameter, long[] counts, int sources, boolean exact) {

  /** Number of nodes up to which all pairs are counted. */
  public static final int EXACT_UP_TO = 20_000;

  /** Number of sources in a sample. */
  static final int SAMPLE = 2048;

  /** One bit of a word for each source that is followed at a time. */
  static final int BATCH = 64;

  /**
   * Between all minima of a network; exact for small ones, sampled with that seed for large ones.
   */
  public static PathLengths of(Network network, long seed) {
    return of(SimpleGraph.of(network), seed);
  }

  /** Exact for small graphs, sampled with that seed for large ones. */
  static PathLengths of(SimpleGraph graph, long seed) {
    return of(graph, EXACT_UP_TO, SAMPLE, seed);
  }

  static PathLengths of(SimpleGraph graph, int exactUpTo, int sample, long seed) {
    int n = graph.nodeCount();
    boolean exact = n <= exactUpTo || sample >= n;
    int[] sources = exact ? IntStream.range(0, n).toArray() : sampled(n, sample, seed);
    int batches = (sources.length + BATCH - 1) / BATCH;
    long[][] perBatch = new long[batches][];
    double[] sums = new double[sources.length];
    // Counts are whole numbers: the sum does not depend on the order in which threads finish.
    IntStream.range(0, batches)
        .parallel()
        .forEach(b -> perBatch[b] = count(graph, sources, b * BATCH, exact ? null : sums));
    return collect(n, sources.length, exact, perBatch, sums);
  }

  private static int[] sampled(int n, int sample, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] all = IntStream.range(0, n).toArray();
    for (int k = 0; k < sample; k++) {
      int other = k + random.nextInt(n - k);
      int swap = all[k];
      all[k] = all[other];
      all[other] = swap;
    }
    int[] sources = Arrays.copyOf(all, sample);
    Arrays.sort(sources);
    return sources;
  }

  private static long[] count(
      SimpleGraph graph,
      int[] sources,
      int first,
      double @org.jspecify.annotations.Nullable [] sums) {
    long[][] counts = {new long[16]};
    int farthest =
        sweep(
            graph,
            sources,
            first,
            (distance, node, fresh) -> {
              if (distance == counts[0].length) {
                counts[0] = Arrays.copyOf(counts[0], 2 * distance);
              }
              counts[0][distance] += Long.bitCount(fresh);
              if (sums != null) {
                for (long bits = fresh; bits != 0; bits &= bits - 1) {
                  sums[first + Long.numberOfTrailingZeros(bits)] += distance;
                }
              }
            });
    return Arrays.copyOf(counts[0], farthest + 1);
  }

  /** Told of each node once for each distance at which sources reach it. */
  interface Reached {
    /** Bit s of the word stands for source {@code first + s}. */
    void at(int distance, int node, long sources);
  }

  /**
   * Breadth-first search from up to 64 sources at once (Then et al., "The more the merrier", VLDB
   * 2014): bit s of a node's word says that source s has reached it.
   *
   * @return the largest distance
   */
  static int sweep(SimpleGraph graph, int[] sources, int first, Reached reached) {
    int n = graph.nodeCount();
    int[] offsets = graph.offsets();
    int[] neighbours = graph.neighbours();
    long[] seen = new long[n];
    long[] frontier = new long[n];
    long[] next = new long[n];
    int last = Math.min(sources.length, first + BATCH);
    for (int s = first; s < last; s++) {
      seen[sources[s]] |= 1L << (s - first);
      frontier[sources[s]] |= 1L << (s - first);
    }
    for (int distance = 1; ; distance++) {
      for (int v = 0; v < n; v++) {
        long bits = frontier[v];
        if (bits != 0) {
          for (int p = offsets[v]; p < offsets[v + 1]; p++) {
            next[neighbours[p]] |= bits;
          }
        }
      }
      boolean any = false;
      for (int v = 0; v < n; v++) {
        long fresh = next[v] & ~seen[v];
        seen[v] |= fresh;
        frontier[v] = fresh;
        next[v] = 0;
        if (fresh != 0) {
          any = true;
          reached.at(distance, v, fresh);
        }
      }
      if (!any) {
        return distance - 1;
      }
    }
  }

  private static PathLengths collect(
      int n, int sources, boolean exact, long[][] perBatch, double[] sums) {
    int longest = 1;
    for (long[] counts : perBatch) {
      longest = Math.max(longest, counts.length);
    }
    long[] total = new long[longest];
    for (long[] counts : perBatch) {
      for (int d = 1; d < counts.length; d++) {
        total[d] += counts[d];
      }
    }
    long pairs = 0;
    long steps = 0;
    for (int d = 1; d < longest; d++) {
      pairs += total[d];
      steps += d * total[d];
    }
    double mean = pairs == 0 ? Double.NaN : (double) steps / pairs;
    double error = 0;
    if (!exact) {
      double squares = 0;
      for (double sum : sums) {
        double deviation = sum / (n - 1) - mean;
        squares += deviation * deviation;
      }
      // Drawn without replacement: the error vanishes as the sample becomes the whole.
      double finite = 1 - (double) sources / n;
      error = Math.sqrt(squares / (sources - 1) / sources * finite);
    }
    return new PathLengths(mean, error, longest - 1, total, sources, exact);
  }

  /** Steps from the source to every node, -1 where there is no path. O(n + m). */
  static int[] stepsFrom(SimpleGraph graph, int source) {
    int n = graph.nodeCount();
    int[] steps = new int[n];
    Arrays.fill(steps, -1);
    int[] queue = new int[n];
    int tail = 0;
    queue[tail++] = source;
    steps[source] = 0;
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        int to = graph.neighbours()[p];
        if (steps[to] < 0) {
          steps[to] = steps[v] + 1;
          queue[tail++] = to;
        }
      }
    }
    return steps;
  }
}
