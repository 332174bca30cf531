package dev.tarn.learning.model;

import dev.tarn.learning.data.Dataset;
import dev.tarn.potentials.arithmetic.ElementaryFunctions;
import dev.tarn.potentials.arithmetic.PanelArithmetic;

/**
 * What the answers of a model cost, from the sums z at its outputs: value, first derivative and
 * second derivative along a direction, in forms that neither overflow nor cancel.
 */
final class OutputCost {
  /** Rows of which the product of normalisers is taken before its logarithm. */
  private static final double FLUSH = 1e100;

  private final OutputKind kind;
  private final ElementaryFunctions functions;
  private final Dataset data;
  private final int outputs;
  private final int width;
  private final double share;
  private final double[] exponentials;

  /**
   * Costs over the rows of a data set.
   *
   * @param block most rows of one call
   */
  OutputCost(OutputKind kind, ElementaryFunctions functions, Dataset data, int outputs, int block) {
    this.kind = kind;
    this.functions = functions;
    this.data = data;
    this.outputs = outputs;
    width = PanelArithmetic.width(outputs);
    share = 1.0 / data.size();
    exponentials = new double[kind == OutputKind.SIGMOID ? block : 0];
  }

  /**
   * Sums the cost of some rows.
   *
   * @param answers panel of z; overwritten with probabilities, or numbers for {@link
   *     OutputKind#LINEAR}
   * @param slopes panel; overwritten with derivatives of the mean cost by z
   */
  double sum(double[] answers, double[] slopes, int from, int to) {
    return switch (kind) {
      case SOFTMAX -> softmax(answers, slopes, from, to);
      case SIGMOID -> sigmoid(answers, slopes, from, to);
      case LINEAR -> linear(answers, slopes, from, to);
    };
  }

  private double softmax(double[] z, double[] slopes, int from, int to) {
    int[] labels = data.labels();
    double sum = 0;
    for (int row = from, at = from * width; row < to; row++, at += width) {
      double largest = z[at];
      for (int k = 1; k < outputs; k++) {
        largest = Math.max(largest, z[at + k]);
      }
      for (int k = 0; k < outputs; k++) {
        z[at + k] -= largest;
      }
      sum -= z[at + labels[row]];
    }
    functions.exp(z, from * width, to * width);
    double product = 1;
    for (int row = from, at = from * width; row < to; row++, at += width) {
      double total = 0;
      for (int k = 0; k < outputs; k++) {
        total += z[at + k];
      }
      // One logarithm for many rows: their normalisers lie between 1 and the number of classes.
      product *= total;
      if (product > FLUSH) {
        sum += StrictMath.log(product);
        product = 1;
      }
      double inverse = 1 / total;
      for (int k = 0; k < outputs; k++) {
        z[at + k] *= inverse;
        slopes[at + k] = share * z[at + k];
      }
      int label = at + labels[row];
      slopes[label] = share * (z[label] - 1);
    }
    return sum + StrictMath.log(product);
  }

  private double sigmoid(double[] z, double[] slopes, int from, int to) {
    int[] labels = data.labels();
    for (int row = from; row < to; row++) {
      exponentials[row - from] = -Math.abs(z[row * width]);
    }
    functions.exp(exponentials, 0, to - from);
    double sum = 0;
    double product = 1;
    for (int row = from, at = from * width; row < to; row++, at += width) {
      double small = exponentials[row - from];
      double inverse = 1 / (1 + small);
      product *= 1 + small;
      if (product > FLUSH) {
        sum += StrictMath.log(product);
        product = 1;
      }
      boolean positive = z[at] > 0;
      boolean second = labels[row] == 1;
      if (positive != second) {
        sum += Math.abs(z[at]);
      }
      double right = positive == second ? small * inverse : inverse;
      slopes[at] = second ? -share * right : share * right;
      z[at] = Double.isNaN(z[at]) ? z[at] : positive ? inverse : small * inverse;
    }
    return sum + StrictMath.log(product);
  }

  private double linear(double[] z, double[] slopes, int from, int to) {
    double[] targets = data.targets();
    double sum = 0;
    for (int row = from, at = from * width; row < to; row++, at += width) {
      double error = z[at] - targets[row];
      sum += error * error;
      slopes[at] = 2 * share * error;
    }
    return sum;
  }

  /**
   * How the slopes of some rows change.
   *
   * @param answers as {@link #sum} left them
   * @param changes panel of the change of z; overwritten with that of the slopes
   */
  void changes(double[] answers, double[] changes, int from, int to) {
    for (int row = from, at = from * width; row < to; row++, at += width) {
      switch (kind) {
        case SOFTMAX -> {
          double mean = 0;
          for (int k = 0; k < outputs; k++) {
            mean += answers[at + k] * changes[at + k];
          }
          for (int k = 0; k < outputs; k++) {
            changes[at + k] = share * answers[at + k] * (changes[at + k] - mean);
          }
        }
        case SIGMOID -> changes[at] *= share * answers[at] * (1 - answers[at]);
        case LINEAR -> changes[at] *= 2 * share;
      }
    }
  }
}
