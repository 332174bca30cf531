package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.application.StoredPotential;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.potentials.Potential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that judge the landscape of a model's loss, on models small enough to be explored. */
class JudgingIT {
  private static final int TEST_ROWS = 30;

  @TempDir static Path folder;

  private static String store = "";

  @BeforeAll
  static void explore() {
    store = folder.resolve("store").toString();
    explored(
        "net",
        "{name: neural-network, data: {generator: checkerboard, cells: 2, points: 100}, hidden: 2,"
            + " lambda: 1e-3}",
        4);
    explored(
        "convex",
        "{name: logistic-regression, data: {generator: two-moons, points: 100}, lambda: 0.01,"
            + " regularise: weights}",
        1);
  }

  private static void explored(String name, String potential, int rounds) {
    Path file = folder.resolve(name + ".yaml");
    String text =
        String.format(
            Locale.ROOT,
            "landscape: %s%npotential: %s%nround: 16%nuntil: {rounds: %d}%n",
            name,
            potential,
            rounds);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    CommandLineRun run = tarn("explore", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static CommandLineRun tarn(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--store";
    all[args.length + 1] = store;
    return CommandLineRun.of(all);
  }

  // -- predict

  @Test
  void theGlobalMinimumIsJudgedByRowsItHasNotSeen() {
    JsonNode json = tarn("predict", "net", "--json", "--roc").json();
    assertThat(json.get("landscape").asText()).isEqualTo("net");
    assertThat(json.get("classes").toString()).isEqualTo("[\"dark\",\"light\"]");
    assertThat(json.at("/train/rows").asInt()).isEqualTo(70);
    assertThat(json.at("/test/rows").asInt()).isEqualTo(TEST_ROWS);
    assertThat(json.at("/test/absentClasses")).isEmpty();
    assertThat(json.get("loss").asDouble())
        .isGreaterThan(json.at("/train/crossEntropy").asDouble());

    int total = 0;
    int right = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int count = json.at("/confusion/" + i + "/" + j).asInt();
        total += count;
        right += i == j ? count : 0;
      }
    }
    assertThat(total).isEqualTo(TEST_ROWS);
    double accuracy = json.get("testAccuracy").asDouble();
    assertThat(accuracy).isEqualTo((double) right / total);
    assertThat(accuracy).isEqualTo(json.at("/test/accuracy").asDouble());

    // Of two classes each is the rest of the other.
    double area = json.get("testAuc").asDouble();
    assertThat(json.get("aucByClass")).hasSize(2);
    for (int k = 0; k < 2; k++) {
      assertThat(json.at("/aucByClass/" + k).asDouble()).isCloseTo(area, within(1e-12));
      assertThat(areaUnder(json.at("/roc/" + k))).isCloseTo(area, within(1e-12));
    }
  }

  private static double areaUnder(JsonNode curve) {
    JsonNode x = curve.get("falsePositiveRate");
    JsonNode y = curve.get("truePositiveRate");
    int last = x.size() - 1;
    assertThat(y).hasSize(last + 1);
    assertThat(x.get(0).asDouble() + y.get(0).asDouble()).isZero();
    assertThat(x.get(last).asDouble() + y.get(last).asDouble()).isEqualTo(2);
    double area = 0;
    for (int i = 0; i < last; i++) {
      double width = x.get(i + 1).asDouble() - x.get(i).asDouble();
      area += width * (y.get(i).asDouble() + y.get(i + 1).asDouble()) / 2;
    }
    return area;
  }

  /** A file that is not part of the repository; docs/machine-learning.md says what it is. */
  @Test
  void fraudIsToldApartInRowsThatWereNotSeen() {
    Path file = ReferenceData.require("creditcard/creditcard_all492frauds_1230legit.csv");
    explored(
        "credit-card",
        "{name: neural-network, data: {file: '"
            + file
            + "', target: Class, without: [1, Time]}, hidden: 3, lambda: 1e-3}",
        1);
    JsonNode judged = tarn("predict", "credit-card", "--json").json();
    assertThat(judged.at("/train/rows").asInt()).isEqualTo(1205);
    assertThat(judged.at("/test/rows").asInt()).isEqualTo(517);
    // 29 inputs: 3 (29 + 1) + 2 (3 + 1) weights and biases.
    JsonNode thermo =
        tarn("thermo", "credit-card", "--temperatures", "0.001:0.01:3", "--json").json();
    assertThat(thermo.get("vibrationalModes").asInt()).isEqualTo(98);
    assertThat(judged.get("testAuc").asDouble()).isGreaterThan(0.95);
    assertThat(judged.at("/bestAuc/auc").asDouble())
        .isGreaterThanOrEqualTo(judged.get("testAuc").asDouble());
  }

  @Test
  void allMinimaAreJudgedTheLowestFirst() {
    JsonNode json = tarn("predict", "net", "--all", "--json").json();
    JsonNode minima = json.get("minima");
    assertThat(minima).hasSizeGreaterThan(1);
    assertThat(minima.at("/0/id")).isEqualTo(json.get("minimum"));
    assertThat(minima.at("/0/loss")).isEqualTo(json.get("loss"));
    assertThat(minima.at("/0/testAuc")).isEqualTo(json.get("testAuc"));
    double before = Double.NEGATIVE_INFINITY;
    double best = 0;
    for (JsonNode row : minima) {
      assertThat(row.get("loss").asDouble()).isGreaterThanOrEqualTo(before);
      before = row.get("loss").asDouble();
      best = Math.max(best, row.get("testAuc").asDouble());
      assertThat(row.get("trainingLoss").asDouble()).isLessThan(before);
      assertThat(row.get("trainingAccuracy").asDouble()).isBetween(0.0, 1.0);
      assertThat(row.get("logDetHessian").asDouble()).isFinite();
    }
    JsonNode highest = minima.get(minima.size() - 1);
    JsonNode alone =
        tarn("predict", "net", "--minimum", highest.get("id").asText(), "--json").json();
    assertThat(alone.get("testAccuracy")).isEqualTo(highest.get("testAccuracy"));
    assertThat(alone.at("/test/crossEntropy").asDouble())
        .isCloseTo(highest.get("testLoss").asDouble(), within(1e-12));
    assertThat(json.at("/bestAuc/auc").asDouble()).isEqualTo(best);
    JsonNode correlation = json.get("rankCorrelation");
    assertThat(correlation.get("of").asText()).isEqualTo("testAccuracy");
    for (String with : List.of("withLogDetHessian", "withLoss")) {
      assertThat(correlation.at("/" + with + "/rho").asDouble()).isBetween(-1.0, 1.0);
      assertThat(correlation.at("/" + with + "/minima").asInt()).isEqualTo(minima.size());
      assertThat(correlation.at("/" + with + "/pValue").asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(tarn("predict", "net", "--csv").out().lines().toList()).hasSize(1 + minima.size());
    assertThat(tarn("predict", "net", "--all").out())
        .contains("test accuracy", "best AUC of any", "as dark", "training acc.");
  }

  @Test
  void picturesAreDrawn() {
    for (String plot : List.of("roc", "flatness", "loss")) {
      Path file = folder.resolve(plot + ".svg");
      CommandLineRun run = tarn("predict", "net", "--plot", plot, "-o", file.toString());
      assertThat(run.out()).contains("drawn: ");
      assertThat(file)
          .content()
          .contains("<svg", plot.equals("roc") ? "True positive rate" : "Test accuracy");
    }
    Path file = folder.resolve("line.svg");
    assertThat(tarn("line", "net", "--from", "1", "--to", "2", "-o", file.toString()).out())
        .contains("drawn: ");
    assertThat(file).content().contains("Straight lines between minima", "lowest path");
  }

  @Test
  void numbersArePredictedWithARootMeanSquareError() throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 60; k++) {
      double x = -2 + 4 * random.nextDouble();
      rows.append(x).append(',').append(StrictMath.tanh(2 * x) + 0.01 * (k % 5)).append('\n');
    }
    Path file = folder.resolve("curve.csv");
    Files.writeString(file, rows);
    explored(
        "curve", "{name: neural-network, data: {file: " + file + "}, hidden: 1, lambda: 1e-5}", 1);
    JsonNode json = tarn("predict", "curve", "--all", "--json").json();
    assertThat(json.get("classes")).isEmpty();
    assertThat(json.has("confusion")).isFalse();
    assertThat(json.get("bestAuc").isNull()).isTrue();
    assertThat(json.at("/rankCorrelation/of").asText()).isEqualTo("testLoss");
    double error = json.at("/test/rootMeanSquareError").asDouble();
    assertThat(error).isBetween(0.0, 0.1);
    assertThat(json.at("/minima/0/testLoss").asDouble()).isCloseTo(error * error, within(1e-12));
    assertThat(tarn("predict", "curve").out())
        .contains("test error", "root mean square, of 18 rows");
    refused(
        1,
        "tarn predict: --plot roc: expected classes, found a regression",
        "predict",
        "curve",
        "-o",
        folder.resolve("none.svg").toString());

    // The same landscape is not to be judged by other data.
    Files.writeString(file, rows + "0,0\n");
    CommandLineRun run = tarn("predict", "curve");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("tarn predict: landscape curve: its potential cannot be made again: ")
        .contains("curve.csv")
        .contains("checksum");
  }

  @Test
  void wrongRequestsAreOneClearLine() {
    explored("mb", "{name: mueller-brown}", 1);
    refused(
        1,
        "tarn predict: landscape mb is of mueller-brown; expected one of a model: neural-network or"
            + " logistic-regression",
        "predict",
        "mb");
    refused(
        1,
        "tarn predict: --minimum: expected the id of one of the ",
        "predict",
        "net",
        "--minimum",
        "4711");
    refused(
        2,
        "tarn predict: --plot: expected one of roc, flatness, loss, found violin",
        "predict",
        "net",
        "--plot",
        "violin");
    CommandLineRun unknown = tarn("predict", "nte");
    assertThat(unknown.err())
        .startsWith("tarn predict: no landscape nte in ")
        .endsWith("; did you mean net?\n")
        .hasLineCount(1);
    refused(2, "tarn line: expected --from and --to, or --starts", "line", "net");
    refused(2, "tarn line: expected --from and --to, or --starts", "line", "net", "--from", "1");
    refused(
        2,
        "tarn line: expected --from and --to, or --starts",
        "line",
        "net",
        "--from",
        "1",
        "--to",
        "2",
        "--starts",
        "3");
    refused(
        2,
        "tarn line: --points: expected 2 to 100000, found 1",
        "line",
        "net",
        "--starts",
        "3",
        "--points",
        "1");
    refused(
        2, "tarn line: --starts: expected up to 10000, found -1", "line", "net", "--starts", "-1");
    refused(
        1,
        "tarn line: --from and --to hold the same minimum, and no other",
        "line",
        "net",
        "--from",
        "1",
        "--to",
        "1");
  }

  private static void refused(int exitCode, String start, String... args) {
    CommandLineRun run = tarn(args);
    assertThat(run.err()).startsWith(start).hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  // -- line

  @Test
  void linesBetweenMinimaRiseAtLeastAsHighAsTheLowestPath() {
    JsonNode json =
        tarn("line", "net", "--from", "lowest:9", "--to", "1", "--points", "51", "--json").json();
    assertThat(json.get("points").asInt()).isEqualTo(51);
    assertThat(json.get("lines")).isNotEmpty();
    for (JsonNode line : json.get("lines")) {
      double barrier = line.get("barrier").asDouble();
      double higherEnd =
          Math.max(line.get("energyFrom").asDouble(), line.get("energyTo").asDouble());
      assertThat(line.get("highest").asDouble() - higherEnd).isCloseTo(barrier, within(1e-12));
      // Two minima have a barrier between them, and a mountain pass below every line.
      assertThat(barrier).isPositive();
      assertThat(line.get("monotonic").asBoolean()).isFalse();
      assertThat(line.get("pathBarrier").asDouble()).isPositive().isLessThanOrEqualTo(barrier);
      assertThat(line.get("distance").asDouble())
          .isPositive()
          .isLessThanOrEqualTo(line.get("distanceUnaligned").asDouble() + 1e-12);
    }
    assertThat(tarn("line", "net", "--from", "1", "--to", "2").out())
        .contains("by transition states")
        .contains("barriers are measured from the higher end");
  }

  @Test
  void aLineIsAsHighAsItsEnergiesAre() {
    Map<Long, double[]> minima = new HashMap<>();
    double[] energies = new double[21];
    try (OpenLandscape open = OpenLandscape.read(StoreLocation.of(Optional.of(store)), "net")) {
      open.store().forEachMinimum("net", m -> minima.put(m.id(), m.coordinates()));
      Potential loss = StoredPotential.require(open.landscape());
      double[] from = coordinates(minima, 2);
      double[] to = coordinates(minima, 1);
      for (int k = 0; k <= 20; k++) {
        double[] x = new double[from.length];
        for (int i = 0; i < x.length; i++) {
          x[i] = from[i] + k / 20.0 * (to[i] - from[i]);
        }
        energies[k] = loss.energy(x);
      }
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (double energy : energies) {
      highest = Math.max(highest, energy);
    }
    JsonNode line =
        tarn("line", "net", "--from", "2", "--to", "1", "--points", "21", "--json")
            .json()
            .at("/lines/0");
    assertThat(line.get("energyFrom").asDouble()).isCloseTo(energies[0], within(1e-12));
    assertThat(line.get("energyTo").asDouble()).isCloseTo(energies[20], within(1e-12));
    assertThat(line.get("highestUnaligned").asDouble()).isCloseTo(highest, within(1e-12));
    assertThat(line.get("barrierUnaligned").asDouble())
        .isCloseTo(highest - Math.max(energies[0], energies[20]), within(1e-12));
  }

  private static double[] coordinates(Map<Long, double[]> minima, long id) {
    return Optional.ofNullable(minima.get(id)).orElseThrow();
  }

  @Test
  void linesFromRandomStartsEndInKnownMinima() {
    JsonNode json = tarn("line", "net", "--starts", "12", "--seed", "7", "--json").json();
    assertThat(json.get("seed").asInt()).isEqualTo(7);
    int monotonic = 0;
    int known = 0;
    for (JsonNode line : json.get("lines")) {
      monotonic += line.get("monotonic").asBoolean() ? 1 : 0;
      known += line.get("minimum").isNull() ? 0 : 1;
      double barrier = line.get("barrier").asDouble();
      assertThat(barrier).isNotNegative();
      assertThat(barrier > 1e-6 && line.get("monotonic").asBoolean()).isFalse();
      assertThat(line.get("energyEnd").asDouble()).isLessThan(line.get("energyStart").asDouble());
    }
    int lines = json.get("lines").size();
    assertThat(lines).isBetween(1, 12);
    assertThat(json.get("monotonicShare").asDouble()).isEqualTo((double) monotonic / lines);
    assertThat(json.get("knownMinima").asInt()).isEqualTo(known);
    assertThat(tarn("line", "net", "--starts", "12", "--seed", "7").out())
        .startsWith("monotonic lines")
        .contains(monotonic + " of " + lines);
  }

  // -- a convex loss: one minimum, whatever is done

  @Test
  void aConvexLossHasOneMinimumAndEveryLineToItFalls() {
    JsonNode shown = tarn("show", "convex", "--json").json();
    assertThat(shown.get("minima").asInt()).isEqualTo(1);
    assertThat(shown.get("transitionStates").asInt()).isZero();
    JsonNode lines = tarn("line", "convex", "--starts", "20", "--json").json();
    assertThat(lines.get("lines")).hasSize(20);
    // The softmax biases may all move together at no cost: copies along that line are one minimum.
    assertThat(lines.get("knownMinima").asInt()).isEqualTo(20);
    assertThat(lines.get("monotonicShare").asDouble()).isEqualTo(1);
    JsonNode judged = tarn("predict", "convex", "--json").json();
    assertThat(judged.at("/bestAuc/minimum").asInt()).isEqualTo(1);
    assertThat(judged.at("/rankCorrelation/withLoss/rho").isNull()).isTrue();
    assertThat(tarn("predict", "convex").out())
        .contains("too few different minima for a correlation");
  }

  @Test
  void zeroModesAreLeftOutOfTheVibrations() {
    String[] at = {"--temperatures", "0.01:0.1:3", "--json"};
    JsonNode convex = tarn("thermo", "convex", at[0], at[1], at[2]).json();
    // Six weights and biases, of which both output biases may be raised alike.
    assertThat(convex.get("vibrationalModes").asInt()).isEqualTo(5);
    for (JsonNode heatCapacity : convex.get("heatCapacity")) {
      assertThat(heatCapacity.asDouble()).isCloseTo(2.5, within(1e-12));
    }
    assertThat(tarn("thermo", "net", at[0], at[1], at[2]).json().get("vibrationalModes").asInt())
        .isEqualTo(12);
  }

  @Test
  void theHeatCapacityAnalogueNamesTheMinimaBehindItsPeaks() {
    JsonNode peaks =
        tarn("thermo", "net", "--temperatures", "0.001:0.2:200", "--json").json().get("peaks");
    assertThat(peaks).isNotEmpty();
    List<Long> emptied = new ArrayList<>();
    peaks.at("/0/emptied").forEach(m -> emptied.add(m.get("minimum").asLong()));
    assertThat(emptied).contains(tarn("predict", "net", "--json").json().get("minimum").asLong());
    assertThat(peaks.at("/0/filled")).isNotEmpty();
    assertThat(peaks.at("/0/heatCapacity").asDouble()).isGreaterThan(6);
    assertThat(tarn("thermo", "net", "--temperatures", "0.001:0.2:200").out())
        .startsWith("heat capacity peak at T = ")
        .contains("emptied: ", "filled: ");
  }
}
