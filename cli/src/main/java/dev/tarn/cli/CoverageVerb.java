package dev.tarn.cli;

import dev.tarn.explorer.exploration.DiscoveryCurve;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.exploration.Reverification;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.symmetry.PointMatching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How much of a landscape is known: by hits, by growth, and beside another sample of it. */
@Command(
    name = "coverage",
    description = {
      "Tell how much of a landscape is known: the share of searches that would find something",
      "known, bounds of what is unseen, how finds grew, and what another sample has."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn coverage lj13 -o discovery.svg",
      "  tarn coverage lj13 lj13-seed2",
      "  tarn coverage lj13 ./database --verify",
      "",
      "Estimates from hits are bounds, never proof: they fall short where some points are hit",
      "much more often than others. Two runs with different seeds are the stronger test.",
      "",
      "In --json, discovery[] has searches, energyCalls, seconds (of all runs; null where an",
      "earlier version did not count them), minima and transitionStates as the run went on."
    })
final class CoverageVerb extends Verb {
  private static final int SHOWN = 20;

  /** A database of others may be less well converged than ours. */
  private static final double ENERGY_OF_OTHERS = 1e-5;

  private static final double MOMENTS_OF_OTHERS = 1e-3;

  @Parameters(
      index = "0",
      paramLabel = "LANDSCAPE",
      description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Another sample of the same landscape, or a folder of PATHSAMPLE files.")
  @Nullable String other;

  @Option(
      names = "--verify",
      description = "Converge the points that only one has once more, and count eigenvalues.")
  boolean verify;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw how finds grew with time and energy calls: .svg or .png.")
  @Nullable Path output;

  @Override
  void run(Terminal terminal) {
    if (output != null) {
      Drawings.checked(output);
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      Network network = open.network();
      DiscoveryCurve curve =
          open.store()
              .checkpoint(open.name())
              .map(DiscoveryCurve::of)
              .orElseGet(() -> new DiscoveryCurve(List.of()));
      if (output != null) {
        draw(open.name(), curve, output);
      }
      Optional<Comparison> comparison = compare(open);
      if (forPrograms()) {
        printJson(terminal, open, network, curve, comparison);
      } else {
        print(terminal, open, network, curve, comparison);
      }
    }
  }

  // -- another sample

  /** Minima and transition states of both, matched. */
  private record Comparison(
      String other,
      PointMatching minima,
      PointMatching transitionStates,
      List<Extra> onlyHere,
      List<Extra> onlyThere) {}

  /** A point that one sample lacks. */
  private record Extra(StationaryPoint point, Optional<Reverification> verified) {
    String kind() {
      return point.index() == 0 ? "minimum" : "transition state";
    }

    Json json() {
      Json json =
          Json.object()
              .put("kind", kind())
              .put("id", point.id())
              .put("energy", point.energy())
              .put("hits", point.hits());
      verified.ifPresent(v -> json.put("rmsGradient", v.rmsGradient()).put("index", v.index()));
      return json;
    }
  }

  private Optional<Comparison> compare(OpenLandscape here) {
    if (other == null) {
      return Optional.empty();
    }
    String otherName = other;
    if (here.folder().isEmpty() && here.store().landscape(otherName).isPresent()) {
      return Optional.of(compare(here, here.store(), otherName));
    }
    try (OpenLandscape there = OpenLandscape.read(storeLocation(), otherName)) {
      return Optional.of(compare(here, there.store(), there.name()));
    }
  }

  private Comparison compare(OpenLandscape here, LandscapeStore store, String otherName) {
    List<Minimum> minima = new ArrayList<>();
    List<Minimum> otherMinima = new ArrayList<>();
    List<TransitionState> saddles = new ArrayList<>();
    List<TransitionState> otherSaddles = new ArrayList<>();
    here.store().forEachMinimum(here.name(), minima::add);
    store.forEachMinimum(otherName, otherMinima::add);
    here.store().forEachTransitionState(here.name(), saddles::add);
    store.forEachTransitionState(otherName, otherSaddles::add);
    Optional<Potential> potential = StoredPotential.of(here.landscape());
    PointMatching matchedMinima = match(potential, minima, otherMinima, otherName);
    PointMatching matchedSaddles = match(potential, saddles, otherSaddles, otherName);
    List<Extra> onlyHere = new ArrayList<>();
    addExtras(matchedMinima.onlyInFirst(), minima, potential, onlyHere);
    addExtras(matchedSaddles.onlyInFirst(), saddles, potential, onlyHere);
    List<Extra> onlyThere = new ArrayList<>();
    addExtras(matchedMinima.onlyInSecond(), otherMinima, potential, onlyThere);
    addExtras(matchedSaddles.onlyInSecond(), otherSaddles, potential, onlyThere);
    return new Comparison(otherName, matchedMinima, matchedSaddles, onlyHere, onlyThere);
  }

  private PointMatching match(
      Optional<Potential> potential,
      List<? extends StationaryPoint> first,
      List<? extends StationaryPoint> second,
      String otherName) {
    if (potential.isPresent() && hasCoordinates(first) && hasCoordinates(second)) {
      Potential p = potential.get();
      return PointMatching.byIdentity(
          first,
          second,
          p.symmetry(),
          Tolerance.DEFAULT.energy(),
          Tolerance.DEFAULT.distance() * p.lengthScale());
    }
    if (first.stream().allMatch(PointMatching::hasMoments)
        && second.stream().allMatch(PointMatching::hasMoments)) {
      return PointMatching.byMoments(first, second, ENERGY_OF_OTHERS, MOMENTS_OF_OTHERS);
    }
    throw CommandException.failed(
        "cannot compare "
            + name
            + " with "
            + otherName
            + ": expected coordinates or moments of inertia of every point in both");
  }

  private static boolean hasCoordinates(List<? extends StationaryPoint> points) {
    return points.stream().allMatch(p -> p.coordinates().length > 0);
  }

  private void addExtras(
      List<Integer> positions,
      List<? extends StationaryPoint> points,
      Optional<Potential> potential,
      List<Extra> to) {
    for (int at : positions) {
      StationaryPoint point = points.get(at);
      boolean can = verify && potential.isPresent() && point.coordinates().length > 0;
      to.add(
          new Extra(
              point,
              can
                  ? Optional.of(Reverification.of(potential.orElseThrow(), point))
                  : Optional.empty()));
    }
  }

  // -- output

  private void print(
      Terminal terminal,
      OpenLandscape open,
      Network network,
      DiscoveryCurve curve,
      Optional<Comparison> comparison) {
    Facts facts = new Facts();
    String unknown = "imported, never hit";
    facts.add(
        "minima",
        Numbers.count(network.nodeCount()),
        orElse(CoverageKeys.worded(network.minimaCoverage()), unknown));
    facts.add(
        "transition states",
        Numbers.count(network.edgeCount()),
        orElse(CoverageKeys.worded(network.transitionStateCoverage()), unknown));
    growth(curve).ifPresent(text -> facts.add("last doubling of searches", text));
    comparison.ifPresent(c -> addTo(facts, c));
    facts.printTo(terminal.out());
    comparison.ifPresent(
        c -> {
          extras(terminal, "only in " + name, c.onlyHere);
          extras(terminal, "only in " + c.other, c.onlyThere);
        });
    if (output != null) {
      terminal.out().println("drawn: " + output);
    }
    next(terminal, "show " + open.name());
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  /** What the second half of all searches found. */
  private static Optional<String> growth(DiscoveryCurve curve) {
    List<DiscoveryCurve.Point> points = curve.points();
    if (points.size() < 2) {
      return Optional.empty();
    }
    DiscoveryCurve.Point last = points.get(points.size() - 1);
    DiscoveryCurve.Point half = points.get(0);
    for (DiscoveryCurve.Point point : points) {
      if (2 * point.searches() <= last.searches()) {
        half = point;
      }
    }
    return Optional.of(
        "found "
            + Numbers.counted(last.minima() - half.minima(), "minimum", "minima")
            + " and "
            + Numbers.counted(
                last.transitionStates() - half.transitionStates(),
                "transition state",
                "transition states"));
  }

  private static void addTo(Facts facts, Comparison c) {
    facts.add("minima in both", Numbers.count(c.minima.size()), beside(c.minima, c.other));
    facts.add(
        "transition states in both",
        Numbers.count(c.transitionStates.size()),
        beside(c.transitionStates, c.other));
  }

  private static String beside(PointMatching matching, String otherName) {
    return String.format(
        Locale.ROOT,
        "%s only here, %s only in %s; if independent, %s ± %s in all",
        Numbers.count(matching.onlyInFirst().size()),
        Numbers.count(matching.onlyInSecond().size()),
        otherName,
        Numbers.count(Math.round(matching.estimatedTotal())),
        Numbers.count((long) Math.ceil(matching.standardError())));
  }

  private void extras(Terminal terminal, String title, List<Extra> extras) {
    if (extras.isEmpty()) {
      return;
    }
    terminal.out().println();
    terminal.out().println(title + ":");
    Table table =
        verify
            ? new Table("point", "id", "energy", "hits", "gradient", "index")
            : new Table("point", "id", "energy", "hits");
    for (Extra extra : extras.subList(0, Math.min(SHOWN, extras.size()))) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  extra.kind(),
                  extra.point.id(),
                  Numbers.energy(extra.point.energy()),
                  extra.point.hits()));
      if (verify) {
        cells.add(
            extra
                .verified
                .map(v -> String.format(Locale.ROOT, "%.1e", v.rmsGradient()))
                .orElse("-"));
        cells.add(extra.verified.map(v -> Integer.toString(v.index())).orElse("-"));
      }
      table.row(cells.toArray());
    }
    table.printTo(terminal.out());
    if (extras.size() > SHOWN) {
      terminal.out().println("... " + (extras.size() - SHOWN) + " more (--json has all)");
    }
  }

  private static void printJson(
      Terminal terminal,
      OpenLandscape open,
      Network network,
      DiscoveryCurve curve,
      Optional<Comparison> comparison) {
    Json json =
        Json.object()
            .put("landscape", open.name())
            .put("minima", network.nodeCount())
            .put("transitionStates", network.edgeCount())
            .putAll(CoverageKeys.of(network.minimaCoverage(), network.transitionStateCoverage()))
            .put(
                "discovery",
                curve.points().stream()
                    .map(
                        p ->
                            Json.object()
                                .put("searches", p.searches())
                                .put("energyCalls", p.energyCalls())
                                .put("seconds", known(p.seconds()))
                                .put("minima", p.minima())
                                .put("transitionStates", p.transitionStates()))
                    .toList());
    comparison.ifPresent(
        c ->
            json.put("other", c.other)
                .put("both", counts(c.minima.size(), c.transitionStates.size()))
                .put(
                    "onlyHere",
                    counts(c.minima.onlyInFirst().size(), c.transitionStates.onlyInFirst().size()))
                .put(
                    "onlyInOther",
                    counts(
                        c.minima.onlyInSecond().size(), c.transitionStates.onlyInSecond().size()))
                .put(
                    "estimatedTotal",
                    counts(c.minima.estimatedTotal(), c.transitionStates.estimatedTotal()))
                .put(
                    "standardError",
                    counts(c.minima.standardError(), c.transitionStates.standardError()))
                .put("extraHere", c.onlyHere.stream().map(Extra::json).toList())
                .put("extraInOther", c.onlyThere.stream().map(Extra::json).toList()));
    json.writeTo(terminal);
  }

  private static @Nullable Double known(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Json counts(Number minima, Number transitionStates) {
    return Json.object().put("minima", minima).put("transitionStates", transitionStates);
  }

  private static void draw(String landscape, DiscoveryCurve curve, Path file) {
    if (curve.points().isEmpty()) {
      throw CommandException.failed(
          landscape + " has no record of how finds grew: it was not explored by this Tarn");
    }
    Drawings.write(DiscoveryPicture.of(landscape, curve), file);
  }
}
