package dev.tarn.cypher.procedures;

import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.application.EdgeWeights;
import dev.tarn.application.network.BasinsQuestion;
import dev.tarn.application.network.CommunitiesQuestion;
import dev.tarn.application.network.DegreesQuestion;
import dev.tarn.application.network.NetworkAnswer;
import dev.tarn.application.network.NetworkAnswer.WrittenRow;
import dev.tarn.application.network.NetworkQuestion;
import dev.tarn.application.network.NetworkRow;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Landscapes as networks: loops are left out, parallel transition states count once. */
public final class NetworkProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  @Procedure(name = "tarn.network", mode = Mode.READ)
  @Description(
      "A landscape measured as a network: degrees, paths, clustering, small world, power law.")
  @Usage(
      options = {
        Option.SEED,
        Option.BOOTSTRAPS,
        Option.WEIGHT,
        Option.TEMPERATURE,
        Option.WHERE,
        Option.WHERE_TS
      },
      example =
          "CALL tarn.network('lj13', {bootstraps: 100}) YIELD nodes, edges, meanDegree,"
              + " meanShortestPath, diameter, clusteringCoefficient")
  public Stream<NetworkRow> network(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.network",
        landscape,
        options,
        call ->
            List.of(
                call.ask(
                        new NetworkQuestion(
                            call.options().whole(Option.SEED, NetworkQuestion.SEED),
                            call.options().count(Option.BOOTSTRAPS, NetworkQuestion.BOOTSTRAPS, 0),
                            weighting(call.options()),
                            call.options().optionalTemperature()))
                    .row()));
  }

  private static EdgeWeighting weighting(Options options) {
    return EdgeWeights.named(
        options.text(Option.WEIGHT, EdgeWeights.NAMES.get(0)), options.optionalTemperature());
  }

  /**
   * A minimum and how well it is connected.
   *
   * @param minimum its node
   * @param id its id
   * @param energy its energy
   * @param degree number of distinct neighbours
   * @param transitionStates number of transition states at it, degenerate ones included once
   */
  public record DegreeColumns(
      Node minimum, long id, double energy, long degree, long transitionStates) {}

  @Procedure(name = "tarn.degrees", mode = Mode.READ)
  @Description("How many neighbours each minimum has, best connected first.")
  @Usage(
      options = {Option.WHERE, Option.WHERE_TS},
      example = "CALL tarn.degrees('lj13') YIELD id, degree RETURN degree, count(id) AS minima")
  public Stream<DegreeColumns> degrees(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.degrees",
        landscape,
        options,
        call ->
            call.ask(new DegreesQuestion()).rows().stream()
                .map(
                    row ->
                        new DegreeColumns(
                            call.minimum(row.minimum()),
                            row.minimum(),
                            row.energy(),
                            row.degree(),
                            row.transitionStates()))
                .toList());
  }

  /**
   * A minimum and its community.
   *
   * @param minimum its node
   * @param id its id
   * @param energy its energy
   * @param community number from 0, communities of the largest component by descending size, then
   *     every other component
   * @param size number of minima in it
   */
  public record CommunityColumns(Node minimum, long id, double energy, long community, long size) {}

  @Procedure(name = "tarn.communities", mode = Mode.READ)
  @Description("The community that each minimum belongs to.")
  @Usage(
      options = {
        Option.METHOD,
        Option.WEIGHT,
        Option.TEMPERATURE,
        Option.SEED,
        Option.WHERE,
        Option.WHERE_TS
      },
      example =
          "CALL tarn.communities('lj13') YIELD community, id, energy"
              + " RETURN community, count(id) AS minima, min(energy) AS lowest")
  public Stream<CommunityColumns> communities(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.communities",
        landscape,
        options,
        call -> {
          Options given = call.options();
          CommunitiesQuestion question =
              new CommunitiesQuestion(
                  CommunitiesQuestion.method(given.text(Option.METHOD, "leiden")),
                  weighting(given),
                  given.whole(Option.SEED, NetworkQuestion.SEED));
          return call.ask(question).rows().stream()
              .map(
                  row ->
                      new CommunityColumns(
                          call.minimum(row.minimum()),
                          row.minimum(),
                          row.energy(),
                          row.community(),
                          row.size()))
              .toList();
        });
  }

  /**
   * A monotonic sequence basin.
   *
   * @param bottom the minimum at its bottom
   * @param id its id
   * @param energy its energy
   * @param size number of minima in the basin
   * @param minima their ids
   */
  public record BasinColumns(Node bottom, long id, double energy, long size, List<Long> minima) {}

  @Procedure(name = "tarn.basins", mode = Mode.READ)
  @Description(
      "Monotonic sequence basins: where the steepest downhill sequences end, lowest first.")
  @Usage(
      options = {Option.WHERE, Option.WHERE_TS},
      example = "CALL tarn.basins('lj13') YIELD id, energy, size")
  public Stream<BasinColumns> basins(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.basins",
        landscape,
        options,
        call ->
            call.ask(new BasinsQuestion()).rows().stream()
                .map(
                    row ->
                        new BasinColumns(
                            call.minimum(row.bottom()),
                            row.bottom(),
                            row.energy(),
                            row.size(),
                            row.minima()))
                .toList());
  }

  @Procedure(name = "tarn.network.write", mode = Mode.WRITE)
  @Description(
      "Writes community, basin, degree, betweenness, hubRank and component to the minima, for the"
          + " Browser.")
  @Usage(
      options = {
        Option.WRITE_AS,
        Option.SEED,
        Option.WEIGHT,
        Option.TEMPERATURE,
        Option.WHERE,
        Option.WHERE_TS
      },
      example = "CALL tarn.network.write('lj13', {writeAs: 'net'}) YIELD property, minima")
  public Stream<WrittenRow> write(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.network.write",
        landscape,
        options,
        call -> {
          Options given = call.options();
          String prefix = NetworkAnswer.prefix(given.text(Option.WRITE_AS, ""));
          NetworkQuestion question =
              new NetworkQuestion(
                  given.whole(Option.SEED, NetworkQuestion.SEED),
                  0,
                  weighting(given),
                  OptionalDouble.empty());
          return call.ask(question).writeBack(prefix);
        });
  }
}
