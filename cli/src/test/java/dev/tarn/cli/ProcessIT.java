package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.open.StoreLocation;
import dev.tarn.graphstore.GraphStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: exit codes, locks, interruption. */
class ProcessIT {
  @TempDir Path folder;

  private String store() {
    return folder.resolve("store").toString();
  }

  @Test
  void exitCodesAndStreamsAreThoseOfAGoodCommand() {
    CommandLineRun run = TarnProcess.start(folder, "version", "--json").await();
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("version").asText()).isNotEmpty();
    assertThat(run.err()).isEmpty();
    CommandLineRun wrong = TarnProcess.start(folder, "shwo", "lj13").await();
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err())
        .isEqualTo("tarn: unknown verb shwo; did you mean show? (tarn help lists all)\n");
  }

  @Test
  void aStoreThatIsOpenElsewhereIsOneClearLine() {
    try (GraphStore open = StoreLocation.of(Optional.of(store())).openOrCreate()) {
      SampleLandscape.addTo(open);
      CommandLineRun run =
          TarnProcess.start(folder, "delete", SampleLandscape.NAME, "--store", store()).await();
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).hasLineCount(1).startsWith("tarn delete: ").contains(store());
      assertThat(open.counts(SampleLandscape.NAME).minima()).isEqualTo(6);
    }
  }

  @Test
  void aFolderThatIsNoStoreIsLeftAlone() throws IOException {
    Path other = Files.createDirectories(folder.resolve("thesis"));
    Files.writeString(other.resolve("chapter1.tex"), "text");
    for (String verb : new String[] {"list", "explore"}) {
      CommandLineRun run =
          verb.equals("list")
              ? CommandLineRun.of(verb, "--store", other.toString())
              : CommandLineRun.of(
                  verb, "--potential", "mueller-brown", "--store", other.toString());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).hasLineCount(1).contains("is not a store");
    }
    try (var files = Files.list(other)) {
      assertThat(files).hasSize(1);
    }
    CommandLineRun file =
        CommandLineRun.of("list", "--store", other.resolve("chapter1.tex").toString());
    assertThat(file.exitCode()).isEqualTo(1);
    assertThat(file.err()).hasLineCount(1).contains("expected a folder, found a file");
  }

  @Test
  void anInterruptedExplorationKeepsWhatItFound() throws InterruptedException {
    TarnProcess exploration =
        TarnProcess.start(
            folder,
            "explore",
            "--potential",
            "lennard-jones",
            "--set",
            "atoms=13",
            "--set",
            "until.time=10m",
            "--name",
            "lj13",
            "--json",
            "--store",
            store());
    // The first line of progress comes after ten seconds of exploring.
    while (exploration.isAlive() && !exploration.errSoFar().contains(" ts ")) {
      Thread.sleep(100);
    }
    exploration.interrupt();
    CommandLineRun run = exploration.await();
    assertThat(run.exitCode()).isEqualTo(143);
    assertThat(run.json().get("outcome").asText()).isEqualTo("cancelled");
    int found = run.json().get("minima").asInt();
    assertThat(found).isPositive();
    assertThat(
            CommandLineRun.of("show", "lj13", "--json", "--store", store())
                .json()
                .get("minima")
                .asInt())
        .isEqualTo(found);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() throws IOException, InterruptedException {
    try (GraphStore open = StoreLocation.of(Optional.of(store())).openOrCreate()) {
      SampleLandscape.addTo(open);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path err = folder.resolve("pipe.err");
    Process pipe =
        new ProcessBuilder(
                "sh",
                "-c",
                "\"$0\" -cp \"$1\" dev.tarn.cli.Main query"
                    + " 'UNWIND range(1, 300000) AS i RETURN i' --csv --store \"$2\" | head -n 2",
                java,
                System.getProperty("java.class.path"),
                store())
            .redirectError(err.toFile())
            .start();
    String out = new String(pipe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(pipe.waitFor()).isZero();
    assertThat(out).isEqualTo("i\n1\n");
    assertThat(Files.readString(err)).isEmpty();
  }
}
