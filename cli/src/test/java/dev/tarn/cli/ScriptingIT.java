package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cypher.server.LandscapeServer;
import dev.tarn.cypher.server.ServerSettings;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the documentation, run as it says. */
class ScriptingIT {
  private static final Path EXAMPLES = Checkout.root().resolve("examples/scripting");

  @TempDir static Path folder = Path.of("");

  private static Path store() {
    return folder.resolve("store");
  }

  private static Network network() {
    try (GraphStore open = StoreLocation.of(Optional.of(store().toString())).openToRead()) {
      return open.network(SampleLandscape.NAME);
    }
  }

  @BeforeAll
  static void prepare() {
    try (GraphStore open = StoreLocation.of(Optional.of(store().toString())).openOrCreate()) {
      SampleLandscape.addTo(open);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  @Test
  void theJavaExampleFindsTheLowestPath() throws IOException, InterruptedException {
    String out =
        run(
            program("java"),
            "-cp",
            System.getProperty("java.class.path"),
            EXAMPLES.resolve("LowestPath.java").toString(),
            store().toString(),
            SampleLandscape.NAME,
            "5",
            "1");
    double barrier =
        PathSearch.between(network(), new long[] {5}, new long[] {1})
            .lowestBarrier(1)
            .get(0)
            .barrier();
    assertThat(out).isEqualTo("global minimum -6.0\n3 steps, barrier " + barrier + "\n");
    assertThat(barrier).isCloseTo(3.2, within(1e-12)); // over -1.0 from -4.2
  }

  @Test
  void theFirstLandscapeIsExploredAndAsked() throws IOException, InterruptedException {
    String out =
        run(
            program("java"),
            "-cp",
            System.getProperty("java.class.path"),
            EXAMPLES.resolve("FirstLandscape.java").toString(),
            folder.resolve("first").toString(),
            "8");
    assertThat(out).contains("melts at rate ").endsWith(" are cut points\n");
    assertThat(folder.resolve("first/lj13.svg")).content().contains("<svg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/scripting.md"})
  void thePagesShowTheFirstLandscapeAsItIs(String page) {
    String text = Checkout.read(page);
    int start = text.indexOf("```java\n") + "```java\n".length();
    String shown = text.substring(start, text.indexOf("```", start));
    assertThat(shown).hasLineCount(14);
    assertThat(Checkout.read("examples/scripting/FirstLandscape.java")).contains(shown.indent(4));
  }

  @Test
  void theShellSessionComputesAnOccupation() throws IOException, InterruptedException {
    String out =
        run(
            program("jshell"),
            "--class-path",
            System.getProperty("java.class.path"),
            "-R-Dstore=" + store(),
            "-R-Dlandscape=" + SampleLandscape.NAME,
            EXAMPLES.resolve("session.jsh").toString());
    double occupation = HarmonicSuperposition.of(network(), Momenta.LEFT_OUT).occupation(0.1, 1);
    assertThat(out)
        .endsWith(
            "6 minima, 7 transition states\np(global minimum, T = 0.1) = " + occupation + "\n");
  }

  @Test
  void theFigureOfForesightIsDrawn() throws IOException, InterruptedException {
    Path table = folder.resolve("auc.csv");
    Path picture = folder.resolve("auc.svg");
    run(
        program("java"),
        "-cp",
        System.getProperty("java.class.path"),
        EXAMPLES.resolve("AucAgainstStep.java").toString(),
        table.toString(),
        picture.toString(),
        "1",
        "40",
        "100");
    List<String> rows = Files.readAllLines(table);
    assertThat(rows.get(0))
        .isEqualTo("inputs,hidden,stepsBeforeEnd,minima,lowestLoss,aucOfLowest,bestAuc");
    // Two choices of inputs, four networks, the ends and (100 steps before) the starts.
    assertThat(rows).hasSize(1 + 2 * 4 * 2);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      double auc = Double.parseDouble(cells[5]);
      assertThat(auc).as(row).isBetween(0.5, 1.0);
      assertThat(Double.parseDouble(cells[6])).as(row).isBetween(auc, 1.0);
      if (cells[2].equals("0")) {
        assertThat(auc).as(row).isGreaterThan(0.99);
      }
    }
    assertThat(picture).content().contains("<svg", "Steps before the end", "Test AUC");
  }

  /** A Python that has both packages: TARN_PYTHON, or the one on the path. */
  private static Optional<String> python() throws InterruptedException {
    List<String> candidates = new ArrayList<>();
    Optional.ofNullable(System.getenv("TARN_PYTHON")).ifPresent(candidates::add);
    candidates.add("python3");
    for (String candidate : candidates) {
      try {
        Process process =
            new ProcessBuilder(candidate, "-c", "import neo4j, networkx")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return Optional.of(candidate);
        }
      } catch (IOException e) {
        // Not there.
      }
    }
    return Optional.empty();
  }

  @Test
  void thePythonExampleSeesTheSameNetwork() throws IOException, InterruptedException {
    Optional<String> python = python();
    assumeTrue(python.isPresent(), "needs python3 with the packages neo4j and networkx");
    ServerSettings settings =
        new ServerSettings(
            ServerSettings.LOOPBACK,
            0,
            0,
            ServerSettings.Access.READ_ONLY,
            Optional.empty(),
            Optional.empty());
    try (LandscapeServer server =
        LandscapeServer.start(store(), StoreOptions.Access.READ, settings)) {
      String out =
          run(
              python.orElseThrow(),
              EXAMPLES.resolve("networkx_example.py").toString(),
              server.bolt().toString(),
              SampleLandscape.NAME);
      // A triangle 1, 2, 3 with a tail 4, 5: (1 + 1 + 1/3 + 0 + 0) / 5; minimum 6 stands alone.
      assertThat(out).startsWith("nodes 6\nedges 5\nclustering 0.4666");
      assertThat(out).endsWith("components 2\n");
      CommandLineRun refused =
          CommandLineRun.of(
              "query",
              "MATCH (m:Minimum) SET m.x = 1",
              "--write",
              "--store",
              server.bolt().toString());
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).hasLineCount(1).contains("read-only");
    }
  }
}
