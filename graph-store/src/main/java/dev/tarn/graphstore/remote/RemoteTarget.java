package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.medium.SinkTarget;
import dev.tarn.graphstore.medium.UpdateWriter;
import dev.tarn.landscape.LandscapeStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * A landscape in the server, as a sink sees it. While the sink is open the landscape's node carries
 * its token.
 */
final class RemoteTarget implements SinkTarget {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final String name;
  private final Function<AccessMode, Session> sessions;
  private final RemoteFailures failures;
  private final Duration patience;
  private final String token = UUID.randomUUID().toString();
  private @Nullable RemoteWriter writer;
  private long failingSince;

  RemoteTarget(
      String name,
      Function<AccessMode, Session> sessions,
      RemoteFailures failures,
      Duration patience) {
    this.name = name;
    this.sessions = sessions;
    this.failures = failures;
    this.patience = patience;
  }

  private Map<String, Object> nameAndToken() {
    return Map.of("name", name, "token", token);
  }

  @Override
  public void opened() {
    String statement = "MATCH (l:Landscape {name: $name}) SET l.writer = $token";
    try (Session session = sessions.apply(AccessMode.WRITE)) {
      session.executeWrite(tx -> tx.run(statement, nameAndToken()).consume());
    } catch (Neo4jException e) {
      throw failures.on("write to", e);
    }
  }

  @Override
  public UpdateWriter newWriter() {
    closeWriter();
    // Not retried here: the sink does, and counts the time.
    Session session = sessions.apply(AccessMode.WRITE);
    try (var tx = session.beginTransaction()) {
      Map<String, Object> node =
          RemoteReader.landscapeNode(tx, name).orElseThrow(() -> RemoteWriter.takenOver(name));
      RemoteWriter next =
          new RemoteWriter(session, name, token, new RemoteReader(tx, node).tables());
      writer = next;
      return next;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void closeWriter() {
    RemoteWriter last = writer;
    writer = null;
    if (last != null) {
      try {
        last.close();
      } catch (Neo4jException e) {
        // Its connection is gone, that is why.
        return;
      }
    }
  }

  @Override
  public boolean tryAgain(RuntimeException failure, int attempts) {
    if (!(failure instanceof RetryableException)) {
      return false;
    }
    long now = System.nanoTime();
    if (attempts == 1) {
      failingSince = now;
    }
    if (now - failingSince > patience.toNanos()) {
      return false;
    }
    long pause =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10));
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public LandscapeStoreException translate(Throwable failure, String kept) {
    return RemoteFailures.isLost(failure) ? failures.lost(kept) : failures.on("write to", failure);
  }

  @Override
  public void released() {
    closeWriter();
    String statement =
        "MATCH (l:Landscape {name: $name}) WHERE l.writer = $token REMOVE l.writer, l.writing";
    try (Session session = sessions.apply(AccessMode.WRITE)) {
      session.run(statement, nameAndToken()).consume();
    } catch (Neo4jException e) {
      // The next sink takes the landscape over all the same.
      return;
    }
  }
}
