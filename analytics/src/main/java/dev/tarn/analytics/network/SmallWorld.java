package dev.tarn.analytics.network;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether the graph is a small world: clustered like a lattice, with paths as short as a random
 * graph's.
 *
 * <p>sigma = (C / C_random) / (L / L_random) is above 1 in a small world (Humphries and Gurney
 * 2008); omega = L_random / L - C / C_lattice is near 0 in a small world, near 1 in a random graph,
 * near -1 in a lattice (Telesford et al. 2011). L is the mean shortest path, C the average local
 * clustering coefficient; of random graphs that fall apart L is that of the largest component.
 *
 * @param sameSize against random graphs G(n, m) of as many nodes and edges
 * @param sameDegrees against random graphs in which every node keeps its degree
 * @param latticeClustering clustering coefficient of the ring lattice with the same degrees
 * @param verdict in words, with the numbers behind it
 */
public record SmallWorld(
    Comparison sameSize, Comparison sameDegrees, double latticeClustering, String verdict) {

  /**
   * Nodes up to which path lengths of random graphs are exact; they vary little from node to node.
   */
  private static final int EXACT_UP_TO = 4000;

  /** Sources of sampled path lengths in larger ones. */
  private static final int SAMPLE = 256;

  /** More edges than this and the ensembles get smaller: error bars shrink with size anyway. */
  private static final int LARGE = 100_000;

  /**
   * A comparison with an ensemble of random graphs.
   *
   * @param graphs number of random graphs
   * @param meanPath their mean shortest path and its standard deviation over the graphs
   * @param clustering their clustering coefficient and its standard deviation over the graphs
   * @param sigma sigma and its standard error
   * @param omega omega and its standard error
   */
  public record Comparison(
      int graphs, Estimate meanPath, Estimate clustering, Estimate sigma, Estimate omega) {}

  /**
   * A number and how far it can be trusted.
   *
   * @param value the number; NaN if undefined
   * @param error its error bar
   */
  public record Estimate(double value, double error) {
    static Estimate ofSample(double[] values) {
      double sum = 0;
      for (double v : values) {
        sum += v;
      }
      double mean = sum / values.length;
      double squares = 0;
      for (double v : values) {
        squares += (v - mean) * (v - mean);
      }
      return new Estimate(
          mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }

    String words() {
      return String.format(Locale.ROOT, "%.3g +- %.1g", value, error);
    }
  }

  static SmallWorld of(
      SimpleGraph graph, PathLengths paths, Clustering clustering, int graphs, long seed) {
    double lattice = Clustering.of(ReferenceGraphs.lattice(graph)).averageLocal();
    int count = graph.edgeCount() <= LARGE ? graphs : Math.min(graphs, 3);
    double length = paths.mean();
    double local = clustering.averageLocal();
    Comparison sameSize =
        compare(
            length,
            local,
            lattice,
            count,
            k ->
                ReferenceGraphs.random(
                    graph.nodeCount(), graph.edgeCount(), new SplittableRandom(seed + 2L * k)));
    Comparison sameDegrees =
        compare(
            length,
            local,
            lattice,
            count,
            k -> ReferenceGraphs.rewired(graph, new SplittableRandom(seed + 2L * k + 1)));
    return new SmallWorld(
        sameSize, sameDegrees, lattice, verdict(length, local, sameSize, sameDegrees));
  }

  private interface Ensemble {
    SimpleGraph draw(int k);
  }

  private static Comparison compare(
      double length, double local, double lattice, int count, Ensemble ensemble) {
    double[] lengths = new double[count];
    double[] locals = new double[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            k -> {
              SimpleGraph drawn = ensemble.draw(k);
              locals[k] = Clustering.of(drawn).averageLocal();
              SimpleGraph largest = ReferenceGraphs.largestComponent(drawn);
              lengths[k] = PathLengths.of(largest, EXACT_UP_TO, SAMPLE, k).mean();
            });
    Estimate randomLength = Estimate.ofSample(lengths);
    Estimate randomLocal = Estimate.ofSample(locals);
    double root = Math.sqrt(count);
    double relativeLength = randomLength.error / randomLength.value / root;
    double relativeLocal = randomLocal.error / randomLocal.value / root;
    double sigma =
        randomLocal.value == 0
            ? Double.NaN
            : local / randomLocal.value / (length / randomLength.value);
    return new Comparison(
        count,
        randomLength,
        randomLocal,
        new Estimate(sigma, Math.abs(sigma) * Math.hypot(relativeLength, relativeLocal)),
        new Estimate(
            randomLength.value / length - (lattice == 0 ? 0 : local / lattice),
            randomLength.value / length * relativeLength));
  }

  private static String verdict(
      double length, double local, Comparison sameSize, Comparison sameDegrees) {
    Estimate sigma = sameSize.sigma;
    if (Double.isNaN(sigma.value) || Double.isNaN(length)) {
      return "small world: cannot be told, random graphs of this size have no triangles";
    }
    boolean small = sigma.value - 2 * sigma.error > 1;
    boolean beyondDegrees = sameDegrees.sigma.value - 2 * sameDegrees.sigma.error > 1;
    return String.format(
        Locale.ROOT,
        "%s: clustering %.3g times and paths %.3g times those of random graphs of the same size"
            + " (sigma %s, omega %s); with the same degrees sigma %s%s",
        small ? "a small world" : "not a small world",
        local / sameSize.clustering.value,
        length / sameSize.meanPath.value,
        sigma.words(),
        sameSize.omega.words(),
        sameDegrees.sigma.words(),
        small && !beyondDegrees ? ", so its degrees alone explain it" : "");
  }
}
