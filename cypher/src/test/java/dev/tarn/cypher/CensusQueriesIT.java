package dev.tarn.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.LandscapeUpdate.HitCounts;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions about a census, on a landscape written by hand. */
class CensusQueriesIT {
  @TempDir static Path folder = Path.of("");
  private static @Nullable Neo4jLandscapeStore opened;

  private static Neo4jLandscapeStore store() {
    return Objects.requireNonNull(opened);
  }

  // Two minima (-2, -1) joined at 0, another saddle at 1, two maxima at 3 and 5, a circle at 4.
  @BeforeAll
  static void writeByHand() {
    opened = Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE);
    store().create(new Landscape("hand", "x", Map.of(), 2, 0, "", "", 1, Instant.EPOCH));
    Minimum low = minimum(1, -2, 0.5);
    Minimum high = minimum(2, -1, 0.25);
    try (LandscapeSink sink = store().openSink("hand")) {
      sink.commit(
          new LandscapeUpdate(
              List.of(low, high),
              List.of(TransitionState.of(1, high, low, 0, 1, 1)),
              List.of(
                  other(1, 1, 0, 1, 0.125),
                  other(2, 2, 0, 3, 2),
                  other(3, 1, 1, 4, 0),
                  other(4, 2, 0, 5, 1)),
              HitCounts.NONE,
              HitCounts.NONE,
              Optional.empty(),
              Optional.empty()));
    }
  }

  private static Minimum minimum(long id, double energy, double softest) {
    return new Minimum(
        id,
        energy,
        0,
        1,
        0,
        1,
        new double[0],
        Observables.of(List.of("softestEigenvalue"), softest));
  }

  private static UnconnectedStationaryPoint other(
      long id, int index, int flat, double energy, double softest) {
    return new UnconnectedStationaryPoint(
        id,
        index,
        flat,
        energy,
        0,
        1,
        0,
        7,
        new double[0],
        Observables.of(List.of("softestEigenvalue"), softest));
  }

  @AfterAll
  static void close() {
    store().close();
  }

  private static List<List<@Nullable Object>> ask(String query) {
    try (QueryResult result =
        QueryCatalogue.bundled().query(query).with(Map.of("landscape", "hand")).run(store())) {
      return result.rows().toList();
    }
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void numbersByIndexCountConnectedSaddlesAndLeaveSingularPointsOut() {
    assertThat(ask("points-by-index")).containsExactly(row(0, 2L), row(1, 2L), row(2, 2L));
    assertThat(ask("morse-sum")).containsExactly(row(2L, 6L));
  }

  @Test
  void energiesByIndex() {
    assertThat(ask("energies-by-index"))
        .containsExactly(
            row(0, 2L, -2.0, -1.5, -1.0), row(1, 2L, 0.0, 0.5, 1.0), row(2, 2L, 3.0, 4.0, 5.0));
  }

  @Test
  void singularAndSoftPoints() {
    assertThat(ask("singular-points")).containsExactly(row(3L, 4.0, 1, 1, 7L));
    assertThat(ask("softest-points"))
        .startsWith(row(1, 1L, 1.0, 0.125, null), row(0, 2L, -1.0, 0.25, null))
        .hasSize(5);
  }
}
