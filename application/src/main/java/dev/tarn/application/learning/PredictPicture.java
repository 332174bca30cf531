package dev.tarn.application.learning;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.charts.Mark;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.statistics.RankCorrelation;
import dev.tarn.application.OptionName;
import dev.tarn.application.QuestionException;
import dev.tarn.learning.score.ClassificationScore;
import dev.tarn.learning.score.RocCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Drawings of how well minima predict. */
public enum PredictPicture {
  /** ROC curves of the minimum. */
  ROC,
  /** Log determinant of the Hessian against the test results of all minima. */
  FLATNESS,
  /** Loss against the test results of all minima. */
  LOSS;

  private static final OptionName PLOT = new OptionName("plot");

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The drawing of that name, such as {@code roc}. */
  public static PredictPicture named(String name) {
    return Arrays.stream(values())
        .filter(picture -> picture.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                QuestionException.misuse(
                    PLOT,
                    ": expected one of "
                        + Arrays.stream(values())
                            .map(PredictPicture::word)
                            .collect(Collectors.joining(", "))
                        + ", found "
                        + name));
  }

  /**
   * The drawing of an answer.
   *
   * @throws QuestionException if there are no test rows, or no classes for ROC curves
   */
  public Picture of(PredictAnswer answer) {
    if (answer.test().size() == 0) {
      throw QuestionException.failed(
          "there are no test rows to draw by: test: 0.3 in the data would keep some");
    }
    if (this == ROC) {
      return roc(
          answer,
          answer
              .score(answer.test())
              .orElseThrow(
                  () ->
                      QuestionException.failed(
                          PLOT, " roc: expected classes, found a regression")));
    }
    boolean flatness = this == FLATNESS;
    EvaluatedMinima minima = answer.minima();
    double[] x =
        minima.column(flatness ? EvaluatedMinima.Row::logDetHessian : EvaluatedMinima.Row::loss);
    RankCorrelation correlation = flatness ? minima.withFlatness() : minima.withLoss();
    return new CurveChart(
        flatness ? "Flatness and test results" : "Loss and test results",
        String.format(
            Locale.ROOT,
            "%s: %d minima, rank correlation %.3f",
            answer.landscape(),
            minima.rows().size(),
            correlation.rho()),
        flatness ? "Log determinant of the Hessian" : "Loss",
        minima.haveAccuracy() ? "Test accuracy" : "Test loss",
        List.of(new Curve("minima", x, minima.merit(), Curve.Style.POINTS)),
        List.of(new Mark(x[0], minima.merit()[0], "global minimum")));
  }

  private static Picture roc(PredictAnswer answer, ClassificationScore score) {
    List<String> classes = answer.test().classNames();
    return new CurveChart(
        "Receiver operating characteristic",
        answer.landscape() + ", minimum " + answer.minimum().id() + ", test rows; AUC by class",
        "False positive rate",
        "True positive rate",
        IntStream.range(0, classes.size())
            .mapToObj(k -> curve(classes.get(k), score.roc(k)))
            .toList(),
        List.of());
  }

  private static Curve curve(String name, RocCurve curve) {
    String area =
        Double.isNaN(curve.area()) ? "-" : String.format(Locale.ROOT, "%.4f", curve.area());
    return new Curve(
        name + ": " + area,
        curve.falsePositiveRates(),
        curve.truePositiveRates(),
        Curve.Style.MAIN);
  }
}
