package dev.tarn.graphstore.remote;

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

/** The contract over Bolt: one server for all tests, emptied before each. */
class RemoteLandscapeStoreIT extends GraphStoreContract {
  @TempDir static Path folder = Path.of("");
  private static @Nullable BoltServer started;

  @BeforeAll
  static void start() {
    started = BoltServer.start(folder, false);
  }

  @AfterAll
  static void stop() {
    server().close();
  }

  private static BoltServer server() {
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
    return RemoteLandscapeStore.open(
        server().address(), StoreOptions.Access.CREATE, RemoteLandscapeStore.PATIENCE);
  }

  @Test
  void theSchemaHasEveryConstraintAndIndex() {
    anotherStore().close();
    assertThat(SchemaOfDatabase.describe(server().database())).isEqualTo(SchemaOfDatabase.EXPECTED);
  }
}
