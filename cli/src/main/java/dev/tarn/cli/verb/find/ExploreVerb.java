package dev.tarn.cli.verb.find;

import dev.tarn.application.NamedValues;
import dev.tarn.application.contents.CoverageValues;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Descriptions;
import dev.tarn.cli.output.Durations;
import dev.tarn.cli.output.Facts;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.ProgressLine;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.output.Version;
import dev.tarn.cli.runfile.RunFile;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.RunOptions;
import dev.tarn.cli.verb.ServingOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.cypher.server.LandscapeServer;
import dev.tarn.cypher.server.ServerSettings;
import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.exploration.Exploration;
import dev.tarn.explorer.exploration.ExplorationProgress;
import dev.tarn.explorer.exploration.ExplorationReport;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.potentials.PotentialException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explores a landscape and keeps what it finds. */
@Command(
    name = "explore",
    description = {
      "Explore a landscape: find its minima and transition states, verify them and keep them.",
      "Run it again to go on where it stopped; Ctrl-C ends it with everything found kept."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn explore examples/lj13.yaml",
      "  tarn explore examples/lj13.yaml --budget 5m --seed 2 --name lj13-again",
      "  tarn explore --potential lennard-jones --set atoms=8 --name lj8",
      "  tarn explore my.yaml --classpath my-potential.jar"
    })
public final class ExploreVerb extends Verb {
  private static final int REASONS_SHOWN = 3;

  @Parameters(paramLabel = "RUN.yaml", arity = "0..1", description = "The run file.")
  @Nullable Path runFile;

  @Mixin RunOptions options = new RunOptions();

  @Option(
      names = "--serve",
      description = "Serve the store meanwhile: the landscape grows in the Neo4j Browser.")
  boolean serve;

  @Mixin ServingOptions serving = new ServingOptions();

  @Override
  protected void run(Terminal terminal) {
    RunFile file = options.runFile(runFile);
    ExplorationSettings settings = file.settings();
    Optional<Duration> limit = options.limit();
    if (limit.isPresent()) {
      settings = settings.withUntil(settings.until().withTime(limit));
    }
    explore(terminal, file, settings);
  }

  private void explore(Terminal terminal, RunFile file, ExplorationSettings settings) {
    // The store is closed first: a Ctrl-C that waits for this then ends the process.
    try (Interruption interruption = Interruption.watched()) {
      if (serve) {
        try (LandscapeServer server = server(terminal, settings.landscape())) {
          explore(terminal, file, settings, server.store(), interruption);
        }
      } else {
        serving.refuseWithout("--serve");
        try (LandscapeStore open = storeLocation().openOrCreate()) {
          explore(terminal, file, settings, open, interruption);
        }
      }
    } catch (ChangedSettingsException e) {
      throw CommandException.failed(
          e.getMessage() + "; --continue-with-changes goes on all the same");
    }
  }

  private void explore(
      Terminal terminal,
      RunFile file,
      ExplorationSettings settings,
      LandscapeStore open,
      Interruption interruption) {
    Exploration exploration =
        new Exploration(
            open,
            settings,
            new RunRecord(
                Json.text(NamedValues.empty().putAll(settings.potential().parameters())),
                file.text(),
                Version.TEXT),
            Clock.systemUTC());
    if (options.continueWithChanges()) {
      exploration.acceptChanges();
    }
    explore(terminal, settings, exploration, interruption);
  }

  private LandscapeServer server(Terminal terminal, String name) {
    LandscapeServer server =
        LandscapeServer.start(
            storeLocation().folderToServe(),
            StoreOptions.Access.CREATE,
            serving.settings(ServerSettings.Access.WRITE, Optional.of(name), terminal));
    terminal.err().println("Browser, until the exploration ends: " + server.browser());
    terminal.err().println("other commands: --store " + server.bolt());
    return server;
  }

  private void explore(
      Terminal terminal,
      ExplorationSettings settings,
      Exploration exploration,
      Interruption interruption) {
    settings
        .potential()
        .potential()
        .notes()
        .forEach(note -> terminal.err().println("note: " + note));
    ProgressLine line =
        new ProgressLine(terminal, settings.landscape(), settings.until(), rows(settings));
    ExplorationReport report;
    try {
      report = exploration.run(line, interruption::requested);
    } catch (PotentialException e) {
      throw CommandException.failed(String.valueOf(e.getMessage()));
    } finally {
      line.end();
    }
    if (forPrograms()) {
      printJson(terminal, settings, report);
    } else {
      print(terminal, settings, report);
    }
    terminal.out().flush();
  }

  /** What the rows of a loss are called. */
  private static String rows(ExplorationSettings settings) {
    return settings.potential().parameters().get("data") instanceof Map<?, ?> data
            && data.containsKey("images")
        ? "images"
        : "rows";
  }

  private void print(Terminal terminal, ExplorationSettings settings, ExplorationReport report) {
    ExplorationProgress p = report.progress();
    String unit = settings.potential().potential().energyUnit();
    Facts facts = new Facts();
    if (report.globalMinimum() > 0) {
      facts.add(
          "global minimum",
          Numbers.energy(report.globalMinimumEnergy()) + (unit.isEmpty() ? "" : " " + unit),
          "minimum " + report.globalMinimum());
    }
    facts.add("minima", Numbers.count(p.minima()), Descriptions.coverage(p.minimaCoverage()));
    facts.add(
        "transition states",
        Numbers.count(p.transitionStates()),
        Descriptions.coverage(p.transitionStateCoverage()));
    if (p.stationaryPoints() > 0) {
      facts.add("other stationary points", Numbers.count(p.stationaryPoints()));
    }
    facts.add("connected components", Numbers.count(p.components()));
    double seconds = ProgressLine.seconds(p.elapsed());
    facts.add(
        "time",
        Durations.shown(seconds),
        Numbers.count(p.searches())
            + " searches, "
            + Numbers.count(p.energyCalls())
            + " energy calls in all");
    BatchTally.Figures batches = p.batches();
    if (batches.starts() > 0) {
      facts.add(
          "by mini-batches",
          Numbers.counted(batches.starts(), "start", "starts"),
          Numbers.counted(batches.epochs(), "epoch", "epochs")
              + ", "
              + Numbers.count(Math.round(batches.rowsPerSecond()))
              + " "
              + rows(settings)
              + "/s on a thread");
    }
    if (!report.failures().isEmpty()) {
      long failed = report.failures().values().stream().mapToLong(Long::longValue).sum();
      facts.add("searches in vain", Numbers.count(failed), reasons(report.failures()));
    }
    facts.add("ended", report.outcome(), setAside(report));
    facts.printTo(terminal.out());
    String name = settings.landscape();
    if (p.minima() > 0) {
      next(terminal, "tree " + name + " -o " + name + ".svg", "show " + name);
    }
  }

  private static String setAside(ExplorationReport report) {
    if (report.setAside().isEmpty()) {
      return "";
    }
    long round = report.progress().round() + 1;
    int kept = report.setAside().getAsInt();
    return kept == 0
        ? "before a search of round " + round + " was done"
        : "within round "
            + round
            + ": "
            + Numbers.counted(kept, "search", "searches")
            + " of it kept for the run that goes on";
  }

  /** The most frequent reasons; what follows a colon in one is detail. */
  private static String reasons(Map<String, Long> failures) {
    Map<String, Long> grouped = new TreeMap<>();
    failures.forEach(
        (reason, count) -> grouped.merge(reason.replaceFirst(":.*", ""), count, (a, b) -> a + b));
    String all =
        grouped.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(REASONS_SHOWN)
            .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return grouped.size() > REASONS_SHOWN ? all + ", ..." : all;
  }

  private static void printJson(
      Terminal terminal, ExplorationSettings settings, ExplorationReport report) {
    ExplorationProgress p = report.progress();
    Json.write(
        NamedValues.empty()
            .put("landscape", settings.landscape())
            .put("minima", p.minima())
            .put("transitionStates", p.transitionStates())
            .put("stationaryPoints", p.stationaryPoints())
            .put("connectedComponents", p.components())
            .put("globalMinimum", report.globalMinimumEnergy())
            .put("globalMinimumId", report.globalMinimum() > 0 ? report.globalMinimum() : null)
            .put("energyCalls", p.energyCalls())
            .put("seconds", ProgressLine.seconds(p.elapsed()))
            .putAll(CoverageValues.of(p.minimaCoverage(), p.transitionStateCoverage()))
            .put("rounds", p.round())
            .put("searches", p.searches())
            .put("setAside", report.setAside().orElse(0))
            .put("batchStarts", p.batches().starts())
            .put("epochs", p.batches().epochs())
            .put("rowsPerSecond", p.batches().rowsPerSecond())
            .put("seed", settings.seed())
            .put("outcome", report.outcome())
            .put("notes", settings.potential().potential().notes())
            .put("failures", report.failures()),
        terminal);
  }
}
