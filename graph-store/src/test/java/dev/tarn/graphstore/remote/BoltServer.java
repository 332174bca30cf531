package dev.tarn.graphstore.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.logging.NullLogProvider;

/**
 * A Neo4j with Bolt in this process.
 *
 * @param service the database
 * @param port where Bolt listens
 */
record BoltServer(DatabaseManagementService service, int port) implements AutoCloseable {

  static BoltServer start(Path folder, boolean password) {
    int port = freePort();
    Map<Setting<?>, Object> settings = new HashMap<>();
    settings.put(BoltConnector.enabled, true);
    settings.put(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port));
    settings.put(BoltConnector.advertised_address, new SocketAddress("localhost", port));
    settings.put(GraphDatabaseSettings.auth_enabled, password);
    return new BoltServer(
        new DatabaseManagementServiceBuilder(folder)
            .setConfig(settings)
            .setUserLogProvider(NullLogProvider.getInstance())
            .build(),
        port);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RemoteAddress address() {
    return RemoteAddress.of("bolt://localhost:" + port, Map.of());
  }

  GraphDatabaseService database() {
    return service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
  }

  @Override
  public void close() {
    service.shutdown();
  }
}
