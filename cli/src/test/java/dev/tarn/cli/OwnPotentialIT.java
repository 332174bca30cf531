package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
}
