package dev.tarn.cypher.server;

import dev.tarn.graphstore.embedded.DatabaseStarter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.graphdb.facade.DatabaseManagementServiceFactory;
import org.neo4j.graphdb.facade.GraphDatabaseDependencies;
import org.neo4j.graphdb.factory.module.edition.CommunityEditionModule;
import org.neo4j.kernel.impl.factory.DbmsInfo;
import org.neo4j.server.configuration.ConfigurableServerModules;
import org.neo4j.server.configuration.ServerSettings;
import org.neo4j.server.configuration.ThirdPartyJaxRsPackage;

/**
 * Starts Neo4j Community with its Bolt and HTTP parts, as its own bootstrapper does, but failing
 * with an exception and leaving signals and standard output alone. Uses internal API of Neo4j.
 */
final class ServedDatabase implements DatabaseStarter {
  /** Where the guide and the style sheet are mounted. */
  static final String MOUNT = "/tarn";

  private final Endpoints endpoints;
  private final dev.tarn.cypher.server.ServerSettings settings;

  ServedDatabase(Endpoints endpoints, dev.tarn.cypher.server.ServerSettings settings) {
    this.endpoints = endpoints;
    this.settings = settings;
  }

  @Override
  public Optional<String> address() {
    return Optional.of(endpoints.bolt().toString());
  }

  @Override
  public DatabaseManagementService start(Path folder, Map<Setting<?>, Object> forStores) {
    Map<Setting<?>, Object> all = new HashMap<>(forStores);
    all.putAll(network());
    all.putAll(browser());
    all.put(GraphDatabaseSettings.auth_enabled, endpoints.needPassword());
    // Else Bolt waits for two times five seconds in which nobody asks anything before it stops.
    all.put(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
    all.put(
        GraphDatabaseSettings.read_only_database_default,
        settings.access() == dev.tarn.cypher.server.ServerSettings.Access.READ_ONLY);
    Config config =
        Config.newBuilder()
            .setDefaults(GraphDatabaseSettings.SERVER_DEFAULTS)
            .set(GraphDatabaseSettings.neo4j_home, folder.toAbsolutePath())
            .set(all)
            .build();
    return new DatabaseManagementServiceFactory(DbmsInfo.COMMUNITY, CommunityEditionModule::new)
        .build(config, false, GraphDatabaseDependencies.newDependencies());
  }

  private Map<Setting<?>, Object> network() {
    String host = endpoints.bolt().getHost();
    return Map.of(
        BoltConnector.enabled,
        true,
        BoltConnector.listen_address,
        new SocketAddress(settings.address(), endpoints.bolt().getPort()),
        BoltConnector.advertised_address,
        new SocketAddress(host, endpoints.bolt().getPort()),
        HttpConnector.enabled,
        true,
        HttpConnector.listen_address,
        new SocketAddress(settings.address(), endpoints.http().getPort()),
        HttpConnector.advertised_address,
        new SocketAddress(host, endpoints.http().getPort()),
        // Other web pages that this person looks at have no business here.
        ServerSettings.http_access_control_allow_origin,
        endpoints.http().toString(),
        ServerSettings.http_enabled_modules,
        Set.of(ConfigurableServerModules.BROWSER, ConfigurableServerModules.UNMANAGED_EXTENSIONS));
  }

  private Map<Setting<?>, Object> browser() {
    URI guide = Guide.address(endpoints, settings.landscape());
    return Map.of(
        ServerSettings.third_party_packages,
        List.of(new ThirdPartyJaxRsPackage(GuideResource.class.getPackageName(), MOUNT)),
        ServerSettings.http_auth_allowlist,
        List.of("/", "/browser.*", MOUNT + "/.*"),
        ServerSettings.browser_remote_content_hostname_whitelist,
        endpoints.http().getHost() + ",localhost,127.0.0.1",
        ServerSettings.browser_post_connect_cmd,
        "style " + endpoints.http().resolve(MOUNT + "/tarn.grass") + "; play " + guide,
        ServerSettings.allow_telemetry,
        false);
  }
}
