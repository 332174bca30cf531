package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescendingIT {
  @TempDir Path folder;

  private static CommandLineRun glass(String... more) {
    String[] words = {"descend", "--potential", "p-spin", "--descents", "60"};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandLineRun.of(all);
  }

  @Test
  void energiesPerSpinConcentrateAsTheGlassGrows() throws IOException {
    Path file = folder.resolve("glass.svg");
    JsonNode found = glass("--vary", "spins=8,32", "-o", file.toString(), "--json").json();
    assertThat(found.get("thresholdEnergyPerSpin").asDouble()).isCloseTo(-1.63299, within(1e-5));
    assertThat(found.get("lowestEnergyPerSpin").asDouble()).isCloseTo(-1.65700, within(1e-5));
    JsonNode small = found.get("sizes").get(0);
    JsonNode large = found.get("sizes").get(1);
    assertThat(small.get("label").asText()).isEqualTo("spins = 8");
    assertThat(large.get("dimension").asInt()).isEqualTo(32);
    assertThat(large.get("ended").asInt()).isEqualTo(60);
    assertThat(large.get("energies")).hasSize(60);
    assertThat(large.get("standardDeviation").asDouble())
        .isLessThan(small.get("standardDeviation").asDouble());
    assertThat(Files.readString(file)).contains("spins = 8", "spins = 32", "Energy per spin");
  }

  @Test
  void tableShowsMeanAndDeviation() {
    CommandLineRun run = glass("--set", "spins=6");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("mean", "deviation", "60 of 60", "threshold, -E_infinity");
  }

  @Test
  void mistakesAreNamedInOneLine() {
    assertThat(glass().exitCode()).isEqualTo(2);
    assertThat(glass().err()).contains("expected spins");
    assertThat(glass("--vary", "spins").err()).contains("--vary: expected KEY=A,B,...");
    assertThat(glass("--vary", "spins=5,").exitCode()).isEqualTo(2);
    assertThat(glass("--vary", "spins=5,1").err()).contains("from 2 to 10000, found 1");
    assertThat(glass("--set", "spins=5", "--step", "3").exitCode()).isEqualTo(2);
    assertThat(glass("--set", "spins=5", "-o", "x.txt").err()).contains(".svg or .png");
    assertThat(CommandLineRun.of("descend").err()).contains("found neither");
  }
}
