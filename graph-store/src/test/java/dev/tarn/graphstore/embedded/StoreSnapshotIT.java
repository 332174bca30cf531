package dev.tarn.graphstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.NetworkColumns;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy beside the database: quick while it is right, out of the way when it is not. */
class StoreSnapshotIT {
  @TempDir Path folder = Path.of("");

  private Neo4jLandscapeStore open(StoreOptions options) {
    return Neo4jLandscapeStore.open(folder.resolve("store"), options);
  }

  @BeforeEach
  void writeTwoLandscapes() {
    try (Neo4jLandscapeStore store = open(StoreOptions.CREATE)) {
      for (String name : List.of("a", "b")) {
        store.create(
            new Landscape(
                name,
                "x",
                Map.of("n", 1),
                9,
                6,
                "eps",
                "",
                1,
                Instant.parse("2026-11-20T12:00:00.5Z")));
        add(store, name, 1);
        add(store, name, 2);
      }
    }
  }

  private static void add(Neo4jLandscapeStore store, String name, long id) {
    Minimum m = Minimum.of(id, (double) -id, id == 1 ? Double.NaN : 2, 3).withHits(id + 4);
    Run run =
        new Run(1, 7, "landscape: " + name, "0.1", Instant.EPOCH, Optional.empty(), id, 9, "");
    try (LandscapeSink sink = store.openSink(name)) {
      sink.commit(
          new LandscapeUpdate(
              List.of(m),
              List.of(TransitionState.of(id, m, m, 5, 1, 1).withHits(id + 8)),
              List.of(),
              LandscapeUpdate.HitCounts.NONE,
              LandscapeUpdate.HitCounts.NONE,
              Optional.of(run),
              Optional.empty()));
    }
  }

  @Test
  void commonQuestionsAreAnsweredWithoutNeo4jAndAlikeWithIt() {
    try (Neo4jLandscapeStore store = open(StoreOptions.READ)) {
      List<Landscape> landscapes = store.landscapes();
      Optional<Landscape> b = store.landscape("b");
      LandscapeCounts counts = store.counts("b");
      List<Run> runs = store.runs("b");
      Network network = store.network("b");
      assertThatThrownBy(() -> store.counts("c"))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("no landscape 'c' in the store: it holds a, b");
      assertThat(store.isRunning()).isFalse();

      List<Minimum> minima = new ArrayList<>();
      store.forEachMinimum("b", minima::add);
      assertThat(minima).hasSize(2);
      assertThat(store.isRunning()).isTrue();

      assertThat(store.landscapes()).isEqualTo(landscapes).hasSize(2);
      assertThat(store.landscape("b")).isEqualTo(b);
      assertThat(store.counts("b")).isEqualTo(counts).isEqualTo(new LandscapeCounts(2, 2, 0));
      assertThat(store.runs("b")).isEqualTo(runs).hasSize(1);
      assertThat(NetworkColumns.of(store.network("b"))).isEqualTo(NetworkColumns.of(network));
      assertThat(network.nodeCount() + network.edgeCount()).isEqualTo(4);
      assertThat(network.vibrationalModes()).isEqualTo(3);
    }
    try (Neo4jLandscapeStore again = open(StoreOptions.READ)) {
      assertThat(again.counts("a").minima()).isEqualTo(2);
      assertThat(again.isRunning()).isFalse();
    }
  }

  @Test
  void whatChangedIsSeenAtTheNextOpening() {
    try (Neo4jLandscapeStore store = open(StoreOptions.WRITE)) {
      add(store, "b", 3);
      store.delete("a");
    }
    try (Neo4jLandscapeStore store = open(StoreOptions.READ)) {
      assertThat(store.landscapes()).extracting(Landscape::name).containsExactly("b");
      assertThat(store.network("b").nodeCount()).isEqualTo(3);
      assertThat(store.isRunning()).isFalse();
    }
    try (Neo4jLandscapeStore store = open(StoreOptions.WRITE)) {
      store.database().executeTransactionally("MATCH (m:Minimum {id: 3}) DETACH DELETE m");
    }
    try (Neo4jLandscapeStore store = open(StoreOptions.READ)) {
      assertThat(store.network("b").nodeCount()).isEqualTo(2);
      assertThat(store.isRunning()).isFalse();
    }
  }

  @Test
  void whatSomebodyElseChangedIsSeenToo() {
    Path store = folder.resolve("store");
    try (EmbeddedDatabase other = EmbeddedDatabase.start(store, StoreOptions.WRITE)) {
      other
          .database()
          .executeTransactionally("MATCH (m:Minimum {landscape: 'b', id: 2}) DETACH DELETE m");
    }
    try (Neo4jLandscapeStore reader = open(StoreOptions.READ)) {
      assertThat(reader.network("b").nodeCount()).isEqualTo(1);
      assertThat(reader.network("a").nodeCount()).isEqualTo(2);
    }
  }

  @Test
  void aDamagedSnapshotIsAsGoodAsNone() throws IOException {
    Path snapshots = folder.resolve("store").resolve("snapshots");
    try (Stream<Path> files = Files.list(snapshots)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".network")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[30] ^= 1;
        Files.write(file, bytes);
      }
    }
    try (Neo4jLandscapeStore store = open(StoreOptions.READ)) {
      assertThat(store.counts("b").minima()).isEqualTo(2);
      assertThat(store.isRunning()).isFalse();
      assertThat(store.network("b").energy(0)).isEqualTo(-1);
      assertThat(store.isRunning()).isTrue();
    }
    Files.write(snapshots.resolve("manifest"), new byte[] {1, 2, 3});
    try (Neo4jLandscapeStore store = open(StoreOptions.READ)) {
      assertThat(store.isRunning()).isTrue();
      assertThat(store.network("b").nodeCount()).isEqualTo(2);
    }
  }
}
