package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The explore verb and what it says; the numbers it finds are tested in the explorer. */
class ExploringIT {
  @TempDir Path folder;

  private CommandLineRun tarn(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--store";
    all[args.length + 1] = folder.resolve("store").toString();
    return CommandLineRun.of(all);
  }

  @Test
  void aLandscapeIsFoundKeptGoneOnWithAndShown() {
    JsonNode found =
        tarn("explore", "--potential", "mueller-brown", "--name", "mb", "--json").json();
    assertThat(found.get("landscape").asText()).isEqualTo("mb");
    assertThat(found.get("minima").asInt()).isEqualTo(3);
    assertThat(found.get("transitionStates").asInt()).isEqualTo(2);
    assertThat(found.get("stationaryPoints").asInt()).isZero();
    assertThat(found.get("globalMinimum").asDouble()).isCloseTo(-146.699517, within(1e-6));
    assertThat(found.get("energyCalls").asLong()).isPositive();
    assertThat(found.get("seconds").asDouble()).isPositive();
    assertThat(found.at("/coverage/minima").asDouble()).isEqualTo(1);

    CommandLineRun again = tarn("explore", "--potential", "mueller-brown", "--name", "mb");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).startsWith("global minimum        -146.699517").contains("\nended ");
    assertThat(again.err()).contains("next: tarn tree mb -o mb.svg");

    JsonNode shown = tarn("show", "mb", "--json").json();
    assertThat(shown.get("minima").asInt()).isEqualTo(3);
    assertThat(shown.at("/energies/2").asDouble()).isCloseTo(-80.767818, within(1e-6));

    CommandLineRun other = tarn("explore", "--potential", "three-hump-camel", "--name", "mb");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err())
        .startsWith("tarn explore: landscape mb is there already, of potential mueller-brown")
        .hasLineCount(1);
  }

  @Test
  void aWrongRunFileLeavesNoStoreBehind() throws Exception {
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, "landscape: x\npotential: {name: lennard-jones, atoms: 1}\n");
    CommandLineRun run = tarn("explore", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasLineCount(1)
        .endsWith(
            "run.yaml line 2: potential lennard-jones: expected atoms from 2 to 10000, found 1\n");
    assertThat(folder.resolve("store")).doesNotExist();

    assertThat(tarn("explore", folder.resolve("rum.yaml").toString()).err())
        .endsWith("rum.yaml: no such run file; did you mean run.yaml?\n");
    assertThat(tarn("explore", folder.toString()).err())
        .endsWith(": expected a run file, found a folder\n");
    assertThat(tarn("explore").err())
        .isEqualTo("tarn explore: expected a run file, or --potential NAME, found neither\n");
    assertThat(tarn("explore", file.toString(), "--budget", "soon").err())
        .contains("expected atoms");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(tarn("explore", file.toString()).err())
        .endsWith("run.yaml: expected a run file in YAML, found binary data\n");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void anOwnPotentialIsFoundByItsClass() {
    JsonNode found =
        tarn("explore", "--potential", DoubleWell.class.getName(), "--name", "well", "--json")
            .json();
    assertThat(found.get("minima").asInt()).isEqualTo(2);
    assertThat(found.get("transitionStates").asInt()).isEqualTo(1);
    assertThat(found.get("globalMinimum").asDouble()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aChangedRunFileIsRefusedUnlessToldOtherwise() {
    String[] first = {
      "explore", "--potential", "mueller-brown", "--name", "mb", "--set", "until.rounds=2"
    };
    assertThat(tarn(first).exitCode()).isZero();
    CommandLineRun refused =
        tarn(
            "explore",
            "--potential",
            "mueller-brown",
            "--name",
            "mb",
            "--seed",
            "5",
            "--set",
            "minima.temperature=2",
            "--set",
            "until.rounds=4");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .hasLineCount(1)
        .contains("minima.temperature was 0.8 and is now 2.0, seed was 1 and is now 5")
        .contains("--continue-with-changes");
    CommandLineRun accepted =
        tarn(
            "explore",
            "--potential",
            "mueller-brown",
            "--name",
            "mb",
            "--seed",
            "5",
            "--set",
            "until.rounds=4",
            "--continue-with-changes",
            "--json");
    assertThat(accepted.exitCode()).isZero();
    assertThat(accepted.json().get("rounds").asInt()).isEqualTo(4);
    // Another end is no change.
    assertThat(
            tarn(
                    "explore",
                    "--potential",
                    "mueller-brown",
                    "--name",
                    "mb",
                    "--seed",
                    "5",
                    "--budget",
                    "1s")
                .exitCode())
        .isZero();
  }

  @Test
  void startsByMiniBatchesAreCountedAndTold() {
    String[] run = {
      "explore",
      "--potential",
      "neural-network",
      "--set",
      "data={generator: two-moons, points: 60, test: 0}",
      "--set",
      "minima.batch=20",
      "--set",
      "minima.epochs=3",
      "--set",
      "until.rounds=1",
      "--name",
      "moons"
    };
    JsonNode found = tarn(append(run, "--json")).json();
    assertThat(found.get("batchStarts").asLong()).isGreaterThanOrEqualTo(64);
    assertThat(found.get("epochs").asLong()).isEqualTo(3 * found.get("batchStarts").asLong());
    assertThat(found.get("rowsPerSecond").asDouble()).isPositive();
    assertThat(found.get("setAside").asInt()).isZero();
    assertThat(tarn(append(run, "--name", "again")).out())
        .containsPattern(
            "by mini-batches +[0-9]+ starts +[0-9]+ epochs, [0-9,]+ rows/s on a thread");
    CommandLineRun refused = tarn(append(run, "--set", "minima.epochs=4"));
    assertThat(refused.err()).contains("minima.epochs was 3 and is now 4");
  }

  private static String[] append(String[] args, String... more) {
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return all;
  }

  @Test
  void coverageIsToldByHitsGrowthAndAnotherSample() {
    for (int seed = 1; seed <= 2; seed++) {
      String[] run = {
        "explore",
        "--potential",
        "lennard-jones",
        "--set",
        "atoms=7",
        "--set",
        "until.rounds=" + (seed == 1 ? 12 : 40),
        "--seed",
        "" + seed,
        "--name",
        "lj7-" + seed
      };
      assertThat(tarn(run).exitCode()).isZero();
    }
    JsonNode shown = tarn("show", "lj7-2", "--json").json();
    assertThat(shown.at("/coverage/minima").asDouble()).isEqualTo(1);
    assertThat(shown.at("/coverage/transitionStates").asDouble()).isBetween(0.99, 1.0);
    assertThat(shown.get("unseenMinima").asDouble()).isZero();
    assertThat(shown.get("unseenTransitionStatesInterval")).hasSize(2);

    Path drawn = folder.resolve("discovery.svg");
    JsonNode both =
        tarn("coverage", "lj7-2", "lj7-1", "--verify", "-o", drawn.toString(), "--json").json();
    int here = both.get("transitionStates").asInt();
    assertThat(here).isBetween(11, 12);
    assertThat(both.get("minima").asInt()).isEqualTo(4);
    assertThat(both.at("/both/minima").asInt()).isEqualTo(4);
    assertThat(
            both.at("/both/transitionStates").asInt()
                + both.at("/onlyHere/transitionStates").asInt())
        .isEqualTo(here);
    assertThat(both.at("/estimatedTotal/minima").asDouble()).isEqualTo(4);
    for (JsonNode extra : both.get("extraHere")) {
      assertThat(extra.get("index").asInt()).isEqualTo(1);
      assertThat(extra.get("rmsGradient").asDouble()).isLessThan(1e-12);
    }
    JsonNode discovery = both.get("discovery");
    assertThat(discovery.get(discovery.size() - 1).get("minima").asInt()).isEqualTo(4);
    assertThat(discovery.get(0).get("seconds").asDouble())
        .isPositive()
        .isLessThan(discovery.get(discovery.size() - 1).get("seconds").asDouble());
    assertThat(drawn).content().contains("Finds on lj7-2").contains("time / s");
    assertThat(tarn("coverage", "lj7-2", "lj7-1").out())
        .contains("minima in both")
        .contains("only in lj7-1; if independent, ");
  }
}
