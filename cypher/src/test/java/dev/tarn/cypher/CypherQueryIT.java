package dev.tarn.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CypherQueryIT {
  private static final double[] WIDE = IntStream.range(0, 2000).asDoubleStream().toArray();

  @TempDir static Path folder = Path.of("");
  private static @Nullable Neo4jLandscapeStore opened;

  private static Neo4jLandscapeStore store() {
    return Objects.requireNonNull(opened);
  }

  @BeforeAll
  static void open() {
    opened = Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE);
    store().create(new Landscape("l", "x", Map.of(), 0, 0, "", "", 1, Instant.EPOCH));
    Minimum low = new Minimum(1, -2, 1, 1, 0, 5, WIDE, Observables.NONE);
    Minimum high = Minimum.of(2, -1, 1, 1);
    try (LandscapeSink sink = store().openSink("l")) {
      sink.commit(
          LandscapeUpdate.of(
              List.of(low, high), List.of(TransitionState.of(7, low, high, 0, 1, 1))));
    }
  }

  @AfterAll
  static void close() {
    store().close();
  }

  private static List<List<@Nullable Object>> ask(String text) {
    try (QueryResult result = CypherQuery.reading(text, Map.of()).run(store())) {
      return result.rows().toList();
    }
  }

  @Test
  void nodesRelationshipsAndPathsBecomePlainMaps() {
    List<@Nullable Object> row =
        ask("MATCH p = (a:Minimum)-[t:TRANSITION_STATE]->(b) RETURN a, t, p, null, [1, 'x'], "
                + "{k: 2.5}, date('2026-11-20'), b.coordinates")
            .get(0);
    assertThat(row.get(0))
        .isEqualTo(
            Map.of(
                "labels",
                List.of("Minimum", "Minimum_l", "StationaryPoint"),
                "properties",
                Map.of(
                    "landscape",
                    "l",
                    "id",
                    2L,
                    "index",
                    0,
                    "energy",
                    -1.0,
                    "logDetHessian",
                    1.0,
                    "symmetryOrder",
                    1,
                    "hits",
                    0L)));
    assertThat(row.get(1))
        .isEqualTo(
            Map.of(
                "type",
                "TRANSITION_STATE",
                "start",
                2L,
                "end",
                1L,
                "properties",
                Map.of(
                    "landscape",
                    "l",
                    "id",
                    7L,
                    "energy",
                    0.0,
                    "barrier",
                    1.0,
                    "logDetHessian",
                    1.0,
                    "symmetryOrder",
                    1,
                    "hits",
                    0L)));
    assertThat(row.get(2))
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
        .containsOnlyKeys("nodes", "relationships");
    assertThat(row.subList(3, 7))
        .containsExactly(null, List.of(1L, "x"), Map.of("k", 2.5), "2026-11-20");
    assertThat(row.get(7)).isEqualTo(WIDE);
  }

  @Test
  void columnsKeepTheirOrder() {
    try (QueryResult result =
        CypherQuery.reading("RETURN $b AS b, $a AS a", Map.of("a", 1L, "b", "x")).run(store())) {
      assertThat(result.columns()).containsExactly("b", "a");
      assertThat(result.rows().toList()).containsExactly(List.of("x", 1L));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (m:Minimum) SET m.energy = 0",
        "MATCH (m:Minimum) DETACH DELETE m RETURN count(m)",
        "CREATE (:Minimum)",
        "CREATE INDEX foo FOR (m:Minimum) ON (m.foo)",
        "MERGE (m:Minimum {id: 1}) RETURN m"
      })
  void whatWouldWriteIsRefusedAndNothingChanges(String text) {
    assertThatThrownBy(() -> ask(text))
        .isInstanceOf(CypherException.class)
        .hasMessage("this query would change the store: allow it with --write");
    assertThat(ask("MATCH (m:Minimum) RETURN count(m), sum(m.energy)"))
        .containsExactly(List.of(2L, -3.0));
  }

  @Test
  void aQueryThatMayWriteSaysWhatItChanged() {
    CypherQuery query =
        new CypherQuery(
            "MATCH (m:Minimum {landscape: 'l', id: $id}) SET m.mark = 1",
            Map.of("id", 1L),
            CypherQuery.Access.WRITE);
    try (QueryResult result = query.run(store())) {
      assertThat(result.rows().count()).isZero();
      assertThat(result.changes()).isEqualTo("1 properties set");
    }
    assertThat(ask("MATCH (m:Minimum) WHERE m.mark = 1 RETURN m.id")).containsExactly(List.of(1L));
  }

  @Test
  void malformedQueriesAreOneLineWithThePosition() {
    assertThatThrownBy(() -> ask("MATCH (m:Minimum)\nRETRUN m"))
        .isInstanceOf(CypherException.class)
        .hasMessageStartingWith("line 2, column 1: Invalid input 'RETRUN'")
        .message()
        .doesNotContain("\n", "offset", "^");
    assertThatThrownBy(() -> ask("MATCH (m) SET RETURN m"))
        .hasMessageStartingWith("line 1, column 22: ");
    assertThatThrownBy(() -> ask("MATCH (m) RETURN x"))
        .hasMessage("line 1, column 18: Variable `x` not defined");
    assertThatThrownBy(() -> ask("RETURN $x"))
        .hasMessage("missing parameter: Expected parameter(s): x");
    assertThatThrownBy(() -> ask("  ")).hasMessage("expected a Cypher query, found an empty text");
    assertThatThrownBy(() -> ask("RETURN 1/0")).hasMessage("/ by zero");
  }
}
