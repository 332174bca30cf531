package dev.tarn.application.learning;

import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Minimum;
import java.util.Optional;

/**
 * How well a minimum of a model's loss predicts rows it has not seen, and all minima beside it.
 *
 * @param minimum id of the minimum; the global one if empty
 * @param everyMinimum whether the answer for programs lists every minimum
 * @param curves whether it has the points of the ROC curves
 */
public record PredictQuestion(Optional<Long> minimum, boolean everyMinimum, boolean curves)
    implements Question<PredictAnswer> {

  @Override
  public PredictAnswer answer(Subject subject) {
    ModelLandscape model = ModelLandscape.of(subject.stored());
    return new PredictAnswer(
        this, subject.name(), model, chosen(model, subject.name()), EvaluatedMinima.of(model));
  }

  private Minimum chosen(ModelLandscape model, String landscape) {
    if (minimum.isEmpty()) {
      return model.lowest();
    }
    return model.minima().stream()
        .filter(m -> m.id() == minimum.get())
        .findFirst()
        .orElseThrow(
            () ->
                QuestionException.failed(
                    new OptionName("minimum"),
                    ": expected the id of one of the "
                        + model.minima().size()
                        + " minima of "
                        + landscape
                        + ", found "
                        + minimum.get()));
  }
}
