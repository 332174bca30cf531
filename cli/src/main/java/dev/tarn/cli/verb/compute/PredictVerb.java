package dev.tarn.cli.verb.compute;

import dev.tarn.analytics.statistics.RankCorrelation;
import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.application.learning.EvaluatedMinima;
import dev.tarn.application.learning.PredictAnswer;
import dev.tarn.application.learning.PredictPicture;
import dev.tarn.application.learning.PredictQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Facts;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.AskingVerb;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.score.ClassificationScore;
import dev.tarn.learning.score.ConfusionMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
public final class PredictVerb extends AskingVerb<PredictAnswer> {
  private static final int CLASSES_SHOWN = 20;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String name;

  @Option(
      names = "--minimum",
      paramLabel = "ID",
      description = "The minimum to judge (default: the global one).")
  Optional<Long> id = Optional.empty();

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
  Optional<Path> output = Optional.empty();

  @Override
  protected PredictQuestion question() {
    output.ifPresent(Drawings::checked);
    PredictPicture unused = PredictPicture.named(plot);
    return new PredictQuestion(id, all, roc);
  }

  @Override
  protected String name() {
    return name;
  }

  @Override
  protected NamedValues values(OpenLandscape open, PredictAnswer answer) {
    output.ifPresent(file -> Drawings.write(PredictPicture.named(plot).of(answer), file));
    return answer.values().put("file", output);
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, PredictAnswer answer) {
    EvaluatedMinima minima = answer.minima();
    Dataset test = answer.test();
    Facts facts = new Facts();
    facts.add(
        "minimum",
        Long.toString(answer.minimum().id()),
        "loss "
            + Numbers.energy(answer.minimum().energy())
            + (answer.isGlobalMinimum() ? ", the global minimum" : ""));
    add(facts, "test", answer, test);
    add(facts, "training", answer, answer.training());
    if (minima.best().isPresent()) {
      EvaluatedMinima.Row best = minima.rows().get(minima.best().getAsInt());
      facts.add(
          "best AUC of any",
          Numbers.fixed(best.testAuc(), 4),
          "minimum " + best.id() + "; median " + Numbers.fixed(minima.medianAuc(), 4));
    }
    if (test.size() > 0) {
      String of = minima.haveAccuracy() ? "test accuracy" : "test loss";
      add(facts, "flatness and " + of, minima.withFlatness(), "log determinant");
      add(facts, "loss and " + of, minima.withLoss(), "loss");
    }
    facts.printTo(terminal.out());
    answer.score(test).ifPresent(score -> printClasses(terminal, score, test));
    if (all) {
      printAll(terminal, minima);
    }
    output.ifPresent(file -> terminal.out().println("drawn: " + shown(file)));
    next(
        terminal,
        "predict " + name + " --plot roc -o " + name + "-roc.svg",
        "line " + name + " --starts 20");
  }

  private static void add(Facts facts, String which, PredictAnswer answer, Dataset rows) {
    String of = "of " + Numbers.count(rows.size()) + " rows";
    if (rows.size() == 0) {
      facts.add(which + " rows", "none", "test: 0.3 in the data would keep some");
      return;
    }
    Optional<ClassificationScore> found = answer.score(rows);
    if (found.isPresent()) {
      ClassificationScore score = found.get();
      facts.add(which + " accuracy", Numbers.fixed(score.accuracy(), 4), of);
      facts.add(
          which + " AUC",
          Numbers.fixed(score.area(), 4),
          score.absent().isEmpty()
              ? "mean over classes, one against the rest"
              : "no rows of class " + String.join(", ", score.absent()));
    } else {
      facts.add(
          which + " error",
          Numbers.significant(answer.rootMeanSquareError(rows), 6),
          "root mean square, " + of);
    }
  }

  private static void add(Facts facts, String name, RankCorrelation found, String quantity) {
    facts.add(
        name,
        Numbers.fixed(found.rho(), 3),
        Double.isNaN(found.rho())
            ? "too few different minima for a correlation"
            : String.format(
                Locale.ROOT,
                "rank correlation with the %s over %d minima, p = %.2g",
                quantity,
                found.pairs(),
                found.pValue()));
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
      cells.add(Numbers.fixed(areas[i], 4));
      for (int j = 0; j < classes.size(); j++) {
        cells.add(confusion.count(i, j));
      }
      table.row(cells.toArray());
    }
    table.printTo(terminal.out());
  }

  private static void printAll(Terminal terminal, EvaluatedMinima minima) {
    terminal.out().println();
    Table table = new Table("minimum", "loss", "log det", "training acc.", "test acc.", "test AUC");
    for (EvaluatedMinima.Row row : minima.rows()) {
      table.row(
          row.id(),
          Numbers.energy(row.loss()),
          Numbers.fixed(row.logDetHessian(), 3),
          Numbers.fixed(row.trainingAccuracy(), 4),
          Numbers.fixed(row.testAccuracy(), 4),
          Numbers.fixed(row.testAuc(), 4));
    }
    table.printTo(terminal.out());
  }
}
