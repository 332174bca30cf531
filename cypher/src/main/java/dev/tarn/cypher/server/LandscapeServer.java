package dev.tarn.cypher.server;

import dev.tarn.cypher.procedures.TarnProcedures;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * A store served from this process: Bolt for drivers and other {@code tarn} commands, the Neo4j
 * Browser for people, and the store itself for the process. Starting it costs some five seconds.
 *
 * <p>Without authentication on an address of this machine alone; with that of Neo4j (user {@code
 * neo4j}) on any other. Unless the store is served for reading alone, a thread keeps the colours
 * and captions of its landscapes up to date, those of a landscape that grows included.
 */
public final class LandscapeServer implements AutoCloseable {
  private final Endpoints endpoints;
  private final ServerSettings settings;
  private final Neo4jLandscapeStore store;
  private final @Nullable AppearanceKeeper appearance;

  private LandscapeServer(Endpoints endpoints, ServerSettings settings, Neo4jLandscapeStore store) {
    this.endpoints = endpoints;
    this.settings = settings;
    this.store = store;
    this.appearance =
        settings.access() == ServerSettings.Access.WRITE ? new AppearanceKeeper(store) : null;
  }

  /**
   * Serves the store in the folder.
   *
   * @param access whether there must be a store already; {@link StoreOptions.Access#READ} goes with
   *     settings that allow reading alone
   * @throws dev.tarn.landscape.LandscapeStoreException if the store cannot be opened, a port or the
   *     address cannot be had, or a password is missing
   */
  public static LandscapeServer start(
      Path folder, StoreOptions.Access access, ServerSettings settings) {
    Endpoints endpoints = Endpoints.reserve(settings);
    if (endpoints.needPassword()) {
      ServerPassword.establish(folder, settings.password());
    }
    StoreOptions options =
        new StoreOptions(access, StoreOptions.SIZED_TO_THE_STORE, StoreOptions.WRITE.patience());
    Neo4jLandscapeStore store =
        Neo4jLandscapeStore.open(folder, options, new ServedDatabase(endpoints, settings));
    TarnProcedures.register(store.database());
    return new LandscapeServer(endpoints, settings, store);
  }

  /** The store that is served; closed with the server. */
  public Neo4jLandscapeStore store() {
    return store;
  }

  /** Where drivers, and {@code --store}, reach it. */
  public URI bolt() {
    return endpoints.bolt();
  }

  /** The address that opens the Browser, connected and with the guide. */
  public URI browser() {
    return endpoints.browser();
  }

  /** Whether clients have to give a password. */
  public boolean needsPassword() {
    return endpoints.needPassword();
  }

  /** The landscape that the Browser opens on: the one asked for, or the one made last. */
  public Optional<String> landscape() {
    return settings.landscape().or(() -> newest(store.database()));
  }

  static Optional<String> newest(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        ResourceIterator<String> names =
            tx.execute(
                    "MATCH (l:Landscape) WHERE l.state IS NULL"
                        + " RETURN l.name AS name ORDER BY l.createdAt DESC, name LIMIT 1")
                .columnAs("name")) {
      return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }
  }

  /** A query to begin with in the Browser: from the highest minima to the global one. */
  public Optional<String> firstQuery() {
    return landscape().map(Guide::firstQueryOn);
  }

  /**
   * Waits until colours and captions are there.
   *
   * @return whether they are; false where the store is served for reading alone
   */
  public boolean awaitAppearance(long seconds) throws InterruptedException {
    return appearance != null && appearance.awaitFirstPass(seconds);
  }

  @Override
  public void close() {
    if (appearance != null) {
      appearance.close();
    }
    store.close();
  }
}
