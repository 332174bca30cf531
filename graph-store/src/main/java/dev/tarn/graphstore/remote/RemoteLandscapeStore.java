package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.medium.BatchingSink;
import dev.tarn.graphstore.medium.UpdateWriter;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
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
import org.neo4j.driver.exceptions.RetryableException;

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
public final class RemoteLandscapeStore implements GraphStore {
  /** How long to try again. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String IMPORTING = "importing";
  private static final String DELETING = "deleting";
  private static final int POINTS_IN_A_PAGE = 2_000;
  private static final int ENTITIES_IN_A_TRANSACTION = 10_000;
  private static final int RECORDS_AT_ONCE = 10_000;
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final RemoteAddress address;
  private final Driver driver;
  private final Duration patience;
  private final RemoteFailures failures;
  private final Map<String, BatchingSink> sinks = new HashMap<>();
  private final Map<String, String> provisional = new HashMap<>();
  private boolean closed;

  private RemoteLandscapeStore(RemoteAddress address, Driver driver, Duration patience) {
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

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("store " + address + " is closed");
    }
  }

  private Session session(AccessMode mode) {
    return driver.session(
        SessionConfig.builder()
            .withDefaultAccessMode(mode)
            .withBookmarkManager(driver.executableQueryBookmarkManager())
            .build());
  }

  /**
   * A session for asking in Cypher; only the cypher room uses it, and closes it. In one that may
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

  private <T> T read(Function<TransactionContext, T> action) {
    checkOpen();
    try (Session session = session(AccessMode.READ)) {
      return session.executeRead(action::apply);
    } catch (Neo4jException e) {
      throw failures.on("read", e);
    }
  }

  private <T> T write(Function<TransactionContext, T> action) {
    checkOpen();
    try (Session session = session(AccessMode.WRITE)) {
      return session.executeWrite(action::apply);
    } catch (Neo4jException e) {
      throw failures.on("write to", e);
    }
  }

  private <T> T read(String name, Function<RemoteReader, T> action) {
    checkOpen();
    awaitWrites(name);
    return read(
        tx -> {
          Landscape unused = require(tx, name);
          return action.apply(new RemoteReader(tx, name));
        });
  }

  private Optional<Landscape> find(TransactionContext tx, String name) {
    return tx
        .run("MATCH (l:Landscape {name: $name}) RETURN properties(l) AS p", Map.of("name", name))
        .list(row -> RemoteReader.properties(row.get("p")))
        .stream()
        .filter(p -> isVisible(name, p.get(LandscapeSchema.STATE)))
        .map(PointProperties::landscape)
        .findFirst();
  }

  private synchronized boolean isVisible(String name, @Nullable Object state) {
    return state == null || (IMPORTING.equals(state) && provisional.containsKey(name));
  }

  private Landscape require(TransactionContext tx, String name) {
    return find(tx, name)
        .orElseThrow(
            () ->
                LandscapeStoreException.unknownLandscape(
                    name, RemoteReader.landscapes(tx).stream().map(Landscape::name).toList()));
  }

  @Override
  public void awaitWrites() {
    List<BatchingSink> open;
    synchronized (this) {
      open = List.copyOf(sinks.values());
    }
    open.forEach(BatchingSink::awaitWrites);
  }

  private void awaitWrites(String name) {
    BatchingSink sink;
    synchronized (this) {
      sink = sinks.get(name);
    }
    if (sink != null) {
      sink.awaitWrites();
    }
  }

  @Override
  public List<Landscape> landscapes() {
    return read(RemoteReader::landscapes);
  }

  @Override
  public Optional<Landscape> landscape(String name) {
    return read(tx -> find(tx, name));
  }

  @Override
  public void create(Landscape landscape) {
    create(landscape, "");
  }

  private void create(Landscape landscape, String state) {
    Map<String, Object> properties = new HashMap<>(PointProperties.of(landscape));
    if (!state.isEmpty()) {
      properties.put(LandscapeSchema.STATE, state);
    }
    Object other =
        write(
            tx -> {
              List<Object> known =
                  tx.run(
                          "MATCH (l:Landscape {name: $name}) RETURN coalesce(l.state, '') AS state",
                          Map.of("name", landscape.name()))
                      .list(row -> row.get("state").asObject());
              if (known.isEmpty()) {
                tx.run("CREATE (l:Landscape) SET l = $p", Map.of("p", properties)).consume();
              }
              return known.isEmpty() ? IMPORTING + "-new" : known.get(0);
            });
    if ("".equals(other)) {
      throw LandscapeStoreException.nameTaken(landscape.name());
    }
    if (IMPORTING.equals(other) || DELETING.equals(other)) {
      // What a process left that ended in the middle; one that still works at it stops.
      deleteContents(landscape.name());
      create(landscape, state);
    }
  }

  @Override
  public void createProvisional(Landscape landscape) {
    create(landscape, IMPORTING);
    synchronized (this) {
      provisional.put(landscape.name(), IMPORTING);
    }
  }

  @Override
  public void makePermanent(String name) {
    awaitWrites(name);
    write(
        tx -> {
          Landscape unused = require(tx, name);
          return tx.run("MATCH (l:Landscape {name: $name}) REMOVE l.state", Map.of("name", name))
              .consume();
        });
    synchronized (this) {
      provisional.remove(name);
    }
  }

  @Override
  public boolean delete(String name) {
    synchronized (this) {
      if (sinks.containsKey(name)) {
        throw LandscapeStoreException.beingWritten(name);
      }
    }
    boolean found =
        write(
            tx -> {
              boolean there = find(tx, name).isPresent();
              if (there) {
                tx.run(
                        "MATCH (l:Landscape {name: $name}) SET l.state = $state REMOVE l.writer",
                        Map.of("name", name, "state", DELETING))
                    .consume();
              }
              return there;
            });
    if (found) {
      synchronized (this) {
        provisional.remove(name);
      }
      deleteContents(name);
    }
    return found;
  }

  /** Deletes in transactions of bearable size; what is left if it is interrupted stays hidden. */
  private void deleteContents(String name) {
    String minima = RemoteReader.quoted(LandscapeSchema.minimaOf(name));
    String unconnected = RemoteReader.quoted(LandscapeSchema.unconnectedOf(name));
    while (deleteSome("MATCH (:" + minima + ")-[x:TRANSITION_STATE]->()")) {}
    while (deleteSome("MATCH (x:" + minima + ")")) {}
    while (deleteSome("MATCH (x:" + unconnected + ")")) {}
    write(
        tx ->
            tx.run(
                    "MATCH (x) WHERE (x:Run AND x.landscape = $name)"
                        + " OR (x:Checkpoint AND x.landscape = $name)"
                        + " OR (x:Landscape AND x.name = $name) DETACH DELETE x",
                    Map.of("name", name))
                .consume());
  }

  private boolean deleteSome(String match) {
    return write(
        tx ->
            tx.run(
                        match
                            + " WITH x LIMIT "
                            + ENTITIES_IN_A_TRANSACTION
                            + " DELETE x RETURN count(*) AS n")
                    .single()
                    .get("n")
                    .asLong()
                > 0);
  }

  @Override
  public LandscapeCounts counts(String name) {
    return read(name, RemoteReader::counts);
  }

  @Override
  public Network network(String name) {
    awaitWrites(name);
    return read(tx -> new RemoteReader(tx, name).network(require(tx, name)));
  }

  /** Pages, so that a lost connection costs a page and a reader may take its time. */
  private <T> void forEach(
      String name,
      Function<RemoteReader, Function<Long, List<T>>> pages,
      Function<T, Long> idOf,
      Consumer<T> action) {
    long after = Long.MIN_VALUE;
    List<T> page;
    do {
      long last = after;
      page = read(name, reader -> pages.apply(reader).apply(last));
      page.forEach(action);
      after = page.isEmpty() ? after : idOf.apply(page.get(page.size() - 1));
    } while (page.size() == POINTS_IN_A_PAGE);
  }

  private static long idOf(Map<String, Object> properties) {
    return PointProperties.longOf(properties, LandscapeSchema.ID);
  }

  private List<String> observables(String name, String key) {
    return read(
        tx ->
            tx
                .run(
                    "MATCH (l:Landscape {name: $name}) RETURN l." + key + " AS names",
                    Map.of("name", name))
                .list(row -> row.get("names").asList(v -> v.asString(), List.of()))
                .stream()
                .findFirst()
                .orElse(List.of()));
  }

  @Override
  public void forEachMinimum(String name, Consumer<? super Minimum> action) {
    awaitWrites(name);
    List<String> observables = observables(name, LandscapeSchema.MINIMUM_OBSERVABLES);
    forEach(
        name,
        reader -> after -> reader.minimaAfter(after, POINTS_IN_A_PAGE),
        RemoteLandscapeStore::idOf,
        p -> action.accept(PointProperties.minimum(p, observables)));
  }

  @Override
  public void forEachTransitionState(String name, Consumer<? super TransitionState> action) {
    awaitWrites(name);
    List<String> observables = observables(name, LandscapeSchema.TRANSITION_STATE_OBSERVABLES);
    forEach(
        name,
        reader -> after -> reader.transitionStatesAfter(after, POINTS_IN_A_PAGE),
        edge -> idOf(edge.properties()),
        edge ->
            action.accept(
                PointProperties.transitionState(
                    edge.properties(), edge.higher(), edge.lower(), observables)));
  }

  @Override
  public void forEachStationaryPoint(
      String name, Consumer<? super UnconnectedStationaryPoint> action) {
    awaitWrites(name);
    List<String> observables = observables(name, LandscapeSchema.STATIONARY_POINT_OBSERVABLES);
    forEach(
        name,
        reader -> after -> reader.unconnectedAfter(after, POINTS_IN_A_PAGE),
        RemoteLandscapeStore::idOf,
        p -> action.accept(PointProperties.unconnected(p, observables)));
  }

  @Override
  public List<Run> runs(String name) {
    return read(name, RemoteReader::runs);
  }

  @Override
  public Optional<Checkpoint> checkpoint(String name) {
    return read(name, RemoteReader::checkpoint);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, double[] values) {
    Neo4jLandscapeStore.checkLengths(property, ids.length, values.length);
    writeProperty(
        landscape, property, ids, i -> Double.isNaN(values[i]) ? null : (Object) values[i]);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, long[] values) {
    Neo4jLandscapeStore.checkLengths(property, ids.length, values.length);
    writeProperty(landscape, property, ids, i -> values[i]);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, String[] values) {
    Neo4jLandscapeStore.checkLengths(property, ids.length, values.length);
    writeProperty(landscape, property, ids, i -> values[i]);
  }

  private void writeProperty(
      String landscape, String property, long[] ids, IntFunction<@Nullable Object> value) {
    PointProperties.checkObservables(landscape, List.of(property));
    awaitWrites(landscape);
    for (int from = 0; from < ids.length; from += ENTITIES_IN_A_TRANSACTION) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (int i = from; i < Math.min(ids.length, from + ENTITIES_IN_A_TRANSACTION); i++) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", ids[i]);
        row.put("value", value.apply(i));
        rows.add(row);
      }
      write(
          tx -> {
            Landscape unused = require(tx, landscape);
            return writeRows(tx, landscape, property, rows);
          });
    }
  }

  private static long writeRows(
      TransactionContext tx,
      String landscape,
      String property,
      List<Map<String, @Nullable Object>> rows) {
    List<Long> missing =
        tx.run(
                "UNWIND $rows AS row OPTIONAL MATCH (m:Minimum {landscape: $name, id: row.id})"
                    + " SET m."
                    + RemoteReader.quoted(property)
                    + " = row.value WITH row, m WHERE m IS NULL RETURN row.id AS id LIMIT 1",
                Map.of("rows", rows, "name", landscape))
            .list(row -> row.get("id").asLong());
    if (!missing.isEmpty()) {
      throw new LandscapeStoreException(
          "landscape '"
              + landscape
              + "': no minimum "
              + missing.get(0)
              + " to write '"
              + property
              + "' to");
    }
    return rows.size();
  }

  @Override
  public double[] property(String landscape, String property) {
    return read(landscape, reader -> reader.property(property));
  }

  @Override
  public List<String> propertyNames(String landscape) {
    return read(landscape, RemoteReader::propertyNames);
  }

  @Override
  public LandscapeSink openSink(String name) {
    boolean unused = read(name, reader -> true);
    String token = UUID.randomUUID().toString();
    BatchingSink sink;
    synchronized (this) {
      if (sinks.containsKey(name)) {
        throw LandscapeStoreException.beingWritten(name);
      }
      sink = new BatchingSink(name, new RemoteTarget(name, token));
      sinks.put(name, sink);
    }
    try {
      write(
          tx ->
              tx.run(
                      "MATCH (l:Landscape {name: $name}) SET l.writer = $token",
                      Map.of("name", name, "token", token))
                  .consume());
      return sink;
    } catch (RuntimeException e) {
      sink.close();
      throw e;
    }
  }

  /** The landscape of that name in the server, as a sink sees it. */
  private final class RemoteTarget implements BatchingSink.Target {
    private final String name;
    private final String token;
    private @Nullable RemoteWriter writer;
    private long failingSince;

    private RemoteTarget(String name, String token) {
      this.name = name;
      this.token = token;
    }

    @Override
    public UpdateWriter newWriter() {
      closeWriter();
      // Not retried here: the sink does, and counts the time.
      Session session = session(AccessMode.WRITE);
      try (var tx = session.beginTransaction()) {
        RemoteWriter next =
            new RemoteWriter(session, name, token, new RemoteReader(tx, name).tables());
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
      if (RemoteFailures.isLost(failure)) {
        return failures.lost(kept);
      }
      return failure instanceof RuntimeException e
          ? failures.on("write to", e)
          : new LandscapeStoreException("could not write to " + address + ": " + failure, failure);
    }

    @Override
    public void released() {
      closeWriter();
      synchronized (RemoteLandscapeStore.this) {
        sinks.remove(name);
      }
      try (Session session = session(AccessMode.WRITE)) {
        session
            .run(
                "MATCH (l:Landscape {name: $name}) WHERE l.writer = $token"
                    + " REMOVE l.writer, l.writing",
                Map.of("name", name, "token", token))
            .consume();
      } catch (Neo4jException e) {
        // The next sink takes the landscape over all the same.
        return;
      }
    }
  }

  @Override
  public void close() {
    List<BatchingSink> open;
    synchronized (this) {
      if (closed) {
        return;
      }
      open = List.copyOf(sinks.values());
    }
    try {
      open.forEach(BatchingSink::close);
    } finally {
      synchronized (this) {
        closed = true;
      }
      driver.close();
    }
  }
}
