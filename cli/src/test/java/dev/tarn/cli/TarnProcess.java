package dev.tarn.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, from the class path of the tests. */
final class TarnProcess {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path out;
  private final Path err;

  private TarnProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static TarnProcess start(Path folder, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    try {
      Path out = Files.createTempFile(folder, "tarn", ".out");
      Path err = Files.createTempFile(folder, "tarn", ".err");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .redirectInput(new File("/dev/null"))
              .start();
      return new TarnProcess(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its number. */
  long pid() {
    return process.pid();
  }

  /** Waits for the first line of standard output and returns it. */
  String awaitFirstLine() throws InterruptedException {
    for (int i = 0; i < 10 * PATIENCE_SECONDS && process.isAlive(); i++) {
      String written = read(out);
      int end = written.indexOf('\n');
      if (end >= 0) {
        return written.substring(0, end);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("wrote nothing; standard error: " + read(err));
  }

  /** What it has written to standard error so far. */
  String errSoFar() {
    return read(err);
  }

  /** Asks it to end, as Ctrl-C does. */
  void interrupt() {
    process.destroy();
  }

  /** Kills it, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  CommandLineRun await() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end; standard error: " + read(err));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    return new CommandLineRun(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
