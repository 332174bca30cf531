package dev.tarn.graphstore.medium;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A store of landscapes on a medium that has transactions: everything that does not depend on the
 * medium. A subclass runs transactions and does what the abstract methods say inside one.
 *
 * <p>A landscape whose node has a {@code state} is hidden: an import that is not complete is seen
 * by the store that makes it only, one that is being deleted by nobody. What a process leaves that
 * ends in the middle is removed by the next one that needs the name, or by {@link
 * #removeLeftovers}.
 *
 * <p>Thread-safe if the medium's transactions are; each sink has a writing thread of its own.
 *
 * @param <T> a transaction of the medium
 * @param <R> reads one landscape in such a transaction
 */
public abstract class TransactionalStore<T, R extends LandscapeReader> implements GraphStore {
  private static final String IMPORTING = "importing";
  private static final String DELETING = "deleting";
  private static final String COMPLETE = "";

  private final String place;
  private final int entitiesInATransaction;
  private final OpenSinks sinks = new OpenSinks();
  private final Set<String> provisional = new HashSet<>();
  private boolean closed;

  /**
   * A store that is open.
   *
   * @param place what messages call it
   * @param entitiesInATransaction how many nodes are changed in one transaction where there are
   *     many
   */
  protected TransactionalStore(String place, int entitiesInATransaction) {
    this.place = place;
    this.entitiesInATransaction = entitiesInATransaction;
  }

  /** Runs the action in a transaction that reads; failures of the medium are translated. */
  protected abstract <A> A inReadTransaction(Function<T, A> action);

  /** Runs the action in a transaction and commits; it may be run again if that fails. */
  protected abstract <A> A inWriteTransaction(Function<T, A> action);

  /** Properties of the node of every landscape, hidden ones included. */
  protected abstract List<Map<String, Object>> landscapeNodes(T tx);

  /** Properties of the node of that landscape, hidden or not. */
  protected abstract Optional<Map<String, Object>> landscapeNode(T tx, String name);

  /** Creates the node of a landscape. */
  protected abstract void createLandscapeNode(T tx, Map<String, Object> properties);

  /** Sets the state of a landscape that is there, or removes it if it is empty. */
  protected abstract void setState(T tx, String name, String state);

  /** Deletes points of the landscape, a transaction's worth; whether there were any. */
  protected abstract boolean deletePoints(T tx, String name);

  /** Deletes what a landscape without points consists of: runs, checkpoint, its node. */
  protected abstract void deleteNodes(T tx, String name);

  /** Reads the landscape whose node has these properties. */
  protected abstract R reader(T tx, Map<String, Object> landscapeNode);

  /** Where a sink of that landscape writes to. */
  protected abstract SinkTarget target(String name);

  /** Writes values of one property to minima of one landscape. */
  protected abstract ValueWriter<T> valueWriter(String landscape, String property);

  /** Called first of all when the store is closed, while everything still works. */
  protected void beforeClosing() {}

  /** Lets go of the medium; the store is closed for everybody else. */
  protected abstract void closeMedium();

  /**
   * Writes values to minima.
   *
   * @param <T> a transaction of the medium
   */
  @FunctionalInterface
  protected interface ValueWriter<T> {
    /**
     * Sets the property of each minimum to its value, or removes it where that is null.
     *
     * @return the first id without a minimum; the transaction is then undone
     */
    OptionalLong write(T tx, long[] ids, @Nullable Object[] values);
  }

  /** How many nodes or relationships to change in one transaction where there are many. */
  protected final int entitiesInATransaction() {
    return entitiesInATransaction;
  }

  /** Fails if the store is closed. */
  protected final synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("store " + place + " is closed");
    }
  }

  /** Runs the action in a transaction that reads. */
  protected final <A> A read(Function<T, A> action) {
    checkOpen();
    return inReadTransaction(action);
  }

  /** Runs the action in a transaction and commits. */
  protected final <A> A write(Function<T, A> action) {
    checkOpen();
    return inWriteTransaction(action);
  }

  /** Reads a landscape that is visible, with all that was handed to its sink before. */
  protected final <A> A read(String name, Function<R, A> action) {
    checkOpen();
    sinks.awaitWrites(name);
    return read(tx -> action.apply(visibleReader(tx, name)));
  }

  /** Reads the landscape of that name, which must be visible. */
  protected final R visibleReader(T tx, String name) {
    return reader(tx, require(tx, name));
  }

  private Map<String, Object> require(T tx, String name) {
    return landscapeNode(tx, name)
        .filter(this::isVisible)
        .orElseThrow(
            () ->
                LandscapeStoreException.unknownLandscape(
                    name,
                    PointProperties.landscapes(landscapeNodes(tx)).stream()
                        .map(Landscape::name)
                        .toList()));
  }

  private synchronized boolean isVisible(Map<String, Object> landscapeNode) {
    Object state = landscapeNode.get(LandscapeSchema.STATE);
    return state == null
        || (IMPORTING.equals(state)
            && provisional.contains(landscapeNode.get(LandscapeSchema.NAME)));
  }

  @Override
  public void awaitWrites() {
    sinks.awaitWrites();
  }

  @Override
  public List<Landscape> landscapes() {
    return read(tx -> PointProperties.landscapes(landscapeNodes(tx)));
  }

  @Override
  public Optional<Landscape> landscape(String name) {
    return read(
        tx -> landscapeNode(tx, name).filter(this::isVisible).map(PointProperties::landscape));
  }

  @Override
  public void create(Landscape landscape) {
    create(landscape, COMPLETE);
  }

  @Override
  public void createProvisional(Landscape landscape) {
    create(landscape, IMPORTING);
    synchronized (this) {
      provisional.add(landscape.name());
    }
  }

  private void create(Landscape landscape, String state) {
    String name = landscape.name();
    Map<String, Object> properties = new LinkedHashMap<>(PointProperties.of(landscape));
    if (!state.equals(COMPLETE)) {
      properties.put(LandscapeSchema.STATE, state);
    }
    boolean created =
        write(
            tx -> {
              Optional<Map<String, Object>> known = landscapeNode(tx, name);
              if (known.isPresent()) {
                if (isVisible(known.get())) {
                  throw LandscapeStoreException.nameTaken(name);
                }
                return false;
              }
              createLandscapeNode(tx, properties);
              return true;
            });
    if (!created) {
      // What a process left that ended in the middle; one that still works at it stops.
      deleteContents(name);
      create(landscape, state);
    }
  }

  @Override
  public void makePermanent(String name) {
    sinks.awaitWrites(name);
    boolean unused =
        write(
            tx -> {
              Map<String, Object> there = require(tx, name);
              setState(tx, name, COMPLETE);
              return there.containsKey(LandscapeSchema.STATE);
            });
    synchronized (this) {
      provisional.remove(name);
    }
  }

  @Override
  public boolean delete(String name) {
    sinks.checkFree(name);
    boolean found =
        write(
            tx -> {
              boolean there = landscapeNode(tx, name).filter(this::isVisible).isPresent();
              if (there) {
                setState(tx, name, DELETING);
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

  /** In transactions of bearable size; what is left if it is interrupted stays hidden. */
  private void deleteContents(String name) {
    while (write(tx -> deletePoints(tx, name))) {}
    boolean unused =
        write(
            tx -> {
              deleteNodes(tx, name);
              return true;
            });
  }

  /** Completes deletions and removes imports that a killed process left undone. */
  protected final void removeLeftovers() {
    read(this::landscapeNodes).stream()
        .filter(node -> node.containsKey(LandscapeSchema.STATE))
        .map(node -> String.valueOf(node.get(LandscapeSchema.NAME)))
        .forEach(this::deleteContents);
  }

  @Override
  public LandscapeCounts counts(String name) {
    return read(name, LandscapeReader::counts);
  }

  @Override
  public Network network(String name) {
    return read(name, LandscapeReader::network);
  }

  @Override
  public List<Run> runs(String name) {
    return read(name, LandscapeReader::runs);
  }

  @Override
  public Optional<Checkpoint> checkpoint(String name) {
    return read(name, LandscapeReader::checkpoint);
  }

  @Override
  public double[] property(String landscape, String property) {
    return read(landscape, reader -> reader.property(property));
  }

  @Override
  public List<String> propertyNames(String landscape) {
    return read(landscape, LandscapeReader::propertyNames);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, double[] values) {
    writeProperty(
        landscape,
        property,
        ids,
        values.length,
        i -> Double.isNaN(values[i]) ? null : (Object) values[i]);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, long[] values) {
    writeProperty(landscape, property, ids, values.length, i -> values[i]);
  }

  @Override
  public void writeProperty(String landscape, String property, long[] ids, String[] values) {
    writeProperty(landscape, property, ids, values.length, i -> values[i]);
  }

  private void writeProperty(
      String landscape,
      String property,
      long[] ids,
      int count,
      IntFunction<@Nullable Object> value) {
    if (ids.length != count) {
      throw new IllegalArgumentException(
          "property '"
              + property
              + "': expected as many values as ids, found "
              + count
              + " and "
              + ids.length);
    }
    PointProperties.checkObservables(landscape, List.of(property));
    checkOpen();
    sinks.awaitWrites(landscape);
    ValueWriter<T> writer = valueWriter(landscape, property);
    for (int from = 0; from < count; from += entitiesInATransaction) {
      int to = Math.min(count, from + entitiesInATransaction);
      long[] some = Arrays.copyOfRange(ids, from, to);
      @Nullable Object[] values = new @Nullable Object[some.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(from + i);
      }
      boolean unused =
          write(
              tx -> {
                OptionalLong missing = writer.write(tx, some, values);
                if (missing.isPresent()) {
                  throw new LandscapeStoreException(
                      "landscape '"
                          + landscape
                          + "': no minimum "
                          + missing.getAsLong()
                          + " to write '"
                          + property
                          + "' to");
                }
                return true;
              });
    }
  }

  @Override
  public LandscapeSink openSink(String name) {
    boolean unused = read(name, reader -> true);
    return sinks.open(name, target(name));
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    try {
      sinks.close();
    } finally {
      beforeClosing();
      synchronized (this) {
        closed = true;
      }
      closeMedium();
    }
  }
}
