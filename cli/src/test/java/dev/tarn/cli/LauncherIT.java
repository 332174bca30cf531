package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code bin/tarn}. */
class LauncherIT {
  @TempDir Path folder;

  private CommandLineRun launch(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return await(start(Checkout.root().resolve("bin/tarn"), environment, args));
  }

  private Process start(Path launcher, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    Path err = Files.createTempFile(folder, "launch", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static CommandLineRun await(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandLineRun(process.waitFor(), out, "");
  }

  private String err() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "launch*.err")) {
      return Files.readString(files.iterator().next());
    }
  }

  @Test
  void aMissingJavaHomeIsNamed() throws Exception {
    assertThat(launch(Map.of("JAVA_HOME", "/no/java"), "version").exitCode()).isEqualTo(1);
    assertThat(err()).isEqualTo("tarn: JAVA_HOME is /no/java, where there is no bin/java\n");
  }

  @Test
  void aJavaThatIsTooOldIsRefused() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 9\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
    String home = folder.resolve("jdk").toString();
    assertThat(launch(Map.of("JAVA_HOME", home), "version").exitCode()).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "tarn: needs Java 17 or newer, found 11.0.2 at "
                + home
                + "/bin/java; set JAVA_HOME to a newer one\n");
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of("sh", "dirname", "readlink", "find", "head", "mkdir", "rm", "cat", "sed", "date")) {
      for (String place : List.of("/bin", "/usr/bin")) {
        Path there = Path.of(place, tool);
        if (Files.exists(there) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), there);
        }
      }
    }
    Map<String, String> environment =
        Map.of(
            "PATH", tools.toString(),
            "TARN_HOME", folder.resolve("home").toString(),
            "JAVA_HOME", System.getProperty("java.home"));
    assertThat(launch(environment, "version").exitCode()).isEqualTo(1);
    assertThat(err()).startsWith("tarn: needs Maven to build itself on first use").hasLineCount(1);
    assertThat(folder.resolve("home/lock")).doesNotExist();
  }

  @Test
  @Tag("slow")
  void twoShellsThatComeFirstBuildOnceAndBothRun() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("t"), Checkout.root().resolve("bin/tarn"));
    Path relative = Files.createSymbolicLink(folder.resolve("tarn"), folder.relativize(link));
    Map<String, String> environment =
        Map.of(
            "TARN_HOME", folder.resolve("ho me").toString(),
            "JAVA_HOME", System.getProperty("java.home"));
    Process first = start(relative, environment, "version");
    Process second = start(relative, environment, "version", "--json");
    CommandLineRun one = await(first);
    CommandLineRun two = await(second);
    assertThat(one.exitCode()).isZero();
    assertThat(two.exitCode()).isZero();
    assertThat(one.out()).startsWith("tarn ").hasLineCount(1);
    assertThat(two.json().get("version").asText()).isNotEmpty();
    try (var builds = Files.newDirectoryStream(folder.resolve("ho me"), "[0-9]*-[0-9]*")) {
      assertThat(builds).hasSize(1);
    }
    assertThat(await(start(relative, environment, "version")).out()).isEqualTo(one.out());
  }
}
