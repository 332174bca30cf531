package dev.tarn.cli;

import dev.tarn.analytics.paths.EnergyProfile;
import dev.tarn.analytics.paths.PathKind;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.cypher.Projection;
import dev.tarn.landscape.Network;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class PathVerb extends ProjectingVerb {
  private static final int STEPS_SHOWN = 40;
  private static final int MOST = 10_000;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(names = "--from", paramLabel = "MINIMA", required = true, description = "Where to start.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "MINIMA", required = true, description = "Where to arrive.")
  @Nullable String to;

  @Option(
      names = {"-T", "--temperature"},
      paramLabel = "T",
      description = "Also the fastest path at that temperature.")
  @Nullable String temperature;

  @Option(names = "--best", paramLabel = "K", description = "The K best of each kind (default: 1).")
  int best = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the energy profiles: FILE.svg or FILE.png.")
  @Nullable Path file;

  @Override
  void run(Terminal terminal) {
    if (file != null) {
      Path unused = Drawings.checked(file);
    }
    if (best < 1 || best > MOST) {
      throw CommandException.usage("--best: expected 1 to " + MOST + ", found " + best);
    }
    double[] at =
        temperature == null ? new double[0] : TemperatureGrid.parse("--temperature", temperature);
    if (at.length > 1) {
      throw CommandException.usage("--temperature: expected one temperature, found " + at.length);
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name).with(projection())) {
      Projection.Part part = open.part();
      Network network = part.network();
      long[] fromIds = MinimaSet.parse("--from", String.valueOf(from), open, network);
      long[] toIds = MinimaSet.parse("--to", String.valueOf(to), open, network);
      List<Pathway> paths = paths(network, fromIds, toIds, at);
      if (file != null) {
        Drawings.write(EnergyProfile.of(paths, open.name(), open.landscape().energyUnit()), file);
      }
      if (forPrograms()) {
        describe(
                Json.object()
                    .put("landscape", open.name())
                    .put("file", file)
                    .put("from", from)
                    .put("to", to)
                    .put("paths", paths.stream().map(PathVerb::json).toList())
                    .rows(() -> paths.stream().flatMap(PathVerb::rows).toList()),
                part)
            .writeTo(terminal);
        return;
      }
      announce(terminal, part);
      print(terminal.out(), open, paths);
      if (file != null) {
        terminal.out().println("drawn: " + shown(file));
      }
      next(
          terminal,
          "rates " + name + " --from " + from + " --to " + to + " --temperature T",
          "tree " + name + " -o " + open.name() + ".svg");
    }
  }

  private List<Pathway> paths(Network network, long[] fromIds, long[] toIds, double[] at) {
    try {
      PathSearch search = PathSearch.between(network, fromIds, toIds);
      List<Pathway> paths = new ArrayList<>(search.lowestBarrier(best));
      paths.addAll(search.fewestSteps(best));
      if (at.length > 0) {
        paths.addAll(search.fastest(at[0], best));
      }
      return paths;
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Tarn.oneLine(e));
    }
  }

  private static void print(PrintStream out, OpenLandscape open, List<Pathway> paths) {
    String unit = Descriptions.energyUnit(open.landscape());
    boolean first = true;
    for (Pathway path : paths) {
      out.print(first ? "" : "\n");
      first = false;
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
              + (path.kind() == PathKind.FASTEST
                  ? ", -ln P " + Numbers.fixed(path.cost(), 6)
                  : ""));
      table(path).printTo(out);
    }
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

  /** A row for each minimum, with the transition state that leads on from it. */
  private static Stream<Json> rows(Pathway path) {
    return IntStream.rangeClosed(0, path.steps())
        .mapToObj(
            k ->
                Json.object()
                    .put("kind", word(path))
                    .put("rank", path.rank())
                    .put("step", k)
                    .put("minimum", path.minima().get(k))
                    .put("energy", path.minimumEnergies().get(k))
                    .put(
                        "transitionState", k < path.steps() ? path.transitionStates().get(k) : null)
                    .put(
                        "transitionStateEnergy",
                        k < path.steps() ? path.transitionStateEnergies().get(k) : null));
  }

  private static String word(Pathway path) {
    return path.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Json json(Pathway path) {
    return Json.object()
        .put("kind", word(path))
        .put("rank", path.rank())
        .put("steps", path.steps())
        .put("highest", path.highest())
        .put("barrier", path.barrier())
        .put("cost", path.cost())
        .put("minima", path.minima())
        .put("transitionStates", path.transitionStates())
        .put("minimumEnergies", path.minimumEnergies())
        .put("transitionStateEnergies", path.transitionStateEnergies());
  }
}
