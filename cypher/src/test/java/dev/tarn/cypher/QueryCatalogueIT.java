package dev.tarn.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.Neo4jLandscapeStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.archive.ImportProgress;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.landscape.TransitionState;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
      store().create(new Landscape(name, "x", "{}", 0, 0, "", "", 1, Instant.EPOCH));
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
  @CsvSource({"9comm,19", "lj38,20", "tetraala,17", "lj13,0"})
  void publishedNetworksGiveTheAnswersThatPlainJavaGives(String set, int basins) {
    Path data = ReferenceData.require("ktn/" + set);
    LandscapeArchives.importFrom(data, Optional.empty(), set, store(), ImportProgress.NONE);
    Network n = store().network(set);
    if (basins > 0) {
      assertThat(ask("basins", set)).hasSize(basins);
    }
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
