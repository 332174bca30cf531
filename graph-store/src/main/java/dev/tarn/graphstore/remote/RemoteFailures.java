package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.medium.Causes;
import dev.tarn.landscape.LandscapeStoreException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Turns what the driver throws into one line that says what to do. */
final class RemoteFailures {
  private final RemoteAddress address;

  RemoteFailures(RemoteAddress address) {
    this.address = address;
  }

  /** The failure of an attempt to connect. */
  LandscapeStoreException onConnect(RuntimeException failure) {
    if (failure instanceof LandscapeStoreException known) {
      return known;
    }
    if (failure instanceof ServiceUnavailableException
        || failure instanceof SessionExpiredException) {
      return new LandscapeStoreException(
          "cannot reach " + address + ": " + reason(failure) + "; is a server (tarn serve) there?",
          failure);
    }
    return on("open", failure);
  }

  private static String reason(Throwable failure) {
    for (Throwable at : Causes.of(failure)) {
      if (at instanceof UnknownHostException) {
        return "no such host";
      }
      if (at instanceof ConnectException) {
        return "connection refused";
      }
    }
    return Causes.firstLine(failure);
  }

  /** The failure of reading or changing something. */
  LandscapeStoreException on(String doing, Throwable failure) {
    if (failure instanceof LandscapeStoreException known) {
      return known;
    }
    if (isLost(failure)) {
      return lost("");
    }
    String code = failure instanceof Neo4jException e && e.code() != null ? e.code() : "";
    if (code.endsWith("AuthenticationRateLimit")) {
      return new LandscapeStoreException(
          address + " refuses to listen after several wrong passwords: wait a few seconds",
          failure);
    }
    if (failure instanceof AuthenticationException || code.endsWith("Unauthorized")) {
      String said =
          address
              .credentials()
              .map(who -> " refuses user " + who.user() + " with this password: ")
              .orElse(" asks for a password: ");
      return new LandscapeStoreException(
          address + said + "set TARN_USER and TARN_PASSWORD in the environment", failure);
    }
    if (code.endsWith("CredentialsExpired")) {
      return new LandscapeStoreException(
          address
              + ": the password must be changed first (ALTER CURRENT USER SET PASSWORD FROM ... TO"
              + " ...)",
          failure);
    }
    if (code.contains("ReadOnly") || code.endsWith("Forbidden")) {
      return new LandscapeStoreException(
          address + " does not let itself be changed: it is served read-only", failure);
    }
    return new LandscapeStoreException(
        "could not " + doing + " the store at " + address + ": " + Causes.firstLine(failure),
        failure);
  }

  /** The connection is gone and did not come back in time; {@code kept} may be empty. */
  LandscapeStoreException lost(String kept) {
    return new LandscapeStoreException(
        "lost the connection to "
            + address
            + (kept.isEmpty() ? "" : "; " + kept + ", run again to go on from there"));
  }

  static boolean isLost(Throwable failure) {
    return failure instanceof ServiceUnavailableException
        || failure instanceof SessionExpiredException;
  }
}
