package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.logging.NullLogProvider;

/**
 * Neo4j inside this process, on one folder, without its server parts: no ports, no logs, no
 * background work that a command of a second's length would only wait for.
 */
final class EmbeddedDatabase implements AutoCloseable {
  // Neo4j has recovered and started the database, or failed to, when build() returns.
  private static final long AVAILABLE_WITHIN_MILLIS = 3_000;
  private static final int LEAST_PAGE_CACHE_MIB = 16;
  private static final int MOST_PAGE_CACHE_MIB = 1024;
  private static final int PAGE_CACHE_OF_A_NEW_STORE_MIB = 128;

  private static final long LEAST_FREE_BYTES = 1 << 20;
  private static final int LOOKS_AT_A_FULL_DISK = 10;

  private final Path folder;
  private final DatabaseManagementService service;
  private final GraphDatabaseService database;

  private EmbeddedDatabase(Path folder, DatabaseManagementService service) {
    this.folder = folder;
    this.service = service;
    this.database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
  }

  /** Starts Neo4j on the folder, without ports. */
  static EmbeddedDatabase start(Path folder, StoreOptions options) {
    return start(folder, options, EmbeddedDatabase::withoutPorts);
  }

  /** Starts Neo4j on the folder, which must have passed {@link StoreFolder#check}. */
  static EmbeddedDatabase start(Path folder, StoreOptions options, DatabaseStarter starter) {
    long giveUpAt = System.nanoTime() + options.patience().toNanos();
    while (true) {
      try {
        return startOnce(folder, options, starter);
      } catch (LandscapeStoreException e) {
        throw e;
      } catch (RuntimeException e) {
        if (!StoreFailures.isLocked(e) || System.nanoTime() >= giveUpAt) {
          throw StoreFailures.onOpen(folder, e);
        }
        sleepAWhile();
      }
    }
  }

  private static void sleepAWhile() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LandscapeStoreException("interrupted while waiting for the store", e);
    }
  }

  /** As most commands want it: nobody else sees the database. */
  static DatabaseManagementService withoutPorts(Path folder, Map<Setting<?>, Object> settings) {
    return new DatabaseManagementServiceBuilder(folder)
        .setConfig(settings)
        .setUserLogProvider(NullLogProvider.getInstance())
        .build();
  }

  private static EmbeddedDatabase startOnce(
      Path folder, StoreOptions options, DatabaseStarter starter) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LandscapeStoreException("cannot make the folder " + folder + ": " + e, e);
    }
    DatabaseManagementService service = starter.start(folder, settings(folder, options));
    EmbeddedDatabase started = new EmbeddedDatabase(folder, service);
    if (!started.database.isAvailable(AVAILABLE_WITHIN_MILLIS)) {
      service.shutdown();
      throw new LandscapeStoreException(
          "store "
              + folder
              + " is damaged: Neo4j could not start the database in "
              + StoreFolder.databaseOf(folder)
              + "; restore it from a copy, or explore or import anew into another --store");
    }
    StoreFolder.hold(folder, starter.address());
    return started;
  }

  private static Map<Setting<?>, Object> settings(Path folder, StoreOptions options) {
    Map<Setting<?>, Object> settings = new HashMap<>();
    settings.put(
        GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pageCache(folder, options)));
    // Transaction logs are for recovery only; nobody replicates from here.
    settings.put(GraphDatabaseSettings.preallocate_logical_logs, false);
    settings.put(GraphDatabaseSettings.keep_logical_logs, "false");
    settings.put(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(64));
    settings.put(GraphDatabaseSettings.check_point_iops_limit, -1);
    settings.put(GraphDatabaseSettings.debug_log_enabled, false);
    settings.put(GraphDatabaseSettings.filewatcher_enabled, false);
    settings.put(GraphDatabaseSettings.pagecache_warmup_enabled, false);
    settings.put(GraphDatabaseSettings.udc_enabled, false);
    settings.put(GraphDatabaseSettings.auth_enabled, false);
    settings.put(
        GraphDatabaseSettings.transaction_tracing_level,
        GraphDatabaseSettings.TransactionTracingLevel.DISABLED);
    settings.put(GraphDatabaseInternalSettings.vm_pause_monitor_enabled, false);
    settings.put(GraphDatabaseInternalSettings.dump_diagnostics, false);
    settings.put(GraphDatabaseInternalSettings.dump_configuration, false);
    return settings;
  }

  private static long pageCache(Path folder, StoreOptions options) {
    if (options.pageCacheMebibytes() > 0) {
      return options.pageCacheMebibytes();
    }
    long storeMib = StoreFolder.size(folder) >> 20;
    long least =
        options.access() == StoreOptions.Access.CREATE
            ? PAGE_CACHE_OF_A_NEW_STORE_MIB
            : LEAST_PAGE_CACHE_MIB;
    return Math.max(least, Math.min(MOST_PAGE_CACHE_MIB, storeMib + storeMib / 4));
  }

  GraphDatabaseService database() {
    return database;
  }

  /**
   * Shuts Neo4j down. On a full disk it is left as a killed process would leave it, which costs a
   * recovery at the next opening: Neo4j itself would try to write for ever.
   */
  @Override
  public void close() {
    try {
      if (diskIsFull() || !shutDownUnlessTheDiskFills()) {
        throw StoreFailures.diskFull(folder);
      }
    } catch (RuntimeException e) {
      throw StoreFailures.on("close", folder, e);
    } finally {
      StoreFolder.release(folder);
    }
  }

  private boolean diskIsFull() {
    try {
      return Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean shutDownUnlessTheDiskFills() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                service.shutdown();
                done.complete(null);
              } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            },
            "tarn-shutdown");
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      for (int full = 0; full < LOOKS_AT_A_FULL_DISK; full = diskIsFull() ? full + 1 : 0) {
        try {
          done.get(500, TimeUnit.MILLISECONDS);
          return true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw StoreFailures.on("close", folder, e);
        } catch (TimeoutException e) {
          // Still at it: the loop looks at the disk and waits on.
        }
      }
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
