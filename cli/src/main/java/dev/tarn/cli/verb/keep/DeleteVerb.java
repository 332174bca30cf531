package dev.tarn.cli.verb.keep;

import dev.tarn.application.NamedValues;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a landscape. */
@Command(
    name = "delete",
    description = "Remove a landscape with all its points and runs from the store.",
    footerHeading = "%nExample:%n",
    footer = {"  tarn delete lj13"})
public final class DeleteVerb extends Verb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String name;

  @Override
  protected void run(Terminal terminal) {
    StoreLocation location = storeLocation();
    try (LandscapeStore open = location.openToWrite()) {
      OpenLandscape.require(open, location, name);
      LandscapeCounts counts = open.counts(name);
      open.delete(name);
      if (forPrograms()) {
        Json.write(
            NamedValues.empty()
                .put("landscape", name)
                .put("minima", counts.minima())
                .put("transitionStates", counts.transitionStates()),
            terminal);
        return;
      }
      terminal
          .out()
          .println(
              "deleted "
                  + name
                  + ": "
                  + Numbers.counted(counts.minima(), "minimum", "minima")
                  + ", "
                  + Numbers.counted(
                      counts.transitionStates(), "transition state", "transition states"));
      next(terminal, "list");
    }
  }
}
