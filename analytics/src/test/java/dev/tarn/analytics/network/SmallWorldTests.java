package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallWorldTests {
  /** A ring in which each node is joined with its k nearest, then some edges are moved. */
  private static SimpleGraph wattsStrogatz(int n, int k, double moved, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LongSet taken = new LongSet(n * k);
    List<int[]> edges = new ArrayList<>();
    for (int d = 1; d <= k / 2; d++) {
      for (int v = 0; v < n; v++) {
        int to = (v + d) % n;
        if (random.nextDouble() < moved) {
          int other = random.nextInt(n);
          to = other == v ? to : other;
        }
        if (taken.add((long) Math.min(v, to) * n + Math.max(v, to))) {
          edges.add(new int[] {v, to});
        }
      }
    }
    return SimpleGraph.ofEdges(
        n,
        edges.stream().mapToInt(e -> e[0]).toArray(),
        edges.stream().mapToInt(e -> e[1]).toArray());
  }

  private static SmallWorld judge(SimpleGraph graph) {
    return SmallWorld.of(graph, PathLengths.of(graph, 1), Clustering.of(graph), 10, 5);
  }

  private static void assertSimple(SimpleGraph graph) {
    for (int v = 0; v < graph.nodeCount(); v++) {
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        assertThat(graph.neighbours()[p]).isNotEqualTo(v);
        assertThat(p > graph.offsets()[v] && graph.neighbours()[p - 1] == graph.neighbours()[p])
            .isFalse();
      }
    }
  }

  @Test
  void randomGraphsHaveTheirSizeAndEveryGraphIsEquallyLikely() {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int k = 0; k < 6000; k++) {
      SimpleGraph graph = ReferenceGraphs.random(4, 3, new SplittableRandom(k));
      assertThat(graph.edgeCount()).isEqualTo(3);
      counts.merge(
          IntStream.concat(Arrays.stream(graph.offsets()), Arrays.stream(graph.neighbours()))
              .boxed()
              .toList(),
          1,
          Integer::sum);
    }
    // (6 over 3) = 20 graphs, 300 each; chi squared with 19 degrees of freedom, 1 in 1000: 43.8
    assertThat(counts).hasSize(20);
    double chi = counts.values().stream().mapToDouble(c -> (c - 300) * (c - 300) / 300.0).sum();
    assertThat(chi).isLessThan(43.8);
    assertSimple(ReferenceGraphs.random(200, 5000, new SplittableRandom(1)));
    assertThat(ReferenceGraphs.random(30, 435, new SplittableRandom(1)).edgeCount()).isEqualTo(435);
    assertThatThrownBy(() -> ReferenceGraphs.random(3, 4, new SplittableRandom(1)))
        .hasMessageContaining("expected at most 3 edges between 3 nodes, found 4");
  }

  @Test
  void rewiringKeepsEveryDegreeAndForgetsTheRest() {
    for (long seed = 1; seed <= 50; seed++) {
      SimpleGraph graph = KernelTests.random(seed, 40);
      SimpleGraph rewired = ReferenceGraphs.rewired(graph, new SplittableRandom(seed));
      assertThat(rewired.degrees()).isEqualTo(graph.degrees());
      assertSimple(rewired);
    }
    SimpleGraph ring = wattsStrogatz(500, 8, 0, 1);
    assertThat(Clustering.of(ring).averageLocal()).isCloseTo(9 / 14.0, within(1e-12));
    assertThat(Clustering.of(ReferenceGraphs.rewired(ring, new SplittableRandom(2))).averageLocal())
        .isLessThan(0.05);
  }

  @Test
  void edgeSetsOfFewAndOfManyNodesForgetWhatIsRemoved() {
    for (int nodes : new int[] {50, 20_000}) {
      EdgeSet set = new EdgeSet(nodes, 4);
      SplittableRandom random = new SplittableRandom(nodes);
      Set<List<Integer>> expected = new HashSet<>();
      for (int k = 0; k < 20_000; k++) {
        int a = random.nextInt(40) * (nodes / 40);
        int b = random.nextInt(40) * (nodes / 40);
        List<Integer> pair = List.of(Math.min(a, b), Math.max(a, b));
        assertThat(set.contains(b, a)).isEqualTo(expected.contains(pair));
        if (expected.remove(pair)) {
          set.remove(a, b);
        } else {
          expected.add(pair);
          set.add(a, b);
        }
      }
    }
  }

  @Test
  void theLatticeOfEqualDegreesIsTheRingLattice() {
    SimpleGraph random =
        ReferenceGraphs.rewired(wattsStrogatz(200, 8, 0, 1), new SplittableRandom(3));
    SimpleGraph lattice = ReferenceGraphs.lattice(random);
    assertThat(lattice.degrees()).isEqualTo(random.degrees());
    // 3 (k - 2) / (4 (k - 1)) with k = 8
    assertThat(Clustering.of(lattice).averageLocal()).isCloseTo(9 / 14.0, within(1e-12));
    assertSimple(ReferenceGraphs.lattice(KarateClub.graph()));
  }

  @Test
  void latticeSmallWorldAndRandomGraphAreToldApart() {
    SmallWorld ring = judge(wattsStrogatz(600, 8, 0, 1));
    SmallWorld small = judge(wattsStrogatz(600, 8, 0.08, 1));
    SmallWorld random = judge(wattsStrogatz(600, 8, 1, 1));
    assertThat(small.verdict()).startsWith("a small world");
    assertThat(small.sameSize().sigma().value()).isGreaterThan(10);
    assertThat(small.sameDegrees().sigma().value()).isGreaterThan(10);
    assertThat(small.sameSize().omega().value()).isBetween(-0.4, 0.4);
    assertThat(ring.sameSize().omega().value()).isLessThan(-0.8);
    assertThat(random.sameSize().omega().value()).isGreaterThan(0.8);
    assertThat(random.sameSize().sigma().value()).isCloseTo(1, within(0.4));
    assertThat(random.sameDegrees().sigma().value()).isCloseTo(1, within(0.4));
  }

  @Test
  void sigmaAndOmegaAreWhatTheirFormulasSay() {
    // The ring of 100 with 6 neighbours: C = 3 (6 - 2) / (4 (6 - 1)), itself the lattice.
    SimpleGraph ring = wattsStrogatz(100, 6, 0, 1);
    double c = 0.6;
    // Steps to the node d places on: ceil(d / 3), d = 1 ... 50, each twice but for the last.
    double l = (2 * IntStream.rangeClosed(1, 49).map(d -> (d + 2) / 3).sum() + (50 + 2) / 3) / 99.0;
    SmallWorld.Comparison found = judge(ring).sameSize();
    double randomC = found.clustering().value();
    double randomL = found.meanPath().value();
    assertThat(found.sigma().value()).isCloseTo(c / randomC * (randomL / l), within(1e-12));
    assertThat(found.omega().value()).isCloseTo(randomL / l - 1, within(1e-12));
    // For G(n, m) of mean degree 6: C about 6/99, L about ln 100 / ln 6.
    assertThat(randomC).isCloseTo(6 / 99.0, within(0.02));
    assertThat(randomL).isCloseTo(Math.log(100) / Math.log(6), within(0.3));
    assertThat(found.sigma().error() / found.sigma().value())
        .isCloseTo(
            Math.hypot(found.clustering().error() / randomC, found.meanPath().error() / randomL)
                / Math.sqrt(10),
            within(1e-12));
  }

  @Test
  void theSameSeedGivesTheSameVerdict() {
    SimpleGraph graph = wattsStrogatz(100, 6, 0.1, 4);
    assertThat(judge(graph)).isEqualTo(judge(graph));
  }

  @Test
  void pathsOfAChainGrowAsAPowerAndThoseOfALogarithmAsOne() {
    List<Growth.Stage> chain = new ArrayList<>();
    List<Growth.Stage> tree = new ArrayList<>();
    for (int n = 10; n < 3000; n *= 2) {
      chain.add(new Growth.Stage(n, n, 2, n / 3.0, 0.5 / n));
      tree.add(new Growth.Stage(n, n, 2, 1.5 + 0.7 * Math.log(n), 0));
    }
    Growth power = Growth.fitted(chain);
    assertThat(power.power().b()).isCloseTo(1, within(1e-6));
    assertThat(power.clusteringExponent()).isCloseTo(-1, within(1e-9));
    assertThat(power.verdict()).startsWith("paths grow as a power");
    Growth logarithmic = Growth.fitted(tree);
    assertThat(logarithmic.logarithmic().a()).isCloseTo(1.5, within(1e-9));
    assertThat(logarithmic.logarithmic().b()).isCloseTo(0.7, within(1e-9));
    assertThat(logarithmic.clusteringExponent()).isNaN();
    assertThat(logarithmic.verdict()).startsWith("paths grow as the logarithm of");
    assertThat(Growth.fitted(List.of()).verdict()).contains("cannot be told");
  }
}
