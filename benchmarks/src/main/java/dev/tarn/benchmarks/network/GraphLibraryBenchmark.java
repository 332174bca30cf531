package dev.tarn.benchmarks.network;

import dev.tarn.analytics.connectivity.Bottleneck;
import dev.tarn.analytics.connectivity.Cores;
import dev.tarn.analytics.connectivity.CutPoints;
import dev.tarn.analytics.connectivity.MinimumCut;
import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.analytics.kinetics.RateMatrix;
import dev.tarn.analytics.network.Betweenness;
import dev.tarn.analytics.network.Clustering;
import dev.tarn.analytics.network.Components;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.analytics.network.HarmonicCentrality;
import dev.tarn.analytics.network.PathLengths;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.landscape.Network;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * JGraphT's algorithms on the view of a network beside kernels of our own, in turn.
 *
 * <p>{@code java ... GraphLibraryBenchmark [FOLDER | nodes edges]}: PATHSAMPLE files, or a random
 * network, by default of 10,000 minima and 100,000 pairs. Prints the processor time of one thread
 * in milliseconds, medians over pairs of random minima after a warm-up. Whatever goes over all
 * sources is stopped after 64 of them on JGraphT's side and scaled up, where it can be.
 */
public final class GraphLibraryBenchmark {
  private static final int REPETITIONS = 21;
  private static final int SOURCES = 64;
  private static final double TEMPERATURE = 0.3;
  private static final String OVERFLOW = "overflow";

  private final Network network;
  private final NetworkGraph graph;
  private final Random random = new Random(5);

  private GraphLibraryBenchmark(Network network) {
    this.network = network;
    graph = NetworkGraph.of(network);
  }

  /** Runs it. */
  public static void main(String[] arguments) {
    // One thread, so that its time is all there is.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0");
    Network network =
        switch (arguments.length) {
          case 1 ->
              LandscapeArchives.readInMemory(Path.of(arguments[0]), Optional.empty(), "read")
                  .network("read");
          case 2 ->
              NetworkBenchmark.random(
                  Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
          default -> NetworkBenchmark.random(10_000, 100_000);
        };
    new GraphLibraryBenchmark(network).run();
  }

  private void run() {
    System.out.printf(
        Locale.ROOT,
        "%d minima, %d pairs%n%-34s %10s %10s %8s%n",
        network.nodeCount(),
        graph.edgeSet().size(),
        "",
        "JGraphT",
        "ours",
        "ratio");
    alone("the view, simple", 1, pair -> NetworkGraph.of(network).edgeSet().size());
    paths();
    trees();
    sources();
    neighbourhoods();
  }

  private void paths() {
    NetworkGraph branching = RateMatrix.of(network, TEMPERATURE).branchingGraph();
    alone("one path, Dijkstra", 1, p -> length(new DijkstraShortestPath<>(branching), p));
    alone(
        "one path, bidirectional",
        1,
        p -> length(new BidirectionalDijkstraShortestPath<>(branching), p));
    alone("one path of fewest steps", 1, p -> search(p).fewestSteps(1).size());
    alone("one fastest path", 1, p -> search(p).fastest(TEMPERATURE, 1).size());
    beside(
        "ten fastest paths, Yen",
        1,
        p -> new YenKShortestPath<>(branching).getPaths(p.from(), p.to(), 10).size(),
        p -> search(p).fastest(TEMPERATURE, 10).size());
    beside(
        "lowest path, Kruskal",
        1,
        p -> Bottleneck.lowest(network, p.ids(p.from), p.ids(p.to)).hashCode(),
        p -> search(p).lowestBarrier(1).size());
    alone(
        "minimum cut, push-relabel",
        1,
        p ->
            MinimumCut.between(network, p.ids(p.from), p.ids(p.to), new EdgeWeighting.Unweighted())
                .cut()
                .size());
  }

  private void trees() {
    NetworkGraph heights = graph.weighted(network::transitionStateEnergy);
    beside(
        "merges, Kruskal",
        1,
        p -> new KruskalMinimumSpanningTree<>(heights).getSpanningTree().getEdges().size(),
        p -> DisconnectivityGraph.of(network).mergeCount());
    NetworkGraph multi = NetworkGraph.multi(network);
    beside(
        "components",
        1,
        p -> new ConnectivityInspector<>(multi).connectedSets().size(),
        p -> Components.of(network).count());
    alone("cores", 1, p -> Cores.of(network).degeneracy());
    beside(
        "cut points and bridges",
        1,
        p -> new BiconnectivityInspector<>(graph).getCutpoints().size(),
        p -> CutPoints.of(network).cutPoints().size());
  }

  private void sources() {
    double scale = network.nodeCount() / (double) SOURCES;
    beside(
        "distances from all nodes",
        scale,
        p -> {
          int reached = 0;
          for (int source = 0; source < SOURCES; source++) {
            Iterator<Integer> search = new BreadthFirstIterator<>(graph, graph.vertex(source));
            while (search.hasNext()) {
              reached += search.next();
            }
          }
          return reached;
        },
        p -> PathLengths.of(network, 1).diameter());
    alone("harmonic centrality", 1, p -> HarmonicCentrality.of(network).scores().length);
    // JGraphT's takes minutes on more.
    if (graph.edgeSet().size() < 50_000) {
      beside(
          "betweenness",
          1,
          p -> new BetweennessCentrality<>(graph).getScores().size(),
          p -> Betweenness.of(network, 1).length);
    }
  }

  private void neighbourhoods() {
    beside(
        "clustering",
        1,
        p -> (int) new ClusteringCoefficient<>(graph).getAverageClusteringCoefficient(),
        p -> (int) Clustering.of(network).triangles());
    alone(
        "label propagation",
        1,
        p ->
            new LabelPropagationClustering<>(graph, 200, new Random(1))
                .getClustering()
                .getNumberClusters());
  }

  private PathSearch search(Pair pair) {
    return PathSearch.between(network, pair.ids(pair.from), pair.ids(pair.to));
  }

  private static int length(
      org.jgrapht.alg.interfaces.ShortestPathAlgorithm<Integer, Integer> algorithm, Pair pair) {
    return algorithm.getPath(pair.from(), pair.to()).getLength();
  }

  /** Two different minima in one component. */
  private final class Pair {
    private final int from;
    private final int to;

    Pair() {
      DisconnectivityGraph connected = DisconnectivityGraph.of(network);
      int a;
      int b;
      do {
        a = random.nextInt(network.nodeCount());
        b = random.nextInt(network.nodeCount());
      } while (a == b || Double.isInfinite(connected.lowestPathMaximum(a, b)));
      from = a;
      to = b;
    }

    Integer from() {
      return graph.vertex(from);
    }

    Integer to() {
      return graph.vertex(to);
    }

    long[] ids(int node) {
      return new long[] {network.minimumId(node)};
    }
  }

  private void alone(String name, double scale, ToIntFunction<Pair> task) {
    System.out.printf(Locale.ROOT, "%-34s %10s%n", name, milliseconds(scale, task));
  }

  private void beside(
      String name, double scale, ToIntFunction<Pair> library, ToIntFunction<Pair> ours) {
    String theirs = milliseconds(scale, library);
    String own = milliseconds(1, ours);
    String ratio =
        theirs.equals(OVERFLOW)
            ? ""
            : String.format(
                Locale.ROOT, "%.1f", Double.parseDouble(theirs) / Double.parseDouble(own));
    System.out.printf(Locale.ROOT, "%-34s %10s %10s %8s%n", name, theirs, own, ratio);
  }

  /** Median of as many repetitions as fit some seconds, the first third left out. */
  private String milliseconds(double scale, ToIntFunction<Pair> task) {
    var threads = ManagementFactory.getThreadMXBean();
    double[] times = new double[REPETITIONS];
    int count = 0;
    int sum = 0;
    long end = System.nanoTime() + 8_000_000_000L;
    while (count < REPETITIONS && (count < 3 || System.nanoTime() < end)) {
      Pair pair = new Pair();
      long start = threads.getCurrentThreadCpuTime();
      try {
        sum += task.applyAsInt(pair);
      } catch (StackOverflowError e) {
        return OVERFLOW;
      }
      times[count++] = scale * (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }
    if (sum == Integer.MIN_VALUE) {
      throw new IllegalStateException("nothing may be optimised away");
    }
    double[] warm = Arrays.copyOfRange(times, count / 3, count);
    Arrays.sort(warm);
    double median = warm[warm.length / 2];
    return String.format(Locale.ROOT, median < 100 ? "%.3g" : "%.0f", median);
  }
}
