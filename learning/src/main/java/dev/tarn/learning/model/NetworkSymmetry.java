package dev.tarn.learning.model;

import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Permutations and sign changes of the hidden nodes of a network, and shifts of all outputs of a
 * softmax together where no penalty holds them.
 *
 * <p>The nodes of a hidden layer may be numbered in any order, and as tanh is odd, all weights into
 * and out of a node may change their sign: n! 2^n copies for each layer of n nodes. The fingerprint
 * is, for each hidden layer, the sorted root mean squares of what goes into its nodes and of what
 * comes out of them, their sorted biases without sign, and the biases of the outputs: each changes
 * by at most twice the largest change of a coordinate.
 *
 * <p>{@link #same}, {@link #align} and {@link #order} pair nodes by {@linkplain NodeMatching
 * assignment}, so that nodes that are nearly equal or dead do no harm. {@link #canonical} sorts,
 * and is for showing and storing only.
 */
public final class NetworkSymmetry implements Symmetry {
  private static final long serialVersionUID = 1L;

  private final Architecture architecture;
  private final Shift shift;

  /** What may be added to all outputs without any change of the loss. */
  public enum Shift {
    /** Nothing. */
    NONE,
    /** One number to all biases. */
    BIASES,
    /** For each node of the layer before one number to all its weights, and one to the biases. */
    WEIGHTS_AND_BIASES
  }

  /** The symmetry of networks of these sizes. */
  public NetworkSymmetry(Architecture architecture, Shift shift) {
    this.architecture = architecture;
    this.shift = shift;
  }

  /** What may be shifted, given the output and what holds it. */
  static Shift shift(OutputKind kind, double lambda, Penalised penalised) {
    if (kind != OutputKind.SOFTMAX || (lambda > 0 && penalised == Penalised.ALL)) {
      return Shift.NONE;
    }
    return lambda > 0 ? Shift.BIASES : Shift.WEIGHTS_AND_BIASES;
  }

  @Override
  public int zeroModes() {
    return switch (shift) {
      case NONE -> 0;
      case BIASES -> 1;
      case WEIGHTS_AND_BIASES -> architecture.fanIn(last()) + 1;
    };
  }

  private int last() {
    return architecture.layers() - 1;
  }

  /** First weight or bias of an output node that is shifted. */
  private int firstShifted() {
    return architecture.fanIn(last()) + 1 - zeroModes();
  }

  @Override
  public int zeroModeBasis(double[] x, double[] basis) {
    int n = x.length;
    int modes = zeroModes();
    Arrays.fill(basis, 0, modes * n, 0);
    double each = 1 / Math.sqrt(architecture.outputs());
    for (int mode = 0; mode < modes; mode++) {
      for (int k = 0; k < architecture.outputs(); k++) {
        basis[mode * n + architecture.weight(last(), k, firstShifted() + mode)] = each;
      }
    }
    return modes;
  }

  /** A copy whose outputs are shifted so that what may be shifted has mean zero. */
  double[] centred(double[] x) {
    double[] centred = x.clone();
    for (int from = firstShifted(); from <= architecture.fanIn(last()); from++) {
      double sum = 0;
      for (int k = 0; k < architecture.outputs(); k++) {
        sum += x[architecture.weight(last(), k, from)];
      }
      for (int k = 0; k < architecture.outputs(); k++) {
        centred[architecture.weight(last(), k, from)] -= sum / architecture.outputs();
      }
    }
    return centred;
  }

  @Override
  public double[] fingerprint(double[] x) {
    double[] of = centred(x);
    int length = architecture.outputs();
    for (int nodes : architecture.hidden()) {
      length += 3 * nodes;
    }
    double[] print = new double[length];
    int at = 0;
    for (int l = 0; l < last(); l++) {
      int nodes = architecture.nodes(l);
      for (int node = 0; node < nodes; node++) {
        print[at + node] = rootMeanSquareIn(of, l, node);
        print[at + nodes + node] = rootMeanSquareOut(of, l, node);
        print[at + 2 * nodes + node] = Math.abs(of[architecture.bias(l, node)]);
      }
      for (int part = 0; part < 3; part++) {
        Arrays.sort(print, at, at + nodes);
        at += nodes;
      }
    }
    for (int k = 0; k < architecture.outputs(); k++) {
      print[at + k] = of[architecture.bias(last(), k)];
    }
    return print;
  }

  private double rootMeanSquareIn(double[] x, int layer, int node) {
    int fanIn = architecture.fanIn(layer);
    double sum = 0;
    for (int from = 0; from < fanIn; from++) {
      double w = x[architecture.weight(layer, node, from)];
      sum += w * w;
    }
    return Math.sqrt(sum / fanIn);
  }

  private double rootMeanSquareOut(double[] x, int layer, int node) {
    int to = architecture.nodes(layer + 1);
    double sum = 0;
    for (int k = 0; k < to; k++) {
      double w = x[architecture.weight(layer + 1, k, node)];
      sum += w * w;
    }
    return Math.sqrt(sum / to);
  }

  @Override
  public boolean same(double[] a, double[] b, double tolerance) {
    double[] first = centred(a);
    double[] second = centred(b);
    NodeMatching matching = new NodeMatching(architecture, first, second, tolerance);
    if (largestDifference(first, matching.solve().apply(second)) <= tolerance) {
      return true;
    }
    // Only in deep networks may another start of the matching end elsewhere.
    return architecture.hidden().size() > 1
        && largestDifference(first, matching.fromIdentity().apply(second)) <= tolerance;
  }

  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = Math.abs(a[i] - b[i]);
      if (!(difference <= largest)) {
        largest = difference;
      }
    }
    return largest;
  }

  /**
   * {@inheritDoc}
   *
   * <p>2 for each dead node times the permutations of nodes that equal each other up to a sign,
   * everything else being left in its place; at most {@link Integer#MAX_VALUE}.
   */
  @Override
  public int order(double[] x, double tolerance) {
    double[] of = centred(x);
    double order = 1;
    for (int l = 0; l < last(); l++) {
      int nodes = architecture.nodes(l);
      for (int node = 0; node < nodes; node++) {
        int equal = 1;
        for (int other = 0; other < node; other++) {
          equal +=
              equal(of, l, node, other, 1, tolerance) || equal(of, l, node, other, -1, tolerance)
                  ? 1
                  : 0;
        }
        order *= equal;
        order *= equal(of, l, node, node, -1, tolerance) ? 2 : 1;
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, order);
  }

  private boolean equal(double[] x, int layer, int node, int other, double sign, double tolerance) {
    for (int from = 0; from <= architecture.fanIn(layer); from++) {
      double difference =
          x[architecture.weight(layer, node, from)]
              - sign * x[architecture.weight(layer, other, from)];
      if (!(Math.abs(difference) <= tolerance)) {
        return false;
      }
    }
    for (int k = 0; k < architecture.nodes(layer + 1); k++) {
      double difference =
          x[architecture.weight(layer + 1, k, node)]
              - sign * x[architecture.weight(layer + 1, k, other)];
      if (!(Math.abs(difference) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public OptionalLong groupOrder() {
    double order = 1;
    for (int nodes : architecture.hidden()) {
      for (int k = 1; k <= nodes; k++) {
        order *= 2.0 * k;
      }
    }
    return order < 1e15 ? OptionalLong.of((long) order) : OptionalLong.empty();
  }

  @Override
  public double[] align(double[] reference, double[] x) {
    double[] centre = centred(reference);
    double[] moved = centred(x);
    NodeMatching matching = new NodeMatching(architecture, centre, moved, Double.POSITIVE_INFINITY);
    double[] best = matching.solve().apply(moved);
    double[] other = matching.fromIdentity().apply(moved);
    if (squaredDistance(centre, other) < squaredDistance(centre, best)) {
      best = other;
    }
    // The same shift as that of the reference is the nearest one.
    for (int i = architecture.offset(last()); i < best.length; i++) {
      best[i] += reference[i] - centre[i];
    }
    return best;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /**
   * One of the copies of {@code x}, the same one for all of them up to rounding: outputs shifted to
   * mean zero, in each hidden layer nodes in the order of what goes in and comes out, the strongest
   * first, with the sign that makes the weight, or bias, of largest magnitude positive.
   *
   * <p>Where nodes are nearly equal, or two weights of one node nearly the same in magnitude, a
   * small change of {@code x} may change the order or sign: {@link #same} does not rely on it.
   */
  public double[] canonical(double[] x) {
    double[] form = centred(x);
    for (int l = 0; l < last(); l++) {
      int layer = l;
      int nodes = architecture.nodes(l);
      double[] of = form;
      Integer[] order = new Integer[nodes];
      double[] signs = new double[nodes];
      Arrays.setAll(order, node -> node);
      Arrays.setAll(signs, node -> sign(of, layer, node));
      Arrays.sort(order, (p, q) -> compare(of, layer, p, q, signs));
      int[] source = new int[nodes];
      double[] sourceSigns = new double[nodes];
      for (int node = 0; node < nodes; node++) {
        source[node] = order[node];
        sourceSigns[node] = signs[order[node]];
      }
      form = NodeMatching.moved(architecture, form, layer, source, sourceSigns);
    }
    return form;
  }

  private double sign(double[] x, int layer, int node) {
    double largest = 0;
    for (int from = 0; from <= architecture.fanIn(layer); from++) {
      double w = x[architecture.weight(layer, node, from)];
      largest = Math.abs(w) > Math.abs(largest) ? w : largest;
    }
    for (int k = 0; largest == 0 && k < architecture.nodes(layer + 1); k++) {
      largest = x[architecture.weight(layer + 1, k, node)];
    }
    return largest < 0 ? -1 : 1;
  }

  private int compare(double[] x, int layer, int p, int q, double[] signs) {
    int strength =
        Double.compare(
            rootMeanSquareIn(x, layer, q) + rootMeanSquareOut(x, layer, q),
            rootMeanSquareIn(x, layer, p) + rootMeanSquareOut(x, layer, p));
    for (int from = 0; strength == 0 && from <= architecture.fanIn(layer); from++) {
      strength =
          Double.compare(
              signs[q] * x[architecture.weight(layer, q, from)],
              signs[p] * x[architecture.weight(layer, p, from)]);
    }
    return strength;
  }

  @Override
  public String description() {
    String nodes =
        architecture.hidden().isEmpty()
            ? "no hidden nodes"
            : "permutation x sign of hidden nodes " + architecture.hidden();
    return switch (shift) {
      case NONE -> nodes;
      case BIASES -> nodes + " x shift of all output biases";
      case WEIGHTS_AND_BIASES -> nodes + " x shift of all output weights of a node and of biases";
    };
  }
}
