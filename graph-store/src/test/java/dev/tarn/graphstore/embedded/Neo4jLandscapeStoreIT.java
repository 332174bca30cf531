package dev.tarn.graphstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.medium.GraphStoreContract;
import dev.tarn.graphstore.schema.SchemaOfDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Neo4j: one database for all tests, emptied before each. */
class Neo4jLandscapeStoreIT extends GraphStoreContract {
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
  protected GraphStore emptyStore() {
    GraphStore store = anotherStore();
    store.landscapes().forEach(landscape -> store.delete(landscape.name()));
    return store;
  }

  @Override
  protected GraphStore anotherStore() {
    return Neo4jLandscapeStore.on(database().database(), folder);
  }

  @Test
  void theSchemaHasEveryConstraintAndIndex() {
    anotherStore().close();
    assertThat(SchemaOfDatabase.describe(database().database()))
        .isEqualTo(SchemaOfDatabase.EXPECTED);
  }
}
