package dev.tarn.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A store that forgets everything when it is closed: for trying things out, for tests, and as the
 * measure of what a lasting store must do.
 *
 * <p>Thread-safe. Points are held as they are handed in; arrays are not copied.
 */
public final class InMemoryLandscapeStore implements LandscapeStore {
  private final SortedMap<String, Contents> landscapes = new TreeMap<>();
  private boolean closed;

  /** An empty store. */
  public InMemoryLandscapeStore() {}

  /** One landscape with everything that was found on it. */
  private static final class Contents {
    private final Landscape landscape;
    private final SortedMap<Long, Minimum> minima = new TreeMap<>();
    private final SortedMap<Long, TransitionState> transitionStates = new TreeMap<>();
    private final SortedMap<Long, UnconnectedStationaryPoint> stationaryPoints = new TreeMap<>();
    private final SortedMap<Long, Run> runs = new TreeMap<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private boolean beingWritten;

    private Contents(Landscape landscape) {
      this.landscape = landscape;
    }

    /** Refuses an update that cannot be applied whole. */
    private void check(LandscapeUpdate update) {
      Set<Long> newMinima = new HashSet<>();
      update.minima().forEach(m -> newMinima.add(m.id()));
      Set<Long> newTransitionStates = new HashSet<>();
      for (TransitionState t : update.transitionStates()) {
        newTransitionStates.add(t.id());
        for (long end : new long[] {t.higherMinimum(), t.lowerMinimum()}) {
          if (!minima.containsKey(end) && !newMinima.contains(end)) {
            throw LandscapeStoreException.missingEnd(landscape.name(), t.id(), end);
          }
        }
        TransitionState known = transitionStates.get(t.id());
        if (known != null && !sameEnds(known, t)) {
          throw LandscapeStoreException.changedEnds(landscape.name(), t.id());
        }
      }
      for (long id : update.minimumHits().ids()) {
        if (!minima.containsKey(id) && !newMinima.contains(id)) {
          throw LandscapeStoreException.hitsOfUnknown(landscape.name(), "minimum", id);
        }
      }
      for (long id : update.transitionStateHits().ids()) {
        if (!transitionStates.containsKey(id) && !newTransitionStates.contains(id)) {
          throw LandscapeStoreException.hitsOfUnknown(landscape.name(), "transition state", id);
        }
      }
    }

    private static boolean sameEnds(TransitionState a, TransitionState b) {
      return Math.min(a.higherMinimum(), a.lowerMinimum())
              == Math.min(b.higherMinimum(), b.lowerMinimum())
          && Math.max(a.higherMinimum(), a.lowerMinimum())
              == Math.max(b.higherMinimum(), b.lowerMinimum());
    }

    private void apply(LandscapeUpdate update) {
      update.minima().forEach(m -> minima.put(m.id(), m));
      update.transitionStates().forEach(t -> transitionStates.put(t.id(), t));
      update.stationaryPoints().forEach(s -> stationaryPoints.put(s.id(), s));
      LandscapeUpdate.HitCounts hits = update.minimumHits();
      for (int i = 0; i < hits.ids().length; i++) {
        long newHits = hits.hits()[i];
        minima.computeIfPresent(hits.ids()[i], (id, m) -> m.withHits(newHits));
      }
      hits = update.transitionStateHits();
      for (int i = 0; i < hits.ids().length; i++) {
        long newHits = hits.hits()[i];
        transitionStates.computeIfPresent(hits.ids()[i], (id, t) -> t.withHits(newHits));
      }
      update.run().ifPresent(run -> runs.put(run.id(), run));
      if (update.checkpoint().isPresent()) {
        checkpoint = update.checkpoint();
      }
    }

    /** Downhill by the energies held now, whichever way round the ends were handed in. */
    private TransitionState oriented(TransitionState t) {
      Minimum higher = minimum(t.higherMinimum());
      Minimum lower = minimum(t.lowerMinimum());
      return TransitionState.pointsDownhill(higher, lower) ? t : reversed(t);
    }

    private static TransitionState reversed(TransitionState t) {
      return new TransitionState(
          t.id(),
          t.lowerMinimum(),
          t.higherMinimum(),
          t.energy(),
          t.logDetHessian(),
          t.symmetryOrder(),
          t.lowestEigenvalue(),
          t.rmsGradient(),
          t.hits(),
          t.coordinates(),
          t.observables());
    }

    private Minimum minimum(long id) {
      Minimum minimum = minima.get(id);
      if (minimum == null) {
        throw new IllegalStateException("minimum " + id + " vanished");
      }
      return minimum;
    }

    private List<TransitionState> orientedTransitionStates() {
      return transitionStates.values().stream().map(this::oriented).toList();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
  }

  private Contents contents(String name) {
    checkOpen();
    Contents contents = landscapes.get(name);
    if (contents == null) {
      throw LandscapeStoreException.unknownLandscape(name, landscapes.keySet());
    }
    return contents;
  }

  @Override
  public synchronized List<Landscape> landscapes() {
    checkOpen();
    return landscapes.values().stream().map(c -> c.landscape).toList();
  }

  @Override
  public synchronized Optional<Landscape> landscape(String name) {
    checkOpen();
    return Optional.ofNullable(landscapes.get(name)).map(c -> c.landscape);
  }

  @Override
  public synchronized void create(Landscape landscape) {
    checkOpen();
    if (landscapes.putIfAbsent(landscape.name(), new Contents(landscape)) != null) {
      throw LandscapeStoreException.nameTaken(landscape.name());
    }
  }

  @Override
  public synchronized boolean delete(String name) {
    checkOpen();
    Contents contents = landscapes.get(name);
    if (contents != null && contents.beingWritten) {
      throw LandscapeStoreException.beingWritten(name);
    }
    return landscapes.remove(name) != null;
  }

  @Override
  public synchronized LandscapeCounts counts(String name) {
    Contents contents = contents(name);
    return new LandscapeCounts(
        contents.minima.size(), contents.transitionStates.size(), contents.stationaryPoints.size());
  }

  @Override
  public synchronized Network network(String name) {
    Contents contents = contents(name);
    Network.Builder builder = Network.builder(contents.landscape);
    contents.minima.values().forEach(builder::addMinimum);
    contents.transitionStates.values().forEach(builder::addTransitionState);
    return builder.build();
  }

  @Override
  public void forEachMinimum(String name, Consumer<? super Minimum> action) {
    List<Minimum> snapshot;
    synchronized (this) {
      snapshot = List.copyOf(contents(name).minima.values());
    }
    snapshot.forEach(action);
  }

  @Override
  public void forEachTransitionState(String name, Consumer<? super TransitionState> action) {
    List<TransitionState> snapshot;
    synchronized (this) {
      snapshot = contents(name).orientedTransitionStates();
    }
    snapshot.forEach(action);
  }

  @Override
  public void forEachStationaryPoint(
      String name, Consumer<? super UnconnectedStationaryPoint> action) {
    List<UnconnectedStationaryPoint> snapshot;
    synchronized (this) {
      snapshot = List.copyOf(contents(name).stationaryPoints.values());
    }
    snapshot.forEach(action);
  }

  @Override
  public synchronized List<Run> runs(String name) {
    return new ArrayList<>(contents(name).runs.values());
  }

  @Override
  public synchronized Optional<Checkpoint> checkpoint(String name) {
    return contents(name).checkpoint;
  }

  @Override
  public synchronized LandscapeSink openSink(String name) {
    Contents contents = contents(name);
    if (contents.beingWritten) {
      throw LandscapeStoreException.beingWritten(name);
    }
    contents.beingWritten = true;
    return new Sink(contents);
  }

  @Override
  public synchronized void close() {
    closed = true;
    landscapes.clear();
  }

  private final class Sink implements LandscapeSink {
    private final Contents contents;
    private boolean open = true;

    private Sink(Contents contents) {
      this.contents = contents;
    }

    @Override
    public void commit(LandscapeUpdate update) {
      synchronized (InMemoryLandscapeStore.this) {
        if (!open) {
          throw new IllegalStateException(
              "landscape " + contents.landscape.name() + ": the sink is closed");
        }
        contents.check(update);
        contents.apply(update);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      synchronized (InMemoryLandscapeStore.this) {
        if (open) {
          open = false;
          contents.beingWritten = false;
        }
      }
    }
  }
}
