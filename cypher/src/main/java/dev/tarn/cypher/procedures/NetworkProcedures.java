package dev.tarn.cypher.procedures;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.application.EdgeWeights;
import dev.tarn.application.network.BasinsQuestion;
import dev.tarn.application.network.CommunitiesQuestion;
import dev.tarn.application.network.NetworkAnswer;
import dev.tarn.application.network.NetworkAnswer.WrittenRow;
import dev.tarn.application.network.NetworkQuestion;
import dev.tarn.application.network.NetworkRow;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                            call.options()
                                .count(Option.BOOTSTRAPS, 0)
                                .orElse(NetworkQuestion.BOOTSTRAPS),
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
        call -> {
          Network network = call.network();
          Adjacency neighbours = network.simpleAdjacency();
          return IntStream.range(0, network.nodeCount())
              .boxed()
              .sorted(Comparator.comparingInt(neighbours::degree).reversed())
              .map(
                  node ->
                      new DegreeColumns(
                          call.minimum(network.minimumId(node)),
                          network.minimumId(node),
                          network.energy(node),
                          neighbours.degree(node),
                          network.adjacency().degree(node)))
              .toList();
        });
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
          Communities found =
              call.ask(
                  new CommunitiesQuestion(
                      given.text(Option.METHOD, "leiden"),
                      weighting(given),
                      given.whole(Option.SEED, NetworkQuestion.SEED)));
          Network network = call.network();
          Map<Integer, Long> sizes =
              IntStream.range(0, network.nodeCount())
                  .mapToObj(found::communityOf)
                  .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
          return IntStream.range(0, network.nodeCount())
              .mapToObj(
                  node ->
                      new CommunityColumns(
                          call.minimum(network.minimumId(node)),
                          network.minimumId(node),
                          network.energy(node),
                          found.communityOf(node),
                          sizes.getOrDefault(found.communityOf(node), 0L)))
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
        call -> {
          Network network = call.network();
          MonotonicBasins basins = call.ask(new BasinsQuestion());
          Map<Integer, List<Long>> members =
              IntStream.range(0, network.nodeCount())
                  .boxed()
                  .collect(
                      Collectors.groupingBy(
                          basins::basinOf,
                          Collectors.mapping(network::minimumId, Collectors.toList())));
          return IntStream.range(0, basins.count())
              .mapToObj(
                  basin ->
                      new BasinColumns(
                          call.minimum(network.minimumId(basins.bottom(basin))),
                          network.minimumId(basins.bottom(basin)),
                          network.energy(basins.bottom(basin)),
                          basins.size(basin),
                          members.getOrDefault(basin, List.of())))
              .toList();
        });
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
                  Optional.empty());
          return call.ask(question).writeBack(prefix);
        });
  }
}
