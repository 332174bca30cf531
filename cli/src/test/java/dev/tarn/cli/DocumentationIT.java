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
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what happens. */
class DocumentationIT {
  private static final String CHECKERBOARD = "examples/data/checkerboard.csv";

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
    if (command.contains("checkerboard-network.yaml")) {
      // The file names its data as seen from the root of the repository.
      words.addAll(List.of("--set", "data=" + Checkout.root().resolve(CHECKERBOARD)));
    }
    words.addAll(List.of("--store", folder.resolve("store").toString()));
    return CommandLineRun.of(words.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/machine-learning.md"})
  void everyCommandWorks(String page) {
    int count = 0;
    for (String command : Checkout.shellCommands(page)) {
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
    "triatomic, 2, 1, -2.219098",
    "xy-ring, 3, 2, 0",
    "phi4-3x3, 5, 9, -90",
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
  void networkExampleFindsMinimaThatPredict() {
    JsonNode found = run("bin/tarn explore examples/checkerboard-network.yaml --json").json();
    assertThat(found.get("minima").asInt()).isEqualTo(9);
    assertThat(found.get("transitionStates").asInt()).isGreaterThan(10);
    assertThat(found.get("globalMinimum").asDouble()).isCloseTo(0.236375, within(1e-6));
    JsonNode judged = run("bin/tarn predict checkerboard-network --json").json();
    assertThat(judged.get("testAccuracy").asDouble()).isCloseTo(56.0 / 60, within(1e-12));
    assertThat(judged.get("testAuc").asDouble()).isGreaterThan(0.95);
    assertThat(judged.at("/bestAuc/auc").asDouble()).isGreaterThan(0.99);
  }

  @Test
  void theExampleOfTwoLayersFindsMinimaThatPredict() {
    String file = "examples/two-hidden-layers.yaml";
    JsonNode found =
        run("bin/tarn explore " + file + " --set round=16 --set until.rounds=1 --json").json();
    assertThat(found.get("minima").asInt()).isGreaterThan(10);
    // 4 (2 + 1) + 3 (4 + 1) + 2 (3 + 1) weights and biases, none of which costs nothing.
    JsonNode thermo =
        run("bin/tarn thermo two-hidden-layers --temperatures 0.001:0.01:3 --json").json();
    assertThat(thermo.get("vibrationalModes").asInt()).isEqualTo(35);
    JsonNode judged = run("bin/tarn predict two-hidden-layers --json").json();
    assertThat(judged.at("/train/rows").asInt()).isEqualTo(210);
    assertThat(judged.get("testAuc").asDouble()).isGreaterThan(0.9);
    assertThat(judged.at("/bestAuc/auc").asDouble())
        .isGreaterThanOrEqualTo(judged.get("testAuc").asDouble());
  }

  @Test
  void convexExampleHasOneMinimum() {
    JsonNode found = run("bin/tarn explore examples/two-moons-regression.yaml --json").json();
    assertThat(found.get("minima").asInt()).isEqualTo(1);
    assertThat(found.get("globalMinimum").asDouble()).isCloseTo(0.368120, within(1e-6));
  }

  @Test
  void triatomicNetworkForeseesWhereQuenchesEnd() {
    JsonNode found =
        run("bin/tarn explore examples/triatomic-network.yaml --set until.rounds=1 --json").json();
    assertThat(found.get("minima").asInt()).isPositive();
    JsonNode judged = run("bin/tarn predict triatomic-network --json").json();
    assertThat(judged.get("classes")).hasSize(4);
    assertThat(judged.get("testAuc").asDouble()).isGreaterThan(0.6);
  }

  /** Each orbit has as many points as the group of 144 divided by the order of one of them. */
  @Test
  void orbitsOfTheFieldAddUpToAllCopies() {
    JsonNode found = run("bin/tarn explore examples/phi4-3x3.yaml --json").json();
    assertThat(found.get("outcome").asText()).startsWith("coverage");
    for (String pattern : List.of("(p:Minimum)", "()-[p:TRANSITION_STATE]->()")) {
      String query =
          "MATCH " + pattern + " WHERE p.landscape = 'phi4-3x3' RETURN sum(144 / p.symmetryOrder)";
      JsonNode sum = run("bin/tarn query \"" + query + "\" --json").json();
      assertThat(sum.get("rows").get(0).get(0).asInt())
          .isEqualTo(pattern.startsWith("(p") ? 176 : 792);
    }
  }

  @Test
  void lowestOrbitOfTheXyLatticeIsTheAlignedState() {
    CommandLineRun run = run("bin/tarn explore examples/xy-4x4.yaml --budget 2s --json");
    assertThat(run.err()).contains("note: the XY model, 4 x 4 periodic, has continuous families");
    assertThat(run.json().get("globalMinimum").asDouble()).isCloseTo(0, within(1e-12));
    assertThat(run.json().get("minima").asInt()).isPositive();
  }

  @Test
  void glassAndSphereExamplesFindLowMinima() {
    // Charges in the Thomson problem: Wales and Ulker, Phys. Rev. B 74, 212101 (2006).
    JsonNode charges = run("bin/tarn explore examples/thomson.yaml --budget 3s --json").json();
    assertThat(charges.get("minima").asInt()).isEqualTo(2);
    assertThat(charges.get("globalMinimum").asDouble()).isCloseTo(92.911655302, within(1e-9));
    assertThat(charges.get("connectedComponents").asInt()).isEqualTo(1);
    JsonNode glass = run("bin/tarn explore examples/p-spin.yaml --budget 3s --json").json();
    assertThat(glass.get("minima").asInt()).isGreaterThan(1);
    assertThat(glass.get("transitionStates").asInt()).isPositive();
  }

  @Test
  void truncatedOctahedronIsFoundFromRandomStarts() {
    JsonNode found =
        run("bin/tarn explore examples/lj38.yaml --set until.energy=-173.9284 --json").json();
    assertThat(found.get("globalMinimum").asDouble()).isCloseTo(-173.928427, within(1e-6));
  }

  @Test
  void glassExampleIsASampleWithCoverage() {
    JsonNode found = run("bin/tarn explore examples/blj60.yaml --set until.rounds=1 --json").json();
    assertThat(found.get("minima").asInt()).isGreaterThan(10);
    assertThat(found.get("globalMinimum").asDouble()).isBetween(-300.0, -240.0);
    assertThat(found.at("/coverage/minima").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void theCompleteLandscapeBeginsLikeTheOthers() {
    JsonNode found =
        run("bin/tarn explore examples/lj13-complete.yaml --set until.rounds=3 --json").json();
    assertThat(found.get("landscape").asText()).isEqualTo("lj13-complete");
    assertThat(found.get("transitionStates").asInt()).isGreaterThan(50);
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
              "lj13-complete.yaml",
              "lj38.yaml",
              "blj60.yaml",
              "morse7.yaml",
              "mueller-brown.yaml",
              "camel.yaml",
              "xy-ring.yaml",
              "xy-4x4.yaml",
              "phi4-3x3.yaml",
              "p-spin.yaml",
              "thomson.yaml",
              "triatomic.yaml",
              "checkerboard-network.yaml",
              "triatomic-network.yaml",
              "two-moons-regression.yaml",
              "two-hidden-layers.yaml",
              "regression.yaml");
    }
  }

  /** Set the property tarn.write.docs to write the page anew. */
  @Test
  void theManualShowsTheHelpOfEveryVerb() throws IOException {
    StringBuilder page =
        new StringBuilder(
            "# Verbs\n\nWhat `tarn help VERB` says. Every verb takes `--store`, `--json`, `--csv` and"
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
