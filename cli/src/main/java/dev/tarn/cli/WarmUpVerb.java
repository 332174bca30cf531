package dev.tarn.cli;

import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs the usual verbs once in a scratch folder, so that the launcher can record which classes they
 * load. Not listed by help.
 */
@Command(name = "warm-up", description = "Run the usual verbs once, in FOLDER, and print nothing.")
final class WarmUpVerb extends Verb {
  private static final String LANDSCAPE = "lennard-jones-7-3";

  @Parameters(paramLabel = "FOLDER")
  Path folder;

  @Override
  protected void run(Terminal terminal) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Tarn tarn = new Tarn(new Terminal(nowhere, nowhere, true, 80));
    String picture = folder.resolve("tree.svg").toString();
    List<List<String>> commands =
        List.of(
            List.of("version"),
            List.of("help"),
            List.of("systems"),
            List.of(
                "explore",
                "--potential",
                "lennard-jones",
                "--set",
                "atoms=7",
                "--set",
                "until.rounds=30"),
            List.of("list"),
            List.of("show", LANDSCAPE),
            List.of("show", LANDSCAPE, "--json"),
            List.of("tree", LANDSCAPE, "-o", picture),
            List.of("network", LANDSCAPE),
            List.of("thermo", LANDSCAPE, "--temperatures", "0.1:0.5:5"),
            List.of(
                "rates", LANDSCAPE, "--from", "lowest:1", "--to", "m.id > 2", "--temperature", "1"),
            List.of("path", LANDSCAPE, "--from", "lowest:1", "--to", "m.id > 2"),
            List.of("query", "MATCH (m:Minimum) RETURN m.id, m.energy ORDER BY m.energy LIMIT 5"));
    for (List<String> command : commands) {
      List<String> words = new ArrayList<>(command);
      if (!command.get(0).equals("help")) {
        words.addAll(List.of("--store", folder.resolve("store").toString()));
      }
      int exitCode = tarn.run(words.toArray(new String[0]));
      if (exitCode != 0) {
        terminal.err().println(String.join(" ", words) + ": exit code " + exitCode);
      }
    }
  }
}
