package dev.tarn.cypher.server;

import dev.tarn.landscape.LandscapeStoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where a server is reached.
 *
 * @param bolt address for drivers
 * @param http address of the Browser's machine and port
 * @param needPassword whether others than this machine reach it
 */
record Endpoints(URI bolt, URI http, boolean needPassword) {

  /** Finds out, before Neo4j is started, whether it could listen as the settings say. */
  static Endpoints reserve(ServerSettings settings) {
    InetAddress address;
    try {
      address = InetAddress.getByName(settings.address());
    } catch (UnknownHostException e) {
      throw new LandscapeStoreException(
          "--address: expected a name or number of this machine, found " + settings.address(), e);
    }
    int bolt = free(address, settings.boltPort(), "--bolt-port");
    int http = free(address, settings.httpPort(), "--http-port");
    while (http == bolt) { // both may be any
      http = free(address, settings.httpPort(), "--http-port");
    }
    String host = host(address, settings.address());
    return new Endpoints(
        URI.create("bolt://" + host + ":" + bolt),
        URI.create("http://" + host + ":" + http),
        !address.isLoopbackAddress());
  }

  /** What clients call it. */
  private static String host(InetAddress address, String asGiven) {
    if (address.isLoopbackAddress()) {
      return "localhost";
    }
    if (!address.isAnyLocalAddress()) {
      return asGiven.contains(":") ? "[" + asGiven + "]" : asGiven;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static int free(InetAddress address, int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw refused(address, port, option, e);
    }
  }

  private static LandscapeStoreException refused(
      InetAddress address, int port, String option, IOException failure) {
    String number = address.getHostAddress();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      return new LandscapeStoreException(
          "--address: " + number + " is not an address of this machine (" + e.getMessage() + ")",
          failure);
    }
    return new LandscapeStoreException(
        "port "
            + port
            + " of "
            + number
            + " cannot be had ("
            + failure.getMessage()
            + "): name another with "
            + option,
        failure);
  }

  /** The address that opens the Browser and connects it. */
  URI browser() {
    return http.resolve(
        "/browser/?dbms=" + bolt + (needPassword ? "" : "&preselectAuthMethod=NO_AUTH"));
  }
}
