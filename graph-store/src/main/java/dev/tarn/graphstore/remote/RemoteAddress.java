package dev.tarn.graphstore.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Neo4j server, such as one that {@code tarn serve} started, and who asks it.
 *
 * @param uri address without anything secret in it
 * @param credentials user and password; empty for a server that asks for none
 */
public record RemoteAddress(URI uri, Optional<Credentials> credentials) {
  private static final List<String> SCHEMES =
      List.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");
  private static final String EXPECTED = "expected bolt://HOST:PORT or neo4j://HOST:PORT";

  /**
   * Who asks.
   *
   * @param user name of the user
   * @param password its password, which {@link #toString} does not show
   */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[" + user + "]";
    }
  }

  /** Whether the text is meant as an address, well-formed or not. */
  public static boolean looksLikeOne(String text) {
    return text.contains("://");
  }

  /**
   * Reads an address. User and password come from the variables TARN_USER and TARN_PASSWORD, else
   * NEO4J_USERNAME and NEO4J_PASSWORD; the user is {@code neo4j} where only a password is given.
   *
   * @throws IllegalArgumentException if it is malformed or has a password in it; no message repeats
   *     a password
   */
  public static RemoteAddress of(String text, Map<String, String> environment) {
    if (text.contains("@")) {
      throw new IllegalArgumentException(
          EXPECTED
              + ", found a user or password in it: those go into TARN_USER and TARN_PASSWORD in the"
              + " environment, where no log and no list of processes shows them");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(EXPECTED + ", found " + text, e);
    }
    boolean plain =
        uri.getHost() != null
            && uri.getUserInfo() == null
            && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (uri.getScheme() == null
        || !SCHEMES.contains(uri.getScheme())
        || !plain
        || uri.getPort() > 65_535) {
      throw new IllegalArgumentException(EXPECTED + ", found " + text);
    }
    return new RemoteAddress(uri, credentials(environment));
  }

  private static Optional<Credentials> credentials(Map<String, String> environment) {
    for (List<String> names :
        List.of(
            List.of("TARN_USER", "TARN_PASSWORD"), List.of("NEO4J_USERNAME", "NEO4J_PASSWORD"))) {
      String password = environment.getOrDefault(names.get(1), "");
      if (!password.isEmpty()) {
        String user = environment.getOrDefault(names.get(0), "");
        return Optional.of(new Credentials(user.isEmpty() ? "neo4j" : user, password));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
