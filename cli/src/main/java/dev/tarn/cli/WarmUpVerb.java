package dev.tarn.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs the usual verbs once in a scratch folder, so that the launcher can record which classes they
 * load. Not listed by help.
 */
@Command(name = "warm-up", description = "Run the usual verbs once, in FOLDER, and print nothing.")
final class WarmUpVerb extends Verb {

  @Parameters(paramLabel = "FOLDER")
  Path folder;

  @Override
  void run(Terminal terminal) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Tarn tarn = new Tarn(new Terminal(nowhere, terminal.err(), false, 80));
    for (List<String> command : commands()) {
      int unused = tarn.run(command.toArray(new String[0]));
    }
  }

  private static List<List<String>> commands() {
    return List.of(List.of("version"), List.of("version", "--json"), List.of("help"));
  }
}
