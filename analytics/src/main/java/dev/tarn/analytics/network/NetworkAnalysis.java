package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.stream.IntStream;

/** Measures a landscape as a network; see {@link NetworkReport} for what and of what. */
public final class NetworkAnalysis {
  private NetworkAnalysis() {}

  /** What to measure and how. */
  public record Options(long seed) {
    /** Everything, with the customary seed. */
    public static final Options DEFAULT = new Options(1);
  }

  /**
   * Measures the network. O(n m / 64) for all pairs of up to 2e4 nodes, then O(m) times a constant.
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
    SimpleGraph graph = SimpleGraph.induced(network, simple, components.nodes(0));
    int loops = (int) IntStream.range(0, network.edgeCount()).filter(network::isLoop).count();
    List<NetworkReport.Basin> basins = basins(network, components);
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
        PathLengths.of(graph, options.seed),
        Clustering.of(graph),
        basins,
        (int) basins.stream().filter(basin -> basin.component() == 0).count());
  }

  private static List<NetworkReport.Basin> basins(Network network, Components components) {
    MonotonicBasins basins = MonotonicBasins.of(network);
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
}
