package dev.tarn.cypher.server;

import java.util.Optional;

/**
 * How a store is served.
 *
 * @param address name or number of the network interface to listen on
 * @param boltPort port of Bolt; 0 takes any that is free
 * @param httpPort port of the Browser; 0 takes any that is free
 * @param access what clients may do
 * @param landscape the landscape that the Browser opens on
 * @param password password of the user {@code neo4j}; needed once where the address is not of this
 *     machine alone, ignored where it is
 */
public record ServerSettings(
    String address,
    int boltPort,
    int httpPort,
    Access access,
    Optional<String> landscape,
    Optional<String> password) {

  /** The interface that only this machine reaches. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Where drivers look for Neo4j. */
  public static final int BOLT_PORT = 7687;

  /** Where people look for the Browser. */
  public static final int HTTP_PORT = 7474;

  /** Reading and writing on the usual ports, for this machine alone. */
  public static final ServerSettings LOCAL =
      new ServerSettings(
          LOOPBACK, BOLT_PORT, HTTP_PORT, Access.WRITE, Optional.empty(), Optional.empty());

  private static final int LAST_PORT = 65_535;

  public ServerSettings {
    checkPort(boltPort);
    checkPort(httpPort);
    if (boltPort == httpPort && boltPort != 0) {
      throw new IllegalArgumentException(
          "expected two ports, found " + boltPort + " for Bolt and for the Browser");
    }
  }

  private static void checkPort(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "expected a port between 1 and " + LAST_PORT + " (0: any that is free), found " + port);
    }
  }

  /** What clients may do. */
  public enum Access {
    /** Reading alone: nothing in the store changes. */
    READ_ONLY,
    /** Reading and writing. */
    WRITE
  }

  /** The same, opening on that landscape. */
  public ServerSettings on(String name) {
    return new ServerSettings(address, boltPort, httpPort, access, Optional.of(name), password);
  }

  @Override
  public String toString() {
    return "ServerSettings[" + address + ", " + boltPort + ", " + httpPort + ", " + access + "]";
  }
}
