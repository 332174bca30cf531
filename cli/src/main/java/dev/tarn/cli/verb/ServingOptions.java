package dev.tarn.cli.verb;

import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cypher.server.ServerSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a verb serves the store, if it does. */
public final class ServingOptions {

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Network interface to serve on (default: " + ServerSettings.LOOPBACK + ").")
  @Nullable String address;

  @Option(
      names = "--bolt-port",
      paramLabel = "PORT",
      description = "Port of Bolt (default: " + ServerSettings.BOLT_PORT + "; 0: any free one).")
  @Nullable Integer boltPort;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description =
          "Port of the Browser (default: " + ServerSettings.HTTP_PORT + "; 0: any free one).")
  @Nullable Integer httpPort;

  /** Refuses options that mean nothing unless {@code option} is given. */
  public void refuseWithout(String option) {
    if (address != null || boltPort != null || httpPort != null) {
      throw CommandException.usage(
          "--address, --bolt-port and --http-port: expected " + option + " with them, found none");
    }
  }

  public ServerSettings settings(
      ServerSettings.Access access, Optional<String> landscape, Terminal terminal) {
    String where = address == null ? ServerSettings.LOOPBACK : address;
    try {
      return new ServerSettings(
          where,
          boltPort == null ? ServerSettings.BOLT_PORT : boltPort,
          httpPort == null ? ServerSettings.HTTP_PORT : httpPort,
          access,
          landscape,
          Passwords.forServing(where, terminal));
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("", e);
    }
  }
}
