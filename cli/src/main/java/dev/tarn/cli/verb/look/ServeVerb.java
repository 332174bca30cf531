package dev.tarn.cli.verb.look;

import dev.tarn.application.NamedValues;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cli.output.Facts;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.ServingOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.cypher.server.LandscapeServer;
import dev.tarn.cypher.server.ServerSettings;
import dev.tarn.graphstore.StoreOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves the store to the Browser and to drivers. */
@Command(
    name = "serve",
    description = {
      "Serve the store until Ctrl-C: the Neo4j Browser for people, Bolt for drivers and for other",
      "tarn commands. On this machine alone and without a password, unless --address says otherwise:",
      "then the user is neo4j, with the password in TARN_PASSWORD (asked for where it is missing)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn serve lj13 --open",
      "  tarn serve --read-only",
      "  tarn show lj13 --store bolt://localhost:7687"
    })
public final class ServeVerb extends Verb {

  @Parameters(
      paramLabel = "LANDSCAPE",
      arity = "0..1",
      description = "What the Browser opens on (default: the landscape made last).")
  @Nullable String landscape;

  @Mixin ServingOptions serving = new ServingOptions();

  @Option(names = "--read-only", description = "Change nothing in the store, for anybody.")
  boolean readOnly;

  @Option(names = "--open", description = "Open the Browser, if there is a display.")
  boolean open;

  @Override
  protected void run(Terminal terminal) {
    StoreLocation location = storeLocation();
    ServerSettings settings =
        serving.settings(
            readOnly ? ServerSettings.Access.READ_ONLY : ServerSettings.Access.WRITE,
            Optional.ofNullable(landscape),
            terminal);
    if (terminal.errIsTerminal()) {
      terminal.err().print("starting Neo4j ...");
      terminal.err().flush();
    }
    try (Interruption interruption = Interruption.watched();
        LandscapeServer server =
            LandscapeServer.start(
                location.folderToServe(),
                readOnly ? StoreOptions.Access.READ : StoreOptions.Access.WRITE,
                settings)) {
      if (terminal.errIsTerminal()) {
        terminal.err().print("\r\033[K");
      }
      if (landscape != null) {
        OpenLandscape.require(server.store(), location, landscape);
      }
      announce(terminal, server);
      if (open) {
        DesktopBrowser.open(server.browser(), terminal.err());
      }
      interruption.await();
    }
    if (terminal.errIsTerminal()) {
      terminal.err().println("\rstopped");
    }
  }

  private void announce(Terminal terminal, LandscapeServer server) {
    if (forPrograms()) {
      Json.write(
          NamedValues.empty()
              .put("browser", server.browser())
              .put("bolt", server.bolt())
              .put("landscape", server.landscape().orElse(null))
              .put("firstQuery", server.firstQuery().orElse(null))
              .put("readOnly", readOnly)
              .put("password", server.needsPassword()),
          terminal);
    } else {
      Facts facts = new Facts();
      facts.add("Browser", server.browser().toString());
      facts.add("Bolt", server.bolt().toString());
      if (server.needsPassword()) {
        facts.add("user", "neo4j", "its password is asked for");
      }
      facts.printTo(terminal.out());
      server
          .firstQuery()
          .ifPresent(
              query ->
                  terminal
                      .out()
                      .println("\nfirst query (the first of the guide, too):\n" + query.indent(2)));
      String address = server.bolt().toString();
      terminal.out().println("other commands: --store " + address + "; stop with Ctrl-C");
    }
    terminal.out().flush();
    if (readOnly) {
      terminal
          .err()
          .println(
              "note: read-only, so colours and captions that an earlier tarn serve did not write"
                  + " are missing");
    }
  }
}
