package dev.tarn.learning.model;

import dev.tarn.potentials.symmetry.Assignment;
import java.util.Arrays;

/**
 * Which hidden nodes of one network are those of another, and with which signs.
 *
 * <p>In one hidden layer the cost of a pair depends on nothing else, and the assignment of least
 * cost is exact: if any pairing brings all weights to within the tolerance, one is found. In deep
 * networks what goes into a node depends on the pairing of the layer before and what comes out on
 * that of the next: layers are paired one after the other, first by what goes in and the magnitudes
 * of what comes out, then again with the other layers as they are until nothing gets better. Cost
 * O(n^3 + n^2 fan) for n nodes of a layer.
 */
final class NodeMatching {
  private static final int MOST_PASSES = 20;

  /** Cost of a weight beyond the tolerance, in squares of the largest difference possible. */
  private static final double BEYOND = 1e6;

  private final Architecture architecture;
  private final double[] reference;
  private final double[] x;
  private final double tolerance;
  private final double beyond;
  private final int[][] sources;
  private final double[][] signs;

  /**
   * A matching of the nodes of {@code x} with those of the reference, both with centred outputs.
   */
  NodeMatching(Architecture architecture, double[] reference, double[] x, double tolerance) {
    this.architecture = architecture;
    this.reference = reference;
    this.x = x;
    this.tolerance = tolerance;
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(x[i]), Math.abs(reference[i])));
    }
    beyond = BEYOND * largest * largest;
    int hidden = architecture.hidden().size();
    sources = new int[hidden][];
    signs = new double[hidden][];
  }

  /** Matches layers from the inputs on, then refines. */
  NodeMatching solve() {
    reset();
    boolean deep = sources.length > 1;
    for (int l = 0; l < sources.length; l++) {
      // The next layer is not matched yet, unless it is the outputs, which never move.
      match(l, deep && l < sources.length - 1);
    }
    return deep ? refine() : this;
  }

  /** Starts from every node in its place, and refines. */
  NodeMatching fromIdentity() {
    reset();
    return refine();
  }

  private void reset() {
    for (int l = 0; l < sources.length; l++) {
      sources[l] = new int[architecture.nodes(l)];
      signs[l] = new double[architecture.nodes(l)];
      Arrays.setAll(sources[l], node -> node);
      Arrays.fill(signs[l], 1);
    }
  }

  private NodeMatching refine() {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      boolean changed = false;
      for (int l = 0; l < sources.length; l++) {
        int[] before = sources[l];
        double[] signsBefore = signs[l];
        match(l, false);
        changed |= !Arrays.equals(before, sources[l]) || !Arrays.equals(signsBefore, signs[l]);
      }
      if (!changed) {
        break;
      }
    }
    return this;
  }

  private void match(int layer, boolean outByMagnitude) {
    int n = architecture.nodes(layer);
    double[] cost = new double[n * n];
    double[] sign = new double[n * n];
    for (int node = 0; node < n; node++) {
      for (int source = 0; source < n; source++) {
        double plus = cost(layer, node, source, 1, outByMagnitude);
        double minus = cost(layer, node, source, -1, outByMagnitude);
        cost[node * n + source] = Math.min(plus, minus);
        sign[node * n + source] = minus < plus ? -1 : 1;
      }
    }
    int[] columns = Assignment.solve(cost, n);
    double[] chosen = new double[n];
    for (int node = 0; node < n; node++) {
      chosen[node] = sign[node * n + columns[node]];
    }
    sources[layer] = columns;
    signs[layer] = chosen;
  }

  /** What it costs to put a node of x, with a sign, in the place of a node of the reference. */
  private double cost(int layer, int node, int source, double sign, boolean outByMagnitude) {
    int fanIn = architecture.fanIn(layer);
    int here = architecture.weight(layer, node, 0);
    int there = architecture.weight(layer, source, 0);
    double sum = squared(reference[here + fanIn] - sign * x[there + fanIn]);
    for (int from = 0; from < fanIn; from++) {
      double partner =
          layer == 0
              ? x[there + from]
              : signs[layer - 1][from] * x[there + sources[layer - 1][from]];
      sum += squared(reference[here + from] - sign * partner);
    }
    return sum
        + (outByMagnitude
            ? outByMagnitude(layer, node, source)
            : outgoing(layer, node, source, sign));
  }

  private double outgoing(int layer, int node, int source, double sign) {
    boolean outputs = layer == sources.length - 1;
    int start = architecture.offset(layer + 1);
    int stride = architecture.fanIn(layer + 1) + 1;
    double sum = 0;
    for (int k = 0; k < architecture.nodes(layer + 1); k++) {
      int sourceTo = outputs ? k : sources[layer + 1][k];
      double toSign = outputs ? 1 : signs[layer + 1][k];
      sum +=
          squared(
              reference[start + k * stride + node]
                  - sign * toSign * x[start + sourceTo * stride + source]);
    }
    return sum;
  }

  private double squared(double difference) {
    double square = difference * difference;
    return Math.abs(difference) > tolerance ? square + beyond : square;
  }

  private double outByMagnitude(int layer, int node, int source) {
    int next = architecture.nodes(layer + 1);
    double[] a = new double[next];
    double[] b = new double[next];
    for (int k = 0; k < next; k++) {
      a[k] = Math.abs(reference[architecture.weight(layer + 1, k, node)]);
      b[k] = Math.abs(x[architecture.weight(layer + 1, k, source)]);
    }
    Arrays.sort(a);
    Arrays.sort(b);
    double sum = 0;
    for (int k = 0; k < next; k++) {
      sum += squared(a[k] - b[k]);
    }
    return sum;
  }

  /** A copy of the coordinates with all nodes in the places of their partners. */
  double[] apply(double[] of) {
    double[] image = of;
    for (int l = 0; l < sources.length; l++) {
      image = moved(architecture, image, l, sources[l], signs[l]);
    }
    return image.clone();
  }

  /**
   * A copy of coordinates with the nodes of one hidden layer moved.
   *
   * @param sources which node comes to each place
   * @param signs what its weights are multiplied by
   */
  static double[] moved(
      Architecture architecture, double[] x, int layer, int[] sources, double[] signs) {
    double[] image = x.clone();
    for (int node = 0; node < sources.length; node++) {
      for (int from = 0; from <= architecture.fanIn(layer); from++) {
        image[architecture.weight(layer, node, from)] =
            signs[node] * x[architecture.weight(layer, sources[node], from)];
      }
      for (int k = 0; k < architecture.nodes(layer + 1); k++) {
        image[architecture.weight(layer + 1, k, node)] =
            signs[node] * x[architecture.weight(layer + 1, k, sources[node])];
      }
    }
    return image;
  }
}
