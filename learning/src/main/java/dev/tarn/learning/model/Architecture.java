package dev.tarn.learning.model;

import dev.tarn.potentials.arithmetic.PanelArithmetic;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Sizes of a fully connected network, and where its weights stand in the coordinates.
 *
 * <p>Layers are numbered from 0, the first hidden one, to the outputs. <strong>Layout</strong>:
 * layer after layer, in a layer node after node, for a node its weights from each node of the layer
 * before (the inputs, for the first) and then its bias. With 3 inputs, h hidden nodes and 4 outputs
 * these are 4 h numbers of the hidden nodes and 4 (h + 1) of the outputs, 8 h + 4 in all.
 *
 * @param inputs number of inputs, at least 1
 * @param hidden nodes of each hidden layer, none for a model that is linear up to its output
 * @param outputs number of outputs, at least 1
 */
public record Architecture(int inputs, List<Integer> hidden, int outputs) implements Serializable {

  /** Checks the sizes. */
  public Architecture {
    hidden = List.copyOf(hidden);
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "expected at least one input and one output, found " + inputs + " and " + outputs);
    }
    for (int nodes : hidden) {
      if (nodes < 1) {
        throw new IllegalArgumentException(
            "expected at least 1 node in every hidden layer, found " + hidden);
      }
    }
    long size = 0;
    List<Integer> sizes = new ArrayList<>(hidden);
    sizes.add(outputs);
    long before = inputs;
    for (int nodes : sizes) {
      size += (before + 1) * nodes;
      before = nodes;
    }
    if (size > Integer.MAX_VALUE / 8) {
      throw new IllegalArgumentException("a network of " + size + " weights is too large");
    }
  }

  /** Number of layers with weights: the hidden ones and the outputs. */
  public int layers() {
    return hidden.size() + 1;
  }

  /** Nodes of a layer. */
  public int nodes(int layer) {
    return layer == hidden.size() ? outputs : hidden.get(layer);
  }

  /** Nodes of the layer before: how many weights, besides the bias, each node of a layer has. */
  public int fanIn(int layer) {
    return layer == 0 ? inputs : hidden.get(layer - 1);
  }

  /** Width of the panels that hold a layer's nodes. */
  int width(int layer) {
    return PanelArithmetic.width(nodes(layer));
  }

  /** Number of weights and biases. */
  public int dimension() {
    return offset(layers());
  }

  /** Where the coordinates of a layer start. */
  public int offset(int layer) {
    int offset = 0;
    for (int l = 0; l < layer; l++) {
      offset += (fanIn(l) + 1) * nodes(l);
    }
    return offset;
  }

  /** Where the weight stands with which a node counts a node of the layer before. */
  public int weight(int layer, int node, int from) {
    return offset(layer) + node * (fanIn(layer) + 1) + from;
  }

  /** Where the bias of a node stands. */
  public int bias(int layer, int node) {
    return weight(layer, node, fanIn(layer));
  }

  /** The sizes as the field writes them, such as 784-10-10. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(inputs);
    for (int nodes : hidden) {
      text.append('-').append(nodes);
    }
    return text.append('-').append(outputs).toString();
  }
}
