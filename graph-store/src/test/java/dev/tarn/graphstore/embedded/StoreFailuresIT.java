package dev.tarn.graphstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;

/** What goes wrong on the way to a store: one line each, nothing touched. */
class StoreFailuresIT {
  private static final StoreOptions IMPATIENT =
      new StoreOptions(StoreOptions.Access.READ, 16, Duration.ZERO);

  @TempDir Path folder = Path.of("");

  private static void assertRefused(Path folder, StoreOptions options, String... parts) {
    assertThatThrownBy(() -> Neo4jLandscapeStore.open(folder, options))
        .isInstanceOf(LandscapeStoreException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n")
        .hasSizeLessThan(400);
  }

  private static Landscape named(String name) {
    return new Landscape(name, "x", Map.of(), 0, 0, "", "", 1, Instant.EPOCH);
  }

  @Test
  void lookingDoesNotMakeAStore() throws IOException {
    Path missing = folder.resolve("missing");
    assertRefused(missing, StoreOptions.READ, "no store at " + missing);
    assertRefused(missing, StoreOptions.WRITE, "no store at " + missing);
    assertThat(missing).doesNotExist();

    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(empty, StoreOptions.READ, "holds no store yet");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aFolderWithOtherThingsInItIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("holiday.jpg"), "x");
    for (StoreOptions options :
        List.of(StoreOptions.READ, StoreOptions.WRITE, StoreOptions.CREATE)) {
      assertRefused(folder, options, "is not a store", "found [holiday.jpg]");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("holiday.jpg"));
    }
  }

  @Test
  void aStoreWhoseMakerWasKilledIsMadeAnew() throws IOException {
    Path store = folder.resolve("store");
    Files.createDirectories(StoreFolder.databaseOf(store));
    Files.writeString(StoreFolder.databaseOf(store).resolve("neostore"), "half");
    try (StoreInTheMaking other = StoreInTheMaking.begin(folder.resolve("other"))) {
      assertRefused(folder.resolve("other"), StoreOptions.CREATE, "being made by another process");
      other.done();
    }
    Files.createFile(store.resolve(StoreInTheMaking.MARK));
    assertRefused(store, StoreOptions.READ, "holds no store yet");
    try (Neo4jLandscapeStore made = Neo4jLandscapeStore.open(store, StoreOptions.CREATE)) {
      assertThat(made.landscapes()).isEmpty();
      assertThat(store.resolve(StoreInTheMaking.MARK)).doesNotExist();
    }
  }

  @Test
  void aFileIsNotAStore() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertRefused(file, StoreOptions.CREATE, "expected a folder, found a file");
  }

  @Test
  void aStoreIsOpenInOneProcessAtATimeAndComesBackWithEverything() {
    Path store = folder.resolve("store");
    try (Neo4jLandscapeStore open = Neo4jLandscapeStore.open(store, StoreOptions.CREATE)) {
      open.create(named("l"));
      assertRefused(
          store,
          IMPATIENT,
          "is open in another process (process " + ProcessHandle.current().pid() + ")");
      try (LandscapeSink sink = open.openSink("l")) {
        sink.commit(LandscapeUpdate.of(List.of(Minimum.of(1, -1, 2, 3)), List.of()));
      }
    }
    try (Neo4jLandscapeStore again = Neo4jLandscapeStore.open(store, StoreOptions.READ)) {
      assertThat(again.network("l").energy(0)).isEqualTo(-1);
    }
    assertThat(store.resolve("in-use-by")).doesNotExist();
  }

  @Test
  void aStoreOfANewerSchemaIsRefusedWithBothVersions() {
    Path store = folder.resolve("store");
    try (Neo4jLandscapeStore open = Neo4jLandscapeStore.open(store, StoreOptions.CREATE);
        Transaction tx = open.database().beginTx()) {
      tx.findNodes(LandscapeSchema.STORE).next().setProperty(LandscapeSchema.SCHEMA_VERSION, 2L);
      tx.commit();
    }
    assertRefused(
        store,
        StoreOptions.CREATE,
        "expected schema version 1, found 2",
        "written by a newer Tarn: update Tarn");
  }

  @Test
  void aNeo4jDatabaseOfAnotherOriginIsRefused() {
    Path store = folder.resolve("store");
    try (EmbeddedDatabase neo4j = EmbeddedDatabase.start(store, StoreOptions.CREATE);
        Transaction tx = neo4j.database().beginTx()) {
      tx.createNode(Label.label("Person"));
      tx.commit();
    }
    assertRefused(store, StoreOptions.CREATE, "found a Neo4j database of another origin");
  }

  @Test
  void aDamagedStoreIsSaidToBeDamaged() throws IOException {
    Path store = folder.resolve("store");
    Neo4jLandscapeStore.open(store, StoreOptions.CREATE).close();
    Path neostore = StoreFolder.databaseOf(store).resolve("neostore");
    Files.write(neostore, new byte[(int) Files.size(neostore)]);
    assertRefused(store, StoreOptions.READ, "is damaged", "restore it from a copy");
  }

  @Test
  void reservedNamesAreRefusedAsObservablesAndAsResults() {
    try (Neo4jLandscapeStore store =
        Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE)) {
      store.create(named("l"));
      Observables energy = Observables.of(List.of("energy"), 1);
      Minimum wrong = new Minimum(1, 0, 0, 1, 0, 0, new double[0], energy);
      assertThatThrownBy(
              () -> {
                try (LandscapeSink sink = store.openSink("l")) {
                  sink.commit(LandscapeUpdate.of(List.of(Minimum.of(2, 0, 0, 1)), List.of()));
                  sink.commit(LandscapeUpdate.of(List.of(wrong), List.of()));
                }
              })
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessageContaining("an observable cannot be named 'energy'");
      assertThat(store.counts("l").minima()).isEqualTo(1);
      assertThatThrownBy(
              () -> store.writeProperty("l", "coordinates", new long[] {2}, new long[] {2}))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessageContaining("'coordinates'");
    }
  }

  @Test
  void resultsWrittenBackAreReadAndSurviveARewriteOfTheirMinimum() {
    try (Neo4jLandscapeStore store =
        Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE)) {
      store.create(named("l"));
      LandscapeUpdate two =
          LandscapeUpdate.of(List.of(Minimum.of(7, 0, 0, 1), Minimum.of(3, 1, 0, 1)), List.of());
      try (LandscapeSink sink = store.openSink("l")) {
        sink.commit(two);
      }
      for (int again = 0; again < 2; again++) {
        store.writeProperty("l", "community", new long[] {3, 7}, new long[] {5, 6});
        store.writeProperty("l", "betweenness", new long[] {3, 7}, new double[] {0.5, Double.NaN});
      }
      try (LandscapeSink sink = store.openSink("l")) {
        sink.commit(two);
      }
      assertThat(store.property("l", "community")).containsExactly(5, 6);
      assertThat(store.property("l", "betweenness")).containsExactly(0.5, Double.NaN);
      assertThat(store.property("l", "energy")).containsExactly(1, 0);
      assertThat(store.propertyNames("l")).contains("community", "betweenness", "energy");
      assertThatThrownBy(() -> store.writeProperty("l", "x", new long[] {4}, new long[] {1}))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("landscape 'l': no minimum 4 to write 'x' to");
    }
  }

  @Test
  void whatWasImportedHalfIsGoneAtTheNextOpening() {
    Path folderOfStore = folder.resolve("store");
    try (Neo4jLandscapeStore store = Neo4jLandscapeStore.open(folderOfStore, StoreOptions.CREATE)) {
      store.createProvisional(named("half"));
      store.createProvisional(named("whole"));
      for (String name : List.of("half", "whole")) {
        try (LandscapeSink sink = store.openSink(name)) {
          sink.commit(LandscapeUpdate.of(List.of(Minimum.of(1, 0, 0, 1)), List.of()));
        }
      }
      assertThat(store.landscapes()).isEmpty();
      store.makePermanent("whole");
      assertThat(store.landscapes()).hasSize(1);
    }
    try (Neo4jLandscapeStore store = Neo4jLandscapeStore.open(folderOfStore, StoreOptions.WRITE)) {
      assertThat(store.landscapes()).extracting(Landscape::name).containsExactly("whole");
      store.create(named("half"));
      assertThat(store.counts("half").minima()).isZero();
    }
  }
}
