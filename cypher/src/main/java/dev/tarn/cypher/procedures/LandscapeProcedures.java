package dev.tarn.cypher.procedures;

import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** What there is: procedures, landscapes, and how much of each has been found. */
public final class LandscapeProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  /** A procedure or function; see {@link Handbook.Entry}. */
  public record HelpRow(
      String name,
      String kind,
      String signature,
      String description,
      List<Map<String, Object>> options,
      String example) {}

  @Procedure(name = "tarn.help", mode = Mode.READ)
  @Description("All procedures and functions of Tarn with their options, each with an example.")
  @Usage(example = "CALL tarn.help() YIELD name, signature, description")
  public Stream<HelpRow> help() {
    return Handbook.all().stream().map(LandscapeProcedures::row);
  }

  private static HelpRow row(Handbook.Entry entry) {
    List<Map<String, Object>> options = new ArrayList<>();
    entry
        .options()
        .forEach((name, meaning) -> options.add(Map.of("name", name, "meaning", meaning)));
    String signature = entry.name() + "(" + String.join(", ", entry.arguments()) + ")";
    return new HelpRow(
        entry.name(),
        entry.isFunction() ? "function" : entry.writes() ? "procedure that writes" : "procedure",
        entry.yields().isEmpty()
            ? signature
            : signature + " YIELD " + String.join(", ", entry.yields()),
        entry.description(),
        options,
        entry.example());
  }

  /**
   * A landscape.
   *
   * @param landscape its name
   * @param minima number of minima
   * @param transitionStates number of transition states
   * @param stationaryPoints number of further stationary points
   * @param potential what it is a landscape of
   * @param energyUnit unit of its energies
   * @param node its node in the graph
   */
  public record LandscapeRow(
      String landscape,
      long minima,
      long transitionStates,
      long stationaryPoints,
      String potential,
      String energyUnit,
      Node node) {}

  @Procedure(name = "tarn.landscapes", mode = Mode.READ)
  @Description("The landscapes of this database and how many points each has.")
  @Usage(example = "CALL tarn.landscapes() YIELD landscape, minima, transitionStates")
  public Stream<LandscapeRow> landscapes() {
    return Call.answer(
        "tarn.landscapes",
        () -> {
          LandscapeView view = LandscapeView.in(tx);
          return view.landscapes().stream().map(landscape -> row(view, landscape)).toList();
        })
        .stream();
  }

  private static LandscapeRow row(LandscapeView view, Landscape landscape) {
    LandscapeCounts counts = view.counts(landscape.name());
    return new LandscapeRow(
        landscape.name(),
        counts.minima(),
        counts.transitionStates(),
        counts.stationaryPoints(),
        landscape.potential(),
        landscape.energyUnit(),
        view.node(landscape.name()));
  }

  /**
   * How much of one kind of point has been found; see {@link Coverage}.
   *
   * @param kind minimum or transitionState
   * @param coverage null without hits, as in what was imported
   * @param lowerLimit of the coverage, at about 95 % confidence
   */
  public record CoverageRow(
      String kind,
      long found,
      long hits,
      long seenOnce,
      long seenTwice,
      @Nullable Double coverage,
      double lowerLimit,
      double unseenAtLeast) {}

  @Procedure(name = "tarn.coverage", mode = Mode.READ)
  @Description("How much of a landscape has been found, estimated from how often each point was.")
  @Usage(
      options = {Option.WHERE, Option.WHERE_TS},
      example = "CALL tarn.coverage('lj13') YIELD kind, found, coverage, unseenAtLeast")
  public Stream<CoverageRow> coverage(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.coverage",
        landscape,
        options,
        call -> {
          Network network = call.network();
          return List.of(
              row("minimum", network.nodeCount(), network.minimaCoverage()),
              row("transitionState", network.edgeCount(), network.transitionStateCoverage()));
        });
  }

  private static CoverageRow row(String kind, long found, Coverage coverage) {
    return new CoverageRow(
        kind,
        found,
        coverage.hits(),
        coverage.seenOnce(),
        coverage.seenTwice(),
        coverage.hits() == 0 ? null : coverage.goodTuring(),
        coverage.lowerLimit(),
        coverage.unseenLowerBound());
  }
}
