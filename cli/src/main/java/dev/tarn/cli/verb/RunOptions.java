package dev.tarn.cli.verb;

import dev.tarn.application.runfile.Durations;
import dev.tarn.application.runfile.RunFile;
import dev.tarn.cli.output.CommandException;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.potentials.PotentialException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run is of, under which name, and what the command line changes in its run file. */
public final class RunOptions {
  @Mixin PotentialOptions of = new PotentialOptions();

  @Option(names = "--name", paramLabel = "LANDSCAPE", description = "Name of the landscape.")
  @Nullable String landscape;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to search on (default: all cores); does not change what is found.")
  @Nullable String threads;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  @Nullable String seed;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "End after that time: 90s, 5m, 2h.")
  @Nullable String budget;

  @Option(
      names = "--continue-with-changes",
      description = "Resume a landscape although the run file has changed since the last run.")
  boolean continueWithChanges;

  /** The run file with what the options change in it. */
  public RunFile runFile(@Nullable Path file) {
    RunFile read = of.runFile(file);
    if (landscape != null) {
      read = read.withOption("landscape", landscape);
    }
    if (threads != null) {
      read = read.withOption("threads", threads);
    }
    return seed == null ? read : read.withOption("seed", seed);
  }

  /** The time after which to end, if one is given. */
  public Optional<Duration> limit() {
    Optional<Duration> time = budget == null ? Optional.empty() : Durations.parse(budget);
    if (budget != null && time.isEmpty()) {
      throw CommandException.usage(
          "--budget: expected " + Durations.EXPECTED + ", found " + budget);
    }
    return time;
  }

  /** What to do with a landscape whose last run had other settings. */
  public OtherSettings otherSettings() {
    return continueWithChanges ? OtherSettings.ACCEPT : OtherSettings.REFUSE;
  }

  /** What a run comes to; what ends it otherwise is one line. */
  public static <T> T attempt(Supplier<T> run) {
    try {
      return run.get();
    } catch (PotentialException e) {
      throw CommandException.failed(String.valueOf(e.getMessage()));
    } catch (ChangedSettingsException e) {
      throw CommandException.failed(
          e.getMessage() + "; --continue-with-changes resumes it all the same");
    }
  }

  /** Whether any option is given that means nothing without a run. */
  public boolean isAnyGiven() {
    return !of.set.isEmpty()
        || continueWithChanges
        || Stream.of(of.potential, of.classpath, landscape, threads, seed, budget)
            .anyMatch(option -> option != null);
  }

  /** Whether the potential is named, in place of a run file. */
  public boolean namesPotential() {
    return of.potential != null;
  }
}
