package dev.tarn.learning.model;

import dev.tarn.learning.data.DataSpecification;
import dev.tarn.learning.data.LearningData;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterException;
import dev.tarn.potentials.catalogue.ParameterValues;
import java.util.Arrays;
import java.util.function.Function;

/** The parameters that losses of models over data share. */
final class LossParameters {
  static final Parameter<Object> DATA =
      Parameter.data(
          "data",
          "CSV file, folder of images, generator, or keys and values that say more",
          "two-moons",
          data -> DataSpecification.of(data).parameters());
  static final Parameter<Double> LAMBDA =
      Parameter.real("lambda", 0, 1e6, "strength of the penalty lambda sum w^2").orElse(1e-4);
  static final Parameter<Penalised> REGULARISE =
      Parameter.word(
          "regularise",
          Penalised.ALL,
          "what the penalty runs over: all, or weights without biases");

  private LossParameters() {}

  /**
   * A loss over the data of these values; what is wrong with the data is said of that parameter.
   */
  static FeedForwardLoss loss(
      ParameterValues values, int[] hidden, Function<LearningData, OutputKind> output) {
    Penalised penalised = values.get(REGULARISE);
    try {
      LearningData data = DataSpecification.read(values.get(DATA));
      return new FeedForwardLoss(
          data,
          Arrays.stream(hidden).boxed().toList(),
          output.apply(data),
          values.get(LAMBDA),
          penalised);
    } catch (ParameterException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(DATA.name(), String.valueOf(e.getMessage()), e);
    }
  }
}
