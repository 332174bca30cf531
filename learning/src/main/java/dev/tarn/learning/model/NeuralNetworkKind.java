package dev.tarn.learning.model;

import dev.tarn.learning.data.LearningData;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import java.util.List;
import java.util.Locale;

/** A fully connected network, in the catalogue. */
public final class NeuralNetworkKind extends PotentialKind {
  private static final Parameter<int[]> HIDDEN =
      Parameter.integers("hidden", 1, 100_000, "nodes of each hidden layer, such as 10 or [10, 5]")
          .orElse(List.of(3));
  private static final Parameter<String> OUTPUT =
      Parameter.text(
              "output", "softmax, sigmoid or linear; auto: softmax for classes, linear for numbers")
          .orElse("auto");

  /** For the catalogue. */
  public NeuralNetworkKind() {
    super(
        Group.LEARNING,
        "neural-network",
        "loss of a fully connected network with tanh hidden layers over a data set",
        LossParameters.DATA,
        HIDDEN,
        LossParameters.LAMBDA,
        LossParameters.REGULARISE,
        OUTPUT);
  }

  @Override
  public Potential create(ParameterValues values) {
    return LossParameters.loss(
        values, values.get(HIDDEN), data -> output(values.get(OUTPUT), data));
  }

  private static OutputKind output(String word, LearningData data) {
    if (word.equals("auto")) {
      return data.training().isClassified() ? OutputKind.SOFTMAX : OutputKind.LINEAR;
    }
    for (OutputKind kind : OutputKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    throw OUTPUT.refused("expected softmax, sigmoid, linear or auto for output, found " + word);
  }
}
