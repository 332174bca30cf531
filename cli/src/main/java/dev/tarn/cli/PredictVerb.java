package dev.tarn.cli;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.charts.Mark;
import dev.tarn.analytics.statistics.RankCorrelation;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.score.ClassificationScore;
import dev.tarn.learning.score.ConfusionMatrix;
import dev.tarn.learning.score.RocCurve;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How well the minima of a model's loss predict. */
@Command(
    name = "predict",
    description = {
      "Judge a minimum of a model's loss by rows it has not seen: accuracy, ROC curves and their",
      "areas (AUC), confusion matrix; and all minima: the best AUC, and whether flat or low minima",
      "predict better."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn predict my-network",
      "  tarn predict my-network --minimum 7 --plot roc -o roc.svg",
      "  tarn predict my-network --all --csv",
      "  tarn predict my-network --plot flatness -o flatness.svg"
    })
final class PredictVerb extends Verb {
  private static final List<String> PLOTS = List.of("roc", "flatness", "loss");
  private static final int CLASSES_SHOWN = 20;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String name;

  @Option(
      names = "--minimum",
      paramLabel = "ID",
      description = "The minimum to judge (default: the global one).")
  @Nullable Long id;

  @Option(names = "--all", description = "Every minimum in a table, the lowest loss first.")
  boolean all;

  @Option(names = "--roc", description = "With --json: the points of the ROC curves as well.")
  boolean roc;

  @Option(
      names = "--plot",
      paramLabel = "WHAT",
      description =
          "What to draw: roc (default), flatness (log determinant against test accuracy), loss"
              + " (loss against test accuracy).")
  String plot = "roc";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw a picture: .svg, .png or .pdf.")
  @Nullable Path output;

  /** All minima, the lowest first, and what was measured at them. */
  private record Judged(
      List<Minimum> minima,
      double[] trainingLoss,
      double[] testLoss,
      double[] trainingAccuracy,
      double[] testAccuracy,
      double[] testAuc) {

    static Judged of(ModelLandscape model) {
      List<Minimum> sorted = new ArrayList<>(model.minima());
      sorted.sort(Comparator.comparingDouble(Minimum::energy).thenComparingLong(Minimum::id));
      List<Observables> observables = sorted.stream().map(model::observables).toList();
      return new Judged(
          sorted,
          column(observables, "trainingLoss"),
          column(observables, "testLoss"),
          column(observables, "trainingAccuracy"),
          column(observables, "testAccuracy"),
          column(observables, "testAuc"));
    }

    /** One quantity of each, NaN where the model has none of that name. */
    private static double[] column(List<Observables> observables, String quantity) {
      return observables.stream().mapToDouble(o -> o.get(quantity).orElse(Double.NaN)).toArray();
    }

    double[] of(ToDoubleFunction<Minimum> quantity) {
      return minima.stream().mapToDouble(quantity).toArray();
    }

    /** What a minimum is judged by: accuracy, or for regression the test loss. */
    double[] merit() {
      return Arrays.stream(testAccuracy).allMatch(Double::isNaN) ? testLoss : testAccuracy;
    }

    RankCorrelation ofFlatness() {
      return RankCorrelation.of(of(Minimum::logDetHessian), merit());
    }

    RankCorrelation ofLoss() {
      return RankCorrelation.of(of(Minimum::energy), merit());
    }

    /** Position of the best test AUC, the lowest loss at a tie; -1 without any. */
    int best() {
      int best = -1;
      for (int k = 0; k < testAuc.length; k++) {
        if (!Double.isNaN(testAuc[k]) && (best < 0 || testAuc[k] > testAuc[best])) {
          best = k;
        }
      }
      return best;
    }

    Json json(int k) {
      Minimum m = minima.get(k);
      return Json.object()
          .put("id", m.id())
          .put("loss", m.energy())
          .put("logDetHessian", m.logDetHessian())
          .put("trainingLoss", trainingLoss[k])
          .put("testLoss", testLoss[k])
          .put("trainingAccuracy", trainingAccuracy[k])
          .put("testAccuracy", testAccuracy[k])
          .put("testAuc", testAuc[k]);
    }
  }

  @Override
  void run(Terminal terminal) {
    if (output != null) {
      Drawings.checked(output);
    }
    if (!PLOTS.contains(plot)) {
      throw CommandException.usage(
          "--plot: expected one of " + String.join(", ", PLOTS) + ", found " + plot);
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      ModelLandscape model = ModelLandscape.of(open);
      Minimum chosen = chosen(model);
      Judged judged = Judged.of(model);
      if (output != null) {
        draw(model, chosen, judged, output);
      }
      if (forPrograms()) {
        printJson(terminal, model, chosen, judged);
      } else {
        print(terminal, model, chosen, judged);
      }
    }
  }

  private Minimum chosen(ModelLandscape model) {
    if (id == null) {
      return model.lowest();
    }
    long wanted = id;
    return model.minima().stream()
        .filter(m -> m.id() == wanted)
        .findFirst()
        .orElseThrow(
            () ->
                CommandException.failed(
                    "--minimum: expected the id of one of the "
                        + model.minima().size()
                        + " minima of "
                        + name
                        + ", found "
                        + wanted));
  }

  // -- for programs

  private void printJson(Terminal terminal, ModelLandscape model, Minimum chosen, Judged judged) {
    Dataset training = model.loss().data().training();
    Dataset test = model.loss().data().test();
    Json result =
        Json.object()
            .put("landscape", name)
            .put("minimum", chosen.id())
            .put("loss", chosen.energy())
            .put("classes", training.classNames())
            .put("train", json(model, chosen, training))
            .put("test", json(model, chosen, test));
    if (training.isClassified() && test.size() > 0) {
      ClassificationScore score = model.score(chosen, test);
      result.put("testAccuracy", score.accuracy()).put("testAuc", score.area());
      result.put("aucByClass", score.areas()).put("confusion", rows(score.confusion()));
      if (roc) {
        result.put("roc", curves(score, test));
      }
    }
    int best = judged.best();
    result.put(
        "bestAuc",
        best < 0
            ? null
            : Json.object()
                .put("minimum", judged.minima().get(best).id())
                .put("auc", judged.testAuc()[best]));
    result.put(
        "rankCorrelation",
        Json.object()
            .put("of", judged.merit() == judged.testLoss() ? "testLoss" : "testAccuracy")
            .put("withLogDetHessian", json(judged.ofFlatness()))
            .put("withLoss", json(judged.ofLoss())));
    List<Json> rows = new ArrayList<>();
    for (int k = 0; k < judged.minima().size(); k++) {
      rows.add(judged.json(k));
    }
    if (all) {
      result.put("minima", rows);
    }
    result.put("file", output).rows(rows).writeTo(terminal);
  }

  private static Json json(ModelLandscape model, Minimum minimum, Dataset rows) {
    Json json = Json.object().put("rows", rows.size());
    if (rows.size() == 0) {
      return json;
    }
    if (!rows.isClassified()) {
      return json.put("rootMeanSquareError", model.rootMeanSquareError(minimum, rows));
    }
    ClassificationScore score = model.score(minimum, rows);
    return json.put("accuracy", score.accuracy())
        .put("crossEntropy", score.crossEntropy())
        .put("auc", score.area())
        .put("absentClasses", score.absent());
  }

  private static List<List<Integer>> rows(ConfusionMatrix confusion) {
    int classes = confusion.classNames().size();
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      List<Integer> row = new ArrayList<>();
      for (int j = 0; j < classes; j++) {
        row.add(confusion.count(i, j));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Json> curves(ClassificationScore score, Dataset rows) {
    List<Json> curves = new ArrayList<>();
    for (int k = 0; k < rows.classNames().size(); k++) {
      RocCurve curve = score.roc(k);
      curves.add(
          Json.object()
              .put("class", rows.classNames().get(k))
              .put("auc", curve.area())
              .put("falsePositiveRate", curve.falsePositiveRates())
              .put("truePositiveRate", curve.truePositiveRates()));
    }
    return curves;
  }

  private static Json json(RankCorrelation correlation) {
    return Json.object()
        .put("rho", correlation.rho())
        .put("minima", correlation.pairs())
        .put("pValue", correlation.pValue());
  }

  // -- for people

  private void print(Terminal terminal, ModelLandscape model, Minimum chosen, Judged judged) {
    Dataset training = model.loss().data().training();
    Dataset test = model.loss().data().test();
    Facts facts = new Facts();
    boolean global = chosen.id() == model.lowest().id();
    facts.add(
        "minimum",
        Long.toString(chosen.id()),
        "loss " + Numbers.energy(chosen.energy()) + (global ? ", the global minimum" : ""));
    add(facts, "test", model, chosen, test);
    add(facts, "training", model, chosen, training);
    int best = judged.best();
    if (best >= 0) {
      facts.add(
          "best AUC of any",
          Numbers.fixed(judged.testAuc()[best], 4),
          "minimum "
              + judged.minima().get(best).id()
              + "; median "
              + Numbers.fixed(median(judged.testAuc()), 4));
    }
    if (test.size() > 0) {
      String of = judged.merit() == judged.testLoss() ? "test loss" : "test accuracy";
      add(facts, "flatness and " + of, judged.ofFlatness(), "log determinant");
      add(facts, "loss and " + of, judged.ofLoss(), "loss");
    }
    facts.printTo(terminal.out());
    if (training.isClassified() && test.size() > 0) {
      printClasses(terminal, model.score(chosen, test), test);
    }
    if (all) {
      printAll(terminal, judged);
    }
    if (output != null) {
      terminal.out().println("drawn: " + shown(output));
    }
    next(
        terminal,
        "predict " + name + " --plot roc -o " + name + "-roc.svg",
        "line " + name + " --starts 20");
  }

  private static void add(
      Facts facts, String which, ModelLandscape model, Minimum minimum, Dataset rows) {
    String of = "of " + Numbers.count(rows.size()) + " rows";
    if (rows.size() == 0) {
      facts.add(which + " rows", "none", "test: 0.3 in the data would keep some");
    } else if (rows.isClassified()) {
      ClassificationScore score = model.score(minimum, rows);
      facts.add(which + " accuracy", Numbers.fixed(score.accuracy(), 4), of);
      facts.add(
          which + " AUC",
          Double.isNaN(score.area()) ? "-" : Numbers.fixed(score.area(), 4),
          score.absent().isEmpty()
              ? "mean over classes, one against the rest"
              : "no rows of class " + String.join(", ", score.absent()));
    } else {
      facts.add(
          which + " error",
          Numbers.significant(model.rootMeanSquareError(minimum, rows), 6),
          "root mean square, " + of);
    }
  }

  private static void add(Facts facts, String name, RankCorrelation found, String quantity) {
    facts.add(
        name,
        Double.isNaN(found.rho()) ? "-" : Numbers.fixed(found.rho(), 3),
        Double.isNaN(found.rho())
            ? "too few different minima for a correlation"
            : String.format(
                Locale.ROOT,
                "rank correlation with the %s over %d minima, p = %.2g",
                quantity,
                found.pairs(),
                found.pValue()));
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }

  private static void printClasses(Terminal terminal, ClassificationScore score, Dataset rows) {
    List<String> classes = rows.classNames();
    if (classes.size() > CLASSES_SHOWN) {
      return;
    }
    terminal.out().println();
    List<String> headings = new ArrayList<>(List.of("test rows of", "AUC"));
    classes.forEach(name -> headings.add("as " + name));
    Table table = new Table(headings);
    ConfusionMatrix confusion = score.confusion();
    double[] areas = score.areas();
    for (int i = 0; i < classes.size(); i++) {
      List<Object> cells = new ArrayList<>();
      cells.add(classes.get(i));
      cells.add(Double.isNaN(areas[i]) ? "-" : Numbers.fixed(areas[i], 4));
      for (int j = 0; j < classes.size(); j++) {
        cells.add(confusion.count(i, j));
      }
      table.row(cells.toArray());
    }
    table.printTo(terminal.out());
  }

  private static void printAll(Terminal terminal, Judged judged) {
    terminal.out().println();
    Table table = new Table("minimum", "loss", "log det", "training acc.", "test acc.", "test AUC");
    for (int k = 0; k < judged.minima().size(); k++) {
      Minimum m = judged.minima().get(k);
      table.row(
          m.id(),
          Numbers.energy(m.energy()),
          Numbers.fixed(m.logDetHessian(), 3),
          shown(judged.trainingAccuracy()[k]),
          shown(judged.testAccuracy()[k]),
          shown(judged.testAuc()[k]));
    }
    table.printTo(terminal.out());
  }

  private static String shown(double share) {
    return Double.isNaN(share) ? "-" : Numbers.fixed(share, 4);
  }

  // -- pictures

  private void draw(ModelLandscape model, Minimum chosen, Judged judged, Path file) {
    Dataset test = model.loss().data().test();
    if (test.size() == 0) {
      throw CommandException.failed(
          "there are no test rows to draw by: test: 0.3 in the data would keep some");
    }
    if (plot.equals("roc")) {
      if (!test.isClassified()) {
        throw CommandException.failed("--plot roc: expected classes, found a regression");
      }
      Drawings.write(rocChart(model.score(chosen, test), test, chosen), file);
      return;
    }
    boolean flatness = plot.equals("flatness");
    double[] x = flatness ? judged.of(Minimum::logDetHessian) : judged.of(Minimum::energy);
    RankCorrelation correlation = flatness ? judged.ofFlatness() : judged.ofLoss();
    boolean byAccuracy = judged.merit() != judged.testLoss();
    Drawings.write(
        new CurveChart(
            flatness ? "Flatness and test results" : "Loss and test results",
            String.format(
                Locale.ROOT,
                "%s: %d minima, rank correlation %.3f",
                name,
                judged.minima().size(),
                correlation.rho()),
            flatness ? "Log determinant of the Hessian" : "Loss",
            byAccuracy ? "Test accuracy" : "Test loss",
            List.of(new Curve("minima", x, judged.merit(), Curve.Style.POINTS)),
            List.of(new Mark(x[0], judged.merit()[0], "global minimum"))),
        file);
  }

  private CurveChart rocChart(ClassificationScore score, Dataset test, Minimum chosen) {
    List<Curve> curves = new ArrayList<>();
    for (int k = 0; k < test.classNames().size(); k++) {
      RocCurve curve = score.roc(k);
      String area = Double.isNaN(curve.area()) ? "-" : Numbers.fixed(curve.area(), 4);
      curves.add(
          new Curve(
              test.classNames().get(k) + ": " + area,
              curve.falsePositiveRates(),
              curve.truePositiveRates(),
              Curve.Style.MAIN));
    }
    return new CurveChart(
        "Receiver operating characteristic",
        name + ", minimum " + chosen.id() + ", test rows; AUC by class",
        "False positive rate",
        "True positive rate",
        curves,
        List.of());
  }
}
