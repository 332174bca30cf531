package dev.tarn.cli;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.explorer.census.Census;
import dev.tarn.explorer.census.CensusSettings;
import dev.tarn.explorer.census.CensusSummary;
import dev.tarn.explorer.census.CensusSummary.MethodCost;
import dev.tarn.explorer.census.CensusSummary.OfIndex;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.PotentialException;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.potentials.Potential;
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
final class CensusVerb extends Verb {
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
  void run(Terminal terminal) {
    if (output != null) {
      Path unused = Drawings.checked(output);
    }
    if (plot != null && !PLOTS.contains(plot)) {
      throw CommandException.usage(
          "--plot: expected one of " + String.join(", ", PLOTS) + ", found " + plot);
    }
    if ((subject == null) == (options.of.potential == null)) {
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
      List<CountedLandscape> counted = new ArrayList<>();
      if (pattern.contains("*")) {
        Pattern names =
            Pattern.compile(
                Stream.of(pattern.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
        for (Landscape each : store.landscapes()) {
          if (names.matcher(each.name()).matches()) {
            counted.add(CountedLandscape.of(store, each, Optional.empty()));
          }
        }
        if (counted.isEmpty()) {
          throw CommandException.failed(
              "no landscape " + pattern + " in " + storeLocation() + "; tarn list shows them");
        }
      } else {
        Landscape one = OpenLandscape.require(store, storeLocation(), pattern);
        counted.add(CountedLandscape.of(store, one, Optional.empty()));
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
    List<CountedLandscape> counted = new ArrayList<>();
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

  private CountedLandscape take(
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
                ExploreVerb.parameters(settings.potential()), member.text(), Version.TEXT),
            Clock.systemUTC());
    if (options.continueWithChanges) {
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
    return CountedLandscape.of(
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

  private void report(Terminal terminal, List<CountedLandscape> counted, boolean series) {
    if (counted.isEmpty()) {
      throw CommandException.failed("interrupted before the first landscape");
    }
    if (output != null) {
      String what = plot != null ? plot : series ? "growth" : "energy";
      Picture picture =
          switch (what) {
            case "growth" -> CensusCharts.growth(CensusGrowth.of(counted));
            case "index" -> CensusCharts.byIndex(counted);
            default -> CensusCharts.energies(counted);
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

  private void print(Terminal terminal, CountedLandscape c) {
    CensusSummary s = c.summary();
    Facts facts = new Facts();
    facts.add("stationary points", Numbers.count(s.total()), c.completeness());
    if (s.copies() != s.total()) {
      facts.add("with all copies", Numbers.count(Math.round(s.copies())), "by orbit sizes");
    }
    facts.add(
        "Morse sum",
        Numbers.count(s.checkSum()),
        c.euler().isEmpty()
            ? "sum of (-1)^index; not known what it must be"
            : "sum of (-1)^index; the Euler characteristic is " + c.euler().getAsInt());
    facts.add("coverage", Numbers.percent(s.coverage().goodTuring()), seen(s));
    facts.add(
        "proved",
        Numbers.count(s.certified()),
        s.certified() == 0
            ? "the potential knows no bound for its third derivatives"
            : "by Newton and Kantorovich");
    facts.add(
        "singular",
        Numbers.count(s.singular()),
        s.singular() == 0 ? "" : "kept apart, a family once for each energy");
    facts.add(
        "complexity",
        Numbers.significant(c.complexity((double) s.total()), 4),
        "ln n / N, N = " + c.size());
    if (!Double.isNaN(s.softestEigenvalue())) {
      facts.add(
          "softest",
          Numbers.significant(s.softestEigenvalue(), 3),
          "smallest |eigenvalue| of a Hessian");
    }
    if (!c.outcome().isEmpty()) {
      facts.add("ended", c.outcome());
    }
    facts.printTo(terminal.out());
    if (s.total() > 0) {
      terminal.out().println();
      indexTable(c).printTo(terminal.out());
    }
    if (!s.methods().isEmpty()) {
      terminal.out().println();
      methodTable(s).printTo(terminal.out());
    }
    if (output != null) {
      terminal.out().println();
      terminal.out().println("wrote " + shown(output));
    }
    boolean connected = s.total() > 0 && s.byIndex()[0] > 0;
    next(
        terminal,
        connected ? "show " + c.name() : "list",
        "query @points-by-index --param landscape=" + c.name());
  }

  private static String seen(CensusSummary s) {
    double unseen = s.coverage().unseenLowerBound();
    String how = s.sampled() ? " by independent samples" : " by hits, which are not independent";
    return (unseen < 0.5
            ? "none expected unseen,"
            : "at least " + Numbers.count(Math.round(unseen)) + " unseen,")
        + how;
  }

  private static Table indexTable(CountedLandscape c) {
    Table table =
        new Table(
            "index",
            "points",
            "index/n",
            "mean E/N",
            "lowest E/N",
            "highest E/N",
            "softest",
            "coverage",
            "unseen");
    double n = c.size();
    int modes = Math.max(1, c.landscape().vibrationalModes());
    for (OfIndex of : c.summary().indices()) {
      table.row(
          of.index(),
          Numbers.count(of.count()),
          Numbers.fixed(of.index() / (double) modes, 3),
          energy(of.meanEnergy() / n),
          energy(of.lowestEnergy() / n),
          energy(of.highestEnergy() / n),
          Numbers.significant(of.softestEigenvalue(), 3),
          Numbers.percent(of.coverage().goodTuring()),
          of.count() == 0 ? "-" : Numbers.count(Math.round(of.coverage().unseenLowerBound())));
    }
    return table;
  }

  /** Rounding around zero is zero. */
  private static String energy(double value) {
    return Numbers.energy(Math.abs(value) < 5e-7 ? 0 : value);
  }

  private static Table methodTable(CensusSummary s) {
    Table table =
        new Table(
            "method", "searches", "at a point", "first found", "gradients/new", "Hessians/new");
    for (MethodCost m : s.methods()) {
      table.row(
          m.method().word(),
          Numbers.count(m.searches()),
          Numbers.percent(m.hits() / (double) m.searches()),
          Numbers.count(m.newPoints()),
          perNew(m.gradients(), m.newPoints()),
          perNew(m.hessians(), m.newPoints()));
    }
    return table;
  }

  private static String perNew(long calls, long points) {
    return points == 0 ? "-" : Numbers.count(Math.round(calls / (double) points));
  }

  private void printSeries(Terminal terminal, List<CountedLandscape> counted) {
    CensusGrowth growth = CensusGrowth.of(counted);
    boolean averaged = growth.sizes().stream().anyMatch(g -> g.landscapes() > 1);
    Table table =
        averaged
            ? new Table(
                "N",
                "parameters",
                "landscapes",
                "points",
                "+-",
                "minima",
                "+-",
                "ln n / N",
                "coverage",
                "Morse sum")
            : new Table(
                "N",
                "landscape",
                "points",
                "minima",
                "ln n / N",
                "ln minima / N",
                "coverage",
                "singular",
                "Morse sum");
    for (CensusGrowth.OfSize g : growth.sizes()) {
      if (averaged) {
        table.row(
            g.size(),
            g.label(),
            g.landscapes(),
            Numbers.fixed(g.meanTotal(), 3),
            Numbers.fixed(g.errorTotal(), 3),
            Numbers.fixed(g.meanMinima(), 3),
            Numbers.fixed(g.errorMinima(), 3),
            Numbers.significant(g.complexity(), 4),
            Numbers.percent(g.leastCoverage()),
            g.balance());
      } else {
        CountedLandscape c = g.first();
        table.row(
            g.size(),
            c.name(),
            Numbers.count(c.summary().total()),
            Numbers.count(minima(c)),
            Numbers.significant(g.complexity(), 4),
            Numbers.significant(c.complexity((double) minima(c)), 4),
            Numbers.percent(g.leastCoverage()),
            Numbers.count(c.summary().singular()),
            g.balance());
      }
    }
    table.printTo(terminal.out());
    if (output != null) {
      terminal.out().println();
      terminal.out().println("wrote " + shown(output));
    }
    next(terminal, "census " + counted.get(counted.size() - 1).name());
  }

  static long minima(CountedLandscape c) {
    return c.summary().indices().isEmpty() ? 0 : c.summary().byIndex()[0];
  }

  private void printJson(Terminal terminal, List<CountedLandscape> counted) {
    Json json = counted.size() == 1 ? CensusJson.of(counted.get(0)) : CensusJson.ofSeries(counted);
    if (output != null) {
      json.put("file", output.toString());
    }
    json.writeTo(terminal);
  }
}
