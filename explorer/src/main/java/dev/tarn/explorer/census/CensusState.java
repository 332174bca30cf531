package dev.tarn.explorer.census;

import dev.tarn.explorer.census.CensusOutcome.Find;
import dev.tarn.explorer.census.CensusOutcome.Fresh;
import dev.tarn.explorer.census.CensusOutcome.Known;
import dev.tarn.explorer.census.CensusPoints.Kind;
import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.LandscapeUpdate.HitCounts;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import dev.tarn.potentials.Potential;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a census knows. Outcomes are merged into it in the order of their tasks; what is new
 * since the last call is handed out as an update for the store.
 *
 * <p>Hits change with every search; they are kept in the checkpoint, and written to the points at
 * the end only.
 */
final class CensusState {
  private static final double FORGETTING = 0.9;

  private final CensusSettings settings;
  private final Potential potential;
  private final CensusPoints points;
  private CensusStatistics statistics = new CensusStatistics();
  private final Map<Integer, long[]> ends = new HashMap<>();
  private final TreeMap<Integer, Deque<Integer>> waiting = new TreeMap<>();
  private long[] storedHits = new long[64];
  private int stored;

  CensusState(CensusSettings settings) {
    this.settings = settings;
    potential = settings.potential().potential();
    points =
        new CensusPoints(
            potential.symmetry(),
            settings.tolerance(),
            potential.lengthScale(),
            potential.dimension());
  }

  CensusPoints points() {
    return points;
  }

  CensusStatistics statistics() {
    return statistics;
  }

  // -- reading a stored census back

  void restore(LandscapeStore store, CheckpointSections sections) {
    String name = settings.landscape();
    List<StationaryPoint> minima = new ArrayList<>();
    List<StationaryPoint> saddles = new ArrayList<>();
    List<StationaryPoint> others = new ArrayList<>();
    store.forEachMinimum(name, minima::add);
    store.forEachTransitionState(name, saddles::add);
    store.forEachStationaryPoint(name, others::add);
    Map<Kind, Deque<StationaryPoint>> byKind =
        Map.of(
            Kind.MINIMUM, new ArrayDeque<>(minima),
            Kind.TRANSITION_STATE, new ArrayDeque<>(saddles),
            Kind.UNCONNECTED, new ArrayDeque<>(others));
    statistics =
        CensusStatistics.decode(
            sections,
            (kind, relaxed, hits, samples) -> {
              StationaryPoint point = byKind.getOrDefault(kind, new ArrayDeque<>()).poll();
              if (point == null) {
                throw new LandscapeStoreException(
                    "landscape "
                        + name
                        + ": the census cannot be resumed, points of it are missing");
              }
              int at = points.add(StoredPoint.read(point), kind);
              if (point instanceof TransitionState saddle) {
                ends.put(at, new long[] {saddle.higherMinimum(), saddle.lowerMinimum()});
              }
              points.setHits(at, hits, samples);
              if (relaxed) {
                points.setRelaxed(at);
              } else {
                queue(at);
              }
              noteStored(at, point.hits());
            });
    stored = points.size();
  }

  private void noteStored(int at, long hits) {
    if (at >= storedHits.length) {
      storedHits = Arrays.copyOf(storedHits, 2 * at);
    }
    storedHits[at] = hits;
  }

  private void queue(int at) {
    if (settings.methods().contains(CensusMethod.RELAXATION)
        && points.kind(at) != Kind.TRANSITION_STATE) {
      waiting.computeIfAbsent(points.point(at).index(), i -> new ArrayDeque<>()).add(at);
    }
  }

  // -- relaxation

  /** Positions of the points to leave downwards, those of the highest index first. */
  Iterator<Integer> toRelax() {
    return waiting.descendingMap().values().stream().flatMap(Deque::stream).iterator();
  }

  boolean isRelaxed() {
    return waiting.values().stream().allMatch(Deque::isEmpty);
  }

  // -- merging

  void merge(CensusTask task, CensusOutcome outcome) {
    CensusStatistics.Tally tally = statistics.tally(task.method());
    tally.searches += task.searches();
    tally.gradients += outcome.gradients();
    tally.hessians += outcome.hessians();
    double cost =
        outcome.gradients()
            + task.method().factorisations() * potential.dimension() * outcome.hessians();
    tally.cost += cost;
    tally.recentCost += cost;
    outcome
        .failures()
        .forEach((why, times) -> statistics.failures.merge(why, (long) times, Long::sum));
    boolean sample = !task.isRelaxation();
    if (task.isRelaxation()) {
      points.setRelaxed(task.position());
      waiting.getOrDefault(task.index(), new ArrayDeque<>()).remove(task.position());
    }
    boolean reached = false;
    for (Find find : outcome.finds()) {
      int before = points.isolatedCount();
      int at = place(find);
      points.hit(at, sample);
      tally.hits++;
      int found = points.isolatedCount() - before;
      tally.newPoints += found;
      tally.recentPoints += found;
      reached |= points.point(at).index() == statistics.top;
    }
    if (task.method() == CensusMethod.RELAXATION && sample && task.index() >= 0) {
      statistics.topFailures = reached ? 0 : statistics.topFailures + 1;
    }
  }

  private int place(Find find) {
    if (find instanceof Known known) {
      return known.position();
    }
    Fresh fresh = (Fresh) find;
    CensusPoint point = fresh.point();
    int there =
        point.isSingular()
            ? points.findSingular(point)
            : points.findIsolated(point.energy(), point.coordinates());
    if (there >= 0) {
      return there;
    }
    int at;
    if (!fresh.sides().isEmpty()) {
      long one = points.id(placeHit(fresh.sides().get(0)));
      long two = points.id(placeHit(fresh.sides().get(1)));
      at = points.add(point, Kind.TRANSITION_STATE);
      ends.put(at, new long[] {one, two});
    } else {
      boolean minimum = point.index() == 0 && !point.isSingular();
      at = points.add(point, minimum ? Kind.MINIMUM : Kind.UNCONNECTED);
    }
    if (!points.isRelaxed(at)) {
      queue(at);
    }
    return at;
  }

  private int placeHit(Find find) {
    int at = place(find);
    points.hit(at, false);
    return at;
  }

  /** Ends a round: what is recent fades. */
  void endRound() {
    statistics
        .tallies
        .values()
        .forEach(
            tally -> {
              tally.recentPoints *= FORGETTING;
              tally.recentCost *= FORGETTING;
            });
  }

  // -- for the store

  /** New points since the last call; with {@code last}, also those whose hits have changed. */
  LandscapeUpdate takeUpdate(Run run, Checkpoint checkpoint, boolean last) {
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> saddles = new ArrayList<>();
    List<UnconnectedStationaryPoint> others = new ArrayList<>();
    for (int at = last ? 0 : stored; at < points.size(); at++) {
      if (at < stored && storedHits[at] == points.hits(at)) {
        continue;
      }
      noteStored(at, points.hits(at));
      switch (points.kind(at)) {
        case MINIMUM -> minima.add(StoredPoint.minimum(points, at));
        case TRANSITION_STATE -> saddles.add(StoredPoint.saddle(points, at, endsOf(at)));
        case UNCONNECTED -> others.add(StoredPoint.unconnected(points, at));
      }
    }
    stored = points.size();
    return new LandscapeUpdate(
        minima,
        saddles,
        others,
        HitCounts.NONE,
        HitCounts.NONE,
        Optional.of(run),
        Optional.of(checkpoint));
  }

  /** Ids of the higher and the lower end. */
  private long[] endsOf(int at) {
    long @Nullable [] found = ends.get(at);
    if (found == null) {
      throw new IllegalStateException("transition state without ends");
    }
    return found;
  }
}
