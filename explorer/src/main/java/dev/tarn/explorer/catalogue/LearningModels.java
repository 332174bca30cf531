package dev.tarn.explorer.catalogue;

import dev.tarn.explorer.learning.DataSpecification;
import dev.tarn.explorer.learning.FeedForwardLoss;
import dev.tarn.explorer.learning.LearningData;
import dev.tarn.explorer.learning.OutputKind;
import dev.tarn.explorer.learning.Penalised;
import dev.tarn.explorer.potential.LatticeModels;
import dev.tarn.explorer.potential.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entries of the catalogue for losses of models over data. */
final class LearningModels {
  private static final String NETWORK = "neural-network";
  private static final String REGRESSION = "logistic-regression";

  private static final ParameterKind DATA =
      new ParameterKind(
          "data",
          ParameterKind.Type.DATA,
          Optional.empty(),
          0,
          0,
          "CSV file, folder of images, generator, or keys and values that say more");
  private static final ParameterKind LAMBDA =
      new ParameterKind(
          "lambda",
          ParameterKind.Type.REAL,
          Optional.of(1e-4),
          0,
          1e6,
          "strength of the penalty lambda sum w^2");
  private static final ParameterKind REGULARISE =
      new ParameterKind(
          "regularise",
          ParameterKind.Type.TEXT,
          Optional.of("all"),
          0,
          0,
          "what the penalty runs over: all, or weights without biases");

  static final PotentialKind NEURAL_NETWORK =
      new PotentialKind(
          NETWORK,
          "loss of a fully connected network with tanh hidden layers over a data set",
          List.of(
              DATA,
              new ParameterKind(
                  "hidden",
                  ParameterKind.Type.WHOLES,
                  Optional.of(List.of(3)),
                  1,
                  100_000,
                  "nodes of each hidden layer, such as 10 or [10, 5]"),
              LAMBDA,
              REGULARISE,
              new ParameterKind(
                  "output",
                  ParameterKind.Type.TEXT,
                  Optional.of("auto"),
                  0,
                  0,
                  "softmax, sigmoid or linear; auto: softmax for classes, linear for numbers")),
          p -> loss(NETWORK, p, hidden(p), String.valueOf(p.get("output"))));

  static final PotentialKind LOGISTIC_REGRESSION =
      new PotentialKind(
          REGRESSION,
          "loss of multinomial logistic regression over a data set",
          List.of(DATA, LAMBDA, REGULARISE),
          p -> loss(REGRESSION, p, List.of(), "softmax"));

  private LearningModels() {}

  /** The specification with its defaults filled in, so that the same data can be had again. */
  static Map<String, Object> dataInFull(String potential, Object data) {
    try {
      return DataSpecification.of(data).parameters();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("potential " + potential + ": " + e.getMessage(), e);
    }
  }

  private static List<Integer> hidden(Map<String, Object> parameters) {
    List<Integer> hidden = new ArrayList<>();
    if (parameters.get("hidden") instanceof List<?> list) {
      for (Object nodes : list) {
        hidden.add(nodes instanceof Number number ? number.intValue() : 0);
      }
    }
    return hidden;
  }

  private static Potential loss(
      String name, Map<String, Object> parameters, List<Integer> hidden, String output) {
    double lambda = parameters.get("lambda") instanceof Double value ? value : Double.NaN;
    Penalised penalised = LatticeModels.word(name, parameters, "regularise", Penalised.values());
    try {
      Object specification = parameters.get("data");
      LearningData data = DataSpecification.read(specification == null ? "" : specification);
      return new FeedForwardLoss(data, hidden, output(output, data), lambda, penalised);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("potential " + name + ": " + e.getMessage(), e);
    }
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
    throw new IllegalArgumentException(
        "expected softmax, sigmoid, linear or auto for output, found " + word);
  }
}
