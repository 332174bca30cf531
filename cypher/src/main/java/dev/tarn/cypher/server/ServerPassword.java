package dev.tarn.cypher.server;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.logging.NullLogProvider;

/**
 * Sees to it, before any port is open, that the user {@code neo4j} has a password of its own: there
 * is no moment at which the default one would do.
 */
final class ServerPassword {
  private static final int SHORTEST = 8;

  private ServerPassword() {}

  static void establish(Path folder, Optional<String> password) {
    if (password.isPresent() && password.get().length() < SHORTEST) {
      throw new LandscapeStoreException(
          "expected a password of at least " + SHORTEST + " characters, found a shorter one");
    }
    Neo4jLandscapeStore.open(
            folder, StoreOptions.WRITE, (at, settings) -> run(at, settings, password))
        .close();
  }

  private static DatabaseManagementService run(
      Path folder, Map<Setting<?>, Object> forStores, Optional<String> password) {
    Map<Setting<?>, Object> settings = new HashMap<>(forStores);
    settings.put(GraphDatabaseSettings.auth_enabled, true);
    DatabaseManagementService service =
        new DatabaseManagementServiceBuilder(folder)
            .setConfig(settings)
            .setUserLogProvider(NullLogProvider.getInstance())
            .build();
    try (Transaction tx = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).beginTx()) {
      if (password.isPresent()) {
        tx.execute(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                Map.of("password", password.get()))
            .close();
        tx.commit();
      } else if (mustChange(tx)) {
        throw new LandscapeStoreException(
            "others than this machine would reach that address: expected a password for the user"
                + " neo4j in TARN_PASSWORD, found none");
      }
      return service;
    } catch (RuntimeException e) {
      service.shutdown();
      throw e;
    }
  }

  private static boolean mustChange(Transaction tx) {
    try (var users =
        tx.execute(
            "SHOW USERS YIELD user, passwordChangeRequired WHERE user = 'neo4j'"
                + " RETURN passwordChangeRequired AS must")) {
      return !users.hasNext() || !Boolean.FALSE.equals(users.next().get("must"));
    }
  }
}
