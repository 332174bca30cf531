package dev.tarn.cypher.procedures;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.CommunityMethod;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.analytics.network.NetworkAnalysis;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.network.NodeMeasures;
import dev.tarn.analytics.network.powerlaw.PowerLaw;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Landscapes as networks: loops are left out, parallel transition states count once. */
public final class NetworkProcedures {
  private static final List<String> WEIGHTS = List.of("unweighted", "barrier", "flux");

  /** Set by Neo4j. */
  @Context public Transaction tx;

  /**
   * Measures of the largest component, as in {@link NetworkReport}; an undefined number is null.
   *
   * @param projection what part of the landscape it is; empty for the whole
   */
  public record NetworkRow(
      long nodes,
      long edges,
      double meanDegree,
      long maximumDegree,
      @Nullable Double meanShortestPath,
      long diameter,
      @Nullable Double clusteringCoefficient,
      @Nullable Double globalClusteringCoefficient,
      @Nullable Double assortativity,
      @Nullable Double smallWorldSigma,
      String smallWorld,
      @Nullable Double powerLawExponent,
      @Nullable Double powerLawPValue,
      String powerLaw,
      long monotonicSequenceBasins,
      long communities,
      @Nullable Double modularity,
      long connectedComponents,
      long minima,
      long transitionStates,
      long loops,
      long parallelEdges,
      String projection) {}

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
    return Subject.rows(
        tx,
        "tarn.network",
        landscape,
        options,
        subject -> List.of(row(subject, analysis(subject))));
  }

  private static NetworkReport analysis(Subject subject) {
    Options options = subject.options();
    NetworkAnalysis.Options defaults = NetworkAnalysis.Options.DEFAULT;
    return NetworkAnalysis.analyse(
        subject.network(),
        new NetworkAnalysis.Options(
            options.whole(Option.SEED, defaults.seed()),
            options.count(Option.BOOTSTRAPS, defaults.bootstraps(), 0),
            defaults.randomGraphs(),
            defaults.hubs(),
            weighting(options),
            options.optionalTemperature()));
  }

  private static EdgeWeighting weighting(Options options) {
    String weight = options.text(Option.WEIGHT, WEIGHTS.get(0));
    return switch (weight) {
      case "unweighted" -> new EdgeWeighting.Unweighted();
      case "barrier" -> new EdgeWeighting.Barrier();
      case "flux" -> new EdgeWeighting.Flux(options.temperature());
      default ->
          throw new IllegalArgumentException(
              "option weight: expected one of "
                  + String.join(", ", WEIGHTS)
                  + ", found "
                  + weight
                  + NearestName.suggestion(weight, WEIGHTS));
    };
  }

  private static NetworkRow row(Subject subject, NetworkReport r) {
    PowerLaw.@Nullable Fit fit = r.powerLaw() instanceof PowerLaw.Fit found ? found : null;
    Communities best = r.communities().get(0);
    return new NetworkRow(
        r.nodes(),
        r.edges(),
        r.meanDegree(),
        r.degrees().maximum(),
        defined(r.meanShortestPath()),
        r.diameter(),
        defined(r.clusteringCoefficient()),
        defined(r.clustering().global()),
        defined(r.hubs().assortativity()),
        defined(r.smallWorldSigma()),
        r.smallWorld().verdict(),
        fit == null ? null : defined(fit.alpha()),
        fit == null ? null : defined(fit.pValue()),
        r.powerLaw().verdict(),
        r.basins().size(),
        best.list().size(),
        defined(best.modularity()),
        r.components(),
        r.minima(),
        r.transitionStates(),
        r.loops(),
        r.parallelEdges(),
        subject.projection());
  }

  /** Null where a number is undefined: Cypher's NaN would spoil every sum it meets. */
  static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
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
  public record DegreeRow(
      Node minimum, long id, double energy, long degree, long transitionStates) {}

  @Procedure(name = "tarn.degrees", mode = Mode.READ)
  @Description("How many neighbours each minimum has, best connected first.")
  @Usage(
      options = {Option.WHERE, Option.WHERE_TS},
      example = "CALL tarn.degrees('lj13') YIELD id, degree RETURN degree, count(id) AS minima")
  public Stream<DegreeRow> degrees(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(tx, "tarn.degrees", landscape, options, NetworkProcedures::degrees);
  }

  private static List<DegreeRow> degrees(Subject subject) {
    Network network = subject.network();
    Adjacency simple = network.simpleAdjacency();
    Adjacency all = network.adjacency();
    return IntStream.range(0, network.nodeCount())
        .boxed()
        .sorted((a, b) -> Integer.compare(simple.degree(b), simple.degree(a)))
        .map(
            node ->
                new DegreeRow(
                    subject.minimum(node),
                    network.minimumId(node),
                    network.energy(node),
                    simple.degree(node),
                    all.degree(node)))
        .toList();
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
  public record CommunityRow(Node minimum, long id, double energy, long community, long size) {}

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
  public Stream<CommunityRow> communities(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(tx, "tarn.communities", landscape, options, NetworkProcedures::communities);
  }

  private static List<CommunityRow> communities(Subject subject) {
    Options options = subject.options();
    Network network = subject.network();
    Communities found =
        Communities.find(
            network,
            CommunityMethod.of(options.text(Option.METHOD, CommunityMethod.LEIDEN.words())),
            weighting(options),
            OptionalDouble.empty(),
            options.whole(Option.SEED, NetworkAnalysis.Options.DEFAULT.seed()));
    Map<Integer, Long> sizes = new TreeMap<>();
    for (int node = 0; node < network.nodeCount(); node++) {
      sizes.merge(found.communityOf(node), 1L, Long::sum);
    }
    return IntStream.range(0, network.nodeCount())
        .mapToObj(
            node ->
                new CommunityRow(
                    subject.minimum(node),
                    network.minimumId(node),
                    network.energy(node),
                    found.communityOf(node),
                    sizes.getOrDefault(found.communityOf(node), 0L)))
        .toList();
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
  public record BasinRow(Node bottom, long id, double energy, long size, List<Long> minima) {}

  @Procedure(name = "tarn.basins", mode = Mode.READ)
  @Description(
      "Monotonic sequence basins: where the steepest downhill sequences end, lowest first.")
  @Usage(
      options = {Option.WHERE, Option.WHERE_TS},
      example = "CALL tarn.basins('lj13') YIELD id, energy, size")
  public Stream<BasinRow> basins(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(tx, "tarn.basins", landscape, options, NetworkProcedures::basins);
  }

  private static List<BasinRow> basins(Subject subject) {
    Network network = subject.network();
    MonotonicBasins basins = MonotonicBasins.of(network);
    List<List<Long>> members = new ArrayList<>();
    IntStream.range(0, basins.count()).forEach(b -> members.add(new ArrayList<>()));
    for (int node = 0; node < network.nodeCount(); node++) {
      members.get(basins.basinOf(node)).add(network.minimumId(node));
    }
    return IntStream.range(0, basins.count())
        .mapToObj(
            b ->
                new BasinRow(
                    subject.minimum(basins.bottom(b)),
                    network.minimumId(basins.bottom(b)),
                    network.energy(basins.bottom(b)),
                    basins.size(b),
                    members.get(b)))
        .toList();
  }

  /**
   * What was written.
   *
   * @param property name of the property
   * @param minima how many minima have it now
   */
  public record WrittenRow(String property, long minima) {}

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
    return Subject.rows(tx, "tarn.network.write", landscape, options, NetworkProcedures::written);
  }

  private static List<WrittenRow> written(Subject subject) {
    String prefix = subject.options().text(Option.WRITE_AS, "");
    if (!prefix.isEmpty() && !prefix.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "option writeAs: expected a name of letters, digits and '_', found " + prefix);
    }
    Options options = subject.options();
    NetworkAnalysis.Options defaults = NetworkAnalysis.Options.DEFAULT;
    NodeMeasures measures =
        NetworkAnalysis.analyse(
                subject.network(),
                new NetworkAnalysis.Options(
                    options.whole(Option.SEED, defaults.seed()),
                    0,
                    defaults.randomGraphs(),
                    defaults.hubs(),
                    weighting(options),
                    OptionalDouble.empty()))
            .nodeMeasures();
    Map<String, Long> written = new TreeMap<>();
    for (int node = 0; node < measures.size(); node++) {
      long id = measures.minimumIds()[node];
      measures
          .of(node)
          .forEach(
              (measure, value) -> {
                String property = prefix.isEmpty() ? measure : prefix + "_" + measure;
                Number number = value instanceof Double ? value : Long.valueOf(value.longValue());
                subject.points().write(id, property, number);
                written.merge(property, 1L, Long::sum);
              });
    }
    return written.entrySet().stream()
        .map(entry -> new WrittenRow(entry.getKey(), entry.getValue()))
        .toList();
  }
}
