package dev.tarn.explorer.exploration;

import dev.tarn.explorer.exploration.SearchOutcome.Connection;
import dev.tarn.explorer.exploration.SearchOutcome.Fresh;
import dev.tarn.explorer.exploration.SearchOutcome.FreshConnection;
import dev.tarn.explorer.exploration.SearchOutcome.Known;
import dev.tarn.explorer.exploration.SearchOutcome.KnownConnection;
import dev.tarn.explorer.exploration.SearchOutcome.KnownOther;
import dev.tarn.explorer.exploration.SearchOutcome.LooseSaddle;
import dev.tarn.explorer.exploration.SearchOutcome.Sighting;
import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.Ladder;
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
final class Knowledge {
  /** A new minimum leads to transition states: it counts for several of them. */
  private static final double WORTH_OF_A_MINIMUM = 3;

  /** In energy calls, with the linear algebra that follows. */
  private static final double COST_OF_A_HESSIAN = 20;

  final SearchMemory memory;
  private final KnownPoints minima;
  private final KnownPoints transitionStates;
  private final KnownPoints loosePoints;
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
  private final List<UnconnectedStationaryPoint> loose = new ArrayList<>();
  private final BitSet changedLoose = new BitSet();
  private int components;
  private int lowest = -1;

  Knowledge(Symmetry symmetry, ExplorationSettings.Tolerance tolerance, double scale) {
    this(symmetry, tolerance, scale, new SearchMemory());
  }

  Knowledge(
      Symmetry symmetry,
      ExplorationSettings.Tolerance tolerance,
      double scale,
      SearchMemory memory) {
    this.memory = memory;
    double distance = tolerance.distance() * scale;
    minima = new KnownPoints(symmetry, tolerance.energy(), distance);
    transitionStates = new KnownPoints(symmetry, tolerance.energy(), distance);
    loosePoints = new KnownPoints(symmetry, tolerance.energy(), distance);
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
    int at = loosePoints.add(point.energy(), point.coordinates());
    loose.add(point);
    expectId("stationary point", point.id(), at);
  }

  private static void expectId(String kind, long id, int at) {
    if (id != at + 1L) {
      throw new IllegalStateException(
          "cannot go on exploring: expected "
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
    return new KnownLandscape(minima, transitionStates, loosePoints);
  }

  int minimumCount() {
    return minima.size();
  }

  int saddleCount() {
    return transitionStates.size();
  }

  int looseCount() {
    return loosePoints.size();
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
  void merge(SearchTask task, SearchOutcome outcome) {
    int minimaBefore = minima.size();
    int saddlesBefore = transitionStates.size();
    memory.searches++;
    memory.energyCalls += outcome.energyCalls();
    memory.hessianCalls += outcome.hessianCalls();
    outcome.failures().forEach((why, times) -> memory.failures.merge(why, (long) times, Long::sum));
    if (task instanceof SearchTask.SingleEnded search) {
      memory.countAttempt(search.minimum());
    } else if (task instanceof SearchTask.DoubleEnded search) {
      memory.remember(search.minimum(), search.otherMinimum());
    }
    for (Sighting sighting : outcome.minima()) {
      int at = hitMinimum(sighting);
      if (task instanceof SearchTask.Hopping hops && at >= 0) {
        Ladder ladder = memory.descents.ladder(hops.ladder());
        if (ladder.lowest() < 0 || minima.energy(at) < minima.energy(ladder.lowest())) {
          ladder.lowest(at);
        }
      }
    }
    if (task instanceof SearchTask.Hopping hops && !outcome.chains().isEmpty()) {
      memory.descents.ladder(hops.ladder()).replace(hops.rung(), outcome.chains().get(0));
    }
    // What lies beside a known transition state is found too easily from there to count as a hit.
    boolean beside = task instanceof SearchTask.SingleEnded search && search.besideSaddle();
    for (Connection connection : outcome.connections()) {
      if (!beside || !(connection instanceof KnownConnection)) {
        merge(connection);
      }
    }
    if (task.approach() != Approach.NONE) {
      memory.credit(
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
    } else if (connection instanceof KnownOther known) {
      hitOther((int) known.id() - 1);
    } else if (connection instanceof LooseSaddle loose) {
      hitLoose(loose.saddle());
      memory.failures.merge("saddle kept apart: " + loose.reason(), 1L, Long::sum);
    } else if (connection instanceof FreshConnection fresh) {
      VerifiedPoint saddle = fresh.saddle();
      int at = transitionStates.find(saddle.energy(), saddle.coordinates());
      if (at < 0) {
        int one = place(fresh.side());
        int two = place(fresh.otherSide());
        if (one < 0 || two < 0) {
          hitLoose(saddle);
          memory.failures.merge("saddle kept apart: a side is flat", 1L, Long::sum);
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
    memory.saddleHits++;
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
  private int hitMinimum(Sighting sighting) {
    int at = place(sighting);
    if (at >= 0) {
      hitMinimum(at);
    }
    return at;
  }

  /** Separate descents of basin-hopping that came to the lowest minimum. */
  long arrivals() {
    return lowest < 0 ? 0 : memory.descents.arrivals(lowest);
  }

  /** Position of the minimum that was seen, added if it is new; -1 if it is flat. */
  private int place(Sighting sighting) {
    if (sighting instanceof Known known) {
      return (int) known.id() - 1;
    }
    if (sighting instanceof KnownOther known) {
      hitOther((int) known.id() - 1);
      return -1;
    }
    VerifiedPoint point = ((Fresh) sighting).point();
    if (!point.isMinimum()) {
      hitLoose(point);
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

  private void hitLoose(VerifiedPoint point) {
    int at = loosePoints.find(point.energy(), point.coordinates());
    if (at < 0) {
      at = loosePoints.add(point.energy(), point.coordinates());
      loose.add(
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
    hitOther(at);
  }

  private void hitOther(int at) {
    loose.set(at, loose.get(at).withHits(loose.get(at).hits() + 1));
    changedLoose.set(at);
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
  LandscapeUpdate takeUpdate(Optional<Run> run) {
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
            changedLoose.stream().mapToObj(loose::get).toList(),
            counts(changedMinima, minimumHits),
            counts(changedSaddles, saddleHits),
            run,
            Optional.of(new Checkpoint(memory.round, memory.encode())));
    newMinima.clear();
    newSaddles.clear();
    changedLoose.clear();
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
