package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How path length and clustering grow with the network: measures of the subnetworks that the lowest
 * minima of the largest component form, for growing energy thresholds.
 *
 * <p>Each stage is the largest component of the minima at or below its threshold. In a small world
 * L grows as the logarithm of the number of nodes and C hardly falls; in a lattice L grows as a
 * power of it; in a random graph C falls as its inverse.
 *
 * @param stages stages by growing threshold
 * @param logarithmic L = a + b ln n by least squares; NaN if there are fewer than three stages
 * @param power L = a n^b by least squares
 * @param clusteringExponent b in C = a n^b by least squares in logarithms; NaN if undefined
 * @param verdict in words
 */
public record Growth(
    List<Stage> stages, Fit logarithmic, Fit power, double clusteringExponent, String verdict) {
  private static final int STAGES = 12;
  private static final int SMALLEST = 16;

  /** Sources of sampled path lengths in large stages. */
  private static final int SAMPLE = 512;

  /** Two fits of two parameters each differ if Akaike's criterion says so by at least this. */
  private static final double DIFFERENT = 2;

  /**
   * A subnetwork.
   *
   * @param threshold highest energy of its minima
   * @param nodes number of minima in its largest component
   * @param meanDegree their mean degree
   * @param meanShortestPath their mean shortest path
   * @param clusteringCoefficient their average local clustering coefficient
   */
  public record Stage(
      double threshold,
      int nodes,
      double meanDegree,
      double meanShortestPath,
      double clusteringCoefficient) {}

  /**
   * A fitted curve.
   *
   * @param a first parameter
   * @param b second parameter
   * @param residual root mean square of what is left
   */
  public record Fit(double a, double b, double residual) {}

  static Growth of(Network network, Adjacency simple, int[] nodes, long seed) {
    int[] byEnergy =
        Arrays.stream(nodes)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(network::energy).thenComparingInt(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Stage> stages = new ArrayList<>();
    int lastNodes = 0;
    for (int k = 0; k < STAGES && byEnergy.length >= SMALLEST; k++) {
      double fraction = k / (STAGES - 1.0);
      int count =
          (int) Math.round(SMALLEST * Math.pow((double) byEnergy.length / SMALLEST, fraction));
      int[] lowest = Arrays.copyOf(byEnergy, Math.min(count, byEnergy.length));
      double threshold = network.energy(lowest[lowest.length - 1]);
      Arrays.sort(lowest);
      SimpleGraph graph =
          ReferenceGraphs.largestComponent(SimpleGraph.induced(network, simple, lowest));
      if (graph.nodeCount() < SMALLEST / 2 || graph.nodeCount() == lastNodes) {
        continue;
      }
      lastNodes = graph.nodeCount();
      stages.add(
          new Stage(
              threshold,
              graph.nodeCount(),
              2.0 * graph.edgeCount() / graph.nodeCount(),
              PathLengths.of(graph, PathLengths.EXACT_UP_TO, SAMPLE, seed).mean(),
              Clustering.of(graph).averageLocal()));
    }
    return fitted(stages);
  }

  static Growth fitted(List<Stage> stages) {
    int n = stages.size();
    if (n < 3) {
      Fit none = new Fit(Double.NaN, Double.NaN, Double.NaN);
      return new Growth(
          stages,
          none,
          none,
          Double.NaN,
          "growth: cannot be told, fewer than three subnetworks of different size");
    }
    double[] logs = stages.stream().mapToDouble(s -> Math.log(s.nodes)).toArray();
    double[] lengths = stages.stream().mapToDouble(Stage::meanShortestPath).toArray();
    Fit logarithmic = line(logs, lengths);
    Fit power = power(logs, lengths);
    double[][] clustered =
        IntStream.range(0, n)
            .filter(k -> stages.get(k).clusteringCoefficient > 0)
            .mapToObj(k -> new double[] {logs[k], Math.log(stages.get(k).clusteringCoefficient)})
            .toArray(double[][]::new);
    double exponent =
        clustered.length < 3
            ? Double.NaN
            : line(
                    Arrays.stream(clustered).mapToDouble(p -> p[0]).toArray(),
                    Arrays.stream(clustered).mapToDouble(p -> p[1]).toArray())
                .b;
    // Both have two parameters: Akaike's criterion compares the residuals alone.
    double gain = 2 * n * Math.log(power.residual / logarithmic.residual);
    String which =
        gain > DIFFERENT
            ? "paths grow as the logarithm of the number of minima"
            : gain < -DIFFERENT
                ? "paths grow as a power of the number of minima"
                : "paths grow as the logarithm or a power of the number of minima alike";
    return new Growth(
        stages,
        logarithmic,
        power,
        exponent,
        String.format(
            Locale.ROOT,
            "%s (L = %.3g + %.3g ln n, rms %.2g; L = %.3g n^%.3g, rms %.2g); C goes as n^%.2g",
            which,
            logarithmic.a,
            logarithmic.b,
            logarithmic.residual,
            power.a,
            power.b,
            power.residual,
            exponent));
  }

  private static Fit line(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double xy = 0;
    for (int k = 0; k < x.length; k++) {
      xx += (x[k] - meanX) * (x[k] - meanX);
      xy += (x[k] - meanX) * (y[k] - meanY);
    }
    double b = xx == 0 ? 0 : xy / xx;
    double a = meanY - b * meanX;
    double squares = 0;
    for (int k = 0; k < x.length; k++) {
      double d = y[k] - a - b * x[k];
      squares += d * d;
    }
    return new Fit(a, b, Math.sqrt(squares / x.length));
  }

  /** y = a e^(b x): for each b the best a is known, and b is found by golden section. */
  private static Fit power(double[] x, double[] y) {
    double low = -3;
    double high = 3;
    double ratio = (Math.sqrt(5) - 1) / 2;
    for (int k = 0; k < 100; k++) {
      double left = high - ratio * (high - low);
      double right = low + ratio * (high - low);
      if (power(x, y, left).residual < power(x, y, right).residual) {
        high = right;
      } else {
        low = left;
      }
    }
    return power(x, y, (low + high) / 2);
  }

  private static Fit power(double[] x, double[] y, double b) {
    double ee = 0;
    double ey = 0;
    for (int k = 0; k < x.length; k++) {
      double e = Math.exp(b * x[k]);
      ee += e * e;
      ey += e * y[k];
    }
    double a = ey / ee;
    double squares = 0;
    for (int k = 0; k < x.length; k++) {
      double d = y[k] - a * Math.exp(b * x[k]);
      squares += d * d;
    }
    return new Fit(a, b, Math.sqrt(squares / x.length));
  }
}
