package dev.tarn.cli.verb.compute;

import dev.tarn.analytics.paths.PathKind;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.application.Drawings;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.paths.PathAnswer;
import dev.tarn.application.paths.PathQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Descriptions;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.ProjectingVerb;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Best paths between two sets of minima. */
@Command(
    name = "path",
    description = {
      "Find the best paths between two sets of minima: fewest steps, lowest barrier, and, at a",
      "temperature, fastest. A set: ids (4,17,20-25), lowest:N, @file, or a Cypher predicate on m."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn path lj38 --from 8 --to 2",
      "  tarn path lj38 --from 8 --to 2 --temperature 0.12 --best 3"
    })
public final class PathVerb extends ProjectingVerb<PathAnswer> {
  private static final int STEPS_SHOWN = 40;

  @Option(names = "--from", paramLabel = "MINIMA", required = true, description = "Where to start.")
  String from = "";

  @Option(names = "--to", paramLabel = "MINIMA", required = true, description = "Where to arrive.")
  String to = "";

  @Option(
      names = {"-T", "--temperature"},
      paramLabel = "T",
      description = "Also the fastest path at that temperature.")
  Optional<String> temperature = Optional.empty();

  @Option(names = "--best", paramLabel = "K", description = "The K best of each kind (default: 1).")
  int best = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the energy profiles: FILE.svg or FILE.png.")
  Optional<Path> file = Optional.empty();

  @Override
  protected PathQuestion question() {
    file.ifPresent(Drawings::checked);
    return PathQuestion.ofEveryKind(
        new MinimaSet(from),
        new MinimaSet(to),
        temperature.map(text -> TemperatureGrid.parseOne(OptionName.TEMPERATURE, text)),
        best);
  }

  @Override
  protected NamedValues values(OpenLandscape open, PathAnswer answer) {
    file.ifPresent(path -> Drawings.write(answer.picture(), path));
    return answer.values().put("file", file);
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, PathAnswer answer) {
    PrintStream out = terminal.out();
    String unit = Descriptions.energyUnit(answer.landscape());
    String gap = "";
    for (Pathway path : answer.paths()) {
      out.print(gap);
      gap = "\n";
      print(out, path, unit);
    }
    file.ifPresent(path -> out.println("drawn: " + shown(path)));
    next(
        terminal,
        "rates " + name + " --from " + from + " --to " + to + " --temperature T",
        "tree " + name + " -o " + open.name() + ".svg");
  }

  private static void print(PrintStream out, Pathway path, String unit) {
    out.println(
        path.kind().label()
            + (path.rank() > 1 ? " (no. " + path.rank() + ")" : "")
            + ": "
            + Numbers.counted(path.steps(), "step", "steps")
            + ", highest point "
            + Numbers.energy(path.highest())
            + unit
            + ", "
            + Numbers.energy(path.barrier())
            + " above the start"
            + (path.kind() == PathKind.FASTEST ? ", -ln P " + Numbers.fixed(path.cost(), 6) : ""));
    table(path).printTo(out);
  }

  private static Table table(Pathway path) {
    Table table = new Table("", "minimum", "energy", "over ts", "at");
    int steps = path.steps();
    for (int k = 0; k <= steps; k++) {
      if (steps > STEPS_SHOWN && k == STEPS_SHOWN / 2) {
        table.row("", "...", "", "...", "");
        k = steps - STEPS_SHOWN / 2;
      }
      table.row(
          "",
          path.minima().get(k),
          Numbers.energy(path.minimumEnergies().get(k)),
          k < steps ? path.transitionStates().get(k) : "",
          k < steps ? Numbers.energy(path.transitionStateEnergies().get(k)) : "");
    }
    return table;
  }
}
