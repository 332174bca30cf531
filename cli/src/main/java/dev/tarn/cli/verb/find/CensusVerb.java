package dev.tarn.cli.verb.find;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.application.census.CensusPictures;
import dev.tarn.application.census.CensusReport;
import dev.tarn.application.census.CensusSeries;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.CensusLine;
import dev.tarn.cli.output.CensusText;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.output.Version;
import dev.tarn.cli.runfile.CensusFile;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.RunOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.explorer.census.Census;
import dev.tarn.explorer.census.CensusSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts the stationary points of every index. */
@Command(
    name = "census",
    description = {
      "Find and count the stationary points of every index, or show the census of landscapes.",
      "A run file starts a census, or goes on with it; a name (or 'name-*') shows what is stored."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn census examples/census-camel.yaml",
      "  tarn census camel-census -o energies.svg",
      "  tarn census --potential six-hump-camel --set connections=true --name camel-all",
      "  tarn census my-series.yaml --budget 1m -o growth.svg"
    })
public final class CensusVerb extends Verb {
  private static final List<String> PLOTS = List.of("energy", "index", "growth");

  @Parameters(
      paramLabel = "RUN.yaml|LANDSCAPE",
      arity = "0..1",
      description = "A run file, or the name of a landscape; * stands for any letters.")
  @Nullable String subject;

  @Mixin RunOptions options = new RunOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw a picture: .svg or .png.")
  @Nullable Path output;

  @Option(
      names = "--plot",
      paramLabel = "WHAT",
      description =
          "What to draw: energy (of each point, against its index; the default), index (numbers),"
              + " growth (with the size; the default for a series).")
  @Nullable String plot;

  @Override
  protected void run(Terminal terminal) {
    if (output != null) {
      Path unused = Drawings.checked(output);
    }
    if (plot != null && !PLOTS.contains(plot)) {
      throw CommandException.usage(
          "--plot: expected one of " + String.join(", ", PLOTS) + ", found " + plot);
    }
    if ((subject == null) != options.namesPotential()) {
      throw CommandException.usage(
          "expected a run file, a landscape or --potential NAME, found "
              + (subject == null ? "none" : "two"));
    }
    if (subject != null && !isRunFile(subject)) {
      show(terminal, subject);
    } else {
      take(terminal);
    }
  }

  private static boolean isRunFile(String text) {
    return text.endsWith(".yaml")
        || text.endsWith(".yml")
        || text.contains("/")
        || Files.isRegularFile(Path.of(text));
  }

  private void show(Terminal terminal, String pattern) {
    if (options.isAnyGiven()) {
      throw CommandException.usage(
          "options of a run were given, but " + pattern + " is no run file (.yaml)");
    }
    try (LandscapeStore store = storeLocation().openToRead()) {
      List<CensusReport> counted = new ArrayList<>();
      if (pattern.contains("*")) {
        Pattern names =
            Pattern.compile(
                Stream.of(pattern.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
        for (Landscape each : store.landscapes()) {
          if (names.matcher(each.name()).matches()) {
            counted.add(CensusReport.of(store, each, Optional.empty()));
          }
        }
        if (counted.isEmpty()) {
          throw CommandException.failed(
              "no landscape " + pattern + " in " + storeLocation() + "; tarn list shows them");
        }
      } else {
        Landscape one = OpenLandscape.require(store, storeLocation(), pattern);
        counted.add(CensusReport.of(store, one, Optional.empty()));
      }
      report(terminal, counted, pattern.contains("*"));
    }
  }

  private void take(Terminal terminal) {
    CensusFile.Plan plan =
        CensusFile.plan(options.runFile(subject == null ? null : Path.of(subject)));
    Optional<Duration> limit = options.limit();
    List<CensusFile.Member> members = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (CensusFile.Member member : plan.members()) {
      CensusSettings settings = member.settings();
      if (limit.isPresent()) {
        settings = settings.withUntil(settings.until().withTime(limit));
      }
      checkMemory(settings).ifPresent(notes::add);
      settings.potential().potential().notes().forEach(notes::add);
      members.add(new CensusFile.Member(settings, member.text()));
    }
    notes.forEach(note -> terminal.err().println("note: " + note));
    List<CensusReport> counted = new ArrayList<>();
    try (Interruption interruption = Interruption.watched();
        LandscapeStore store = storeLocation().openOrCreate()) {
      for (CensusFile.Member member : members) {
        if (interruption.requested()) {
          break;
        }
        counted.add(take(terminal, store, member, interruption));
      }
      report(terminal, counted, plan.isSeries());
    }
  }

  private CensusReport take(
      Terminal terminal,
      LandscapeStore store,
      CensusFile.Member member,
      Interruption interruption) {
    CensusSettings settings = member.settings();
    Census census =
        new Census(
            store,
            settings,
            new RunRecord(
                Json.text(NamedValues.empty().putAll(settings.potential().parameters())),
                member.text(),
                Version.TEXT),
            Clock.systemUTC());
    if (options.continueWithChanges()) {
      census.acceptChanges();
    }
    CensusLine line = new CensusLine(terminal, settings.landscape(), settings.until());
    try {
      String unused = census.run(line, interruption::requested);
    } catch (PotentialException e) {
      throw CommandException.failed(String.valueOf(e.getMessage()));
    } catch (ChangedSettingsException e) {
      throw CommandException.failed(
          e.getMessage() + "; --continue-with-changes resumes it all the same");
    } finally {
      line.end();
    }
    return CensusReport.of(
        store,
        store.landscape(settings.landscape()).orElseThrow(),
        Optional.of(settings.potential().potential()));
  }

  /** Refuses a census that cannot fit, warns of one that will be cut short. */
  private static Optional<String> checkMemory(CensusSettings settings) {
    Potential potential = settings.potential().potential();
    OptionalDouble bytes = Census.estimatedBytes(potential);
    double there = Runtime.getRuntime().maxMemory();
    if (bytes.isEmpty() || bytes.getAsDouble() < 0.5 * there) {
      return Optional.empty();
    }
    String estimate =
        settings.landscape()
            + ": about e^"
            + Numbers.fixed(potential.logStationaryPoints().orElse(0), 0)
            + " = "
            + String.format(
                Locale.ROOT, "1e%.0f", potential.logStationaryPoints().orElse(0) / Math.log(10))
            + " points are expected, which need "
            + String.format(Locale.ROOT, "%.2g", bytes.getAsDouble() / 1e9)
            + " GB; there are "
            + String.format(Locale.ROOT, "%.1f", there / 1e9)
            + " GB";
    if (!settings.until().isBounded()) {
      throw CommandException.usage(
          estimate + ": limit it with --budget 5m or until: {points: 100000}");
    }
    return Optional.of(estimate + "; it will end at its limit, incomplete");
  }

  // -- what is shown

  private void report(Terminal terminal, List<CensusReport> counted, boolean series) {
    if (counted.isEmpty()) {
      throw CommandException.failed("interrupted before the first landscape");
    }
    if (output != null) {
      String what = plot != null ? plot : series ? "growth" : "energy";
      Picture picture =
          switch (what) {
            case "growth" -> CensusPictures.growth(CensusSeries.of(counted));
            case "index" -> CensusPictures.byIndex(counted);
            default -> CensusPictures.energies(counted);
          };
      Drawings.write(picture, output);
    }
    if (forPrograms()) {
      printJson(terminal, counted);
    } else if (series) {
      printSeries(terminal, counted);
    } else {
      print(terminal, counted.get(0));
    }
    terminal.out().flush();
  }

  private void print(Terminal terminal, CensusReport c) {
    CensusText.facts(c).printTo(terminal.out());
    if (c.summary().total() > 0) {
      terminal.out().println();
      CensusText.indexTable(c).printTo(terminal.out());
    }
    if (!c.summary().methods().isEmpty()) {
      terminal.out().println();
      CensusText.methodTable(c.summary()).printTo(terminal.out());
    }
    wrote(terminal);
    next(
        terminal,
        c.minima() > 0 ? "show " + c.name() : "list",
        "query @points-by-index --param landscape=" + c.name());
  }

  private void printSeries(Terminal terminal, List<CensusReport> counted) {
    CensusText.seriesTable(CensusSeries.of(counted)).printTo(terminal.out());
    wrote(terminal);
    next(terminal, "census " + counted.get(counted.size() - 1).name());
  }

  private void wrote(Terminal terminal) {
    if (output != null) {
      terminal.out().println();
      terminal.out().println("wrote " + shown(output));
    }
  }

  private void printJson(Terminal terminal, List<CensusReport> counted) {
    NamedValues json =
        counted.size() == 1 ? counted.get(0).values() : CensusSeries.of(counted).values();
    if (output != null) {
      json.put("file", output.toString());
    }
    Json.write(json, terminal);
  }
}
