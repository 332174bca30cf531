package dev.tarn.cli;

import dev.tarn.analytics.network.Components;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is known of one landscape: how many points, and the lowest of them. */
@Command(
    name = "show",
    description = "Show how many points a landscape has, and its lowest minima.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn show lj13",
      "  tarn show lj13 --all --json",
      "  tarn show ./pathsample-folder"
    })
final class ShowVerb extends Verb {
  private static final int LOWEST = 20;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(names = "--all", description = "Show every minimum, not only the lowest 20.")
  boolean all;

  @Override
  void run(Terminal terminal) {
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      Landscape landscape = open.landscape();
      Network network = open.network();
      LandscapeCounts counts = open.store().counts(landscape.name());
      Components components = Components.of(network);
      int[] byEnergy = byEnergy(network);
      int shown = all ? byEnergy.length : Math.min(LOWEST, byEnergy.length);
      if (forPrograms()) {
        printJson(terminal, landscape, network, counts, components, byEnergy, shown);
        return;
      }
      facts(open, network, counts, components).printTo(terminal.out());
      if (byEnergy.length == 0) {
        next(terminal, "delete " + name);
        return;
      }
      terminal.out().println();
      minima(landscape, network, components, byEnergy, shown).printTo(terminal.out());
      if (shown < byEnergy.length) {
        String more = Numbers.counted(byEnergy.length - shown, "minimum", "minima");
        terminal.out().println("... " + more + " above (--all)");
      }
      next(terminal, "tree " + name + " -o " + landscape.name() + ".svg", "network " + name);
    }
  }

  /** Nodes by ascending energy, equal ones by id. */
  static int[] byEnergy(Network network) {
    return IntStream.range(0, network.nodeCount())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(network::energy).thenComparingInt(v -> v))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The landscape as a whole. */
  static Facts facts(
      OpenLandscape open, Network network, LandscapeCounts counts, Components components) {
    Landscape landscape = open.landscape();
    Facts facts = new Facts();
    int lowest = network.globalMinimum();
    if (lowest >= 0) {
      facts.add(
          "global minimum",
          Numbers.energy(network.energy(lowest)) + Descriptions.energyUnit(landscape),
          "minimum " + network.minimumId(lowest));
    }
    facts.add(
        "minima", Numbers.count(counts.minima()), CoverageKeys.worded(network.minimaCoverage()));
    long loops = IntStream.range(0, network.edgeCount()).filter(network::isLoop).count();
    facts.add(
        "transition states",
        Numbers.count(counts.transitionStates()),
        Stream.of(
                loops == 0 ? "" : Numbers.count(loops) + " of them degenerate",
                CoverageKeys.worded(network.transitionStateCoverage()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; ")));
    if (counts.stationaryPoints() > 0) {
      facts.add("other stationary points", Numbers.count(counts.stationaryPoints()));
    }
    facts.add("connected components", Numbers.count(components.count()), largest(components));
    facts.add("potential", Descriptions.potential(landscape));
    List<Run> runs = open.store().runs(landscape.name());
    if (!runs.isEmpty()) {
      Run last = runs.get(runs.size() - 1);
      facts.add(
          "last run",
          last.outcome().isEmpty() ? "did not end" : last.outcome(),
          "run " + last.id());
    }
    return facts;
  }

  private static String largest(Components components) {
    return components.count() < 2
        ? ""
        : "largest: " + Numbers.counted(components.size(0), "minimum", "minima");
  }

  /** The lowest minima. */
  static Table minima(
      Landscape landscape, Network network, Components components, int[] byEnergy, int shown) {
    String unit = Descriptions.energyUnit(landscape);
    boolean severalComponents = components.count() > 1;
    Table table =
        severalComponents
            ? new Table("minimum", "energy" + unit, "above lowest", "order", "ts", "component")
            : new Table("minimum", "energy" + unit, "above lowest", "order", "ts");
    double lowest = network.energy(byEnergy[0]);
    for (int k = 0; k < shown; k++) {
      int node = byEnergy[k];
      Object[] cells = {
        network.minimumId(node),
        Numbers.energy(network.energy(node)),
        Numbers.energy(network.energy(node) - lowest),
        network.symmetryOrder(node),
        network.adjacency().degree(node),
        components.componentOf(node) + 1
      };
      table.row(severalComponents ? cells : Arrays.copyOf(cells, 5));
    }
    return table;
  }

  private static Json row(Network network, Components components, int node) {
    return Json.object()
        .put("minimum", network.minimumId(node))
        .put("energy", network.energy(node))
        .put("symmetryOrder", network.symmetryOrder(node))
        .put("transitionStates", network.adjacency().degree(node))
        .put("component", components.componentOf(node) + 1);
  }

  private static void printJson(
      Terminal terminal,
      Landscape landscape,
      Network network,
      LandscapeCounts counts,
      Components components,
      int[] byEnergy,
      int shown) {
    int lowest = network.globalMinimum();
    int[] lowestFirst = Arrays.copyOf(byEnergy, shown);
    Json.object()
        .put("landscape", landscape.name())
        .put("minima", counts.minima())
        .put("transitionStates", counts.transitionStates())
        .put("stationaryPoints", counts.stationaryPoints())
        .put("connectedComponents", components.count())
        .put("globalMinimum", lowest < 0 ? null : network.energy(lowest))
        .put("globalMinimumId", lowest < 0 ? null : network.minimumId(lowest))
        .putAll(CoverageKeys.of(network.minimaCoverage(), network.transitionStateCoverage()))
        .put("energyUnit", landscape.energyUnit())
        .put("potential", landscape.potential())
        .put("parameters", landscape.parameters())
        .put("energies", Arrays.stream(lowestFirst).mapToDouble(network::energy).toArray())
        .put("ids", Arrays.stream(lowestFirst).mapToLong(network::minimumId).toArray())
        .put("symmetryOrders", Arrays.stream(lowestFirst).map(network::symmetryOrder).toArray())
        .rows(
            () ->
                Arrays.stream(lowestFirst)
                    .mapToObj(node -> row(network, components, node))
                    .toList())
        .writeTo(terminal);
  }
}
