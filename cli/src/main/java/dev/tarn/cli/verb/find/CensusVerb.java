package dev.tarn.cli.verb.find;

import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.application.census.CensusReport;
import dev.tarn.application.runfile.CensusPlan;
import dev.tarn.application.runs.CensusAnswer;
import dev.tarn.application.runs.CensusRequest;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.CensusLine;
import dev.tarn.cli.output.CensusText;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.RunOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.explorer.census.CensusSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
      "A run file starts or resumes a census; a name (or 'name-*') shows what is stored."
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
      if (!pattern.contains("*")) {
        Landscape unused = OpenLandscape.require(store, storeLocation(), pattern);
      }
      CensusAnswer answer = CensusAnswer.stored(store, pattern);
      if (answer.counted().isEmpty()) {
        throw CommandException.failed(
            "no landscape " + pattern + " in " + storeLocation() + "; tarn list shows them");
      }
      report(terminal, answer);
    }
  }

  private void take(Terminal terminal) {
    CensusPlan plan = CensusPlan.of(options.runFile(subject == null ? null : Path.of(subject)));
    Optional<Duration> limit = options.limit();
    List<CensusRequest> requests =
        plan.members().stream()
            .map(member -> CensusRequest.of(member, limit, options.otherSettings()))
            .toList();
    Set<String> notes = new LinkedHashSet<>();
    requests.forEach(request -> notes.addAll(request.notes()));
    notes.forEach(note -> terminal.err().println("note: " + note));
    try (Interruption interruption = Interruption.watched();
        LandscapeStore store = storeLocation().openOrCreate()) {
      List<CensusReport> counted = new ArrayList<>();
      for (CensusRequest request : requests) {
        if (interruption.requested()) {
          break;
        }
        counted.add(take(terminal, store, request, interruption));
      }
      if (counted.isEmpty()) {
        throw CommandException.failed("interrupted before the first landscape");
      }
      report(terminal, new CensusAnswer(counted, plan.isSeries()));
    }
  }

  private static CensusReport take(
      Terminal terminal, LandscapeStore store, CensusRequest request, Interruption interruption) {
    CensusSettings settings = request.settings();
    CensusLine line = new CensusLine(terminal, settings.landscape(), settings.until());
    try {
      return RunOptions.attempt(() -> request.run(store, line, interruption::requested));
    } finally {
      line.end();
    }
  }

  // -- what is shown

  private void report(Terminal terminal, CensusAnswer answer) {
    if (output != null) {
      Optional<CensusAnswer.Plot> what =
          Optional.ofNullable(plot)
              .map(word -> CensusAnswer.Plot.valueOf(word.toUpperCase(Locale.ROOT)));
      Drawings.write(answer.picture(what), output);
    }
    List<CensusReport> counted = answer.counted();
    if (forPrograms()) {
      NamedValues values = answer.values();
      if (output != null) {
        values.put("file", output.toString());
      }
      Json.write(values, terminal);
    } else if (answer.isSeries()) {
      CensusText.seriesTable(answer.series()).printTo(terminal.out());
      wrote(terminal);
      next(terminal, "census " + counted.get(counted.size() - 1).name());
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

  private void wrote(Terminal terminal) {
    if (output != null) {
      terminal.out().println();
      terminal.out().println("wrote " + shown(output));
    }
  }
}
