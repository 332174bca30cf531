package dev.tarn.cli.verb.compute;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Drawings;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.application.paths.LineAnswer;
import dev.tarn.application.paths.LineQuestion;
import dev.tarn.application.paths.StartLinesAnswer;
import dev.tarn.application.paths.StartLinesQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Facts;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.LiveLine;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.Verb;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The energy along straight lines. */
@Command(
    name = "line",
    description = {
      "Follow straight lines: from one set of minima to another, beside the lowest path over",
      "transition states, or from random starts to the minima that quenches from there reach."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn line lj13 --from 2 --to 1 -o line.svg",
      "  tarn line my-network --from lowest:10 --to 1",
      "  tarn line my-network --starts 100",
      "",
      "A line is monotonic if the energy never rises from its higher end to its lower one. Lines",
      "are drawn to the nearest copy under the landscape's symmetry, and to the stored one."
    })
public final class LineVerb extends Verb {
  private static final OptionName STARTS = new OptionName("starts");

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String name;

  @Option(names = "--from", paramLabel = "MINIMA", description = "Where lines begin.")
  Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "MINIMA", description = "Where they end.")
  Optional<String> to = Optional.empty();

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "Lines from N random starts to the minima they lead to.")
  int starts;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the starts (default: 1).")
  long seed = 1;

  @Option(
      names = "--points",
      paramLabel = "M",
      description = "Points of each line (default: ${DEFAULT-VALUE}).")
  int points = 101;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the first lines: .svg, .png or .pdf.")
  Optional<Path> output = Optional.empty();

  @Override
  protected void run(Terminal terminal) {
    output.ifPresent(Drawings::checked);
    if (from.isPresent() && to.isPresent() && starts == 0) {
      LineQuestion question =
          new LineQuestion(new MinimaSet(from.get()), new MinimaSet(to.get()), points);
      try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
        LineAnswer answer = question.answer(Subject.whole(open.source()));
        if (!written(terminal, answer.values(), answer::picture)) {
          print(terminal, answer);
        }
      }
    } else if (from.isEmpty() && to.isEmpty() && starts != 0) {
      StartLinesQuestion question = new StartLinesQuestion(starts, seed, points);
      try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
        StartLinesAnswer answer = watched(terminal, question, Subject.whole(open.source()));
        if (!written(terminal, answer.values(), answer::picture)) {
          print(terminal, answer);
        }
      }
    } else {
      throw QuestionException.misuse(
          "expected ", OptionName.FROM, " and ", OptionName.TO, ", or ", STARTS);
    }
  }

  private StartLinesAnswer watched(
      Terminal terminal, StartLinesQuestion question, Subject subject) {
    LiveLine progress = new LiveLine(terminal);
    try (Interruption interruption = Interruption.watched()) {
      return question.answer(
          subject,
          (done, all) -> {
            if (progress.isDue()) {
              progress.show(name, done + " of " + all + " starts");
            }
            return !interruption.requested();
          });
    } finally {
      progress.end();
    }
  }

  /** Draws, and writes what programs want; whether that is all. */
  private boolean written(Terminal terminal, NamedValues values, Supplier<Picture> picture) {
    output.ifPresent(file -> Drawings.write(picture.get(), file));
    if (forPrograms()) {
      Json.write(values.put("file", output), terminal);
    }
    return forPrograms();
  }

  private void print(Terminal terminal, LineAnswer answer) {
    Table table =
        new Table(
            "from",
            "to",
            "distance",
            "barrier",
            "monotonic",
            "not aligned",
            "by transition states");
    for (LineAnswer.Line line : answer.lines()) {
      table.row(
          line.from().id(),
          line.to().id(),
          Numbers.fixed(line.aligned().length(), 4),
          height(line.aligned().barrier()),
          line.aligned().isMonotonic() ? "yes" : "no",
          height(line.stored().barrier()),
          line.pathBarrier().isPresent()
              ? Numbers.energy(line.pathBarrier().getAsDouble())
              : "no path");
    }
    table.printTo(terminal.out());
    terminal.out().println("barriers are measured from the higher end");
    drawn(terminal);
    next(terminal, "path " + name + " --from " + from.orElse("") + " --to " + to.orElse(""));
  }

  /** Atoms that pass through each other make heights beyond all decimals. */
  private static String height(double barrier) {
    return barrier < 1e6 ? Numbers.energy(barrier) : Numbers.significant(barrier, 4);
  }

  private void print(Terminal terminal, StartLinesAnswer answer) {
    int lines = answer.lines().size();
    Facts facts = new Facts();
    facts.add(
        "monotonic lines",
        Numbers.count(answer.monotonic()) + " of " + Numbers.count(lines),
        Numbers.percent(answer.monotonicShare()));
    facts.add("highest rise above the start", Numbers.energy(answer.highestBarrier()));
    facts.add("ended in known minima", Numbers.count(answer.known()));
    if (lines < starts) {
      facts.add("quenches that failed", Numbers.count(starts - lines));
    }
    facts.printTo(terminal.out());
    drawn(terminal);
    next(terminal, "line " + name + " --from 2 --to 1");
  }

  private void drawn(Terminal terminal) {
    output.ifPresent(file -> terminal.out().println("drawn: " + shown(file)));
  }
}
