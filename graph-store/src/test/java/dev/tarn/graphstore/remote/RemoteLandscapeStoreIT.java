package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract over Bolt: one server for all tests, emptied before each. */
class RemoteLandscapeStoreIT extends LandscapeStoreContract {
  @TempDir static Path folder = Path.of("");
  private static @Nullable BoltServer started;

  @BeforeAll
  static void start() {
    started = BoltServer.start(folder, false);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(started).close();
  }

  @Override
  protected LandscapeStore emptyStore() {
    RemoteLandscapeStore store =
        RemoteLandscapeStore.open(
            Objects.requireNonNull(started).address(),
            StoreOptions.Access.CREATE,
            RemoteLandscapeStore.PATIENCE);
    store.landscapes().forEach(landscape -> store.delete(landscape.name()));
    return store;
  }
}
