package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.Tarn;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.kinetics.RatesQuestion;
import dev.tarn.application.runs.ExplorationAnswer;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A landscape that a program in Java made is one that every verb accepts. */
class FrontDoorIT {
  @TempDir static Path folder = Path.of("");

  private static String store() {
    return folder.resolve("store").toString();
  }

  @BeforeAll
  static void explore() {
    try (Tarn tarn = Tarn.open(Path.of(store()))) {
      ExplorationAnswer unused =
          tarn.explore(
              "lj7",
              "lennard-jones",
              Map.of("atoms", 7),
              run -> run.withUntil(StoppingRule.ofRounds(5)));
    }
  }

  private static CommandLineRun run(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
    words.addAll(List.of("--store", store()));
    return CommandLineRun.of(words.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show lj7",
        "line lj7 --from 2 --to 1",
        "line lj7 --starts 2",
        "thermo lj7 --temperatures 0.05:0.3:5",
        "rates lj7 --from lowest:1 --to m.energy>-16 --temperature 0.2",
        "export lj7",
      })
  void verbsAccept(String line) {
    CommandLineRun run = run(line);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isNotBlank();
  }

  @Test
  void theTreeIsDrawn() {
    Path tree = folder.resolve("lj7.svg");
    CommandLineRun run = run("tree lj7 -o " + tree);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(tree).exists();
  }

  @Test
  void explorationResumesFromTheCommandLine() {
    JsonNode found =
        run("explore --potential lennard-jones --set atoms=7 --set until.rounds=7 --name lj7 --json")
            .json();
    assertThat(found.get("rounds").asInt()).isEqualTo(7);
    assertThat(run("explore --potential lennard-jones --set atoms=6 --name lj7").err())
        .contains("is there already, of potential lennard-jones atoms 7, dimension 3")
        .contains("expected lennard-jones atoms 6, dimension 3");
  }

  @Test
  void predicatesInCypherWorkFromJava() {
    try (Tarn tarn = Tarn.open(Path.of(store()))) {
      RatesQuestion question =
          RatesQuestion.between(MinimaSet.lowest(1), new MinimaSet("m.energy > -16"), 0.2);
      assertThat(tarn.landscape("lj7").ask(question).rows()).hasSize(1);
    }
  }
}
