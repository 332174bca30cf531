package dev.tarn.cli.verb.find;

import dev.tarn.application.runs.ExplorationAnswer;
import dev.tarn.application.runs.ExplorationRequest;
import dev.tarn.cli.output.ExplorationText;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.ProgressLine;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.RunOptions;
import dev.tarn.cli.verb.ServingOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.cypher.server.LandscapeServer;
import dev.tarn.cypher.server.ServerSettings;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStore;
import java.nio.file.Path;
import java.util.Optional;
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
      "Run it again to resume where it stopped; Ctrl-C ends it with everything found kept."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn explore examples/lj13.yaml",
      "  tarn explore examples/lj13.yaml --budget 5m --seed 2 --name lj13-again",
      "  tarn explore --potential lennard-jones --set atoms=8 --name lj8",
      "  tarn explore my.yaml --classpath my-potential.jar"
    })
public final class ExploreVerb extends Verb {
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
    ExplorationRequest request =
        ExplorationRequest.of(options.runFile(runFile), options.otherSettings())
            .within(options.limit());
    // The store is closed first: a Ctrl-C that waits for this then ends the process.
    try (Interruption interruption = Interruption.watched()) {
      if (serve) {
        try (LandscapeServer server = server(terminal, request.settings().landscape())) {
          explore(terminal, request, server.store(), interruption);
        }
      } else {
        serving.refuseWithout("--serve");
        try (LandscapeStore open = storeLocation().openOrCreate()) {
          explore(terminal, request, open, interruption);
        }
      }
    }
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
      ExplorationRequest request,
      LandscapeStore open,
      Interruption interruption) {
    ExplorationSettings settings = request.settings();
    String name = settings.landscape();
    settings
        .potential()
        .potential()
        .notes()
        .forEach(note -> terminal.err().println("note: " + note));
    String rows = ExplorationText.rows(settings);
    ProgressLine line = new ProgressLine(terminal, name, settings.until(), rows);
    ExplorationAnswer answer;
    try {
      answer = RunOptions.attempt(() -> request.run(open, line, interruption::requested));
    } finally {
      line.end();
    }
    if (forPrograms()) {
      Json.write(answer.values(), terminal);
    } else {
      ExplorationText.facts(answer).printTo(terminal.out());
      if (answer.report().progress().minima() > 0) {
        next(terminal, "tree " + name + " -o " + name + ".svg", "show " + name);
      }
    }
    terminal.out().flush();
  }
}
