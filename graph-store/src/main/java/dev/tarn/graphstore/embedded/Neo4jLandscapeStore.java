package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.medium.BatchingSink;
import dev.tarn.graphstore.medium.LandscapeTables;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/**
 * Landscapes in a Neo4j database, embedded in this process on a folder or reached through a service
 * that somebody else runs.
 *
 * <p>Thread-safe; each sink has a writing thread of its own. A process that is killed leaves, of
 * each landscape, a prefix of the updates that were handed to its sink, each one whole.
 *
 * <p>Observables become properties of their names. Names that the schema uses are refused.
 *
 * <p>Beside the database lies a snapshot of what most commands want: landscapes, counts, runs and
 * networks. A store opened for reading whose snapshot is up to date starts Neo4j only when
 * something else is asked of it.
 */
public final class Neo4jLandscapeStore implements GraphStore {
  private static final String IMPORTING = "importing";
  private static final String DELETING = "deleting";
  private static final int ENTITIES_IN_A_TRANSACTION = 20_000;

  private final Path folder;
  private final StoreOptions options;
  private final DatabaseStarter starter;
  private @Nullable GraphDatabaseService database;
  private @Nullable EmbeddedDatabase embedded;
  private final @Nullable StoreSnapshot snapshot;
  private final Set<String> changed = new HashSet<>();
  private boolean handedOut;
  private boolean startedFromSnapshot;
  private final Map<String, BatchingSink> sinks = new HashMap<>();
  private final Set<String> provisional = new HashSet<>();
  private boolean closed;

  private Neo4jLandscapeStore(
      Path folder,
      StoreOptions options,
      @Nullable StoreSnapshot snapshot,
      DatabaseStarter starter) {
    this.starter = starter;
    this.folder = folder;
    this.options = options;
    this.snapshot = snapshot;
  }

  /**
   * Opens the store in the folder; what is allowed to be missing, the options say.
   *
   * @throws LandscapeStoreException if there is no store, or another process has it open, or it is
   *     damaged, or a newer version wrote it
   */
  public static Neo4jLandscapeStore open(Path folder, StoreOptions options) {
    Path absolute = folder.toAbsolutePath().normalize();
    boolean holdsStore = check(absolute, options);
    if (options.access() == StoreOptions.Access.READ && holdsStore) {
      Optional<StoreSnapshot> current = StoreSnapshot.current(absolute);
      if (current.isPresent()) {
        return new Neo4jLandscapeStore(
            absolute, options, current.get(), EmbeddedDatabase::withoutPorts);
      }
    }
    return open(absolute, options, EmbeddedDatabase::withoutPorts);
  }

  /**
   * Opens the store with a Neo4j that is started in a way of its own, such as a server with ports;
   * it is started at once and stopped with the store.
   *
   * @throws LandscapeStoreException as {@link #open(Path, StoreOptions)} does
   */
  public static Neo4jLandscapeStore open(
      Path folder, StoreOptions options, DatabaseStarter starter) {
    Path absolute = folder.toAbsolutePath().normalize();
    boolean holdsStore = check(absolute, options);
    Neo4jLandscapeStore store = new Neo4jLandscapeStore(absolute, options, null, starter);
    if (holdsStore) {
      store.start();
      return store;
    }
    try (StoreInTheMaking making = StoreInTheMaking.begin(absolute)) {
      store.start();
      making.done();
    }
    return store;
  }

  /** Others may write to a store that is served: even a snapshot that is up to date soon is not. */
  private static boolean check(Path folder, StoreOptions options) {
    boolean holdsStore = StoreFolder.check(folder, options.access());
    Optional<String> served = StoreFolder.servedAt(folder);
    if (served.isPresent()) {
      throw StoreFailures.served(folder, served.get());
    }
    return holdsStore;
  }

  /**
   * The store in a database that somebody else started and will stop, such as a Neo4j server in
   * this process; {@code folder} is where it keeps its files, for messages.
   */
  public static Neo4jLandscapeStore on(GraphDatabaseService database, Path folder) {
    StoreSchema.open(database, folder, StoreOptions.Access.CREATE);
    Neo4jLandscapeStore store =
        new Neo4jLandscapeStore(folder, StoreOptions.CREATE, null, EmbeddedDatabase::withoutPorts);
    store.database = database;
    return store;
  }

  private GraphDatabaseService start() {
    startedFromSnapshot = StoreSnapshot.current(folder).isPresent();
    EmbeddedDatabase started = EmbeddedDatabase.start(folder, options, starter);
    try {
      StoreSchema.open(started.database(), folder, options.access());
      embedded = started;
      database = started.database();
      if (options.access() != StoreOptions.Access.READ) {
        removeLeftovers();
      }
      return started.database();
    } catch (RuntimeException e) {
      embedded = null;
      database = null;
      started.close();
      throw StoreFailures.onOpen(folder, e);
    }
  }

  /** The database, started now if a snapshot was enough until now. */
  private synchronized GraphDatabaseService running() {
    GraphDatabaseService known = database;
    return known != null ? known : start();
  }

  /** Whether Neo4j had to be started. */
  synchronized boolean isRunning() {
    return database != null;
  }

  /** The database itself, for asking in Cypher; only the cypher room uses it. */
  public GraphDatabaseService database() {
    checkOpen();
    synchronized (this) {
      handedOut = true;
    }
    return running();
  }

  /** The folder of the store. */
  public Path folder() {
    return folder;
  }

  /** Whether the database has not been needed so far. */
  private synchronized boolean answersFromSnapshot() {
    checkOpen();
    return snapshot != null && database == null;
  }

  private StoreSnapshot.Entry snapshotOf(String name) {
    StoreSnapshot known = Objects.requireNonNull(snapshot);
    return known
        .entry(name)
        .orElseThrow(
            () ->
                LandscapeStoreException.unknownLandscape(
                    name, known.entries().stream().map(e -> e.landscape().name()).toList()));
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("store " + folder + " is closed");
    }
  }

  private <T> T read(Function<Transaction, T> action) {
    checkOpen();
    try (Transaction tx = running().beginTx()) {
      return action.apply(tx);
    } catch (org.neo4j.graphdb.TransactionFailureException
        | org.neo4j.graphdb.DatabaseShutdownException e) {
      throw StoreFailures.on("read", folder, e);
    }
  }

  private <T> T write(Function<Transaction, T> action) {
    checkOpen();
    try (Transaction tx = running().beginTx()) {
      T result = action.apply(tx);
      tx.commit();
      return result;
    } catch (org.neo4j.graphdb.TransactionFailureException e) {
      throw StoreFailures.on("write to", folder, e);
    }
  }

  private <T> T read(String name, Function<GraphReader, T> action) {
    checkOpen();
    awaitWrites(name);
    return read(tx -> action.apply(new GraphReader(tx, name, nodeOf(tx, name))));
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

  private synchronized void noteChange(String name) {
    changed.add(name);
  }

  private boolean isVisible(Node landscape) {
    Object state = landscape.getProperty(LandscapeSchema.STATE, null);
    return state == null
        || (IMPORTING.equals(state)
            && provisional.contains(landscape.getProperty(LandscapeSchema.NAME)));
  }

  private Node nodeOf(Transaction tx, String name) {
    Node node = tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name);
    if (node == null || !isVisible(node)) {
      throw LandscapeStoreException.unknownLandscape(
          name, landscapes(tx).stream().map(Landscape::name).toList());
    }
    return node;
  }

  private static List<Landscape> landscapes(Transaction tx) {
    List<Landscape> all = new ArrayList<>();
    try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.LANDSCAPE)) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        if (!node.hasProperty(LandscapeSchema.STATE)) {
          all.add(PointProperties.landscape(node.getAllProperties()));
        }
      }
    }
    all.sort(Comparator.comparing(Landscape::name));
    return all;
  }

  @Override
  public List<Landscape> landscapes() {
    if (answersFromSnapshot()) {
      return Objects.requireNonNull(snapshot).entries().stream()
          .map(StoreSnapshot.Entry::landscape)
          .toList();
    }
    return read(Neo4jLandscapeStore::landscapes);
  }

  @Override
  public Optional<Landscape> landscape(String name) {
    if (answersFromSnapshot()) {
      return Objects.requireNonNull(snapshot).entry(name).map(StoreSnapshot.Entry::landscape);
    }
    return read(
        tx -> {
          Node node = tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name);
          return node == null || !isVisible(node)
              ? Optional.empty()
              : Optional.of(PointProperties.landscape(node.getAllProperties()));
        });
  }

  @Override
  public void create(Landscape landscape) {
    create(landscape, "");
  }

  private void create(Landscape landscape, String state) {
    noteChange(landscape.name());
    write(
        tx -> {
          Node known =
              tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, landscape.name());
          if (known != null) {
            throw LandscapeStoreException.nameTaken(landscape.name());
          }
          Node node = tx.createNode(LandscapeSchema.LANDSCAPE);
          PointProperties.set(node, PointProperties.of(landscape));
          if (!state.isEmpty()) {
            node.setProperty(LandscapeSchema.STATE, state);
          }
          return node;
        });
  }

  @Override
  public void createProvisional(Landscape landscape) {
    create(landscape, IMPORTING);
    synchronized (this) {
      provisional.add(landscape.name());
    }
  }

  @Override
  public void makePermanent(String name) {
    awaitWrites(name);
    write(tx -> nodeOf(tx, name).removeProperty(LandscapeSchema.STATE));
    synchronized (this) {
      provisional.remove(name);
    }
  }

  /** Completes deletions and removes imports that a killed process left undone. */
  private void removeLeftovers() {
    List<String> names =
        read(
            tx -> {
              List<String> left = new ArrayList<>();
              try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.LANDSCAPE)) {
                while (nodes.hasNext()) {
                  Node node = nodes.next();
                  if (node.hasProperty(LandscapeSchema.STATE)) {
                    left.add(String.valueOf(node.getProperty(LandscapeSchema.NAME)));
                  }
                }
              }
              return left;
            });
    names.forEach(this::deleteContents);
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
              Node node = tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name);
              if (node == null || !isVisible(node)) {
                return false;
              }
              node.setProperty(LandscapeSchema.STATE, DELETING);
              return true;
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
    while (deleteSome(LandscapeSchema.minimaOf(name))) {}
    while (deleteSome(LandscapeSchema.unconnectedOf(name))) {}
    write(
        tx -> {
          for (Label label : List.of(LandscapeSchema.RUN, LandscapeSchema.CHECKPOINT)) {
            try (ResourceIterator<Node> nodes =
                tx.findNodes(label, LandscapeSchema.LANDSCAPE_NAME, name)) {
              nodes.forEachRemaining(Node::delete);
            }
          }
          Node node = tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name);
          if (node != null) {
            node.delete();
          }
          return true;
        });
  }

  private boolean deleteSome(Label label) {
    return write(
        tx -> {
          int deleted = 0;
          try (ResourceIterator<Node> nodes = tx.findNodes(label)) {
            while (nodes.hasNext() && deleted < ENTITIES_IN_A_TRANSACTION) {
              Node node = nodes.next();
              int relationships = 0;
              for (Relationship r : node.getRelationships(Direction.BOTH)) {
                r.delete();
                if (++relationships >= ENTITIES_IN_A_TRANSACTION) {
                  break;
                }
              }
              deleted += relationships + 1;
              if (relationships < ENTITIES_IN_A_TRANSACTION) {
                node.delete();
              }
            }
          }
          return deleted > 0;
        });
  }

  @Override
  public LandscapeCounts counts(String name) {
    if (answersFromSnapshot()) {
      return snapshotOf(name).counts();
    }
    return read(name, GraphReader::counts);
  }

  @Override
  public Network network(String name) {
    if (answersFromSnapshot()) {
      Optional<Network> network = StoreSnapshot.readNetwork(folder, snapshotOf(name));
      if (network.isPresent()) {
        return network.get();
      }
    }
    return read(name, GraphReader::network);
  }

  @Override
  public void forEachMinimum(String name, Consumer<? super Minimum> action) {
    read(
        name,
        reader -> {
          reader.forEachMinimum(action);
          return true;
        });
  }

  @Override
  public void forEachTransitionState(String name, Consumer<? super TransitionState> action) {
    read(
        name,
        reader -> {
          reader.forEachTransitionState(action);
          return true;
        });
  }

  @Override
  public void forEachStationaryPoint(
      String name, Consumer<? super UnconnectedStationaryPoint> action) {
    read(
        name,
        reader -> {
          reader.forEachUnconnected(action);
          return true;
        });
  }

  @Override
  public List<Run> runs(String name) {
    if (answersFromSnapshot()) {
      return snapshotOf(name).runs();
    }
    return read(name, GraphReader::runs);
  }

  @Override
  public Optional<Checkpoint> checkpoint(String name) {
    return read(name, GraphReader::checkpoint);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, double[] values) {
    checkLengths(property, ids.length, values.length);
    writeProperty(
        landscape, property, ids, i -> Double.isNaN(values[i]) ? null : (Object) values[i]);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, long[] values) {
    checkLengths(property, ids.length, values.length);
    writeProperty(landscape, property, ids, i -> values[i]);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, String[] values) {
    checkLengths(property, ids.length, values.length);
    writeProperty(landscape, property, ids, i -> values[i]);
  }

  public static void checkLengths(String property, int ids, int values) {
    if (ids != values) {
      throw new IllegalArgumentException(
          "property '"
              + property
              + "': expected as many values as ids, found "
              + values
              + " and "
              + ids);
    }
  }

  private void writeProperty(
      String landscape, String property, long[] ids, IntFunction<@Nullable Object> value) {
    PointProperties.checkObservables(landscape, List.of(property));
    LandscapeTables tables = read(landscape, GraphReader::minima);
    for (int start = 0; start < ids.length; start += ENTITIES_IN_A_TRANSACTION) {
      int from = start;
      int to = Math.min(ids.length, start + ENTITIES_IN_A_TRANSACTION);
      write(
          tx -> {
            for (int i = from; i < to; i++) {
              int row = tables.minima.row(ids[i]);
              if (row < 0) {
                throw new LandscapeStoreException(
                    "landscape '"
                        + landscape
                        + "': no minimum "
                        + ids[i]
                        + " to write '"
                        + property
                        + "' to");
              }
              Node node = KernelAccess.node(tx, tables.minimumNode(row));
              Object newValue = value.apply(i);
              if (newValue == null) {
                node.removeProperty(property);
              } else {
                node.setProperty(property, newValue);
              }
            }
            return true;
          });
    }
  }

  @Override
  public double[] property(String landscape, String property) {
    return read(landscape, reader -> reader.property(property));
  }

  @Override
  public List<String> propertyNames(String landscape) {
    return read(landscape, GraphReader::propertyNames);
  }

  @Override
  public LandscapeSink openSink(String name) {
    read(name, reader -> true);
    synchronized (this) {
      if (sinks.containsKey(name)) {
        throw LandscapeStoreException.beingWritten(name);
      }
      BatchingSink sink = new BatchingSink(name, new EmbeddedTarget(name));
      sinks.put(name, sink);
      changed.add(name);
      return sink;
    }
  }

  /** The landscape of that name in this database, as a sink sees it. */
  private final class EmbeddedTarget implements BatchingSink.Target {
    private static final int ATTEMPTS = 5;

    private final String name;

    private EmbeddedTarget(String name) {
      this.name = name;
    }

    @Override
    public UpdateWriter newWriter() {
      LandscapeTables tables = read(tx -> new GraphReader(tx, name, nodeOf(tx, name)).tables());
      return new GraphWriter(name, folder, running(), tables);
    }

    @Override
    public boolean tryAgain(RuntimeException failure, int attempts) {
      return failure instanceof TransientFailureException && attempts < ATTEMPTS;
    }

    @Override
    public LandscapeStoreException translate(Throwable failure, String kept) {
      return StoreFailures.on("write to", folder, failure);
    }

    @Override
    public void released() {
      Neo4jLandscapeStore.this.released(name);
    }
  }

  private synchronized void released(String name) {
    sinks.remove(name);
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
      closeDatabase();
    }
  }

  private void closeDatabase() {
    Optional<StoreSnapshot> next = prepareSnapshot();
    EmbeddedDatabase ours;
    synchronized (this) {
      closed = true;
      ours = embedded;
    }
    if (ours != null) {
      ours.close();
      next.ifPresent(this::keep);
    }
  }

  /** Copies for the next command what this one changed, while the database is still there. */
  private Optional<StoreSnapshot> prepareSnapshot() {
    GraphDatabaseService running = database;
    if (embedded == null || running == null) {
      return Optional.empty();
    }
    try {
      long lastTransaction = KernelAccess.lastTransaction(running);
      Optional<StoreSnapshot> before = StoreSnapshot.read(folder);
      boolean nothingChanged =
          before.isPresent() && before.get().lastTransaction() == lastTransaction;
      List<StoreSnapshot.Entry> entries = new ArrayList<>();
      for (Landscape landscape : read(Neo4jLandscapeStore::landscapes)) {
        String name = landscape.name();
        Optional<StoreSnapshot.Entry> known =
            before.flatMap(s -> s.entry(name)).filter(e -> e.landscape().equals(landscape));
        boolean same =
            nothingChanged || (startedFromSnapshot && !handedOut && !changed.contains(name));
        if (known.isPresent() && same) {
          entries.add(known.get());
        } else {
          String file = lastTransaction + "-" + entries.size() + ".network";
          StoreSnapshot.writeNetwork(folder, file, network(name));
          entries.add(new StoreSnapshot.Entry(landscape, counts(name), runs(name), file));
        }
      }
      return Optional.of(new StoreSnapshot("", lastTransaction, entries));
    } catch (IOException | RuntimeException e) {
      // Without a snapshot the next command starts Neo4j; nothing is lost but time.
      return Optional.empty();
    }
  }

  private void keep(StoreSnapshot prepared) {
    try {
      StoreSnapshot complete =
          new StoreSnapshot(
              StoreSnapshot.fingerprint(folder), prepared.lastTransaction(), prepared.entries());
      complete.write(folder);
      complete.removeOthers(folder);
    } catch (IOException e) {
      // As above.
      return;
    }
  }
}
