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

/** The verb census: what it prints, draws, stores and refuses. */
class CensusIT {
  @TempDir Path folder;

  private CommandLineRun tarn(String... words) {
    return CommandLineRun.of(words(words));
  }

  private String[] words(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    return all.toArray(new String[0]);
  }

  private static String example(String name) {
    return Checkout.root().resolve("examples").resolve(name).toString();
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> all = new ArrayList<>();
    array.forEach(item -> all.add(item.asInt()));
    return all;
  }

  @Test
  void camelHasSixMinimaSevenSaddlesAndTwoMaxima() {
    JsonNode found = tarn("census", example("census-camel.yaml"), "--json").json();
    assertThat(found.get("total").asInt()).isEqualTo(15);
    assertThat(integers(found.get("byIndex"))).containsExactly(6, 7, 2);
    assertThat(found.get("checkSum").asInt()).isEqualTo(1);
    assertThat(found.get("certified").asInt()).isZero();
    assertThat(found.get("eulerCharacteristic").asInt()).isEqualTo(1);
    assertThat(found.get("completeness").asText()).startsWith("probably complete");
    assertThat(found.get("indices").get(2).get("meanEnergy").asDouble())
        .isCloseTo(2.496295, within(1e-6));
    JsonNode shown = tarn("census", "camel-census", "--json").json();
    assertThat(shown).isEqualTo(found);
    JsonNode network = tarn("show", "camel-census", "--json").json();
    assertThat(network.get("minima").asInt()).isEqualTo(6);
    assertThat(network.get("transitionStates").asInt()).isEqualTo(7);
    assertThat(network.get("connectedComponents").asInt()).isEqualTo(1);
    Path picture = folder.resolve("tree.svg");
    assertThat(tarn("tree", "camel-census", "-o", picture.toString()).exitCode()).isZero();
    CommandLineRun asked =
        tarn("query", "@points-by-index", "--param", "landscape=camel-census", "--csv");
    assertThat(asked.out()).isEqualTo("index,points\n0,6\n1,7\n2,2\n");
    String table = tarn("census", "camel-census").out();
    assertThat(table).startsWith("stationary points  15 ").contains("Euler characteristic is 1");
  }

  @Test
  void seriesShowsGrowthAndDrawsIt() throws IOException {
    Path picture = folder.resolve("growth.svg");
    JsonNode found =
        tarn("census", example("census-xy-ring.yaml"), "--json", "-o", picture.toString()).json();
    List<Integer> totals = new ArrayList<>();
    found.get("series").forEach(member -> totals.add(member.get("total").asInt()));
    // N C(N - 1, floor((N - 1) / 2)), every point proved to exist.
    assertThat(totals).containsExactly(6, 12, 30, 60);
    assertThat(found.get("total").asInt()).isEqualTo(108);
    assertThat(found.get("certified").asInt()).isEqualTo(108);
    assertThat(found.get("checkSum").asInt()).isZero();
    assertThat(found.get("growth").get(3).get("complexity").asDouble())
        .isCloseTo(Math.log(60) / 6, within(1e-12));
    assertThat(Files.readString(picture)).contains("Growth with the size");
    for (String plot : List.of("energy", "index")) {
      Path other = folder.resolve(plot + ".png");
      CommandLineRun drawn = tarn("census", "ring-*", "--plot", plot, "-o", other.toString());
      assertThat(drawn.exitCode()).as(drawn.err()).isZero();
      assertThat(other).isNotEmptyFile();
    }
  }

  @Test
  void disorderIsAveragedOver() {
    JsonNode found = tarn("census", example("census-p-spin.yaml"), "--json").json();
    assertThat(found.get("landscapes").asInt()).isEqualTo(15);
    JsonNode two = found.get("growth").get(0);
    assertThat(two.get("size").asInt()).isEqualTo(2);
    assertThat(two.get("landscapes").asInt()).isEqualTo(5);
    // On a circle a cubic form has two or six stationary points.
    assertThat(two.get("meanTotal").asDouble()).isBetween(2.0, 6.0);
    assertThat(two.get("standardErrorTotal").isNumber()).isTrue();
    found
        .get("series")
        .forEach(
            member -> {
              assertThat(member.get("checkSumHolds").asBoolean()).isTrue();
              int spins = member.get("size").asInt();
              assertThat(member.get("total").asInt()).isLessThanOrEqualTo(2 * ((1 << spins) - 1));
            });
  }

  @Test
  void fieldExampleHasItsKnownNumbers() {
    JsonNode found = tarn("census", example("census-phi4.yaml"), "--json").json();
    assertThat(integers(found.get("series").get(0).get("byIndex")))
        .containsExactly(2, 12, 66, 72, 18, 1);
    assertThat(integers(found.get("series").get(1).get("byIndex"))).containsExactly(2, 1);
    assertThat(found.get("certified").asInt()).isEqualTo(174);
  }

  @Test
  void everyCensusExampleIsTested() throws IOException {
    try (var files = Files.list(Checkout.root().resolve("examples"))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.startsWith("census-")))
          .containsExactlyInAnyOrder(
              "census-camel.yaml", "census-phi4.yaml", "census-xy-ring.yaml", "census-p-spin.yaml");
    }
  }

  @Test
  void killedCensusEndsWhereAnUninterruptedOneEnds() throws IOException, InterruptedException {
    String[] run = {
      "census",
      "--potential",
      "phi4",
      "--set",
      "shape=[3, 3]",
      "--set",
      "J=0.2",
      "--set",
      "until.rounds=60",
      "--name",
      "field",
      "--threads",
      "2",
      "--json"
    };
    TarnProcess killed = TarnProcess.start(folder, words(run));
    // A new landscape with a first round in it, or the end of a fast machine's run.
    long deadline = System.nanoTime() + 120_000_000_000L;
    while (killed.isAlive()
        && System.nanoTime() < deadline
        && !Files.exists(folder.resolve("store").resolve("data"))) {
      Thread.sleep(50);
    }
    Thread.sleep(4000);
    killed.kill();
    JsonNode went = tarn(run).json();
    Path whole = folder.resolve("whole");
    List<String> words = new ArrayList<>(List.of(run));
    words.set(words.indexOf("2"), "1");
    words.addAll(List.of("--store", whole.toString()));
    JsonNode uninterrupted = CommandLineRun.of(words.toArray(new String[0])).json();
    assertThat(went).isEqualTo(uninterrupted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: newton | 2 | line 3: method: expected one of damped-newton, eigenvector-following",
        "method: dampened-newton | 2 | did you mean damped-newton?",
        "index: 3 | 2 | line 3: index: expected 0 to 2 (dimension 2), found 3",
        "index: many | 2 | line 3: index: expected a whole number of at least 0, or a list, found many",
        "series: {atoms: 9..3} | 2 | series.atoms: expected a list of values or a range",
        "minima: {hops: 3} | 2 | line 3: unknown key minima",
        "until: {points: 0} | 2 | until.points: expected a whole number of at least 1, found 0",
      })
  void badRunFilesGetOneLine(String line, int exitCode, String message) throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "landscape: bad\npotential: {name: six-hump-camel}\n" + line + "\n");
    CommandLineRun run = tarn("census", file.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void censusBeyondMemoryIsRefusedWithItsEstimateBeforeItStarts() {
    CommandLineRun run =
        tarn("census", "--potential", "phi4", "--set", "shape=[8, 8]", "--name", "big");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("points are expected")
        .contains("GB")
        .contains("limit it with")
        .hasLineCount(1);
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void landscapeThatIsNotThereIsNamed() {
    tarn("census", example("census-camel.yaml"));
    CommandLineRun run = tarn("census", "camel-cens");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean camel-census?").hasLineCount(1);
    run = tarn("census", "x*");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no landscape x*").hasLineCount(1);
  }
}
