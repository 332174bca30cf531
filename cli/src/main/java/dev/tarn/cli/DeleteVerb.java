package dev.tarn.cli;

import dev.tarn.application.NamedValues;
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
final class DeleteVerb extends Verb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String name;

  @Override
  void run(Terminal terminal) {
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
