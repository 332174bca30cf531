package dev.tarn.graphstore.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.config.Setting;

/**
 * How Neo4j is started on the folder of a store: alone inside this process, or as a server that
 * others reach too.
 */
public interface DatabaseStarter {

  /**
   * Starts it; failures are thrown as Neo4j throws them.
   *
   * @param settings what suits a store; what a starter needs besides it adds
   */
  DatabaseManagementService start(Path folder, Map<Setting<?>, Object> settings);

  /**
   * Address at which other processes reach the database, such as {@code bolt://localhost:7687};
   * empty if they cannot.
   */
  default Optional<String> address() {
    return Optional.empty();
  }
}
