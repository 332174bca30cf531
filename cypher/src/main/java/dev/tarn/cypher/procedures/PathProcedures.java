package dev.tarn.cypher.procedures;

import dev.tarn.analytics.paths.PathKind;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.application.paths.PathQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Best paths between two sets of minima. */
public final class PathProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  /**
   * A path; see {@link Pathway}.
   *
   * @param rank 1 for the best, 2 for the next
   * @param steps how many transition states it passes
   * @param highest energy of its highest point
   * @param barrier highest point above the start
   * @param cost steps, highest energy or -ln of the probability, whichever it is best in
   * @param minima ids of the minima in order
   * @param transitionStates ids of the transition states in order
   * @param nodes the minima
   * @param relationships the transition states
   */
  public record PathRow(
      long rank,
      long steps,
      double highest,
      double barrier,
      double cost,
      List<Long> minima,
      List<Long> transitionStates,
      List<Node> nodes,
      List<Relationship> relationships) {}

  @Procedure(name = "tarn.path.fewestSteps", mode = Mode.READ)
  @Description("Paths of fewest steps between two sets of minima.")
  @Usage(
      options = {Option.FROM, Option.TO, Option.BEST, Option.WHERE, Option.WHERE_TS},
      example =
          "CALL tarn.path.fewestSteps('lj13', {from: 5, to: 1}) YIELD nodes, relationships, steps")
  public Stream<PathRow> fewestSteps(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return paths("tarn.path.fewestSteps", landscape, options, PathKind.FEWEST_STEPS);
  }

  @Procedure(name = "tarn.path.lowestBarrier", mode = Mode.READ)
  @Description("Paths whose highest point is lowest, between two sets of minima.")
  @Usage(
      options = {Option.FROM, Option.TO, Option.BEST, Option.WHERE, Option.WHERE_TS},
      example =
          "CALL tarn.path.lowestBarrier('lj13', {from: [5, 7], to: 'lowest:1', best: 2})"
              + " YIELD rank, minima, highest, barrier")
  public Stream<PathRow> lowestBarrier(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return paths("tarn.path.lowestBarrier", landscape, options, PathKind.LOWEST_BARRIER);
  }

  @Procedure(name = "tarn.path.fastest", mode = Mode.READ)
  @Description("Paths of largest probability at a temperature, between two sets of minima.")
  @Usage(
      options = {
        Option.FROM,
        Option.TO,
        Option.TEMPERATURE,
        Option.BEST,
        Option.WHERE,
        Option.WHERE_TS
      },
      example =
          "CALL tarn.path.fastest('lj13', {from: 5, to: 1, temperature: 0.3})"
              + " YIELD nodes, relationships, cost")
  public Stream<PathRow> fastest(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return paths("tarn.path.fastest", landscape, options, PathKind.FASTEST);
  }

  private Stream<PathRow> paths(
      String name, String landscape, Map<String, Object> options, PathKind kind) {
    return Call.rows(
        tx,
        name,
        landscape,
        options,
        call -> {
          Options given = call.options();
          PathQuestion question =
              new PathQuestion(
                  given.minima(Option.FROM, landscape),
                  given.minima(Option.TO, landscape),
                  List.of(kind),
                  kind == PathKind.FASTEST ? Optional.of(given.temperature()) : Optional.empty(),
                  given.count(Option.BEST, 1).orElse(1));
          return call.ask(question).paths().stream().map(path -> row(call, path)).toList();
        });
  }

  private static PathRow row(Call call, Pathway path) {
    return new PathRow(
        path.rank(),
        path.steps(),
        path.highest(),
        path.barrier(),
        path.cost(),
        path.minima(),
        path.transitionStates(),
        path.minima().stream().map(call::minimum).toList(),
        IntStream.range(0, path.steps())
            .mapToObj(k -> call.step(path.minima(), path.transitionStates(), k))
            .toList());
  }
}
