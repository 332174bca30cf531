package dev.tarn.learning.model;

import dev.tarn.potentials.arithmetic.PanelArithmetic;
import java.util.Arrays;

/**
 * The coordinates of a network, or a gradient, in the order in which products want them: for each
 * layer a panel with a row for each node of the layer before, one with the biases, and the first
 * transposed.
 */
final class LayerPanels {
  private final Architecture architecture;

  /** Of each layer, row-major, fan-in x nodes. */
  final double[][] weights;

  /** Of each layer, one row. */
  final double[][] biases;

  /** Of each layer but the first, row-major, nodes x fan-in; filled by {@link #load}. */
  final double[][] transposed;

  LayerPanels(Architecture architecture) {
    this.architecture = architecture;
    int layers = architecture.layers();
    weights = new double[layers][];
    biases = new double[layers][];
    transposed = new double[layers][];
    for (int l = 0; l < layers; l++) {
      int width = architecture.width(l);
      weights[l] = new double[architecture.fanIn(l) * width];
      biases[l] = new double[width];
      transposed[l] =
          new double
              [l == 0 ? 0 : architecture.nodes(l) * PanelArithmetic.width(architecture.fanIn(l))];
    }
  }

  void load(double[] x) {
    int at = 0;
    for (int l = 0; l < weights.length; l++) {
      int fanIn = architecture.fanIn(l);
      int nodes = architecture.nodes(l);
      int width = architecture.width(l);
      double[] panel = weights[l];
      for (int node = 0; node < nodes; node++) {
        for (int from = 0; from < fanIn; from++) {
          panel[from * width + node] = x[at + from];
        }
        if (l > 0) {
          System.arraycopy(x, at, transposed[l], node * PanelArithmetic.width(fanIn), fanIn);
        }
        biases[l][node] = x[at + fanIn];
        at += fanIn + 1;
      }
    }
  }

  void clear() {
    for (int l = 0; l < weights.length; l++) {
      Arrays.fill(weights[l], 0);
      Arrays.fill(biases[l], 0);
    }
  }

  /** Writes the weights and biases into coordinates. */
  void unload(double[] x) {
    int at = 0;
    for (int l = 0; l < weights.length; l++) {
      int fanIn = architecture.fanIn(l);
      int nodes = architecture.nodes(l);
      int width = architecture.width(l);
      double[] panel = weights[l];
      for (int node = 0; node < nodes; node++) {
        for (int from = 0; from < fanIn; from++) {
          x[at + from] = panel[from * width + node];
        }
        x[at + fanIn] = biases[l][node];
        at += fanIn + 1;
      }
    }
  }
}
