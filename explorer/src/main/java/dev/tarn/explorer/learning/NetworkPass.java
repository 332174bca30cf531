package dev.tarn.explorer.learning;

import dev.tarn.explorer.arithmetic.ElementaryFunctions;
import dev.tarn.explorer.arithmetic.PanelArithmetic;
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
   * #costAndGradient}: of the layers from {@code first} on, before which the direction is zero.
   *
   * @param product overwritten
   */
  void derivative(LayerPanels weights, LayerPanels direction, int first, LayerPanels product) {
    if (changes.length == 0) {
      tangents = panels(last);
      changes = panels(last + 1);
    }
    product.clear();
    for (int from = 0; from < rows; from += BLOCK) {
      int to = Math.min(rows, from + BLOCK);
      for (int l = first; l <= last; l++) {
        forwardChange(l, weights, direction, first, from, to);
      }
      cost.changes(activations[last], changes[last], from, to);
      for (int l = last; l > 0 && l >= first; l--) {
        addGradient(product, l, activations[l - 1], changes[l], from, to);
        addBias(product, l, changes[l], from, to);
        if (l > first) {
          addGradient(product, l, tangents[l - 1], slopes[l], from, to);
          backwardChange(l, weights, direction, from, to);
        }
      }
    }
    if (first == 0) {
      addFirst(product, changes[0]);
    }
  }

  private void forwardChange(
      int l, LayerPanels weights, LayerPanels direction, int first, int from, int to) {
    double[] t = l == last ? changes[last] : tangents[l];
    fill(t, direction.biases[l], from, to);
    if (l == 0) {
      inputs.addProduct(arithmetic, t, architecture.nodes(0), direction.weights[0], from, to);
    } else {
      addForward(t, l, activations[l - 1], direction, from, to);
    }
    if (l > first) {
      addForward(t, l, tangents[l - 1], weights, from, to);
    }
    if (l < last) {
      int width = architecture.width(l);
      double[] a = activations[l];
      for (int i = from * width; i < to * width; i++) {
        t[i] *= 1 - a[i] * a[i];
      }
    }
  }

  private void backwardChange(int l, LayerPanels weights, LayerPanels direction, int from, int to) {
    int width = architecture.width(l - 1);
    double[] change = changes[l - 1];
    Arrays.fill(change, from * width, to * width, 0);
    addBackward(change, l, changes[l], weights, from, to);
    addBackward(change, l, slopes[l], direction, from, to);
    double[] a = activations[l - 1];
    double[] e = errors[l - 1];
    double[] t = tangents[l - 1];
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
