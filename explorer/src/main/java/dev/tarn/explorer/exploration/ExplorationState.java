package dev.tarn.explorer.exploration;

import dev.tarn.explorer.exploration.ExplorationOutcome.Connection;
import dev.tarn.explorer.exploration.ExplorationOutcome.FoundPoint;
import dev.tarn.explorer.exploration.ExplorationOutcome.Fresh;
import dev.tarn.explorer.exploration.ExplorationOutcome.FreshConnection;
import dev.tarn.explorer.exploration.ExplorationOutcome.Known;
import dev.tarn.explorer.exploration.ExplorationOutcome.KnownConnection;
import dev.tarn.explorer.exploration.ExplorationOutcome.KnownUnconnected;
import dev.tarn.explorer.exploration.ExplorationOutcome.UnconnectedSaddle;
import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.Walk;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.LandscapeUpdate.HitCounts;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import dev.tarn.potentials.symmetry.KnownPoints;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * All that an exploration knows. Outcomes are merged into it in the order of their tasks; what
 * changed since the last call is handed out as an update for the store.
 */
final class ExplorationState {
  /** A new minimum leads to transition states: it counts for several of them. */
  private static final double WORTH_OF_A_MINIMUM = 3;

  /** In energy calls, with the linear algebra that follows. */
  private static final double COST_OF_A_HESSIAN = 20;

  final SearchStatistics statistics;
  private final KnownPoints minima;
  private final KnownPoints transitionStates;
  private final KnownPoints unconnectedPoints;
  private long[] minimumHits = new long[64];
  private long[] saddleHits = new long[64];
  private int[] degree = new int[64];
  private int[] parent = new int[64];
  private int[] higherEnd = new int[64];
  private int[] lowerEnd = new int[64];
  private final BitSet changedMinima = new BitSet();
  private final BitSet changedSaddles = new BitSet();
  private final List<Minimum> newMinima = new ArrayList<>();
  private final List<TransitionState> newSaddles = new ArrayList<>();
  private final List<UnconnectedStationaryPoint> unconnected = new ArrayList<>();
  private final BitSet changedUnconnected = new BitSet();
  private int components;
  private int lowest = -1;

  ExplorationState(Symmetry symmetry, ExplorationSettings.Tolerance tolerance, double scale) {
    this(symmetry, tolerance, scale, new SearchStatistics());
  }

  ExplorationState(
      Symmetry symmetry,
      ExplorationSettings.Tolerance tolerance,
      double scale,
      SearchStatistics statistics) {
    this.statistics = statistics;
    double distance = tolerance.distance() * scale;
    minima = new KnownPoints(symmetry, tolerance.energy(), distance);
    transitionStates = new KnownPoints(symmetry, tolerance.energy(), distance);
    unconnectedPoints = new KnownPoints(symmetry, tolerance.energy(), distance);
  }

  // -- reading a stored landscape back

  void restore(Minimum minimum) {
    int at = addMinimum(minimum.energy(), minimum.coordinates());
    minimumHits[at] = minimum.hits();
    expectId("minimum", minimum.id(), at);
  }

  void restore(TransitionState saddle) {
    int at =
        addSaddle(
            saddle.energy(),
            saddle.coordinates(),
            (int) saddle.higherMinimum() - 1,
            (int) saddle.lowerMinimum() - 1);
    saddleHits[at] = saddle.hits();
    expectId("transition state", saddle.id(), at);
  }

  void restore(UnconnectedStationaryPoint point) {
    int at = unconnectedPoints.add(point.energy(), point.coordinates());
    unconnected.add(point);
    expectId("stationary point", point.id(), at);
  }

  private static void expectId(String kind, long id, int at) {
    if (id != at + 1L) {
      throw new IllegalStateException(
          "cannot resume: expected "
              + kind
              + " "
              + (at + 1)
              + ", found "
              + id
              + "; was the landscape imported or edited?");
    }
  }

  // -- what is known

  KnownLandscape snapshot() {
    return new KnownLandscape(minima, transitionStates, unconnectedPoints);
  }

  int minimumCount() {
    return minima.size();
  }

  int saddleCount() {
    return transitionStates.size();
  }

  int unconnectedCount() {
    return unconnectedPoints.size();
  }

  /** Position of the lowest minimum, or -1. */
  int lowestMinimum() {
    return lowest;
  }

  KnownPoints minima() {
    return minima;
  }

  KnownPoints saddles() {
    return transitionStates;
  }

  /** Transition states at a minimum, parallel and degenerate ones included. */
  int degree(int minimum) {
    return degree[minimum];
  }

  long saddleHits(int saddle) {
    return saddleHits[saddle];
  }

  int lowerEnd(int saddle) {
    return lowerEnd[saddle];
  }

  int higherEnd(int saddle) {
    return higherEnd[saddle];
  }

  int componentCount() {
    return components;
  }

  /** Representative of the connected component of a minimum. */
  int component(int minimum) {
    int at = minimum;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  Coverage minimaCoverage() {
    return Coverage.ofHits(minimumHits, minima.size());
  }

  Coverage saddleCoverage() {
    return Coverage.ofHits(saddleHits, transitionStates.size());
  }

  // -- merging

  /** Merges the outcome of a task. */
  void merge(ExplorationTask task, ExplorationOutcome outcome) {
    int minimaBefore = minima.size();
    int saddlesBefore = transitionStates.size();
    statistics.searches++;
    statistics.energyCalls += outcome.energyCalls();
    statistics.hessianCalls += outcome.hessianCalls();
    outcome
        .failures()
        .forEach((why, times) -> statistics.failures.merge(why, (long) times, Long::sum));
    if (task instanceof ExplorationTask.SingleEnded search) {
      statistics.countAttempt(search.minimum());
    } else if (task instanceof ExplorationTask.DoubleEnded search) {
      statistics.remember(search.minimum(), search.otherMinimum());
    }
    for (FoundPoint sighting : outcome.minima()) {
      int at = hitMinimum(sighting);
      if (task instanceof ExplorationTask.Hopping hops && at >= 0) {
        Walk walk = statistics.walks.walk(hops.walk());
        if (walk.lowest() < 0 || minima.energy(at) < minima.energy(walk.lowest())) {
          walk.lowest(at);
        }
      }
    }
    if (task instanceof ExplorationTask.Hopping hops && !outcome.replicas().isEmpty()) {
      statistics.walks.walk(hops.walk()).replace(hops.replica(), outcome.replicas().get(0));
    }
    // What lies beside a known transition state is found too easily from there to count as a hit.
    boolean beside = task instanceof ExplorationTask.SingleEnded search && search.besideSaddle();
    for (Connection connection : outcome.connections()) {
      if (!beside || !(connection instanceof KnownConnection)) {
        merge(connection);
      }
    }
    if (task.approach() != Approach.NONE) {
      statistics.credit(
          task.approach(),
          transitionStates.size()
              - saddlesBefore
              + WORTH_OF_A_MINIMUM * (minima.size() - minimaBefore),
          outcome.energyCalls() + COST_OF_A_HESSIAN * outcome.hessianCalls());
    }
  }

  private void merge(Connection connection) {
    if (connection instanceof KnownConnection known) {
      hitSaddle((int) known.id() - 1);
    } else if (connection instanceof KnownUnconnected known) {
      hitUnconnected((int) known.id() - 1);
    } else if (connection instanceof UnconnectedSaddle apart) {
      hitUnconnected(apart.saddle());
      statistics.failures.merge("saddle kept apart: " + apart.reason(), 1L, Long::sum);
    } else if (connection instanceof FreshConnection fresh) {
      VerifiedPoint saddle = fresh.saddle();
      int at = transitionStates.find(saddle.energy(), saddle.coordinates());
      if (at < 0) {
        int one = place(fresh.side());
        int two = place(fresh.otherSide());
        if (one < 0 || two < 0) {
          hitUnconnected(saddle);
          statistics.failures.merge("saddle kept apart: a side is flat", 1L, Long::sum);
          return;
        }
        at = addFresh(saddle, one, two);
      }
      hitSaddle(at);
    }
  }

  private int addFresh(VerifiedPoint saddle, int one, int two) {
    boolean oneIsHigher =
        TransitionState.pointsDownhill(minima.energy(one), one + 1L, minima.energy(two), two + 1L);
    int higher = oneIsHigher ? one : two;
    int lower = oneIsHigher ? two : one;
    int at = addSaddle(saddle.energy(), saddle.coordinates(), higher, lower);
    newSaddles.add(
        new TransitionState(
            at + 1L,
            higher + 1L,
            lower + 1L,
            saddle.energy(),
            saddle.logDetHessian(),
            saddle.symmetryOrder(),
            saddle.lowestEigenvalue(),
            saddle.rmsGradient(),
            0,
            saddle.coordinates(),
            Observables.NONE));
    return at;
  }

  private void hitSaddle(int at) {
    statistics.saddleHits++;
    saddleHits[at]++;
    changedSaddles.set(at);
    hitMinimum(higherEnd[at]);
    if (lowerEnd[at] != higherEnd[at]) {
      hitMinimum(lowerEnd[at]);
    }
  }

  private void hitMinimum(int at) {
    minimumHits[at]++;
    changedMinima.set(at);
  }

  /** Counts a sighting; position of the minimum, or -1 if it is flat. */
  private int hitMinimum(FoundPoint sighting) {
    int at = place(sighting);
    if (at >= 0) {
      hitMinimum(at);
    }
    return at;
  }

  /** Separate walks of basin-hopping that came to the lowest minimum. */
  long arrivals() {
    return lowest < 0 ? 0 : statistics.walks.arrivals(lowest);
  }

  /** Position of the minimum that was seen, added if it is new; -1 if it is flat. */
  private int place(FoundPoint sighting) {
    if (sighting instanceof Known known) {
      return (int) known.id() - 1;
    }
    if (sighting instanceof KnownUnconnected known) {
      hitUnconnected((int) known.id() - 1);
      return -1;
    }
    VerifiedPoint point = ((Fresh) sighting).point();
    if (!point.isMinimum()) {
      hitUnconnected(point);
      return -1;
    }
    int at = minima.find(point.energy(), point.coordinates());
    if (at < 0) {
      at = addMinimum(point.energy(), point.coordinates());
      newMinima.add(
          new Minimum(
              at + 1L,
              point.energy(),
              point.logDetHessian(),
              point.symmetryOrder(),
              point.rmsGradient(),
              0,
              point.coordinates(),
              point.observables()));
    }
    return at;
  }

  private void hitUnconnected(VerifiedPoint point) {
    int at = unconnectedPoints.find(point.energy(), point.coordinates());
    if (at < 0) {
      at = unconnectedPoints.add(point.energy(), point.coordinates());
      unconnected.add(
          new UnconnectedStationaryPoint(
              at + 1L,
              point.index(),
              point.unexpectedZeroEigenvalues(),
              point.energy(),
              point.logDetHessian(),
              point.symmetryOrder(),
              point.rmsGradient(),
              0,
              point.coordinates(),
              Observables.NONE));
    }
    hitUnconnected(at);
  }

  private void hitUnconnected(int at) {
    unconnected.set(at, unconnected.get(at).withHits(unconnected.get(at).hits() + 1));
    changedUnconnected.set(at);
  }

  private int addMinimum(double energy, double[] coordinates) {
    int at = minima.add(energy, coordinates);
    if (at >= degree.length) {
      degree = Arrays.copyOf(degree, 2 * at);
      parent = Arrays.copyOf(parent, 2 * at);
      minimumHits = Arrays.copyOf(minimumHits, 2 * at);
    }
    parent[at] = at;
    components++;
    if (lowest < 0 || energy < minima.energy(lowest)) {
      lowest = at;
    }
    return at;
  }

  private int addSaddle(double energy, double[] coordinates, int higher, int lower) {
    int at = transitionStates.add(energy, coordinates);
    if (at >= higherEnd.length) {
      higherEnd = Arrays.copyOf(higherEnd, 2 * at);
      lowerEnd = Arrays.copyOf(lowerEnd, 2 * at);
      saddleHits = Arrays.copyOf(saddleHits, 2 * at);
    }
    higherEnd[at] = higher;
    lowerEnd[at] = lower;
    degree[higher]++;
    if (lower != higher) {
      degree[lower]++;
    }
    int a = component(higher);
    int b = component(lower);
    if (a != b) {
      parent[Math.max(a, b)] = Math.min(a, b);
      components--;
    }
    return at;
  }

  /** What changed since the last call, for the store. */
  LandscapeUpdate takeUpdate(Run run, Checkpoint checkpoint) {
    int firstNewMinimum = minima.size() - newMinima.size();
    int firstNewSaddle = transitionStates.size() - newSaddles.size();
    newMinima.replaceAll(m -> m.withHits(minimumHits[(int) m.id() - 1]));
    newSaddles.replaceAll(t -> t.withHits(saddleHits[(int) t.id() - 1]));
    changedMinima.clear(firstNewMinimum, minima.size());
    changedSaddles.clear(firstNewSaddle, transitionStates.size());
    LandscapeUpdate update =
        new LandscapeUpdate(
            newMinima,
            newSaddles,
            changedUnconnected.stream().mapToObj(unconnected::get).toList(),
            counts(changedMinima, minimumHits),
            counts(changedSaddles, saddleHits),
            Optional.of(run),
            Optional.of(checkpoint));
    newMinima.clear();
    newSaddles.clear();
    changedUnconnected.clear();
    changedMinima.clear();
    changedSaddles.clear();
    return update;
  }

  private static HitCounts counts(BitSet changed, long[] hits) {
    int[] positions = changed.stream().toArray();
    long[] ids = new long[positions.length];
    long[] totals = new long[positions.length];
    for (int k = 0; k < positions.length; k++) {
      ids[k] = positions[k] + 1L;
      totals[k] = hits[positions[k]];
    }
    return new HitCounts(ids, totals);
  }
}
