package dev.tarn.cli;

import dev.tarn.application.NamedValues;
import dev.tarn.application.Version;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import picocli.CommandLine.Command;

/** Which Tarn this is, and on what it runs. */
@Command(name = "version", description = "Say which version this is.")
final class VersionVerb extends Verb {

  @Override
  protected void run(Terminal terminal) {
    String java = System.getProperty("java.version", "");
    if (forPrograms()) {
      Json.write(NamedValues.empty().put("version", Version.TEXT).put("java", java), terminal);
    } else {
      terminal.out().println("tarn " + Version.TEXT + " (Java " + java + ")");
    }
  }
}
