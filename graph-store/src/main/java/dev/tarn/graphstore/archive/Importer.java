package dev.tarn.graphstore.archive;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings one archive into a store: whole, or not at all. */
final class Importer implements ArchiveReader.Receiver {
  private static final int POINTS_IN_AN_UPDATE = 5000;

  private final LandscapeStore store;
  private final ArchiveFormat format;
  private final ArchiveReader reader;
  private final ImportProgress progress;
  private final Map<String, long[]> sets = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Landscape landscape;
  private @Nullable LandscapeSink sink;
  private List<Minimum> minima = new ArrayList<>();
  private List<TransitionState> transitionStates = new ArrayList<>();
  private List<UnconnectedStationaryPoint> points = new ArrayList<>();
  private long minimaSeen;
  private long transitionStatesSeen;
  private long pointsSeen;

  private Importer(
      LandscapeStore store, ArchiveFormat format, ArchiveReader reader, ImportProgress progress) {
    this.store = store;
    this.format = format;
    this.reader = reader;
    this.progress = progress;
  }

  static ImportSummary run(
      LandscapeStore store,
      ArchiveFormat format,
      ArchiveReader reader,
      String name,
      ImportProgress progress) {
    if (store.landscape(name).isPresent()) {
      throw LandscapeStoreException.nameTaken(name);
    }
    Importer importer = new Importer(store, format, reader, progress);
    try {
      reader.read(name, importer);
      return importer.finish(name);
    } catch (RuntimeException | Error e) {
      importer.undo(name, e);
      throw e;
    }
  }

  private ImportSummary finish(String name) {
    hand();
    LandscapeSink open = sink;
    if (open == null || landscape == null) {
      throw new IllegalStateException("the reader passed no landscape");
    }
    open.close();
    sink = null;
    if (store instanceof GraphStore graph) {
      writeSets(graph, name);
      graph.makePermanent(name);
    }
    return new ImportSummary(
        landscape, format, minimaSeen, transitionStatesSeen, pointsSeen, sets, notes);
  }

  /** A property {@code set} with the names of the sets that a minimum is in, such as A. */
  private void writeSets(GraphStore graph, String name) {
    Map<Long, String> names = new LinkedHashMap<>();
    sets.forEach(
        (set, ids) -> {
          for (long id : ids) {
            names.merge(id, set, String::concat);
          }
        });
    long[] ids = names.keySet().stream().mapToLong(Long::longValue).toArray();
    graph.writeProperty(name, "set", ids, names.values().toArray(new String[0]));
  }

  private void undo(String name, Throwable cause) {
    try {
      if (sink != null) {
        sink.close();
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
    try {
      if (landscape != null) {
        store.delete(name);
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void landscape(Landscape newLandscape) {
    if (store instanceof GraphStore graph) {
      graph.createProvisional(newLandscape);
    } else {
      store.create(newLandscape);
    }
    landscape = newLandscape;
    sink = store.openSink(newLandscape.name());
  }

  @Override
  public void minimum(Minimum minimum) {
    minima.add(minimum);
    minimaSeen++;
    handIfFull(minima.size());
  }

  @Override
  public void transitionState(TransitionState transitionState) {
    transitionStates.add(transitionState);
    transitionStatesSeen++;
    handIfFull(transitionStates.size());
  }

  @Override
  public void stationaryPoint(UnconnectedStationaryPoint point) {
    points.add(point);
    pointsSeen++;
    handIfFull(points.size());
  }

  @Override
  public void set(String name, long[] ids) {
    sets.put(name, ids);
  }

  @Override
  public void note(String note) {
    notes.add(note);
  }

  private void handIfFull(int size) {
    if (size >= POINTS_IN_AN_UPDATE) {
      hand();
    }
  }

  private void hand() {
    if (sink == null) {
      return;
    }
    sink.commit(
        new LandscapeUpdate(
            minima,
            transitionStates,
            points,
            LandscapeUpdate.HitCounts.NONE,
            LandscapeUpdate.HitCounts.NONE,
            Optional.empty(),
            Optional.empty()));
    minima = new ArrayList<>();
    transitionStates = new ArrayList<>();
    points = new ArrayList<>();
    progress.report(minimaSeen + transitionStatesSeen + pointsSeen, reader.fraction());
  }
}
