package dev.tarn.explorer;

import dev.tarn.explorer.ExplorationSettings.SaddleSearch;
import dev.tarn.explorer.SearchTask.DoubleEnded;
import dev.tarn.explorer.SearchTask.MinimaChain;
import dev.tarn.explorer.SearchTask.Perturbation;
import dev.tarn.explorer.SearchTask.SingleEnded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Finds all minima and transition states of a landscape, as far as time allows.
 *
 * <p>The first round looks for minima. After that a sixteenth of each round goes on looking for
 * minima, half of these chains from random points and half from known minima; while the network is
 * not connected an eighth searches between components, and otherwise one task between two minima
 * that have no transition state in common. The rest are single-ended searches, shared out so that
 * each minimum has had searches in proportion to the transition states known at it, and some for
 * none: well connected minima have the most that are still unknown. They cycle through
 * perturbations of different kind and size; every other one starts from a transition state, the
 * least often found ones first, as rare ones lie near rare ones.
 */
final class WholeLandscapeStrategy implements Strategy {
  private static final Perturbation[] KINDS = {
    Perturbation.EVERYWHERE,
    Perturbation.ONE_BLOCK,
    Perturbation.EVERYWHERE,
    Perturbation.NEIGHBOURHOOD,
    Perturbation.EVERYWHERE,
  };

  /** Small ones reach what is near, large ones what is high: each misses some that others find. */
  private static final double[] SIZES = {0.12, 0.5, 0.25, 0.4, 0.4};

  /** Searches that a minimum deserves besides those for its transition states. */
  private static final int SEARCHES_FOR_NONE = 4;

  private static final int CANDIDATES = 400;

  private final ExplorationSettings settings;

  WholeLandscapeStrategy(ExplorationSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<SearchTask> propose(Knowledge known) {
    SplittableRandom random =
        new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + known.memory.round);
    List<SearchTask> tasks = new ArrayList<>();
    int size = settings.roundSize();
    if (known.minimumCount() == 0) {
      for (int k = 0; k < size; k++) {
        tasks.add(new MinimaChain(random.nextLong(), new double[0], settings.minima().hops()));
      }
      return tasks;
    }
    addChains(tasks, Math.max(1, size / 16), known, random);
    boolean single = settings.saddles().methods().contains(SaddleSearch.SaddleMethod.SINGLE_ENDED);
    if (settings.saddles().methods().contains(SaddleSearch.SaddleMethod.DOUBLE_ENDED)) {
      int share = known.componentCount() > 1 ? Math.max(1, size / 8) : 1;
      addPairs(tasks, single ? share : size - tasks.size(), known, random);
    }
    if (single) {
      addSingleEnded(tasks, size - tasks.size(), known, random);
    }
    return tasks;
  }

  private void addChains(
      List<SearchTask> tasks, int number, Knowledge known, SplittableRandom random) {
    for (int k = 0; k < number; k++) {
      boolean fresh = (known.memory.round + k) % 2 == 0;
      double[] start =
          fresh
              ? new double[0]
              : known.minima().coordinates(random.nextInt(known.minimumCount())).clone();
      int hops = Math.max(1, settings.minima().hops() / (fresh ? 4 : 2));
      tasks.add(new MinimaChain(random.nextLong(), start, hops));
    }
  }

  private void addSingleEnded(
      List<SearchTask> tasks, int number, Knowledge known, SplittableRandom random) {
    Coverage coverage = known.saddleCoverage();
    double share =
        coverage.hits() == 0 ? 0 : Math.min(0.5, 10.0 * coverage.seenOnce() / coverage.hits());
    int fromSaddles = (int) (share * number);
    addFromMinima(tasks, number - fromSaddles, known, random);
    addFromSaddles(tasks, fromSaddles, known, random);
  }

  /** The minima that have had the fewest searches for what they deserve. */
  private void addFromMinima(
      List<SearchTask> tasks, int number, Knowledge known, SplittableRandom random) {
    record Claim(int minimum, int attempts, double ratio) {}
    PriorityQueue<Claim> worst =
        new PriorityQueue<>(
            (a, b) -> {
              int order = Double.compare(a.ratio, b.ratio);
              return order != 0 ? order : Integer.compare(a.minimum, b.minimum);
            });
    for (int m = 0; m < known.minimumCount(); m++) {
      int attempts = known.memory.attempts(m + 1L);
      worst.add(new Claim(m, attempts, ratio(known, m, attempts)));
    }
    for (int k = 0; k < number; k++) {
      Claim claim = worst.remove();
      int kind = claim.attempts % KINDS.length;
      tasks.add(
          new SingleEnded(
              random.nextLong(),
              claim.minimum + 1L,
              known.minima().coordinates(claim.minimum),
              KINDS[kind],
              SIZES[kind] * (0.7 + 0.6 * random.nextDouble())));
      worst.add(
          new Claim(
              claim.minimum, claim.attempts + 1, ratio(known, claim.minimum, claim.attempts + 1)));
    }
  }

  private static double ratio(Knowledge known, int minimum, int attempts) {
    return attempts / (double) (SEARCHES_FOR_NONE + known.degree(minimum));
  }

  /** Of a few transition states drawn at random, the one that was found least often. */
  private void addFromSaddles(
      List<SearchTask> tasks, int number, Knowledge known, SplittableRandom random) {
    for (int k = 0; k < number; k++) {
      int best = random.nextInt(known.saddleCount());
      for (int draw = 0; draw < 3; draw++) {
        int other = random.nextInt(known.saddleCount());
        if (known.saddleHits(other) < known.saddleHits(best)) {
          best = other;
        }
      }
      Perturbation kind = KINDS[random.nextInt(KINDS.length)];
      tasks.add(
          new SingleEnded(
              random.nextLong(),
              known.lowerEnd(best) + 1L,
              known.saddles().coordinates(best),
              kind,
              0.15 + 0.15 * random.nextDouble()));
    }
  }

  private void addPairs(
      List<SearchTask> tasks, int number, Knowledge known, SplittableRandom random) {
    if (known.minimumCount() < 2) {
      return;
    }
    int before = tasks.size();
    if (known.componentCount() > 1) {
      addBridges(tasks, number, known, random);
    }
    for (int tries = 0; tasks.size() < before + number && tries < 4 * number; tries++) {
      int a = random.nextInt(known.minimumCount());
      int b = nearest(a, known, m -> true, random);
      if (b >= 0) {
        tasks.add(pair(a, b, known, random));
      }
    }
  }

  /** From the lowest minimum of each small component to the nearest outside it. */
  private void addBridges(
      List<SearchTask> tasks, int number, Knowledge known, SplittableRandom random) {
    int count = known.minimumCount();
    int[] sizes = new int[count];
    int[] lowest = new int[count];
    int main = 0;
    for (int m = 0; m < count; m++) {
      int root = known.component(m);
      if (sizes[root] == 0 || known.minima().energy(m) < known.minima().energy(lowest[root])) {
        lowest[root] = m;
      }
      sizes[root]++;
      if (sizes[root] > sizes[main]) {
        main = root;
      }
    }
    List<Integer> roots = new ArrayList<>();
    for (int root = 0; root < count; root++) {
      if (sizes[root] > 0 && root != main) {
        roots.add(root);
      }
    }
    roots.sort(Comparator.comparingDouble(root -> known.minima().energy(lowest[root])));
    int largest = main;
    int added = 0;
    for (int root : roots) {
      if (added == number) {
        return;
      }
      int from = lowest[root];
      int to = nearest(from, known, m -> known.component(m) == largest, random);
      if (to >= 0) {
        tasks.add(pair(from, to, known, random));
        added++;
      }
    }
  }

  /** Of some minima the nearest by fingerprint that has not been paired with this one. */
  private static int nearest(
      int from, Knowledge known, IntPredicate allowed, SplittableRandom random) {
    int count = known.minimumCount();
    int candidates = Math.min(CANDIDATES, count);
    int offset = random.nextInt(count);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    double[] print = known.minima().fingerprint(from);
    for (int k = 0; k < candidates; k++) {
      int m = (int) ((offset + (long) k * count / candidates) % count);
      if (m == from || !allowed.test(m) || known.memory.tried(from + 1L, m + 1L)) {
        continue;
      }
      double[] other = known.minima().fingerprint(m);
      double sum = 0;
      for (int i = 0; i < print.length; i++) {
        sum += (print[i] - other[i]) * (print[i] - other[i]);
      }
      if (sum < least) {
        least = sum;
        best = m;
      }
    }
    return best;
  }

  private static DoubleEnded pair(int a, int b, Knowledge known, SplittableRandom random) {
    known.memory.remember(a + 1L, b + 1L);
    return new DoubleEnded(
        random.nextLong(),
        a + 1L,
        b + 1L,
        known.minima().coordinates(a),
        known.minima().coordinates(b));
  }
}
