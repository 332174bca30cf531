package dev.tarn.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.analytics.network.NetworkAnalysis;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.archive.ImportProgress;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every query of the catalogue on a landscape drawn by hand, and on published networks. */
class QueryCatalogueIT {
  @TempDir static Path folder = Path.of("");
  private static @Nullable Neo4jLandscapeStore opened;
  private static final QueryCatalogue CATALOGUE = QueryCatalogue.bundled();

  private static Neo4jLandscapeStore store() {
    return Objects.requireNonNull(opened);
  }

  //  energy                       transition states: t1, t2 join 2 and 1; t5 is a loop at 1
  //   -1    5 (isolated)
  //   -2    6 --t6-- 3
  //   -3    3 --t3-- 2, 3 --t4-- 4
  //   -3.5  4, loop t7
  //   -4    2 ==t1,t2== 1
  //   -5    1, loop t5
  @BeforeAll
  static void writeByHand() {
    opened = Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE);
    double[] energies = {-5, -4, -3, -3.5, -1, -2};
    Map<Integer, Minimum> m = new TreeMap<>();
    for (int i = 1; i <= 6; i++) {
      m.put(i, Minimum.of(i, energies[i - 1], 1, 1).withHits(10L * (7 - i) % 40));
    }
    List<TransitionState> edges =
        List.of(
            edge(m, 1, 2, 1, -2),
            edge(m, 2, 1, 2, -1),
            edge(m, 3, 3, 2, -1.5),
            edge(m, 4, 3, 4, -2.5),
            edge(m, 5, 1, 1, -0.5),
            edge(m, 6, 3, 6, -1.75),
            edge(m, 7, 4, 4, 0));
    for (String name : List.of("hand", "other")) {
      store().create(new Landscape(name, "x", Map.of(), 0, 0, "", "", 1, Instant.EPOCH));
      try (LandscapeSink sink = store().openSink(name)) {
        sink.commit(LandscapeUpdate.of(new ArrayList<>(m.values()), edges));
      }
    }
  }

  private static TransitionState edge(
      Map<Integer, Minimum> m, long id, int a, int b, double energy) {
    return TransitionState.of(
        id, Objects.requireNonNull(m.get(a)), Objects.requireNonNull(m.get(b)), energy, 1, 1);
  }

  @AfterAll
  static void close() {
    store().close();
  }

  private static List<List<@Nullable Object>> ask(String query, String landscape, Object... more) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("landscape", landscape);
    for (int i = 0; i < more.length; i += 2) {
      values.put(String.valueOf(more[i]), more[i + 1]);
    }
    try (QueryResult result = CATALOGUE.query(query).with(values).run(store())) {
      return result.rows().toList();
    }
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void lowestMinima() {
    assertThat(ask("lowest-minima", "hand", "limit", 3))
        .containsExactly(row(1L, -5.0, 1, 20L), row(2L, -4.0, 1, 10L), row(4L, -3.5, 1, 30L));
  }

  @Test
  void highestBarriers() {
    assertThat(ask("highest-barriers", "hand", "limit", 3))
        .containsExactly(row(2L, 1L, 2L, 3.0), row(2L, 1L, 1L, 2.0), row(3L, 2L, 3L, 1.5));
  }

  @Test
  void basins() {
    assertThat(ask("basins", "hand")).containsExactly(row(1L, -5.0), row(4L, -3.5), row(5L, -1.0));
  }

  @Test
  void downhillPath() {
    List<List<@Nullable Object>> rows = ask("downhill-path", "hand", "from", 6L);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get(0)).isEqualTo(List.of(6L, 3L, 2L, 1L));
    assertThat(rows.get(0).get(1))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
        .hasSize(3)
        .startsWith(6L, 3L);
    assertThat(rows.get(0).subList(2, 4)).containsExactly(3L, -3.0);
    assertThat(ask("downhill-path", "hand", "from", 1L)).isEmpty();
    assertThat(ask("downhill-path", "hand", "from", 5L)).isEmpty();
  }

  @Test
  void degrees() {
    assertThat(ask("degrees", "hand"))
        .containsExactly(row(0L, 1L), row(1L, 3L), row(2L, 1L), row(3L, 1L));
  }

  @Test
  void mostFound() {
    assertThat(ask("most-found", "hand", "limit", 2))
        .containsExactly(row(4L, 30L, -3.5), row(1L, 20L, -5.0));
  }

  @Test
  void degenerateRearrangements() {
    assertThat(ask("degenerate-rearrangements", "hand"))
        .containsExactly(row(4L, 7L, 0.0, 3.5), row(1L, 5L, -0.5, 4.5));
  }

  @Test
  void parallelTransitionStates() {
    assertThat(ask("parallel-transition-states", "hand"))
        .containsExactly(row(2L, 1L, 2L, -2.0, -1.0));
  }

  @Test
  void highestConnections() {
    assertThat(ask("highest-connections", "hand", "limit", 3))
        .containsExactly(row(7L, 0.0, 4L, 4L), row(5L, -0.5, 1L, 1L), row(2L, -1.0, 2L, 1L));
  }

  @Test
  void neighboursOfGlobalMinimum() {
    assertThat(ask("neighbours-of-global-minimum", "hand")).containsExactly(row(2L, -4.0, 3.0, 2L));
  }

  @Test
  void isolatedMinima() {
    assertThat(ask("isolated-minima", "hand")).containsExactly(row(5L, -1.0));
  }

  @Test
  void degreeDistribution() {
    assertThat(ask("degree-distribution", "hand"))
        .containsExactly(
            row(0L, 1L, 1 / 6.0, 1.0),
            row(1L, 3L, 0.5, 5 / 6.0),
            row(2L, 1L, 1 / 6.0, 2 / 6.0),
            row(3L, 1L, 1 / 6.0, 1 / 6.0));
    assertThat(ask("mean-degree", "hand")).containsExactly(row(6L, 4L, 8 / 6.0, 3L));
    assertThat(ask("hubs", "hand", "limit", 2L))
        .containsExactly(row(3L, 3L, -3.0, 4L), row(2L, 2L, -4.0, 2L));
    assertThat(ask("dead-ends", "hand"))
        .containsExactly(row(6L, -2.0, 3L, 0.25), row(4L, -3.5, 3L, 1.0), row(1L, -5.0, 2L, 3.0));
  }

  @Test
  void shortestPaths() {
    List<List<@Nullable Object>> rows = ask("shortest-path", "hand", "from", 6L, "to", 1L);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).subList(0, 2)).containsExactly(3L, List.of(6L, 3L, 2L, 1L));
    assertThat(ask("shortest-path", "hand", "from", 6L, "to", 4L))
        .containsExactly(row(2L, List.of(6L, 3L, 4L), List.of(6L, 4L), -1.75));
    assertThat(ask("shortest-path", "hand", "from", 5L, "to", 1L)).isEmpty();
    assertThat(ask("steps-to-global-minimum", "hand"))
        .containsExactly(row(0L, 1L), row(1L, 1L), row(2L, 1L), row(3L, 2L));
    // 12:1 13:2 14:3 16:3 23:1 24:2 26:2 34:1 36:1 46:2
    assertThat(ask("mean-shortest-path", "hand")).containsExactly(row(10L, 1.8, 3L));
    assertThat(ask("clustering", "hand")).containsExactly(row(0.0, 0.0, 0L));
  }

  @Test
  void bottomsOfFunnels() {
    assertThat(ask("funnel-bottoms", "hand"))
        .containsExactly(row(1L, -5.0, 3L, 3.0), row(4L, -3.5, 2L, 1.0), row(5L, -1.0, 0L, null));
    assertThat(ask("downhill-reach", "hand"))
        .containsExactly(row(1L, -5.0, 3L), row(4L, -3.5, 2L), row(5L, -1.0, 0L));
    assertThat(ask("divides", "hand"))
        .containsExactly(row(3L, -3.0, List.of(1L, 4L)), row(6L, -2.0, List.of(1L, 4L)));
  }

  @Test
  void downhillSequences() {
    assertThat(ask("steepest-descent", "hand", "from", 6L))
        .containsExactly(row(List.of(6L, 3L, 2L, 1L), List.of(6L, 3L, 1L), 1L, -5.0));
    assertThat(ask("steepest-descent", "hand", "from", 4L))
        .containsExactly(row(List.of(4L), List.of(), 4L, -3.5));
    assertThat(ask("downhill-sequences", "hand", "from", 6L))
        .containsExactly(
            row(List.of(6L, 3L, 4L), List.of(6L, 4L), 2L),
            row(List.of(6L, 3L, 2L, 1L), List.of(6L, 3L, 1L), 3L),
            row(List.of(6L, 3L, 2L, 1L), List.of(6L, 3L, 2L), 3L));
    assertThat(ask("downhill-sequences", "hand", "from", 1L)).isEmpty();
  }

  @Test
  void energiesAndBarriers() {
    assertThat(ask("below-threshold", "hand", "from", 3L, "energy", -1.7))
        .containsExactly(row(4L, -3.5), row(3L, -3.0), row(6L, -2.0));
    assertThat(ask("below-threshold", "hand", "from", 5L, "energy", 0.0))
        .containsExactly(row(5L, -1.0));
    assertThat(ask("lowest-barrier-out", "hand", "limit", 3L))
        .containsExactly(
            row(1L, -5.0, 3.0, 1L, 2L), row(2L, -4.0, 2.0, 1L, 1L), row(4L, -3.5, 1.0, 4L, 3L));
    // down: t1 2, t2 3, t3 1.5, t4 0.5, t6 0.25; up: 3, 4, 2.5, 1, 1.25
    assertThat(ask("barrier-statistics", "hand"))
        .containsExactly(row(5L, 0.25, 1.45, 1.5, 3.0, 2.35, 2.5));
    assertThat(ask("energy-levels", "hand", "width", 2.0))
        .containsExactly(row(-5.0, 3L), row(-3.0, 2L), row(-1.0, 1L));
    assertThat(ask("near-degenerate-minima", "hand", "tolerance", 0.6))
        .containsExactly(row(2L, 4L, 0.5, -4.0), row(4L, 3L, 0.5, -3.5));
    assertThat(ask("near-degenerate-minima", "hand")).isEmpty();
    assertThat(ask("common-neighbours", "hand", "a", 2L, "b", 4L)).containsExactly(row(3L, -3.0));
    assertThat(ask("symmetric-minima", "hand")).isEmpty();
  }

  // Hits of the minima: 60 % 40, 50 % 40, 0, 30, 20, 10; of the transition states none.
  @Test
  void rarelyFound() {
    assertThat(ask("rarely-found", "hand"))
        .containsExactly(row("minima", 0L, 90L, 1.0), row("transition states", 0L, 0L, null));
  }

  @Test
  void everyQueryOfTheCatalogueHasATest() throws IOException {
    Path folder = Path.of("src/test/java/dev/tarn/cypher");
    String tests =
        Files.readString(folder.resolve("QueryCatalogueIT.java"))
            + Files.readString(folder.resolve("CensusQueriesIT.java"));
    assertThat(CATALOGUE.queries()).hasSizeGreaterThanOrEqualTo(30);
    for (QueryCatalogue.NamedQuery query : CATALOGUE.queries()) {
      assertThat(tests).contains("\"" + query.name() + "\"");
    }
  }

  @Test
  void missingAndUnknownParametersAreNamed() {
    assertThatThrownBy(() -> ask("downhill-path", "hand"))
        .isInstanceOf(CypherException.class)
        .hasMessage(
            "query downhill-path: expected a value for $from (id of the minimum to start from),"
                + " found none");
    assertThatThrownBy(() -> ask("degrees", "hand", "limit", 2L))
        .hasMessage("query degrees: unknown parameter $limit: expected $landscape");
    assertThatThrownBy(() -> CATALOGUE.query("lowest"))
        .hasMessageStartingWith("no query 'lowest': expected one of lowest-minima, ");
  }

  // Number of basins: REFERENCES, section Networks; all else from the Network, in plain Java.
  @ParameterizedTest
  @CsvSource({"9comm,19", "lj38,20", "tetraala,17"})
  void publishedNetworksGiveTheAnswersThatPlainJavaGives(String set, int basins) {
    Path data = ReferenceData.require("ktn/" + set);
    assertThat(ask("basins", imported(data, set))).hasSize(basins);
    answersAreThoseOfPlainJava(set);
  }

  @Test
  @Tag("slow") // 29,007 transition states, and all pairs of 1510 minima in Cypher
  void soDoesTheSharedNetworkOfThirteenAtoms() {
    answersAreThoseOfPlainJava(imported(ReferenceData.require("ktn/lj13"), "lj13"));
  }

  private static String imported(Path data, String set) {
    LandscapeArchives.importFrom(data, Optional.empty(), set, store(), ImportProgress.NONE);
    return set;
  }

  private static void answersAreThoseOfPlainJava(String set) {
    Network n = store().network(set);
    assertThat(ids(ask("basins", set, "limit", 10_000L), 0)).isEqualTo(bottoms(n));
    assertThat(ids(ask("lowest-minima", set), 0)).isEqualTo(lowest(n, 5));
    assertThat(ids(ask("highest-connections", set), 0)).isEqualTo(highestEdges(n, 5));
    assertThat(ask("degrees", set)).isEqualTo(degreeTable(n));
    assertThat(ask("degenerate-rearrangements", set, "limit", 100_000L))
        .hasSize((int) IntStream.range(0, n.edgeCount()).filter(n::isLoop).count());
    assertThat(ask("parallel-transition-states", set, "limit", 100_000L)).hasSize(parallelPairs(n));
    Adjacency simple = n.simpleAdjacency();
    assertThat(ask("neighbours-of-global-minimum", set, "limit", 100_000L))
        .hasSize(simple.degree(n.globalMinimum()));
    assertThat(ask("isolated-minima", set, "limit", 100_000L))
        .hasSize(
            (int) IntStream.range(0, n.nodeCount()).filter(v -> simple.degree(v) == 0).count());
    double steepest =
        IntStream.range(0, n.edgeCount())
            .filter(e -> !n.isLoop(e))
            .mapToDouble(e -> n.transitionStateEnergy(e) - n.energy(n.higherEnd(e)))
            .max()
            .orElseThrow();
    assertThat(ask("highest-barriers", set, "limit", 1L).get(0).get(3)).isEqualTo(steepest);
    checkDownhill(set, n);
    agreeWithTheKernels(set, n);
  }

  /** The same answers from Cypher, from JGraphT through the analytics, and from our own kernels. */
  private static void agreeWithTheKernels(String set, Network n) {
    Adjacency simple = n.simpleAdjacency();
    int edges = simple.entryCount() / 2;
    assertThat(ask("mean-degree", set).get(0).subList(0, 3))
        .containsExactly((long) n.nodeCount(), (long) edges, 2.0 * edges / n.nodeCount());
    assertThat(ask("hubs", set, "limit", 1L).get(0).get(1))
        .isEqualTo(IntStream.range(0, n.nodeCount()).mapToLong(simple::degree).max().orElseThrow());
    MonotonicBasins basins = MonotonicBasins.of(n);
    assertThat(ask("funnel-bottoms", set, "limit", 10_000L)).hasSize(basins.count());
    for (int node : new int[] {0, highest(n), n.nodeCount() / 2, n.nodeCount() - 1}) {
      List<List<@Nullable Object>> rows = ask("steepest-descent", set, "from", n.minimumId(node));
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).get(2)).isEqualTo(n.minimumId(basins.bottom(basins.basinOf(node))));
    }
    int start = highest(n);
    long goal = n.minimumId(n.globalMinimum());
    DisconnectivityGraph tree = DisconnectivityGraph.of(n);
    List<List<@Nullable Object>> path =
        ask("shortest-path", set, "from", n.minimumId(start), "to", goal);
    boolean joined = Double.isFinite(tree.lowestPathMaximum(start));
    assertThat(path).hasSize(joined ? 1 : 0);
    if (joined) {
      long steps =
          PathSearch.between(n, new long[] {n.minimumId(start)}, new long[] {goal})
              .fewestSteps(1)
              .get(0)
              .steps();
      assertThat(path.get(0).get(0)).isEqualTo(steps);
      double threshold = tree.lowestPathMaximum(start);
      List<Object> reached =
          sorted(
              n,
              new ArrayList<>(
                  IntStream.range(0, n.nodeCount())
                      .filter(v -> tree.lowestPathMaximum(start, v) <= threshold)
                      .boxed()
                      .toList()));
      List<List<@Nullable Object>> below =
          ask(
              "below-threshold",
              set,
              "from",
              n.minimumId(start),
              "energy",
              threshold,
              "limit",
              100_000L);
      assertThat(ids(below, 0)).isEqualTo(reached).contains(goal);
    }
    if (n.edgeCount() >= 10_000) {
      return;
    }
    NetworkReport report =
        NetworkAnalysis.analyse(
            n,
            new NetworkAnalysis.Options(
                1, 0, 2, 0, NetworkAnalysis.Options.DEFAULT.weighting(), OptionalDouble.empty()));
    List<Long> toGlobal = new ArrayList<>();
    ask("steps-to-global-minimum", set)
        .forEach(row -> toGlobal.add(row.get(1) instanceof Long count ? count : -1L));
    assertThat(toGlobal)
        .isEqualTo(
            Arrays.stream(report.stepsToGlobalMinimum().counts()).mapToObj(c -> (long) c).toList());
    checkAgainstJGraphT(set, n, simple, report);
  }

  private static void checkAgainstJGraphT(
      String set, Network n, Adjacency simple, NetworkReport report) {
    Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    IntStream.range(0, n.nodeCount()).forEach(graph::addVertex);
    for (int v = 0; v < n.nodeCount(); v++) {
      for (int p = simple.offset(v); p < simple.offset(v + 1); p++) {
        if (simple.neighbour(p) > v) {
          graph.addEdge(v, simple.neighbour(p));
        }
      }
    }
    var fromLowest = new BFSShortestPath<>(graph).getPaths(n.globalMinimum());
    TreeMap<Long, Long> distances =
        IntStream.range(0, n.nodeCount())
            .mapToDouble(fromLowest::getWeight)
            .filter(Double::isFinite)
            .mapToObj(steps -> (long) steps)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    List<List<@Nullable Object>> expected = new ArrayList<>();
    distances.forEach((steps, minima) -> expected.add(row(steps, minima)));
    assertThat(ask("steps-to-global-minimum", set)).isEqualTo(expected);
    var local = new ClusteringCoefficient<>(graph).getScores();
    double average =
        local.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(number(ask("clustering", set).get(0).get(1))).isCloseTo(average, within(1e-12));
    if (report.components() == 1 && n.nodeCount() < 2000) {
      assertThat(report.clusteringCoefficient()).isCloseTo(average, within(1e-12));
    }
    if (n.nodeCount() < 100) {
      checkAllPairs(set, n, graph);
    }
  }

  private static void checkAllPairs(String set, Network n, Graph<Integer, DefaultEdge> graph) {
    long pairs = 0;
    long steps = 0;
    long longest = 0;
    for (int v = 0; v < n.nodeCount(); v++) {
      var paths = new BFSShortestPath<>(graph).getPaths(v);
      for (int u = v + 1; u < n.nodeCount(); u++) {
        if (Double.isFinite(paths.getWeight(u))) {
          pairs++;
          steps += (long) paths.getWeight(u);
          longest = Math.max(longest, (long) paths.getWeight(u));
        }
      }
    }
    List<@Nullable Object> found = ask("mean-shortest-path", set).get(0);
    assertThat(found.get(0)).isEqualTo(pairs);
    assertThat(number(found.get(1))).isCloseTo((double) steps / pairs, within(1e-12));
    assertThat(found.get(2)).isEqualTo(longest);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static void checkDownhill(String set, Network n) {
    int start = highest(n);
    boolean[] below = new boolean[n.nodeCount()];
    List<Integer> stack = new ArrayList<>(List.of(start));
    Adjacency all = n.adjacency();
    while (!stack.isEmpty()) {
      int v = stack.remove(stack.size() - 1);
      for (int p = all.offset(v); p < all.offset(v + 1); p++) {
        int to = all.neighbour(p);
        if (n.lowerEnd(all.edge(p)) == to && to != v && !below[to]) {
          below[to] = true;
          stack.add(to);
        }
      }
    }
    Optional<Integer> deepest =
        IntStream.range(0, n.nodeCount())
            .filter(v -> below[v])
            .boxed()
            .min(Comparator.<Integer>comparingDouble(n::energy).thenComparing(v -> v));
    List<List<@Nullable Object>> rows = ask("downhill-path", set, "from", n.minimumId(start));
    assertThat(rows).hasSize(deepest.isPresent() ? 1 : 0);
    if (deepest.isPresent() && rows.get(0).get(0) instanceof List<?> path) {
      assertThat(path.get(0)).isEqualTo(n.minimumId(start));
      assertThat(path.get(path.size() - 1)).isEqualTo(n.minimumId(deepest.get()));
    }
  }

  private static int highest(Network n) {
    int highest = 0;
    for (int v = 1; v < n.nodeCount(); v++) {
      highest = n.energy(v) > n.energy(highest) ? v : highest;
    }
    return highest;
  }

  private static List<@Nullable Object> ids(List<List<@Nullable Object>> rows, int column) {
    List<@Nullable Object> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.get(column)));
    return ids;
  }

  private static List<Object> sorted(Network n, List<Integer> nodes) {
    nodes.sort(Comparator.<Integer>comparingDouble(n::energy).thenComparing(v -> v));
    return new ArrayList<>(nodes.stream().map(n::minimumId).toList());
  }

  private static List<Object> lowest(Network n, int count) {
    return sorted(n, new ArrayList<>(IntStream.range(0, n.nodeCount()).boxed().toList()))
        .subList(0, count);
  }

  private static List<Object> bottoms(Network n) {
    boolean[] hasLower = new boolean[n.nodeCount()];
    for (int e = 0; e < n.edgeCount(); e++) {
      hasLower[n.higherEnd(e)] |= !n.isLoop(e);
    }
    return sorted(
        n,
        new ArrayList<>(
            IntStream.range(0, n.nodeCount()).filter(v -> !hasLower[v]).boxed().toList()));
  }

  private static List<Object> highestEdges(Network n, int count) {
    return new ArrayList<>(
        IntStream.range(0, n.edgeCount())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(e -> -n.transitionStateEnergy(e))
                    .thenComparing(e -> e))
            .limit(count)
            .map(n::transitionStateId)
            .toList());
  }

  private static List<List<@Nullable Object>> degreeTable(Network n) {
    Adjacency simple = n.simpleAdjacency();
    TreeMap<Long, Long> table =
        IntStream.range(0, n.nodeCount())
            .mapToObj(v -> (long) simple.degree(v))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    table.forEach((degree, minima) -> rows.add(row(degree, minima)));
    return rows;
  }

  private static int parallelPairs(Network n) {
    Map<List<Integer>, Long> pairs =
        IntStream.range(0, n.edgeCount())
            .filter(e -> !n.isLoop(e))
            .mapToObj(e -> List.of(n.higherEnd(e), n.lowerEnd(e)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return (int) pairs.values().stream().filter(count -> count > 1).count();
  }
}
