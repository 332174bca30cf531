package dev.tarn.learning.model;

import dev.tarn.learning.data.Dataset;
import dev.tarn.potentials.arithmetic.ElementaryFunctions;
import dev.tarn.potentials.arithmetic.PanelArithmetic;
import java.util.Arrays;

/**
 * A network applied to all rows of a data set: values, derivatives by back-propagation, and second
 * derivatives along a direction by the R-operator (B. A. Pearlmutter, Neural Computation 6, 147,
 * 1994). Scratch space for one thread.
 *
 * <p>Rows go through all layers in blocks that stay in the cache. For each layer there are panels
 * with a row for each row of the data: activations a (for the last layer the answers), derivatives
 * e of the mean cost by a and d by the sum z that the node saw, and where wanted the changes of a
 * and of d along a direction.
 */
final class NetworkPass {
  private static final int BLOCK = 256;
  private static final double[] ONE = {1};

  private final Architecture architecture;
  private final InputMatrix inputs;
  private final PanelArithmetic arithmetic;
  private final ElementaryFunctions functions;
  private final OutputCost cost;
  private final int rows;
  private final int last;
  private final double[][] activations;
  private final double[][] errors;
  private final double[][] slopes;
  private double[][] tangents = new double[0][];
  private double[][] changes = new double[0][];
  private double[][] crossed = new double[0][];
  private double[] before = new double[0];
  private double[] mixed = new double[0];

  NetworkPass(
      Architecture architecture,
      OutputKind kind,
      Dataset data,
      InputMatrix inputs,
      PanelArithmetic arithmetic,
      ElementaryFunctions functions) {
    this.architecture = architecture;
    this.inputs = inputs;
    this.arithmetic = arithmetic;
    this.functions = functions;
    cost = new OutputCost(kind, functions, data, architecture.outputs(), BLOCK);
    rows = data.size();
    last = architecture.layers() - 1;
    activations = panels(last + 1);
    errors = panels(last);
    slopes = panels(last + 1);
  }

  private double[][] panels(int layers) {
    double[][] panels = new double[layers][];
    for (int l = 0; l < layers; l++) {
      panels[l] = new double[Math.multiplyExact(rows, architecture.width(l))];
    }
    return panels;
  }

  /** Mean cost of all rows. */
  double cost(LayerPanels weights) {
    double sum = 0;
    for (int from = 0; from < rows; from += BLOCK) {
      sum += forward(weights, from, Math.min(rows, from + BLOCK));
    }
    return sum / rows;
  }

  /** Panel of answers of the last pass: probabilities or numbers. */
  double[] answers() {
    return activations[last];
  }

  /**
   * Mean cost of all rows, and its derivatives.
   *
   * @param gradient overwritten
   */
  double costAndGradient(LayerPanels weights, LayerPanels gradient) {
    gradient.clear();
    double sum = 0;
    for (int from = 0; from < rows; from += BLOCK) {
      int to = Math.min(rows, from + BLOCK);
      sum += forward(weights, from, to);
      for (int l = last; l > 0; l--) {
        backward(l, weights, gradient, from, to);
      }
    }
    addFirst(gradient, slopes[0]);
    return sum / rows;
  }

  private double forward(LayerPanels weights, int from, int to) {
    for (int l = 0; l <= last; l++) {
      double[] z = activations[l];
      int width = architecture.width(l);
      fill(z, weights.biases[l], from, to);
      if (l == 0) {
        inputs.addProduct(arithmetic, z, architecture.nodes(0), weights.weights[0], from, to);
      } else {
        addForward(z, l, activations[l - 1], weights, from, to);
      }
      if (l < last) {
        functions.tanh(z, from * width, to * width);
      }
    }
    return cost.sum(activations[last], slopes[last], from, to);
  }

  private void backward(int l, LayerPanels weights, LayerPanels gradient, int from, int to) {
    addGradient(gradient, l, activations[l - 1], slopes[l], from, to);
    addBias(gradient, l, slopes[l], from, to);
    int width = architecture.width(l - 1);
    double[] e = errors[l - 1];
    Arrays.fill(e, from * width, to * width, 0);
    addBackward(e, l, slopes[l], weights, from, to);
    double[] a = activations[l - 1];
    double[] d = slopes[l - 1];
    for (int i = from * width; i < to * width; i++) {
      d[i] = (1 - a[i] * a[i]) * e[i];
    }
  }

  /**
   * Derivatives of the gradient along a direction, at the point of the last {@link
   * #costAndGradient}.
   *
   * @param product overwritten
   */
  void derivative(LayerPanels weights, LayerPanels direction, LayerPanels product) {
    prepareChanges();
    product.clear();
    for (int from = 0; from < rows; from += BLOCK) {
      int to = Math.min(rows, from + BLOCK);
      for (int l = 0; l <= last; l++) {
        forwardChange(l, weights, direction, from, to);
      }
      cost.changes(activations[last], changes[last], from, to);
      for (int l = last; l > 0; l--) {
        addGradient(product, l, activations[l - 1], changes[l], from, to);
        addBias(product, l, changes[l], from, to);
        addGradient(product, l, tangents[l - 1], slopes[l], from, to);
        backwardChange(l, weights, direction, from, to);
      }
    }
    addFirst(product, changes[0]);
  }

  private void prepareChanges() {
    if (changes.length == 0) {
      tangents = panels(last);
      changes = panels(last + 1);
    }
  }

  /**
   * All second derivatives, at the point of the last {@link #costAndGradient}.
   *
   * <p>A weight acts on a row only through the sum z that its node sees, as a shift of z by what it
   * is multiplied by. So one derivative along a shift of z is taken for each node, not for each
   * weight, and products of tall matrices make of it the rows of all weights of that node. Cost: a
   * product with the Hessian for each node, and n^2 multiplications and additions for each row.
   *
   * @param hessian overwritten, n x n, row-major
   */
  void hessian(LayerPanels weights, double[] hessian) {
    prepareChanges();
    int n = architecture.dimension();
    if (crossed.length == 0) {
      prepareHessian(n);
    }
    for (double[] panel : crossed) {
      Arrays.fill(panel, 0);
    }
    for (int from = 0; from < rows; from += BLOCK) {
      int to = Math.min(rows, from + BLOCK);
      int unit = 0;
      for (int l = 0; l <= last; l++) {
        int depth = architecture.fanIn(l) + 1;
        fillBefore(l, from, to);
        for (int node = 0; node < architecture.nodes(l); node++, unit++) {
          shift(l, node, weights, from, to);
          int columns = n - architecture.offset(l);
          fillMixed(l, columns, from, to);
          arithmetic.addTransposedProduct(
              crossed[unit], columns, before, depth, depth, mixed, 0, to - from);
        }
      }
    }
    unloadHessian(hessian, n);
  }

  private void prepareHessian(int n) {
    int units = 0;
    int deepest = 0;
    for (int l = 0; l <= last; l++) {
      units += architecture.nodes(l);
      deepest = Math.max(deepest, architecture.fanIn(l) + 1);
    }
    crossed = new double[units][];
    int unit = 0;
    for (int l = 0; l <= last; l++) {
      int width = PanelArithmetic.width(n - architecture.offset(l));
      for (int node = 0; node < architecture.nodes(l); node++) {
        crossed[unit++] = new double[(architecture.fanIn(l) + 1) * width];
      }
    }
    before = new double[BLOCK * deepest];
    mixed = new double[BLOCK * PanelArithmetic.width(n)];
  }

  /** What the weights of a layer are multiplied by, with the 1 of the bias at the end. */
  private void fillBefore(int l, int from, int to) {
    int fanIn = architecture.fanIn(l);
    double[] source = l == 0 ? inputs.dense() : activations[l - 1];
    int stride = l == 0 ? fanIn : architecture.width(l - 1);
    for (int row = from, at = 0; row < to; row++, at += fanIn + 1) {
      System.arraycopy(source, row * stride, before, at, fanIn);
      before[at + fanIn] = 1;
    }
  }

  /** Changes of all layers along a shift of the sum that one node sees. */
  private void shift(int first, int node, LayerPanels weights, int from, int to) {
    int width = architecture.width(first);
    double[] t = first == last ? changes[last] : tangents[first];
    Arrays.fill(t, from * width, to * width, 0);
    double[] a = activations[first];
    for (int i = from * width + node; i < to * width; i += width) {
      t[i] = first == last ? 1 : 1 - a[i] * a[i];
    }
    for (int l = first + 1; l <= last; l++) {
      double[] z = l == last ? changes[last] : tangents[l];
      Arrays.fill(z, from * architecture.width(l), to * architecture.width(l), 0);
      addForward(z, l, tangents[l - 1], weights, from, to);
      if (l < last) {
        timesSlope(z, l, from, to);
      }
    }
    cost.changes(activations[last], changes[last], from, to);
    for (int l = last; l > first; l--) {
      int below = architecture.width(l - 1);
      Arrays.fill(changes[l - 1], from * below, to * below, 0);
      addBackward(changes[l - 1], l, changes[l], weights, from, to);
      changeOfSlopes(l - 1, from, to);
    }
  }

  /** Changes, for each row, of the derivatives by the weights from a layer on. */
  private void fillMixed(int first, int columns, int from, int to) {
    int stride = PanelArithmetic.width(columns);
    int start = 0;
    for (int l = first; l <= last; l++) {
      int fanIn = architecture.fanIn(l);
      int nodes = architecture.nodes(l);
      int width = architecture.width(l);
      double[] change = changes[l];
      double[] slope = slopes[l];
      double[] source = l == 0 ? inputs.dense() : activations[l - 1];
      double[] tangent = l == first ? source : tangents[l - 1];
      int sourceStride = l == 0 ? fanIn : architecture.width(l - 1);
      for (int row = from; row < to; row++) {
        int to0 = (row - from) * stride + start;
        int source0 = row * sourceStride;
        for (int node = 0; node < nodes; node++) {
          double ofSum = change[row * width + node];
          double ofInput = l == first ? 0 : slope[row * width + node];
          int at = to0 + node * (fanIn + 1);
          for (int j = 0; j < fanIn; j++) {
            mixed[at + j] = ofSum * source[source0 + j] + ofInput * tangent[source0 + j];
          }
          mixed[at + fanIn] = ofSum;
        }
      }
      start += nodes * (fanIn + 1);
    }
  }

  /** Of two elements that differ by rounding the one above the diagonal is kept. */
  private void unloadHessian(double[] hessian, int n) {
    int unit = 0;
    int i = 0;
    for (int l = 0; l <= last; l++) {
      int start = architecture.offset(l);
      int width = PanelArithmetic.width(n - start);
      for (int node = 0; node < architecture.nodes(l); node++, unit++) {
        for (int input = 0; input <= architecture.fanIn(l); input++, i++) {
          for (int j = i; j < n; j++) {
            double element = crossed[unit][input * width + j - start];
            hessian[i * n + j] = element;
            hessian[j * n + i] = element;
          }
        }
      }
    }
  }

  private void forwardChange(int l, LayerPanels weights, LayerPanels direction, int from, int to) {
    double[] t = l == last ? changes[last] : tangents[l];
    fill(t, direction.biases[l], from, to);
    if (l == 0) {
      inputs.addProduct(arithmetic, t, architecture.nodes(0), direction.weights[0], from, to);
    } else {
      addForward(t, l, activations[l - 1], direction, from, to);
    }
    if (l > 0) {
      addForward(t, l, tangents[l - 1], weights, from, to);
    }
    if (l < last) {
      timesSlope(t, l, from, to);
    }
  }

  /** Multiplies by the derivative of tanh. */
  private void timesSlope(double[] t, int l, int from, int to) {
    int width = architecture.width(l);
    double[] a = activations[l];
    for (int i = from * width; i < to * width; i++) {
      t[i] *= 1 - a[i] * a[i];
    }
  }

  private void backwardChange(int l, LayerPanels weights, LayerPanels direction, int from, int to) {
    int width = architecture.width(l - 1);
    double[] change = changes[l - 1];
    Arrays.fill(change, from * width, to * width, 0);
    addBackward(change, l, changes[l], weights, from, to);
    addBackward(change, l, slopes[l], direction, from, to);
    changeOfSlopes(l - 1, from, to);
  }

  /** From the change of the derivatives by the activations of a layer, before tanh. */
  private void changeOfSlopes(int l, int from, int to) {
    int width = architecture.width(l);
    double[] change = changes[l];
    double[] a = activations[l];
    double[] e = errors[l];
    double[] t = tangents[l];
    for (int i = from * width; i < to * width; i++) {
      change[i] = (1 - a[i] * a[i]) * change[i] - 2 * a[i] * t[i] * e[i];
    }
  }

  private void fill(double[] panel, double[] row, int from, int to) {
    int width = row.length;
    for (int r = from; r < to; r++) {
      System.arraycopy(row, 0, panel, r * width, width);
    }
  }

  /** z += a W. */
  private void addForward(double[] z, int l, double[] a, LayerPanels of, int from, int to) {
    arithmetic.addProduct(
        z,
        architecture.nodes(l),
        a,
        architecture.width(l - 1),
        architecture.fanIn(l),
        of.weights[l],
        from,
        to);
  }

  /** e += d W'. */
  private void addBackward(double[] e, int l, double[] d, LayerPanels of, int from, int to) {
    arithmetic.addProduct(
        e,
        architecture.fanIn(l),
        d,
        architecture.width(l),
        architecture.nodes(l),
        of.transposed[l],
        from,
        to);
  }

  /** G += a' d. */
  private void addGradient(LayerPanels g, int l, double[] a, double[] d, int from, int to) {
    arithmetic.addTransposedProduct(
        g.weights[l],
        architecture.nodes(l),
        a,
        architecture.width(l - 1),
        architecture.fanIn(l),
        d,
        from,
        to);
  }

  private void addBias(LayerPanels g, int l, double[] d, int from, int to) {
    arithmetic.addTransposedProduct(g.biases[l], architecture.nodes(l), ONE, 0, 1, d, from, to);
  }

  private void addFirst(LayerPanels g, double[] d) {
    inputs.addTransposedProduct(arithmetic, g.weights[0], architecture.nodes(0), d);
    addBias(g, 0, d, 0, rows);
  }
}
