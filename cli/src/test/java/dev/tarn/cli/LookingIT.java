package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.landscape.LandscapeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that look at a landscape, on one drawn by hand. */
class LookingIT {
  @TempDir static Path folder;

  private static String store = "";

  @BeforeAll
  static void makeStore() {
    store = folder.resolve("store").toString();
    try (LandscapeStore open = StoreLocation.of(Optional.of(store)).openOrCreate()) {
      SampleLandscape.addTo(open);
    }
  }

  private static CommandLineRun tarn(String verb, String... args) {
    String[] all = new String[args.length + 3];
    all[0] = verb;
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--store";
    all[args.length + 2] = store;
    return CommandLineRun.of(all);
  }

  @Test
  void listShowsWhatTheStoreHolds() {
    CommandLineRun run = tarn("list");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList()).hasSize(2);
    assertThat(run.out().lines().skip(1).findFirst().orElseThrow())
        .startsWith("sample")
        .contains("lennard-jones atoms 5, dimension 3");
    assertThat(run.err()).isEqualTo("\nnext: tarn show sample --store " + store + "\n");
    JsonNode json = tarn("list", "--json").json();
    assertThat(json.at("/landscapes/0/name").asText()).isEqualTo("sample");
    assertThat(json.at("/landscapes/0/transitionStates").asInt()).isEqualTo(7);
  }

  @Test
  void showBeginsWithTheGlobalMinimum() {
    CommandLineRun run = tarn("show", "sample");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("global minimum        -6.000000 epsilon  minimum 1\n")
        .contains("minima                6\n")
        .contains("transition states     7                  1 of them degenerate\n")
        .contains("connected components  2                  largest: 5 minima\n");
    assertThat(run.err()).contains("next: tarn tree sample -o sample.svg");
  }

  @Test
  void showAsJsonHasItsKeysAndNothingElseOnStandardOutput() {
    CommandLineRun run = tarn("show", "sample", "--json");
    assertThat(run.err()).isEmpty();
    JsonNode json = run.json();
    assertThat(json.get("minima").asInt()).isEqualTo(6);
    assertThat(json.get("transitionStates").asInt()).isEqualTo(7);
    assertThat(json.get("connectedComponents").asInt()).isEqualTo(2);
    assertThat(json.get("globalMinimum").asDouble()).isEqualTo(-6);
    assertThat(json.get("energies")).hasSize(6);
    assertThat(json.at("/energies/1").asDouble()).isEqualTo(-4.5);
  }

  @Test
  void treeIsDrawnInBothFormats() throws Exception {
    Path svg = folder.resolve("t.svg");
    CommandLineRun run = tarn("tree", "sample", "-o", svg.toString(), "--levels", "7");
    assertThat(run.err()).startsWith("\nnext: tarn network sample");
    assertThat(run.out()).startsWith(svg + ": 6 leaves, 7 levels every ");
    assertThat(Files.readString(svg)).startsWith("<svg");
    Path png = folder.resolve("t.png");
    JsonNode json =
        tarn("tree", "sample", "-o", png.toString(), "--colour", "degree", "--json").json();
    assertThat(json.get("leaves").asInt()).isEqualTo(6);
    assertThat(json.get("levels").asInt()).isEqualTo(60);
    assertThat(json.get("file").asText()).isEqualTo(png.toString());
    assertThat(Files.size(png)).isGreaterThan(1000);
  }

  @Test
  void wrongRequestsAreOneClearLine() {
    refused(
        1,
        "tarn show: no landscape sampel in " + store + "; did you mean sample?",
        "show",
        "sampel");
    refused(1, "tarn show: no landscape lj13 in " + store + "; it holds sample", "show", "lj13");
    refused(
        2,
        "tarn show: expected LANDSCAPE, found nothing (tarn help show shows all options)",
        "show");
    refused(
        2,
        "tarn tree: expected a file name that ends in .svg or .png, found t.jpg",
        "tree",
        "sample",
        "-o",
        "t.jpg");
    refused(2, "tarn tree: expected 1 to 1000 levels, found 0", "tree", "sample", "--levels", "0");
    refused(
        1,
        "tarn tree: --colour: minima of sample have no number named degreee; did you mean degree?;"
            + " they have energy, logDetHessian, symmetryOrder, degree, hits, id, index, landscape",
        "tree",
        "sample",
        "-o",
        folder.resolve("x.svg").toString(),
        "--colour",
        "degreee");
    CommandLineRun missing = CommandLineRun.of("list", "--store", folder.resolve("no").toString());
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).startsWith("tarn list: no store at ").hasLineCount(1);
    assertThat(folder.resolve("no")).doesNotExist();
  }

  private static void refused(int exitCode, String line, String verb, String... args) {
    CommandLineRun run = tarn(verb, args);
    assertThat(run.err()).isEqualTo(line + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }
}
