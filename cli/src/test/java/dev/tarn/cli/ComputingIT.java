package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.landscape.LandscapeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that compute, on a landscape drawn by hand; the numbers are tested in analytics. */
class ComputingIT {
  @TempDir static Path folder;

  private static String store = "";

  @BeforeAll
  static void makeStore() {
    store = folder.resolve("store").toString();
    try (LandscapeStore open = StoreLocation.of(Optional.of(store)).openOrCreate()) {
      SampleLandscape.addTo(open);
    }
  }

  private static CommandLineRun tarn(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--store";
    all[args.length + 1] = store;
    return CommandLineRun.of(all);
  }

  @Test
  void pathsAreListedWithTheirHighestPoints() {
    JsonNode json =
        tarn("path", "sample", "--from", "2", "--to", "5", "-T", "0.5", "--json").json();
    assertThat(json.get("paths")).hasSize(3);
    JsonNode lowest = json.at("/paths/0");
    assertThat(lowest.get("kind").asText()).isEqualTo("lowest-barrier");
    assertThat(lowest.get("highest").asDouble()).isEqualTo(-1);
    assertThat(lowest.get("minima").toString()).isEqualTo("[2,1,3,4,5]");
    assertThat(json.at("/paths/1/minima").toString()).isEqualTo("[2,3,4,5]");
    CommandLineRun text = tarn("path", "sample", "--from", "2", "--to", "5");
    assertThat(text.out())
        .startsWith("lowest barrier: 4 steps, highest point -1.000000 epsilon, 3.500000 above");
  }

  @Test
  void ratesObeyDetailedBalanceAndHaveTheirKeys() {
    JsonNode json =
        tarn("rates", "sample", "--from", "lowest:1", "--to", "5", "-T", "0.5", "--json").json();
    double forward = json.get("kSSForward").asDouble() * json.get("occupationFrom").asDouble();
    double backward = json.get("kSSBackward").asDouble() * json.get("occupationTo").asDouble();
    assertThat(forward / backward).isCloseTo(1, within(1e-12));
    assertThat(json.get("rateForward").asDouble() * json.get("mfptForward").asDouble())
        .isCloseTo(1, within(1e-12));
    assertThat(json.get("leftOutMinima").asInt()).isEqualTo(1);
    JsonNode scan =
        tarn("rates", "sample", "--from", "1", "--to", "5", "-T", "0.3:0.6:4", "--json").json();
    assertThat(scan.get("mfptBackward")).hasSize(4);
    assertThat(scan.at("/arrheniusForward/activationEnergy").asDouble()).isBetween(4.5, 5.5);
    CommandLineRun text = tarn("rates", "sample", "--from", "1", "--to", "5", "-T", "0.5");
    assertThat(text.out())
        .startsWith("1 -> 5 (forward) over 5 minima\n")
        .contains("note: left out 1 minimum");
  }

  @Test
  void setsOfMinimaAreReadFromFilesAndRanges() throws Exception {
    Path file = folder.resolve("min.A");
    Files.writeString(file, "2\n 4\n 5\n");
    JsonNode ofFile =
        tarn("rates", "sample", "--from", "1-3", "--to", "@" + file, "-T", "1", "--json").json();
    JsonNode ofIds =
        tarn("rates", "sample", "--from", "1,2 3", "--to", "4,5", "-T", "1", "--json").json();
    assertThat(ofFile.get("mfptForward")).isEqualTo(ofIds.get("mfptForward"));
  }

  @Test
  void thermodynamicsHasItsKeys() {
    JsonNode json = tarn("thermo", "sample", "--temperatures", "0.1:1:10", "--json").json();
    for (String key :
        new String[] {"temperatures", "heatCapacity", "shannonEntropy", "frustration"}) {
      assertThat(json.get(key)).as(key).hasSize(10);
    }
    assertThat(json.get("peaks").isArray()).isTrue();
    assertThat(json.at("/heatCapacity/0").asDouble()).isCloseTo(4.5, within(0.01));
    CommandLineRun csv =
        tarn("thermo", "sample", "--temperatures", "0.1:1:10", "--csv", "--occupation", "lowest:6");
    assertThat(csv.out().lines().toList()).hasSize(11);
    String lastRow = csv.out().lines().toList().get(10);
    String occupation = lastRow.substring(lastRow.lastIndexOf(',') + 1);
    assertThat(Double.parseDouble(occupation)).isCloseTo(1, within(1e-12));
  }

  @Test
  void cumulativeHeatCapacityEndsInThatOfAllMinima() {
    JsonNode json =
        tarn("thermo", "sample", "--temperatures", "0.1:1:10", "--lowest", "1,6", "--json").json();
    JsonNode all = json.at("/heatCapacityOfLowest/1/heatCapacity");
    assertThat(json.at("/heatCapacityOfLowest/1/minima").asInt()).isEqualTo(6);
    for (int k = 0; k < 10; k++) {
      // One minimum alone has the heat capacity of its vibrations only.
      assertThat(json.at("/heatCapacityOfLowest/0/heatCapacity/" + k).asDouble())
          .isCloseTo(json.get("vibrationalModes").asInt() / 2.0, within(1e-12));
      assertThat(all.get(k).asDouble())
          .isCloseTo(json.at("/heatCapacity/" + k).asDouble(), within(1e-9));
    }
    CommandLineRun refused = tarn("thermo", "sample", "--lowest", "0");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--lowest: expected numbers of lowest minima");
  }

  @Test
  void groupsOfMinimaBecomeALandscape() {
    JsonNode groups =
        tarn("regroup", "sample", "-T", "0.2", "--barrier", "2.5", "--name", "groups", "--json")
            .json();
    assertThat(groups.get("minima").asInt()).isBetween(2, 5);
    JsonNode shown = tarn("show", "groups", "--json").json();
    assertThat(shown.get("minima")).isEqualTo(groups.get("minima"));
    assertThat(tarn("regroup", "sample", "-T", "0.2", "--barrier", "1", "--name", "groups").err())
        .hasLineCount(1)
        .contains("already holds a landscape");
    refused(
        "tarn regroup: expected --barrier or --time, found neither",
        "regroup",
        "sample",
        "-T",
        "0.2");
  }

  @Test
  void wrongRequestsAreOneClearLine() {
    refused(
        "tarn thermo: --temperatures: expected a finite temperature above 0, found -1.0",
        "thermo",
        "sample",
        "--temperatures",
        "-1:1:5");
    refused(
        "tarn thermo: --temperatures: expected lowest:highest:count, such as 0.05:0.6:100,"
            + " found 1:2",
        "thermo",
        "sample",
        "--temperatures",
        "1:2");
    refused(
        "tarn rates: --temperature: expected a finite temperature above 0, found NaN",
        "rates",
        "sample",
        "--from",
        "1",
        "--to",
        "2",
        "-T",
        "NaN");
    refused(
        "tarn rates: --to: expected ids of minima of sample, found 99; they go from 1 to 6",
        "rates",
        "sample",
        "--from",
        "1",
        "--to",
        "99",
        "-T",
        "1");
    refused(
        "tarn rates: --from: expected lowest:N with N >= 1, found lowest:0",
        "rates",
        "sample",
        "--from",
        "lowest:0",
        "--to",
        "9",
        "-T",
        "1");
    CommandLineRun apart = tarn("rates", "sample", "--from", "1", "--to", "6", "-T", "1");
    assertThat(apart.exitCode()).isNotZero();
    assertThat(apart.err()).hasLineCount(1).startsWith("tarn rates: ");
    CommandLineRun overlapping = tarn("path", "sample", "--from", "1,2", "--to", "2");
    assertThat(overlapping.exitCode()).isNotZero();
    assertThat(overlapping.err()).hasLineCount(1).contains("found minimum 2 in both");
  }

  private static void refused(String line, String... args) {
    CommandLineRun run = tarn(args);
    assertThat(run.err()).isEqualTo(line + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isNotZero();
  }
}
