package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

/** The kernels against JGraphT's algorithms on hundreds of random graphs. */
class KernelTests {
  static dev.tarn.analytics.network.SimpleGraph random(long seed, int mostNodes) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(mostNodes);
    double density = random.nextDouble() * random.nextDouble();
    int[] a = new int[n * n];
    int[] b = new int[n * n];
    int edges = 0;
    for (int u = 0; u < n; u++) {
      for (int v = u + 1; v < n; v++) {
        if (random.nextDouble() < density) {
          a[edges] = u;
          b[edges++] = v;
        }
      }
    }
    return dev.tarn.analytics.network.SimpleGraph.ofEdges(
        n, Arrays.copyOf(a, edges), Arrays.copyOf(b, edges));
  }

  static Graph<Integer, DefaultEdge> jgrapht(dev.tarn.analytics.network.SimpleGraph graph) {
    Graph<Integer, DefaultEdge> copy = new SimpleGraph<>(DefaultEdge.class);
    IntStream.range(0, graph.nodeCount()).forEach(copy::addVertex);
    for (int v = 0; v < graph.nodeCount(); v++) {
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        if (v < graph.neighbours()[p]) {
          copy.addEdge(v, graph.neighbours()[p]);
        }
      }
    }
    return copy;
  }

  @Test
  void pathLengthsEqualJGraphTOnRandomGraphs() {
    for (long seed = 1; seed <= 200; seed++) {
      // More than 64 nodes now and then, so that more than one batch of sources runs.
      var graph = random(seed, seed % 10 == 0 ? 150 : 25);
      Graph<Integer, DefaultEdge> reference = jgrapht(graph);
      long pairs = 0;
      long steps = 0;
      int longest = 0;
      for (int v = 0; v < graph.nodeCount(); v++) {
        var paths = new BFSShortestPath<>(reference).getPaths(v);
        int[] own = PathLengths.stepsFrom(graph, v);
        for (int u = 0; u < graph.nodeCount(); u++) {
          double weight = paths.getWeight(u);
          assertThat((double) own[u]).isEqualTo(Double.isInfinite(weight) ? -1 : weight);
          if (u != v && Double.isFinite(weight)) {
            pairs++;
            steps += (long) weight;
            longest = Math.max(longest, (int) weight);
          }
        }
      }
      PathLengths lengths = PathLengths.of(graph, 1);
      assertThat(lengths.exact()).isTrue();
      assertThat(lengths.diameter()).as("seed %d", seed).isEqualTo(longest);
      assertThat(Arrays.stream(lengths.counts()).sum()).isEqualTo(pairs);
      assertThat(lengths.mean())
          .isEqualTo(Double.valueOf(pairs == 0 ? Double.NaN : (double) steps / pairs));
    }
  }

  @Test
  void clusteringEqualsJGraphTOnRandomGraphs() {
    for (long seed = 1; seed <= 300; seed++) {
      var graph = random(seed, 40);
      var reference = new ClusteringCoefficient<>(jgrapht(graph));
      Clustering own = Clustering.of(graph);
      assertThat(own.averageLocal())
          .as("seed %d", seed)
          .isCloseTo(reference.getAverageClusteringCoefficient(), within(1e-12));
      double global = reference.getGlobalClusteringCoefficient();
      if (Double.isNaN(own.global())) {
        assertThat(Arrays.stream(graph.degrees()).max().orElse(0)).isLessThan(2);
      } else {
        assertThat(own.global()).isCloseTo(global, within(1e-12));
      }
    }
  }

  @Test
  void componentsEqualJGraphTOnRandomMultigraphs() {
    for (long seed = 1; seed <= 200; seed++) {
      Network network = RandomNetworks.of(seed, 25, 25);
      Components own = Components.of(network);
      var simple =
          dev.tarn.analytics.network.SimpleGraph.induced(
              network,
              network.simpleAdjacency(),
              IntStream.range(0, network.nodeCount()).toArray());
      var reference = new ConnectivityInspector<>(jgrapht(simple)).connectedSets();
      Set<Set<Integer>> found = new HashSet<>();
      for (int c = 0; c < own.count(); c++) {
        found.add(new HashSet<>(Arrays.stream(own.nodes(c)).boxed().toList()));
        assertThat(own.nodes(c)).hasSize(own.size(c)).contains(own.lowestMinimum(c));
        assertThat(c == 0 || own.size(c - 1) >= own.size(c)).isTrue();
      }
      assertThat(found).as("seed %d", seed).isEqualTo(new HashSet<>(reference));
    }
  }

  @Test
  void aSampleOfSourcesAgreesWithAllPairsWithinItsErrorBar() {
    int within = 0;
    for (long seed = 1; seed <= 100; seed++) {
      var graph = RingsWithChords.ring(400, 60, seed);
      PathLengths exact = PathLengths.of(graph, 1);
      PathLengths sample = PathLengths.of(graph, 10, 100, seed);
      assertThat(sample.exact()).isFalse();
      assertThat(sample.sources()).isEqualTo(100);
      if (Math.abs(sample.mean() - exact.mean()) < 2 * sample.standardError()) {
        within++;
      }
    }
    // 95 of 100 expected.
    assertThat(within).isBetween(85, 100);
  }

  /** Graphs whose distances are uneven. */
  private static final class RingsWithChords {
    static dev.tarn.analytics.network.SimpleGraph ring(int n, int chords, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Set<Long> edges = new HashSet<>();
      for (int v = 0; v < n; v++) {
        edges.add((long) Math.min(v, (v + 1) % n) * n + Math.max(v, (v + 1) % n));
      }
      for (int k = 0; k < chords; k++) {
        int a = random.nextInt(n / 2);
        int b = random.nextInt(n);
        if (a != b) {
          edges.add((long) Math.min(a, b) * n + Math.max(a, b));
        }
      }
      long[] sorted = edges.stream().mapToLong(e -> e).sorted().toArray();
      return dev.tarn.analytics.network.SimpleGraph.ofEdges(
          n,
          Arrays.stream(sorted).mapToInt(e -> (int) (e / n)).toArray(),
          Arrays.stream(sorted).mapToInt(e -> (int) (e % n)).toArray());
    }
  }
}
