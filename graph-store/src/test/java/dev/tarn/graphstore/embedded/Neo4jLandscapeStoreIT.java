package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Neo4j: one database for all tests, emptied before each. */
class Neo4jLandscapeStoreIT extends LandscapeStoreContract {
  @TempDir static Path folder = Path.of("");
  private static @Nullable EmbeddedDatabase started;

  @BeforeAll
  static void start() {
    started = EmbeddedDatabase.start(folder, StoreOptions.CREATE);
  }

  @AfterAll
  static void stop() {
    database().close();
  }

  private static EmbeddedDatabase database() {
    return Objects.requireNonNull(started);
  }

  @Override
  protected LandscapeStore emptyStore() {
    Neo4jLandscapeStore store = Neo4jLandscapeStore.on(database().database(), folder);
    store.landscapes().forEach(landscape -> store.delete(landscape.name()));
    return store;
  }
}
