package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.medium.SinkTarget;
import dev.tarn.graphstore.medium.TransactionalStore;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Landscapes in a Neo4j 5 server, such as one that {@code tarn serve} started, reached over Bolt by
 * the official driver.
 *
 * <p>Thread-safe; each sink has a writing thread and a session of its own. Whatever fails for a
 * passing reason, a lost connection included, is tried again for half a minute; then it is reported
 * with what was kept. Of each landscape a prefix of the updates that were handed to its sink is in
 * the server, each one whole.
 *
 * <p>One process at a time writes to a landscape: the sink that is opened last wins, the one before
 * it stops with its next update.
 *
 * <p>Reading a network takes 1.4 to 3.5 times as long as from a folder, reading whole points 1.5 to
 * 8 times (LJ13, 1,510 minima and 29,007 transition states, on one busy machine).
 */
public final class RemoteLandscapeStore
    extends TransactionalStore<TransactionContext, RemoteReader> {
  /** How long to try again. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int ENTITIES_IN_A_TRANSACTION = 10_000;
  private static final int RECORDS_AT_ONCE = 10_000;
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

  private final RemoteAddress address;
  private final Driver driver;
  private final Duration patience;
  private final RemoteFailures failures;

  private RemoteLandscapeStore(RemoteAddress address, Driver driver, Duration patience) {
    super(address.toString(), ENTITIES_IN_A_TRANSACTION);
    this.address = address;
    this.driver = driver;
    this.patience = patience;
    this.failures = new RemoteFailures(address);
  }

  /**
   * Connects to the server.
   *
   * @param access whether there must be a store in it already
   * @param patience how long to try again what failed for a passing reason; usually {@link
   *     #PATIENCE}
   * @throws LandscapeStoreException if the server cannot be reached, refuses the password, is not
   *     Neo4j 5, or holds something else or another version of the schema
   */
  public static RemoteLandscapeStore open(
      RemoteAddress address, StoreOptions.Access access, Duration patience) {
    Driver driver;
    RemoteFailures failures = new RemoteFailures(address);
    try {
      driver =
          GraphDatabase.driver(
              address.uri(),
              address.credentials().map(RemoteLandscapeStore::token).orElse(AuthTokens.none()),
              Config.builder()
                  .withLogging(Logging.none())
                  .withUserAgent("tarn")
                  .withFetchSize(RECORDS_AT_ONCE)
                  .withConnectionTimeout(CONNECTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                  .withMaxTransactionRetryTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                  .build());
    } catch (RuntimeException e) {
      throw failures.onConnect(e);
    }
    RemoteLandscapeStore store = new RemoteLandscapeStore(address, driver, patience);
    try (Session session =
        store.session(access == StoreOptions.Access.CREATE ? AccessMode.WRITE : AccessMode.READ)) {
      RemoteSchema.open(session, address, access);
      return store;
    } catch (RuntimeException e) {
      driver.close();
      throw failures.onConnect(e);
    }
  }

  private static AuthToken token(RemoteAddress.Credentials who) {
    return AuthTokens.basic(who.user(), who.password());
  }

  private Session session(AccessMode mode) {
    return driver.session(
        SessionConfig.builder()
            .withDefaultAccessMode(mode)
            .withBookmarkManager(driver.executableQueryBookmarkManager())
            .build());
  }

  /**
   * A session for queries in Cypher; only the cypher module uses it, and closes it. In one that may
   * not write the server refuses a query that would.
   */
  public Session newSession(AccessMode mode) {
    checkOpen();
    return session(mode);
  }

  /** Where the server is. */
  public RemoteAddress address() {
    return address;
  }

  /** Turns what the driver threw into one line. */
  public LandscapeStoreException translated(String doing, RuntimeException failure) {
    return failures.on(doing, failure);
  }

  @Override
  protected <A> A inReadTransaction(Function<TransactionContext, A> action) {
    try (Session session = session(AccessMode.READ)) {
      return session.executeRead(action::apply);
    } catch (Neo4jException e) {
      throw failures.on("read", e);
    }
  }

  @Override
  protected <A> A inWriteTransaction(Function<TransactionContext, A> action) {
    try (Session session = session(AccessMode.WRITE)) {
      return session.executeWrite(action::apply);
    } catch (Neo4jException e) {
      throw failures.on("write to", e);
    }
  }

  @Override
  protected List<Map<String, Object>> landscapeNodes(TransactionContext tx) {
    return tx.run("MATCH (l:Landscape) RETURN properties(l) AS p")
        .list(row -> RemoteReader.properties(row.get("p")));
  }

  @Override
  protected Optional<Map<String, Object>> landscapeNode(TransactionContext tx, String name) {
    return RemoteReader.landscapeNode(tx, name);
  }

  @Override
  protected void createLandscapeNode(TransactionContext tx, Map<String, Object> properties) {
    tx.run("CREATE (l:Landscape) SET l = $p", Map.of("p", properties)).consume();
  }

  @Override
  protected void setState(TransactionContext tx, String name, String state) {
    Map<String, Object> parameters = Map.of("name", name, "state", state);
    tx.run(
            state.isEmpty()
                ? "MATCH (l:Landscape {name: $name}) REMOVE l.state"
                : "MATCH (l:Landscape {name: $name}) SET l.state = $state REMOVE l.writer",
            parameters)
        .consume();
  }

  @Override
  protected boolean deletePoints(TransactionContext tx, String name) {
    String minima = RemoteReader.quoted(LandscapeSchema.minimaOf(name));
    String unconnected = RemoteReader.quoted(LandscapeSchema.unconnectedOf(name));
    return deleteSome(tx, "MATCH (:" + minima + ")-[x:TRANSITION_STATE]->()")
        || deleteSome(tx, "MATCH (x:" + minima + ")")
        || deleteSome(tx, "MATCH (x:" + unconnected + ")");
  }

  private static boolean deleteSome(TransactionContext tx, String match) {
    return tx.run(
                match
                    + " WITH x LIMIT "
                    + ENTITIES_IN_A_TRANSACTION
                    + " DELETE x RETURN count(*) AS n")
            .single()
            .get("n")
            .asLong()
        > 0;
  }

  @Override
  protected void deleteNodes(TransactionContext tx, String name) {
    tx.run(
            "MATCH (x) WHERE (x:Run AND x.landscape = $name)"
                + " OR (x:Checkpoint AND x.landscape = $name)"
                + " OR (x:Landscape AND x.name = $name) DETACH DELETE x",
            Map.of("name", name))
        .consume();
  }

  @Override
  protected RemoteReader reader(TransactionContext tx, Map<String, Object> landscapeNode) {
    return new RemoteReader(tx, landscapeNode);
  }

  /** Pages, so that a lost connection costs a page and a reader may take its time. */
  private <P> void forEach(
      String name,
      BiFunction<RemoteReader, Long, List<P>> pages,
      ToLongFunction<P> idOf,
      Consumer<P> action) {
    long after = Long.MIN_VALUE;
    List<P> page;
    do {
      long last = after;
      page = read(name, reader -> pages.apply(reader, last));
      page.forEach(action);
      after = page.isEmpty() ? after : idOf.applyAsLong(page.get(page.size() - 1));
    } while (page.size() == RemoteReader.POINTS_IN_A_PAGE);
  }

  @Override
  public void forEachMinimum(String name, Consumer<? super Minimum> action) {
    forEach(name, RemoteReader::minimaAfter, Minimum::id, action::accept);
  }

  @Override
  public void forEachTransitionState(String name, Consumer<? super TransitionState> action) {
    forEach(name, RemoteReader::transitionStatesAfter, TransitionState::id, action::accept);
  }

  @Override
  public void forEachStationaryPoint(
      String name, Consumer<? super UnconnectedStationaryPoint> action) {
    forEach(name, RemoteReader::unconnectedAfter, UnconnectedStationaryPoint::id, action::accept);
  }

  @Override
  protected ValueWriter<TransactionContext> valueWriter(String landscape, String property) {
    boolean unused = read(landscape, reader -> true);
    String statement =
        "UNWIND $rows AS row OPTIONAL MATCH (m:Minimum {landscape: $name, id: row.id}) SET m."
            + RemoteReader.quoted(property)
            + " = row.value WITH row, m WHERE m IS NULL RETURN row.id AS id LIMIT 1";
    return (tx, ids, values) -> {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (int i = 0; i < ids.length; i++) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", ids[i]);
        row.put("value", values[i]);
        rows.add(row);
      }
      return tx
          .run(statement, Map.of("rows", rows, "name", landscape))
          .list(row -> row.get("id").asLong())
          .stream()
          .mapToLong(Long::longValue)
          .findFirst();
    };
  }

  @Override
  protected SinkTarget target(String name) {
    return new RemoteTarget(name, this::session, failures, patience);
  }

  @Override
  protected void closeMedium() {
    driver.close();
  }
}
