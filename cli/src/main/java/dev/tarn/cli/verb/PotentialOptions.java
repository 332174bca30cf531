package dev.tarn.cli.verb;

import dev.tarn.application.runfile.RunFile;
import dev.tarn.cli.output.CommandException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which potential a verb works on: that of a run file, or one that is named. */
public final class PotentialOptions {

  @Option(
      names = "--potential",
      paramLabel = "NAME",
      description = "In place of a run file: the potential (tarn systems lists them).")
  @Nullable String potential;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Set a parameter of the potential, or any key of the run file (until.rounds=9).")
  List<String> set = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "JARS",
      description = "Where potentials of your own are found.")
  @Nullable String classpath;

  /** The run file, or one of the named potential, with what the options set in it. */
  public RunFile runFile(@Nullable Path file) {
    if ((file == null) == (potential == null)) {
      throw CommandException.usage(
          "expected a run file, or --potential NAME, found " + (file == null ? "neither" : "both"));
    }
    ClassLoader classes = classes();
    RunFile read =
        file != null
            ? RunFile.read(file, classes)
            : RunFile.ofPotential(String.valueOf(potential), classes);
    for (String assignment : set) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw CommandException.usage("--set: expected KEY=VALUE, found " + assignment);
      }
      read = read.with(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return read;
  }

  private ClassLoader classes() {
    ClassLoader own = PotentialOptions.class.getClassLoader();
    if (classpath == null) {
      return own;
    }
    List<URL> urls = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (!Files.exists(path)) {
        throw CommandException.usage("--classpath: " + entry + ": no such file or folder");
      }
      try {
        urls.add(path.toUri().toURL());
      } catch (MalformedURLException e) {
        throw CommandException.usage("--classpath: " + entry + ": " + e.getMessage());
      }
    }
    return new URLClassLoader(urls.toArray(new URL[0]), own);
  }
}
