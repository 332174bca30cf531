package dev.tarn.cli;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStore;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** What the store holds. */
@Command(
    name = "list",
    description = "List the landscapes of the store.",
    footerHeading = "%nExamples:%n",
    footer = {"  tarn list", "  tarn list --store ~/landscapes --json"})
final class ListVerb extends Verb {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Override
  void run(Terminal terminal) {
    StoreLocation location = storeLocation();
    try (LandscapeStore open = location.openToRead()) {
      List<Landscape> landscapes = open.landscapes();
      List<LandscapeCounts> counts = new ArrayList<>();
      landscapes.forEach(landscape -> counts.add(open.counts(landscape.name())));
      if (forPrograms()) {
        printJson(terminal, landscapes, counts);
      } else if (landscapes.isEmpty()) {
        terminal.out().println("no landscapes in " + location);
        next(terminal, "explore examples/lj13.yaml", "import FOLDER --name NAME");
      } else {
        printTable(terminal, landscapes, counts);
        next(terminal, "show " + landscapes.get(0).name());
      }
    }
  }

  private static void printTable(
      Terminal terminal, List<Landscape> landscapes, List<LandscapeCounts> counts) {
    Table table =
        new Table("landscape", "minima", "transition states", "other", "potential", "since");
    for (int i = 0; i < landscapes.size(); i++) {
      Landscape landscape = landscapes.get(i);
      LandscapeCounts count = counts.get(i);
      table.row(
          landscape.name(),
          Numbers.count(count.minima()),
          Numbers.count(count.transitionStates()),
          Numbers.count(count.stationaryPoints()),
          Descriptions.potential(landscape),
          landscape.createdAt().atZone(ZoneId.systemDefault()).format(DAY));
    }
    table.printTo(terminal.out());
  }

  private static void printJson(
      Terminal terminal, List<Landscape> landscapes, List<LandscapeCounts> counts) {
    List<Json> rows = new ArrayList<>();
    for (int i = 0; i < landscapes.size(); i++) {
      Landscape landscape = landscapes.get(i);
      rows.add(
          Json.object()
              .put("name", landscape.name())
              .put("potential", landscape.potential())
              .put("minima", counts.get(i).minima())
              .put("transitionStates", counts.get(i).transitionStates())
              .put("stationaryPoints", counts.get(i).stationaryPoints())
              .put("dimension", landscape.dimension())
              .put("energyUnit", landscape.energyUnit())
              .put("lengthUnit", landscape.lengthUnit())
              .put("createdAt", landscape.createdAt()));
    }
    Json.object().put("landscapes", rows).rows(rows).writeTo(terminal);
  }
}
