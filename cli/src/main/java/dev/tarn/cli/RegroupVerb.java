package dev.tarn.cli;

import dev.tarn.analytics.grouping.BarrierThreshold;
import dev.tarn.analytics.grouping.FreeEnergyGroups;
import dev.tarn.cypher.Projection;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Network;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins minima that interconvert easily into free-energy minima, as a new landscape. */
@Command(
    name = "regroup",
    description = {
      "Regroup minima joined by free-energy barriers up to a threshold, by PATHSAMPLE's recursive",
      "scheme, as a new landscape in the same store; it holds at that temperature only."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn regroup lj38 --temperature 0.12 --barrier 0.5 --name lj38-groups",
      "  tarn regroup lj38 --temperature 0.12 --time 1e6 --name lj38-groups"
    })
final class RegroupVerb extends ProjectingVerb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String landscapeName;

  @Option(names = "--name", paramLabel = "NEW", description = "Name of the new landscape.")
  @Nullable String newName;

  @Option(
      names = {"-T", "--temperature"},
      paramLabel = "T",
      required = true,
      description = "The temperature.")
  @Nullable String temperature;

  @Option(
      names = "--barrier",
      paramLabel = "F",
      description = "Join groups with free-energy barriers of at most F both ways.")
  @Nullable Double barrier;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "In place of a barrier: join what interconverts, both ways, within TIME.")
  @Nullable Double time;

  @Override
  void run(Terminal terminal) {
    BarrierThreshold threshold = threshold();
    String name = newName == null ? landscapeName + "-groups" : newName;
    String target = Names.checked("--name", name);
    try (OpenLandscape open =
        OpenLandscape.write(storeLocation(), landscapeName).with(projection())) {
      if (open.store().landscape(target).isPresent()) {
        throw LandscapeStoreException.nameTaken(target);
      }
      Projection.Part part = open.part();
      Network network = part.network();
      FreeEnergyGroups groups = FreeEnergyGroups.of(network, threshold);
      write(open, target, groups);
      if (forPrograms()) {
        describe(
                Json.object()
                    .put("landscape", target)
                    .put("minima", groups.minima().size())
                    .put("transitionStates", groups.transitionStates().size())
                    .put("regroupedFrom", landscapeName)
                    .put("rounds", groups.rounds())
                    .put("temperature", threshold.temperature())
                    .put("barrier", threshold.barrier()),
                part)
            .writeTo(terminal);
        return;
      }
      announce(terminal, part);
      terminal
          .out()
          .println(
              target
                  + ": "
                  + Numbers.counted(groups.minima().size(), "group", "groups")
                  + " of "
                  + Numbers.counted(network.nodeCount(), "minimum", "minima")
                  + ", "
                  + Numbers.counted(
                      groups.transitionStates().size(), "transition state", "transition states")
                  + " between them; energies are free energies at T = "
                  + Numbers.plain(threshold.temperature()));
      next(terminal, "tree " + target + " -o " + target + ".svg", "show " + target);
    }
  }

  private BarrierThreshold threshold() {
    double[] at = TemperatureGrid.parse("--temperature", String.valueOf(temperature));
    if (at.length != 1) {
      throw CommandException.usage("--temperature: expected one temperature, found " + at.length);
    }
    try {
      if (barrier != null && time == null) {
        return new BarrierThreshold(at[0], barrier);
      }
      if (time != null && barrier == null) {
        return BarrierThreshold.ofTimescale(at[0], time);
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("", e);
    }
    throw CommandException.usage(
        "expected --barrier or --time, found " + (barrier == null ? "neither" : "both"));
  }

  private static void write(OpenLandscape open, String target, FreeEnergyGroups groups) {
    Landscape original = open.landscape();
    open.store()
        .create(
            new Landscape(
                target,
                original.potential(),
                groups.parametersJson(),
                0,
                0,
                original.energyUnit(),
                original.lengthUnit(),
                Landscape.CURRENT_SCHEMA_VERSION,
                Clock.systemUTC().instant()));
    try (LandscapeSink sink = open.store().openSink(target)) {
      sink.commit(LandscapeUpdate.of(groups.minima(), groups.transitionStates()));
    }
  }
}
