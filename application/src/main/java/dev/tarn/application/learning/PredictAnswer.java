package dev.tarn.application.learning;

import dev.tarn.analytics.statistics.RankCorrelation;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.landscape.Minimum;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.score.ClassificationScore;
import dev.tarn.learning.score.ConfusionMatrix;
import dev.tarn.learning.score.RocCurve;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a minimum predicts, and all minima beside it.
 *
 * @param question what was asked
 * @param landscape name of the landscape
 * @param model the model and its data
 * @param minimum the minimum that was evaluated
 * @param minima all minima
 */
public record PredictAnswer(
    PredictQuestion question,
    String landscape,
    ModelLandscape model,
    Minimum minimum,
    EvaluatedMinima minima)
    implements Answer {

  /** Rows that the model was fitted to. */
  public Dataset training() {
    return model.loss().data().training();
  }

  /** Rows that it has not seen. */
  public Dataset test() {
    return model.loss().data().test();
  }

  /** Whether it is the lowest minimum. */
  public boolean isGlobalMinimum() {
    return minimum.id() == model.lowest().id();
  }

  /** How well the classes of some rows are told; empty for a regression or without rows. */
  public Optional<ClassificationScore> score(Dataset rows) {
    return rows.isClassified() && rows.size() > 0
        ? Optional.of(model.score(minimum, rows))
        : Optional.empty();
  }

  /** Root mean square difference of answers and numbers, of a regression. */
  public double rootMeanSquareError(Dataset rows) {
    return model.rootMeanSquareError(minimum, rows);
  }

  @Override
  public NamedValues values() {
    NamedValues values =
        NamedValues.empty()
            .put("landscape", landscape)
            .put("minimum", minimum.id())
            .put("loss", minimum.energy())
            .put("classes", training().classNames())
            .put("train", values(training()))
            .put("test", values(test()));
    score(test())
        .ifPresent(
            score -> {
              values
                  .put("testAccuracy", score.accuracy())
                  .put("testAuc", score.area())
                  .put("aucByClass", score.areas())
                  .put("confusion", counts(score.confusion()));
              if (question.curves()) {
                values.put("roc", curves(score, test()));
              }
            });
    List<NamedValues> rows = NamedValues.ofRecords(minima.rows());
    values
        .put("bestAuc", bestAuc())
        .put(
            "rankCorrelation",
            NamedValues.empty()
                .put("of", minima.haveAccuracy() ? "testAccuracy" : "testLoss")
                .put("withLogDetHessian", values(minima.withFlatness()))
                .put("withLoss", values(minima.withLoss())));
    if (question.everyMinimum()) {
      values.put("minima", rows);
    }
    return values.withRows(rows);
  }

  private @Nullable NamedValues bestAuc() {
    return minima.best().isEmpty()
        ? null
        : NamedValues.empty()
            .put("minimum", minima.rows().get(minima.best().getAsInt()).id())
            .put("auc", minima.rows().get(minima.best().getAsInt()).testAuc());
  }

  private NamedValues values(Dataset rows) {
    NamedValues values = NamedValues.empty().put("rows", rows.size());
    score(rows)
        .ifPresent(
            score ->
                values
                    .put("accuracy", score.accuracy())
                    .put("crossEntropy", score.crossEntropy())
                    .put("auc", score.area())
                    .put("absentClasses", score.absent()));
    if (!rows.isClassified() && rows.size() > 0) {
      values.put("rootMeanSquareError", rootMeanSquareError(rows));
    }
    return values;
  }

  private static List<int[]> counts(ConfusionMatrix confusion) {
    int classes = confusion.classNames().size();
    return IntStream.range(0, classes)
        .mapToObj(i -> IntStream.range(0, classes).map(j -> confusion.count(i, j)).toArray())
        .toList();
  }

  private static List<NamedValues> curves(ClassificationScore score, Dataset rows) {
    return IntStream.range(0, rows.classNames().size())
        .mapToObj(
            k -> {
              RocCurve curve = score.roc(k);
              return NamedValues.empty()
                  .put("class", rows.classNames().get(k))
                  .put("auc", curve.area())
                  .put("falsePositiveRate", curve.falsePositiveRates())
                  .put("truePositiveRate", curve.truePositiveRates());
            })
        .toList();
  }

  private static NamedValues values(RankCorrelation correlation) {
    return NamedValues.empty()
        .put("rho", correlation.rho())
        .put("minima", correlation.pairs())
        .put("pValue", correlation.pValue());
  }
}
