package dev.tarn.cli;

import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.line.StraightLine;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.symmetry.KnownPoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The energy along straight lines. */
@Command(
    name = "line",
    description = {
      "Follow straight lines: from one set of minima to another, beside the lowest path over",
      "transition states, or from random starts to the minima that quenches from there reach."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn line lj13 --from 2 --to 1 -o line.svg",
      "  tarn line my-network --from lowest:10 --to 1",
      "  tarn line my-network --starts 100",
      "",
      "A line is monotonic if the energy never rises from its higher end to its lower one. Lines",
      "are drawn to the nearest copy under the landscape's symmetry, and to the stored one."
    })
final class LineVerb extends Verb {
  private static final int MOST_LINES = 10_000;
  private static final int MOST_POINTS = 100_000;
  private static final int CURVES_DRAWN = 8;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String name;

  @Option(names = "--from", paramLabel = "MINIMA", description = "Where lines begin.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "MINIMA", description = "Where they end.")
  @Nullable String to;

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "Lines from N random starts to the minima they lead to.")
  int starts;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the starts (default: 1).")
  long seed = 1;

  @Option(
      names = "--points",
      paramLabel = "M",
      description = "Points of each line (default: ${DEFAULT-VALUE}).")
  int points = 101;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the first lines: .svg, .png or .pdf.")
  @Nullable Path output;

  /** A line between minima, to the nearest copy and to the stored one, and the lowest path. */
  private record Pair(
      Minimum from,
      Minimum to,
      StraightLine aligned,
      StraightLine stored,
      OptionalDouble pathHighest) {

    Json json() {
      Json json =
          Json.object()
              .put("from", from.id())
              .put("to", to.id())
              .put("energyFrom", from.energy())
              .put("energyTo", to.energy())
              .put("distance", aligned.length())
              .put("highest", aligned.highest())
              .put("barrier", aligned.barrier())
              .put("monotonic", aligned.isMonotonic())
              .put("distanceUnaligned", stored.length())
              .put("highestUnaligned", stored.highest())
              .put("barrierUnaligned", stored.barrier())
              .put("monotonicUnaligned", stored.isMonotonic());
      json.put("pathHighest", pathHighest.isPresent() ? pathHighest.getAsDouble() : null);
      json.put("pathBarrier", pathHighest.isPresent() ? pathBarrier() : null);
      return json;
    }

    double pathBarrier() {
      return pathHighest.orElse(Double.NaN) - Math.max(from.energy(), to.energy());
    }
  }

  /** A line from a random start; the minimum is 0 where the landscape does not hold it. */
  private record Descent(long number, long minimum, StraightLine line) {
    Json json() {
      return Json.object()
          .put("start", number)
          .put("minimum", minimum == 0 ? null : minimum)
          .put("energyStart", line.energies()[0])
          .put("energyEnd", line.energies()[line.energies().length - 1])
          .put("distance", line.length())
          .put("highest", line.highest())
          .put("barrier", line.barrier())
          .put("monotonic", line.isMonotonic());
    }
  }

  @Override
  void run(Terminal terminal) {
    if (output != null) {
      Drawings.checked(output);
    }
    if (points < 2 || points > MOST_POINTS) {
      throw CommandException.usage("--points: expected 2 to " + MOST_POINTS + ", found " + points);
    }
    if (starts < 0 || starts > MOST_LINES) {
      throw CommandException.usage("--starts: expected up to " + MOST_LINES + ", found " + starts);
    }
    if ((from == null) != (to == null) || (from == null) == (starts == 0)) {
      throw CommandException.usage("expected --from and --to, or --starts");
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      Potential potential = StoredPotential.require(open.landscape());
      if (starts > 0) {
        printStarts(terminal, open, fromStarts(terminal, open, potential));
      } else {
        printPairs(terminal, open, pairs(open, potential));
      }
    }
  }

  // -- between minima

  private List<Pair> pairs(OpenLandscape open, Potential potential) {
    Network network = open.network();
    long[] fromIds = MinimaSet.parse("--from", String.valueOf(from), open, network);
    long[] toIds = MinimaSet.parse("--to", String.valueOf(to), open, network);
    if ((long) fromIds.length * toIds.length > MOST_LINES) {
      throw CommandException.usage(
          "expected at most "
              + MOST_LINES
              + " lines, found "
              + fromIds.length
              + " minima in --from"
              + " and "
              + toIds.length
              + " in --to");
    }
    Set<Long> wanted = new HashSet<>();
    Arrays.stream(fromIds).forEach(wanted::add);
    Arrays.stream(toIds).forEach(wanted::add);
    Map<Long, Minimum> minima = new LinkedHashMap<>();
    open.store()
        .forEachMinimum(
            open.name(),
            m -> {
              if (wanted.contains(m.id())) {
                minima.put(m.id(), m);
              }
            });
    List<Pair> pairs = new ArrayList<>();
    for (long one : fromIds) {
      for (long other : toIds) {
        if (one != other) {
          pairs.add(pair(network, potential, minima.get(one), minima.get(other)));
        }
      }
    }
    if (pairs.isEmpty()) {
      throw CommandException.failed("--from and --to hold the same minimum, and no other");
    }
    return pairs;
  }

  private Pair pair(
      Network network, Potential potential, @Nullable Minimum one, @Nullable Minimum other) {
    if (one == null || other == null || one.coordinates().length != potential.dimension()) {
      throw CommandException.failed(name + " has no coordinates to draw a line between");
    }
    double[] copy = potential.symmetry().align(one.coordinates(), other.coordinates());
    return new Pair(
        one,
        other,
        StraightLine.between(potential, one.coordinates(), copy, points),
        StraightLine.between(potential, one.coordinates(), other.coordinates(), points),
        highestOfLowestPath(network, one.id(), other.id()));
  }

  private static OptionalDouble highestOfLowestPath(Network network, long one, long other) {
    try {
      return PathSearch.between(network, new long[] {one}, new long[] {other})
          .lowestBarrier(1)
          .stream()
          .mapToDouble(Pathway::highest)
          .findFirst();
    } catch (IllegalArgumentException e) {
      // No path joins them.
      return OptionalDouble.empty();
    }
  }

  private void printPairs(Terminal terminal, OpenLandscape open, List<Pair> pairs) {
    if (output != null) {
      drawPairs(open, pairs, output);
    }
    if (forPrograms()) {
      List<Json> rows = pairs.stream().map(Pair::json).toList();
      Json.object()
          .put("landscape", open.name())
          .put("points", points)
          .put("file", output)
          .put("lines", rows)
          .rows(rows)
          .writeTo(terminal);
      return;
    }
    Table table =
        new Table(
            "from",
            "to",
            "distance",
            "barrier",
            "monotonic",
            "not aligned",
            "by transition states");
    for (Pair pair : pairs) {
      table.row(
          pair.from().id(),
          pair.to().id(),
          Numbers.fixed(pair.aligned().length(), 4),
          height(pair.aligned().barrier()),
          pair.aligned().isMonotonic() ? "yes" : "no",
          height(pair.stored().barrier()),
          pair.pathHighest().isPresent() ? Numbers.energy(pair.pathBarrier()) : "no path");
    }
    table.printTo(terminal.out());
    terminal.out().println("barriers are measured from the higher end");
    drawn(terminal);
    next(terminal, "path " + name + " --from " + from + " --to " + to);
  }

  /** Atoms that pass through each other make heights beyond all decimals. */
  private static String height(double barrier) {
    return barrier < 1e6 ? Numbers.energy(barrier) : Numbers.significant(barrier, 4);
  }

  private static void drawPairs(OpenLandscape open, List<Pair> pairs, Path file) {
    List<Curve> curves = new ArrayList<>();
    Pair first = pairs.get(0);
    if (pairs.size() == 1) {
      curves.add(curve("nearest copy", first.aligned(), Curve.Style.MAIN));
      curves.add(curve("as stored", first.stored(), Curve.Style.LINE));
      first
          .pathHighest()
          .ifPresent(
              highest ->
                  curves.add(
                      Curve.line(
                          "lowest path", new double[] {0, 1}, new double[] {highest, highest})));
    } else {
      for (Pair pair : pairs.subList(0, Math.min(CURVES_DRAWN, pairs.size()))) {
        curves.add(
            curve(pair.from().id() + " to " + pair.to().id(), pair.aligned(), Curve.Style.LINE));
      }
    }
    draw(open, curves, "Straight lines between minima", file);
  }

  // -- from random starts

  private List<Descent> fromStarts(Terminal terminal, OpenLandscape open, Potential potential) {
    double scale = potential.lengthScale();
    KnownPoints known =
        new KnownPoints(
            potential.symmetry(), Tolerance.DEFAULT.energy(), Tolerance.DEFAULT.distance() * scale);
    List<Long> ids = new ArrayList<>();
    open.store()
        .forEachMinimum(
            open.name(),
            m -> {
              if (m.coordinates().length == potential.dimension()) {
                known.add(m.energy(), m.coordinates());
                ids.add(m.id());
              }
            });
    Quench quench = new Quench(potential);
    Limits limits = Limits.of(Tolerance.DEFAULT.gradient(), scale);
    List<Descent> descents = new ArrayList<>();
    LiveLine progress = new LiveLine(terminal);
    try (Interruption interruption = Interruption.watched()) {
      for (int k = 1; k <= starts && !interruption.requested(); k++) {
        double[] start = new double[potential.dimension()];
        potential.randomStart(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + k), start);
        double[] end = start.clone();
        if (quench.run(end, limits) == Ending.CONVERGED) {
          int at = known.find(quench.energy(), end);
          descents.add(
              new Descent(
                  k,
                  at < 0 ? 0 : ids.get(at),
                  StraightLine.between(potential, start, end, points)));
        }
        if (progress.isDue()) {
          progress.show(name, k + " of " + starts + " starts");
        }
      }
    } finally {
      progress.end();
    }
    if (descents.isEmpty()) {
      throw CommandException.failed("no quench from " + starts + " random starts converged");
    }
    return descents;
  }

  private void printStarts(Terminal terminal, OpenLandscape open, List<Descent> descents) {
    if (output != null) {
      List<Curve> curves = new ArrayList<>();
      for (Descent d : descents.subList(0, Math.min(CURVES_DRAWN, descents.size()))) {
        curves.add(curve("start " + d.number(), d.line(), Curve.Style.LINE));
      }
      draw(open, curves, "From random starts to their minima", output);
    }
    long monotonic = descents.stream().filter(d -> d.line().isMonotonic()).count();
    long known = descents.stream().filter(d -> d.minimum() > 0).count();
    if (forPrograms()) {
      List<Json> rows = descents.stream().map(Descent::json).toList();
      Json.object()
          .put("landscape", open.name())
          .put("points", points)
          .put("seed", seed)
          .put("file", output)
          .put("monotonicShare", (double) monotonic / descents.size())
          .put("knownMinima", known)
          .put("lines", rows)
          .rows(rows)
          .writeTo(terminal);
      return;
    }
    double highest = descents.stream().mapToDouble(d -> d.line().barrier()).max().orElse(0);
    Facts facts = new Facts();
    facts.add(
        "monotonic lines",
        Numbers.count(monotonic) + " of " + Numbers.count(descents.size()),
        Numbers.percent((double) monotonic / descents.size()));
    facts.add("highest rise above the start", Numbers.energy(highest));
    facts.add("ended in known minima", Numbers.count(known));
    if (descents.size() < starts) {
      facts.add("quenches that failed", Numbers.count(starts - descents.size()));
    }
    facts.printTo(terminal.out());
    drawn(terminal);
    next(terminal, "line " + name + " --from 2 --to 1");
  }

  // -- pictures

  private static Curve curve(String label, StraightLine line, Curve.Style style) {
    double[] fractions = new double[line.energies().length];
    for (int k = 0; k < fractions.length; k++) {
      fractions[k] = line.fraction(k);
    }
    return new Curve(label, fractions, line.energies(), style, Curve.BY_PLACE);
  }

  private static void draw(OpenLandscape open, List<Curve> curves, String title, Path file) {
    Drawings.write(
        new CurveChart(
            title,
            open.name(),
            "Fraction of the line",
            "Energy" + Descriptions.energyUnit(open.landscape()).replaceFirst(" (.+)", " ($1)"),
            curves,
            List.of()),
        file);
  }

  private void drawn(Terminal terminal) {
    if (output != null) {
      terminal.out().println("drawn: " + shown(output));
    }
  }
}
