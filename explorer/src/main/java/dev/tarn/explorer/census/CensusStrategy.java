package dev.tarn.explorer.census;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Shares the searches of a round among the methods.
 *
 * <p>Each method gets a share by what it has yielded of late: new points per cost; never less than
 * a twentieth, so that none is given up. Relaxation takes points that wait for it, those of the
 * highest index first; where none waits it looks for the top: half by eigenvector-following from
 * random starts to the highest index there is, which is lowered while none is found, half by
 * minimisation of |grad V|^2, because climbing never ends where the potential has no upper bound.
 */
final class CensusStrategy {
  private static final double LEAST_SHARE = 0.05;
  private static final long PATIENCE_AT_THE_TOP = 64;

  /** Index of a search that takes what it finds. */
  static final int ANY_INDEX = -1;

  private final CensusSettings settings;
  private final int modes;
  private final double usual;

  CensusStrategy(CensusSettings settings) {
    this.settings = settings;
    modes = CensusSettings.modes(settings.potential());
    usual = 100.0 * (modes + 1);
  }

  /**
   * The tasks of a round, from what is known alone; at least one. Points that wait for their
   * relaxation stay in the queue until the outcome is merged, so that a round that did not end is
   * proposed again as it was.
   */
  List<CensusTask> propose(CensusState known, long round) {
    CensusStatistics statistics = known.statistics();
    if (statistics.top < 0) {
      statistics.top = modes;
    }
    long[] byIndex = known.points().byIndex();
    if (statistics.topFailures >= PATIENCE_AT_THE_TOP
        && byIndex[statistics.top] == 0
        && statistics.top > 0) {
      statistics.top--;
      statistics.topFailures = 0;
    }
    SplittableRandom random = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + round);
    int highest = IntStream.range(0, byIndex.length).filter(i -> byIndex[i] > 0).max().orElse(-1);
    List<CensusTask> tasks = new ArrayList<>(settings.roundSize());
    double[] shares = shares(statistics);
    for (int k = 0; k < shares.length; k++) {
      CensusMethod method = settings.methods().get(k);
      long searches = Math.max(1, Math.round(shares[k] * settings.roundSize()));
      if (method == CensusMethod.RELAXATION) {
        relax(known, searches, random, tasks);
        continue;
      }
      for (long s = 0; s < searches; s++) {
        tasks.add(CensusTask.fromAnywhere(random.nextLong(), method, target(highest, random)));
      }
    }
    return tasks;
  }

  private int target(int highest, SplittableRandom random) {
    // Half of the searches dare an index that nothing is known of.
    int most = random.nextBoolean() ? modes : Math.min(modes, highest + 1);
    return settings.indices().isEmpty()
        ? random.nextInt(most + 1)
        : settings.indices().get(random.nextInt(settings.indices().size()));
  }

  private void relax(
      CensusState known, long searches, SplittableRandom random, List<CensusTask> tasks) {
    long left = searches;
    for (Iterator<Integer> next = known.toRelax(); left > 0 && next.hasNext(); ) {
      int position = next.next();
      CensusPoint point = known.points().point(position);
      tasks.add(
          new CensusTask(
              random.nextLong(),
              CensusMethod.RELAXATION,
              point.index(),
              position,
              point.coordinates()));
      left -= 2L * point.index();
    }
    if (left == searches) {
      long most = Math.min(searches, PATIENCE_AT_THE_TOP);
      for (long s = 0; s < most; s++) {
        tasks.add(
            CensusTask.fromAnywhere(
                random.nextLong(),
                CensusMethod.RELAXATION,
                s % 2 == 0 ? known.statistics().top : ANY_INDEX));
      }
    }
  }

  /** Share of each method in the searches of a round, of the sum 1. */
  private double[] shares(CensusStatistics statistics) {
    double[] shares = new double[settings.methods().size()];
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      CensusStatistics.Tally tally = statistics.tally(settings.methods().get(k));
      // One imagined point at the cost of a few searches keeps early luck in bounds.
      shares[k] = (tally.recentPoints + 1) / (tally.recentCost + usual);
      sum += shares[k];
    }
    double total = 0;
    for (int k = 0; k < shares.length; k++) {
      CensusStatistics.Tally tally = statistics.tally(settings.methods().get(k));
      // What is shared is the cost; dear searches are few.
      double each = (tally.cost + usual) / (tally.searches + 1);
      shares[k] = Math.max(LEAST_SHARE, shares[k] / sum) / each;
      total += shares[k];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= total;
    }
    return shares;
  }
}
