package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.medium.LandscapeTables;
import dev.tarn.graphstore.medium.SinkTarget;
import dev.tarn.graphstore.medium.TransactionalStore;
import dev.tarn.graphstore.medium.UpdateWriter;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
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
public final class Neo4jLandscapeStore extends TransactionalStore<Transaction, GraphReader> {
  private static final int ENTITIES_IN_A_TRANSACTION = 20_000;

  private final Path folder;
  private final StoreOptions options;
  private final DatabaseStarter starter;
  private final @Nullable StoreSnapshot snapshot;
  private @Nullable GraphDatabaseService database;
  private @Nullable EmbeddedDatabase embedded;
  private @Nullable SnapshotRefresh refresh;

  private Neo4jLandscapeStore(
      Path folder,
      StoreOptions options,
      @Nullable StoreSnapshot snapshot,
      DatabaseStarter starter) {
    super(folder.toString(), ENTITIES_IN_A_TRANSACTION);
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

  private synchronized GraphDatabaseService start() {
    refresh = new SnapshotRefresh(folder);
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

  /** The database itself, for queries in Cypher; only the cypher module uses it. */
  public GraphDatabaseService database() {
    checkOpen();
    GraphDatabaseService running = running();
    refresh().ifPresent(SnapshotRefresh::noteDatabaseHandedOut);
    return running;
  }

  /** The folder of the store. */
  public Path folder() {
    return folder;
  }

  /** What makes the next snapshot; nothing does if somebody else stops the database. */
  private synchronized Optional<SnapshotRefresh> refresh() {
    return Optional.ofNullable(refresh);
  }

  /** The snapshot, as long as the database has not been needed. */
  private synchronized Optional<StoreSnapshot> answersFromSnapshot() {
    checkOpen();
    return database == null ? Optional.ofNullable(snapshot) : Optional.empty();
  }

  private Optional<StoreSnapshot.Entry> entry(String name) {
    return answersFromSnapshot()
        .map(
            known ->
                known
                    .entry(name)
                    .orElseThrow(
                        () ->
                            LandscapeStoreException.unknownLandscape(
                                name,
                                known.entries().stream().map(e -> e.landscape().name()).toList())));
  }

  @Override
  public List<Landscape> landscapes() {
    return answersFromSnapshot()
        .map(known -> known.entries().stream().map(StoreSnapshot.Entry::landscape).toList())
        .orElseGet(super::landscapes);
  }

  @Override
  public Optional<Landscape> landscape(String name) {
    return answersFromSnapshot()
        .map(known -> known.entry(name).map(StoreSnapshot.Entry::landscape))
        .orElseGet(() -> super.landscape(name));
  }

  @Override
  public LandscapeCounts counts(String name) {
    return entry(name).map(StoreSnapshot.Entry::counts).orElseGet(() -> super.counts(name));
  }

  @Override
  public Network network(String name) {
    return entry(name)
        .flatMap(entry -> StoreSnapshot.readNetwork(folder, entry))
        .orElseGet(() -> super.network(name));
  }

  @Override
  public List<Run> runs(String name) {
    return entry(name).map(StoreSnapshot.Entry::runs).orElseGet(() -> super.runs(name));
  }

  @Override
  public void forEachMinimum(String name, Consumer<? super Minimum> action) {
    forEach(name, reader -> reader.forEachMinimum(action));
  }

  @Override
  public void forEachTransitionState(String name, Consumer<? super TransitionState> action) {
    forEach(name, reader -> reader.forEachTransitionState(action));
  }

  @Override
  public void forEachStationaryPoint(
      String name, Consumer<? super UnconnectedStationaryPoint> action) {
    forEach(name, reader -> reader.forEachUnconnected(action));
  }

  private void forEach(String name, Consumer<GraphReader> reading) {
    boolean unused =
        read(
            name,
            reader -> {
              reading.accept(reader);
              return true;
            });
  }

  @Override
  protected <A> A inReadTransaction(Function<Transaction, A> action) {
    try (Transaction tx = running().beginTx()) {
      return action.apply(tx);
    } catch (TransactionFailureException | DatabaseShutdownException e) {
      throw StoreFailures.on("read", folder, e);
    }
  }

  @Override
  protected <A> A inWriteTransaction(Function<Transaction, A> action) {
    try (Transaction tx = running().beginTx()) {
      A result = action.apply(tx);
      tx.commit();
      return result;
    } catch (TransactionFailureException e) {
      throw StoreFailures.on("write to", folder, e);
    }
  }

  @Override
  protected List<Map<String, Object>> landscapeNodes(Transaction tx) {
    return LandscapeNodes.all(tx);
  }

  @Override
  protected Optional<Map<String, Object>> landscapeNode(Transaction tx, String name) {
    return LandscapeNodes.find(tx, name).map(Node::getAllProperties);
  }

  @Override
  protected void createLandscapeNode(Transaction tx, Map<String, Object> properties) {
    String name = String.valueOf(properties.get(LandscapeSchema.NAME));
    refresh().ifPresent(next -> next.noteChange(name));
    Node node = tx.createNode(LandscapeSchema.LANDSCAPE);
    properties.forEach(node::setProperty);
  }

  @Override
  protected void setState(Transaction tx, String name, String state) {
    Node node = LandscapeNodes.find(tx, name).orElseThrow();
    if (state.isEmpty()) {
      node.removeProperty(LandscapeSchema.STATE);
    } else {
      node.setProperty(LandscapeSchema.STATE, state);
    }
  }

  @Override
  protected boolean deletePoints(Transaction tx, String name) {
    int most = ENTITIES_IN_A_TRANSACTION;
    return LandscapeNodes.deleteSome(tx, LandscapeSchema.minimaOf(name), most)
        || LandscapeNodes.deleteSome(tx, LandscapeSchema.unconnectedOf(name), most);
  }

  @Override
  protected void deleteNodes(Transaction tx, String name) {
    LandscapeNodes.deleteWithoutPoints(tx, name);
  }

  @Override
  protected GraphReader reader(Transaction tx, Map<String, Object> landscapeNode) {
    return new GraphReader(tx, landscapeNode);
  }

  @Override
  protected ValueWriter<Transaction> valueWriter(String landscape, String property) {
    LandscapeTables tables = read(landscape, GraphReader::minima);
    return (tx, ids, values) -> {
      for (int i = 0; i < ids.length; i++) {
        int row = tables.minima.row(ids[i]);
        if (row < 0) {
          return OptionalLong.of(ids[i]);
        }
        Node node = KernelAccess.node(tx, tables.minimumNode(row));
        if (values[i] == null) {
          node.removeProperty(property);
        } else {
          node.setProperty(property, values[i]);
        }
      }
      return OptionalLong.empty();
    };
  }

  @Override
  protected SinkTarget target(String name) {
    refresh().ifPresent(next -> next.noteChange(name));
    return new EmbeddedTarget(name);
  }

  /** The landscape of that name in this database, as a sink sees it. */
  private final class EmbeddedTarget implements SinkTarget {
    private static final int ATTEMPTS = 5;

    private final String name;

    private EmbeddedTarget(String name) {
      this.name = name;
    }

    @Override
    public UpdateWriter newWriter() {
      LandscapeTables tables = read(tx -> visibleReader(tx, name).tables());
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
  }

  @Override
  protected void beforeClosing() {
    GraphDatabaseService running = database;
    if (running != null) {
      refresh().ifPresent(next -> next.prepare(running, super::landscapes, this));
    }
  }

  @Override
  protected void closeMedium() {
    EmbeddedDatabase ours = embedded;
    if (ours != null) {
      ours.close();
      refresh().ifPresent(SnapshotRefresh::keep);
    }
  }
}
