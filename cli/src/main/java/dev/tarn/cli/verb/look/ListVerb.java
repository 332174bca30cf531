package dev.tarn.cli.verb.look;

import dev.tarn.application.PotentialText;
import dev.tarn.application.contents.StoreContents;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;

/** What the store holds. */
@Command(
    name = "list",
    description = "List the landscapes of the store.",
    footerHeading = "%nExamples:%n",
    footer = {"  tarn list", "  tarn list --store ~/landscapes --json"})
public final class ListVerb extends Verb {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Override
  protected void run(Terminal terminal) {
    StoreLocation location = storeLocation();
    try (LandscapeStore open = location.openToRead()) {
      StoreContents contents = StoreContents.of(open);
      if (forPrograms()) {
        Json.write(contents.values(), terminal);
      } else if (contents.entries().isEmpty()) {
        terminal.out().println("no landscapes in " + location);
        next(terminal, "explore examples/lj13.yaml", "import FOLDER --name NAME");
      } else {
        table(contents).printTo(terminal.out());
        next(terminal, "show " + contents.entries().get(0).landscape().name());
      }
    }
  }

  private static Table table(StoreContents contents) {
    Table table =
        new Table("landscape", "minima", "transition states", "other", "potential", "since");
    for (StoreContents.Entry entry : contents.entries()) {
      Landscape landscape = entry.landscape();
      table.row(
          landscape.name(),
          Numbers.count(entry.counts().minima()),
          Numbers.count(entry.counts().transitionStates()),
          Numbers.count(entry.counts().stationaryPoints()),
          PotentialText.of(landscape),
          landscape.createdAt().atZone(ZoneId.systemDefault()).format(DAY));
    }
    return table;
  }
}
