package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exploration killed at random moments ends where an uninterrupted one does, to the byte. */
class KilledExplorationIT {
  @TempDir Path folder;

  private TarnProcess explore(String store, int atoms, int rounds) {
    return TarnProcess.start(
        folder,
        "explore",
        "--potential",
        "lennard-jones",
        "--set",
        "atoms=" + atoms,
        "--set",
        "until.rounds=" + rounds,
        "--name",
        "lj",
        "--store",
        folder.resolve(store).toString());
  }

  private String exported(String store) {
    CommandLineRun run =
        CommandLineRun.of("export", "lj", "--store", folder.resolve(store).toString());
    assertThat(run.exitCode()).isZero();
    return run.out().replaceAll("\"createdAt\":\"[^\"]*\"", "");
  }

  private void killOften(int kills, int atoms, int rounds, long seed) throws InterruptedException {
    assertThat(explore("whole", atoms, rounds).await().exitCode()).isZero();
    SplittableRandom random = new SplittableRandom(seed);
    int killed = 0;
    while (killed < kills) {
      TarnProcess exploration = explore("killed", atoms, rounds);
      long moment = System.nanoTime() + random.nextLong(500_000_000L, 6_000_000_000L);
      while (exploration.isAlive() && System.nanoTime() < moment) {
        Thread.sleep(5);
      }
      if (!exploration.isAlive()) {
        break;
      }
      exploration.kill();
      killed++;
    }
    assertThat(explore("killed", atoms, rounds).await().exitCode()).isZero();
    assertThat(exported("killed")).isEqualTo(exported("whole"));
  }

  @Test
  void killedThreeTimes() throws InterruptedException {
    killOften(3, 9, 120, 1);
  }

  @Test
  @Tag("slow")
  void killedTwentyTimes() throws InterruptedException {
    killOften(20, 13, 600, 2);
  }
}
