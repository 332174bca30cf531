package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a potential of one's own: compiled, named on the class path, explored. */
class OwnPotentialIT {
  private static final Path EXAMPLE = Path.of("..", "examples", "own-potential");

  @Test
  void threeCoupledWellsHaveEightMinimaAndTheEdgesOfACube(@TempDir Path folder) {
    Path classes = folder.resolve("classes");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                EXAMPLE.resolve("CoupledWells.java").toString());
    assertThat(compiled).isZero();
    CommandLineRun run =
        CommandLineRun.of(
            "explore",
            EXAMPLE.resolve("coupled-wells.yaml").toString(),
            "--classpath",
            classes.toString(),
            "--store",
            folder.resolve("store").toString(),
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode found = run.json();
    assertThat(List.of(found.get("minima").asInt(), found.get("transitionStates").asInt()))
        .isEqualTo(List.of(8, 12));
    assertThat(found.get("globalMinimum").asDouble()).isBetween(-1e-15, 1e-15);
  }

  /** It throws in a search that climbs; the minima are found by then. */
  @Test
  void aPotentialThatThrowsEndsInOneLineWithWhatWasFoundKept(@TempDir Path folder)
      throws IOException {
    Path source = folder.resolve("Brittle.java");
    Files.writeString(
        source,
        """
        import dev.tarn.potentials.Potential;
        import java.util.random.RandomGenerator;
        public final class Brittle implements Potential {
          @Override public int dimension() { return 2; }
          @Override public double energyAndGradient(double[] x, double[] g) {
            if (Math.abs(x[0]) < 0.05) {
              throw new ArithmeticException("no branch near zero");
            }
            g[0] = 4 * x[0] * (x[0] * x[0] - 1);
            g[1] = 2 * x[1];
            return Math.pow(x[0] * x[0] - 1, 2) + x[1] * x[1];
          }
          @Override public void randomStart(RandomGenerator random, double[] x) {
            x[0] = (random.nextBoolean() ? 1 : -1) * (0.9 + 0.2 * random.nextDouble());
            x[1] = 0.1 * random.nextDouble();
          }
        }
        """);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.toString(),
                    source.toString()))
        .isZero();
    String store = folder.resolve("store").toString();
    Path runFile = folder.resolve("brittle.yaml");
    Files.writeString(
        runFile,
        """
        landscape: brittle
        potential: {class: Brittle}
        minima: {method: random-starts}
        """);
    CommandLineRun run =
        CommandLineRun.of(
            "explore", runFile.toString(), "--classpath", folder.toString(), "--store", store);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip().lines().toList())
        .last()
        .asString()
        .matches(
            "tarn explore: potential Brittle threw java.lang.ArithmeticException: no branch near"
                + " zero in energyAndGradient, in a .* \\(task [0-9]+ of [0-9]+ of round [0-9]+\\); what"
                + " was found is kept: 2 minima, [0-9]+ transition states");
    JsonNode shown = CommandLineRun.of("show", "brittle", "--store", store, "--json").json();
    assertThat(shown.get("minima").asInt()).isEqualTo(2);
  }
}
