package dev.tarn.analytics.network;

import dev.tarn.analytics.network.powerlaw.PowerLawFitter;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Measures a landscape as a network; see {@link NetworkReport} for what and of what. */
public final class NetworkAnalysis {
  /** Pairs of neighbours up to which label propagation is tried besides Leiden's algorithm. */
  private static final int PROPAGATION_UP_TO = 200_000;

  /** Pairs of neighbours up to which Girvan and Newman's method is, in a moment. */
  private static final int GIRVAN_NEWMAN_UP_TO = 300;

  private NetworkAnalysis() {}

  /**
   * How to measure.
   *
   * @param seed seed of everything random; the same seed gives the same report
   * @param bootstraps synthetic samples behind the power law's p-value; 0 for none
   * @param randomGraphs random graphs in each ensemble of the small-world comparison, at least 2
   * @param hubs number of hubs to list
   * @param weighting what edges count for Leiden's communities
   * @param temperature temperature of the communities' internal and escape times; none if empty
   */
  public record Options(
      long seed,
      int bootstraps,
      int randomGraphs,
      int hubs,
      EdgeWeighting weighting,
      OptionalDouble temperature) {
    /** Everything that needs no temperature. */
    public static final Options DEFAULT =
        new Options(1, 1000, 10, 10, new EdgeWeighting.Unweighted(), OptionalDouble.empty());

    public Options {
      if (randomGraphs < 2 || hubs < 0 || bootstraps < 0) {
        throw new IllegalArgumentException(
            "expected at least 2 random graphs, 0 hubs and 0 synthetic samples, found "
                + randomGraphs
                + ", "
                + hubs
                + " and "
                + bootstraps);
      }
    }

    /** The same with another seed. */
    public Options withSeed(long other) {
      return new Options(other, bootstraps, randomGraphs, hubs, weighting, temperature);
    }

    /** The same with other weights and a temperature for times. */
    public Options with(EdgeWeighting other, OptionalDouble otherTemperature) {
      return new Options(seed, bootstraps, randomGraphs, hubs, other, otherTemperature);
    }
  }

  /**
   * Measures the network. O(n m / 64) for all pairs of up to 2e4 nodes, O(n m) for betweenness up
   * to its limit, then O(m) times the sizes of the ensembles.
   *
   * @throws IllegalArgumentException if the network has no minimum
   */
  public static NetworkReport analyse(Network network, Options options) {
    if (network.nodeCount() == 0) {
      throw new IllegalArgumentException(
          "expected at least one minimum, found none in landscape " + network.name());
    }
    Components components = Components.of(network);
    Adjacency simple = network.simpleAdjacency();
    int[] nodes = components.nodes(0);
    SimpleGraph graph = SimpleGraph.induced(network, simple, nodes);
    int loops = (int) IntStream.range(0, network.edgeCount()).filter(network::isLoop).count();
    MonotonicBasins monotonic = MonotonicBasins.of(network);
    List<NetworkReport.Basin> basins = basins(network, monotonic, components);
    PathLengths paths = PathLengths.of(graph, options.seed);
    Clustering clustering = Clustering.of(graph);
    double[] betweenness = Betweenness.of(graph, options.seed);
    int[] steps = steps(network, simple);
    List<Communities> communities = communities(network, graph, options);
    return new NetworkReport(
        network.name(),
        network.nodeCount(),
        network.edgeCount(),
        loops,
        network.edgeCount() - loops - simple.entryCount() / 2,
        IntStream.range(0, components.count()).mapToObj(components::size).toList(),
        graph.nodeCount(),
        graph.edgeCount(),
        DegreeDistribution.of(graph),
        paths,
        clustering,
        basins,
        (int) basins.stream().filter(basin -> basin.component() == 0).count(),
        new PowerLawFitter(options.bootstraps, options.seed).fit(graph.degrees()),
        SmallWorld.of(graph, paths, clustering, options.randomGraphs, options.seed),
        Growth.of(network, simple, nodes, options.seed),
        Hubs.of(network, graph, nodes, betweenness, options.hubs),
        StepsToGlobalMinimum.of(steps),
        communities,
        agreements(communities),
        measures(network, components, simple, monotonic, communities.get(0), betweenness, steps));
  }

  private static List<NetworkReport.Basin> basins(
      Network network, MonotonicBasins basins, Components components) {
    return IntStream.range(0, basins.count())
        .mapToObj(
            b -> {
              int bottom = basins.bottom(b);
              return new NetworkReport.Basin(
                  network.minimumId(bottom),
                  network.energy(bottom),
                  basins.size(b),
                  components.componentOf(bottom));
            })
        .toList();
  }

  private static int[] steps(Network network, Adjacency simple) {
    int[] all = IntStream.range(0, network.nodeCount()).toArray();
    return PathLengths.stepsFrom(
        SimpleGraph.induced(network, simple, all), network.globalMinimum());
  }

  private static List<Communities> communities(
      Network network, SimpleGraph graph, Options options) {
    List<Communities> found = new ArrayList<>();
    found.add(
        Communities.find(
            network, CommunityMethod.LEIDEN, options.weighting, options.temperature, options.seed));
    for (CommunityMethod method :
        List.of(CommunityMethod.LABEL_PROPAGATION, CommunityMethod.GIRVAN_NEWMAN)) {
      int most = method == CommunityMethod.GIRVAN_NEWMAN ? GIRVAN_NEWMAN_UP_TO : PROPAGATION_UP_TO;
      if (graph.edgeCount() <= most) {
        found.add(
            Communities.find(
                network,
                method,
                new EdgeWeighting.Unweighted(),
                options.temperature,
                options.seed));
      }
    }
    return List.copyOf(found);
  }

  private static List<NetworkReport.Agreement> agreements(List<Communities> communities) {
    List<NetworkReport.Agreement> agreements = new ArrayList<>();
    for (int a = 0; a < communities.size(); a++) {
      for (int b = a + 1; b < communities.size(); b++) {
        agreements.add(
            new NetworkReport.Agreement(
                communities.get(a).method().words(),
                communities.get(b).method().words(),
                Communities.normalisedMutualInformation(communities.get(a), communities.get(b))));
      }
    }
    return List.copyOf(agreements);
  }

  private static NodeMeasures measures(
      Network network,
      Components components,
      Adjacency simple,
      MonotonicBasins basins,
      Communities communities,
      double[] betweenness,
      int[] steps) {
    int n = network.nodeCount();
    int[] nodes = components.nodes(0);
    double[] between = new double[n];
    int[] hubRank = new int[n];
    for (int k = 0; k < nodes.length; k++) {
      between[nodes[k]] = betweenness[k];
    }
    int rank = 1;
    for (int v :
        Arrays.stream(nodes)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(v -> -simple.degree(v))
                    .thenComparingDouble(v -> -between[v])
                    .thenComparingInt(v -> v))
            .toList()) {
      hubRank[v] = rank++;
    }
    return new NodeMeasures(
        IntStream.range(0, n).mapToLong(network::minimumId).toArray(),
        IntStream.range(0, n).map(components::componentOf).toArray(),
        IntStream.range(0, n).map(communities::communityOf).toArray(),
        IntStream.range(0, n)
            .mapToLong(v -> network.minimumId(basins.bottom(basins.basinOf(v))))
            .toArray(),
        IntStream.range(0, n).map(simple::degree).toArray(),
        between,
        hubRank,
        steps);
  }
}
