package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation shows is what happens. */
class DocumentationIT {
  @TempDir Path folder;

  /** Runs a command of the documentation here: files it writes go to the test's own folder. */
  private CommandLineRun run(String command) {
    List<String> words = new ArrayList<>();
    for (String word : Checkout.words(command)) {
      if (word.startsWith("examples/")) {
        words.add(Checkout.root().resolve(word).toString());
      } else if (word.matches("[a-z0-9-]+\\.(svg|png|html|jsonl|graphml|csv)")) {
        words.add(folder.resolve(word).toString());
      } else {
        words.add(word);
      }
    }
    words.remove(0);
    if (command.contains("lj13.yaml")) {
      words.addAll(List.of("--set", "until.rounds=40"));
    }
    words.addAll(List.of("--store", folder.resolve("store").toString()));
    return CommandLineRun.of(words.toArray(new String[0]));
  }

  @Test
  void everyCommandOfTheReadmeWorks() {
    int count = 0;
    for (String command : Checkout.shellCommands("README.md")) {
      if (command.startsWith("bin/tarn ")) {
        CommandLineRun run = run(command);
        assertThat(run.exitCode()).as(command + "\n" + run.err()).isZero();
        assertThat(run.out()).as(command).isNotBlank();
        count++;
      }
    }
    assertThat(count).isGreaterThan(5);
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() {
    List<String> tests =
        Checkout.shellCommands("README.md").stream().filter(c -> c.startsWith("mvn ")).toList();
    assertThat(tests).hasSize(1);
    assertThat(Checkout.read(".ci/run")).endsWith("exec " + tests.get(0) + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "lj7, 4, 12, -16.505384",
    "lj8, 8, 42, -19.821489",
    "morse7, 2, 3, NaN",
    "mueller-brown, 3, 2, -146.699517",
    "camel, 6, 7, -1.031628",
  })
  void examplesFindWhatIsKnown(String name, int minima, int transitionStates, double lowest) {
    JsonNode found = run("bin/tarn explore examples/" + name + ".yaml --json").json();
    assertThat(found.get("landscape").asText()).isEqualTo(name);
    assertThat(found.get("minima").asInt()).isEqualTo(minima);
    assertThat(found.get("transitionStates").asInt()).isEqualTo(transitionStates);
    if (!Double.isNaN(lowest)) {
      assertThat(found.get("globalMinimum").asDouble()).isCloseTo(lowest, within(1e-6));
    }
  }

  @Test
  void regressionExampleFindsTheNoiseAtItsBottom() {
    JsonNode found = run("bin/tarn explore examples/regression.yaml --json").json();
    assertThat(found.get("minima").asInt()).isGreaterThan(3);
    // The sum of squares over 100 points of noise 0.02 and 5 parameters: (N - 5) sigma^2 = 0.038.
    assertThat(found.get("globalMinimum").asDouble()).isBetween(0.028, 0.048);
  }

  @Test
  void everyExampleIsTested() throws IOException {
    try (var files = Files.list(Checkout.root().resolve("examples"))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith(".yaml") && !name.startsWith("census-")))
          .containsExactlyInAnyOrder(
              "lj7.yaml",
              "lj8.yaml",
              "lj13.yaml",
              "morse7.yaml",
              "mueller-brown.yaml",
              "camel.yaml",
              "regression.yaml");
    }
  }

  /** Set the property tarn.write.docs to write the page anew. */
  @Test
  void theManualShowsTheHelpOfEveryVerb() throws IOException {
    StringBuilder page =
        new StringBuilder(
            "# Verbs\n\nWhat `tarn help VERB` says. Every verb takes `--store`, `--json` and"
                + " `--help`; exit codes are 0 (done), 1\n(could not, one line on standard error)"
                + " and 2 (wrong usage).\n");
    for (Verbs.Entry entry : Verbs.ALL) {
      String help = CommandLineRun.of("help", entry.name()).out().strip();
      page.append("\n## ").append(entry.name()).append("\n\n```text\n");
      help.lines().map(String::stripTrailing).forEach(line -> page.append(line).append('\n'));
      page.append("```\n");
    }
    Path file = Checkout.root().resolve("docs/manual/verbs.md");
    if (Boolean.getBoolean("tarn.write.docs")) {
      Files.writeString(file, page);
    }
    assertThat(Files.readString(file)).isEqualTo(page.toString());
  }
}
