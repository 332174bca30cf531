package dev.tarn.graphstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed in the middle of writing leaves a prefix of whole updates. */
class KillIT {
  @TempDir Path folder = Path.of("");

  @Test
  void aKilledProcessLeavesAPrefixOfWholeUpdatesAndTheNextOneGoesOn()
      throws IOException, InterruptedException {
    Path store = folder.resolve("store");
    long before = 0;
    for (int life = 0; life < 2; life++) {
      long acknowledged = writeUntilKilled(store, 150 + 37 * life);
      try (Neo4jLandscapeStore left = Neo4jLandscapeStore.open(store, StoreOptions.READ)) {
        long last = left.checkpoint("l").orElseThrow().round();
        assertThat(last).isGreaterThanOrEqualTo(acknowledged).isGreaterThan(before);
        long points = (last + 1) * KilledWriter.POINTS;
        assertThat(left.counts("l")).isEqualTo(new LandscapeCounts(points, points, 0));
        Network network = left.network("l");
        assertThat(network.minimumId(network.nodeCount() - 1)).isEqualTo(points);
        assertThat(network.transitionStateId(network.edgeCount() - 1)).isEqualTo(points);
        before = last;
      }
    }
  }

  /** Kills the writer a moment after it says that so many more updates are durable. */
  private static long writeUntilKilled(Path store, int updates)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long first = -1;
    long acknowledged = -1;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("durable ")) {
          acknowledged = Long.parseLong(line.substring("durable ".length()));
          first = first < 0 ? acknowledged : first;
          if (acknowledged - first >= updates) {
            break;
          }
        }
      }
      Thread.sleep(20);
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }
}
