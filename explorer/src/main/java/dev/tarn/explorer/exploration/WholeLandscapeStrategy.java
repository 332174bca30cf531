package dev.tarn.explorer.exploration;

import dev.tarn.explorer.exploration.ExplorationSettings.SaddleSearch.SaddleMethod;
import dev.tarn.explorer.exploration.ExplorationTask.DoubleEnded;
import dev.tarn.explorer.exploration.ExplorationTask.MinimaChain;
import dev.tarn.explorer.exploration.ExplorationTask.SingleEnded;
import dev.tarn.potentials.SumOverData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Finds all minima and transition states of a landscape, as far as time allows.
 *
 * <p>The first round looks for minima. After that each search of a round is drawn from the
 * {@linkplain Approach approaches}, in proportion to the cube of what an approach has yielded of
 * late: new points per energy call. None is given up: each keeps a small share. While the network
 * is not connected an eighth to a quarter of each round searches between components, and the more
 * components there are the less new minima count, which would only add to them. Searches from
 * minima are shared out so that each minimum has had searches in proportion to the transition
 * states known at it, and some for none: well connected minima have the most that are still
 * unknown. Rounds grow as new points become rare, as what one search finds then matters less to the
 * next.
 */
final class WholeLandscapeStrategy implements Strategy {
  /** Searches that a minimum deserves besides those for its transition states. */
  private static final int SEARCHES_FOR_NONE = 4;

  /** An approach that finds nothing still has this share of the searches. */
  private static final double LEAST_SHARE = 0.005;

  /** Random starts find minima that no transition state known so far leads to. */
  private static final double LEAST_OF_RANDOM_POINTS = 0.04;

  /** Before it has been tried an approach is taken to find a point in this many energy calls. */
  private static final double CALLS_PER_POINT = 1000;

  /** Shares of a round for searches between components. */
  private static final double FEWEST_BRIDGES = 1.0 / 8;

  private static final double MOST_BRIDGES = 1.0 / 4;

  private static final int PAIR = Approach.number(Approach.Origin.PAIR);

  private static final int CANDIDATES = 400;
  private static final long LARGEST_ROUND = 4;
  private static final int SEARCHES_PER_TASK = 200;

  /** Searches of the first round where each takes seconds. */
  private static final int FIRST_OF_LONG_SEARCHES = 4;

  private final ExplorationSettings settings;

  /** Pairs of this round. */
  private final Set<Long> proposed = new HashSet<>();

  WholeLandscapeStrategy(ExplorationSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<ExplorationTask> propose(ExplorationState known, long round) {
    SplittableRandom random = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + round);
    List<ExplorationTask> tasks = new ArrayList<>();
    proposed.clear();
    if (known.minimumCount() == 0) {
      for (int k = 0; k < firstRound(); k++) {
        tasks.add(new MinimaChain(random.nextLong(), 0, new double[0], settings.minima().hops()));
      }
      return tasks;
    }
    int size = roundSize(known);
    boolean pairs = settings.saddles().methods().contains(SaddleMethod.DOUBLE_ENDED);
    if (pairs && known.componentCount() > 1) {
      double share = Math.max(FEWEST_BRIDGES, Math.min(MOST_BRIDGES, fragmentation(known)));
      addBridges(tasks, (int) Math.max(1, share * size), known, random);
    }
    int[] numbers = new int[Approach.count()];
    double[] shares = shares(known);
    for (int k = tasks.size(); k < size; k++) {
      numbers[draw(shares, random)]++;
    }
    PriorityQueue<Claim> claims = new PriorityQueue<>();
    for (int approach = 0; approach < numbers.length; approach++) {
      for (int k = 0; k < numbers[approach]; k++) {
        propose(tasks, approach, known, claims, random);
      }
    }
    return tasks;
  }

  /** Where searches take seconds the first points should not keep anybody waiting. */
  private int firstRound() {
    return ExplorationSettings.hasLongSearches(settings.potential().potential())
        ? Math.min(FIRST_OF_LONG_SEARCHES, settings.roundSize())
        : settings.roundSize();
  }

  private int roundSize(ExplorationState known) {
    long wanted = known.statistics.searches / SEARCHES_PER_TASK;
    return (int)
        Math.max(settings.roundSize(), Math.min(wanted, LARGEST_ROUND * settings.roundSize()));
  }

  /** Components beside the first for each minimum: 0 for a connected network, 1 for none. */
  private static double fragmentation(ExplorationState known) {
    return (known.componentCount() - 1.0) / known.minimumCount();
  }

  /** Share of each approach in the searches of a round. */
  private double[] shares(ExplorationState known) {
    Set<SaddleMethod> methods = settings.saddles().methods();
    double[] shares = new double[Approach.count()];
    double connected = methods.isEmpty() ? 1 : 1 - fragmentation(known);
    boolean summed = settings.potential().potential().capability(SumOverData.class).isPresent();
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      boolean possible =
          switch (Approach.of(k).from()) {
            case RANDOM_POINT, KNOWN_MINIMUM -> true;
            case PAIR -> methods.contains(SaddleMethod.DOUBLE_ENDED) && known.minimumCount() > 1;
            case MINIMUM -> methods.contains(SaddleMethod.SINGLE_ENDED);
            case RARE_SADDLE, SADDLE ->
                methods.contains(SaddleMethod.SINGLE_ENDED) && known.saddleCount() > 0;
          };
      // On sums over data climbs choose the length of their steps themselves.
      boolean differs = !summed || Approach.of(k).climb() == Approach.Climb.LONG_STEPS;
      if (possible && differs) {
        double yield =
            (1 + known.statistics.finds(k)) / (CALLS_PER_POINT + known.statistics.cost(k));
        if (Approach.of(k).findsMinimaOnly()) {
          yield *= connected * connected;
        }
        shares[k] = yield * yield * yield;
        sum += shares[k];
      }
    }
    for (int k = 0; k < shares.length; k++) {
      double least =
          Approach.of(k).from() == Approach.Origin.RANDOM_POINT
              ? LEAST_OF_RANDOM_POINTS
              : LEAST_SHARE;
      shares[k] = shares[k] == 0 ? 0 : Math.max(least, shares[k] / sum);
    }
    return shares;
  }

  private static int draw(double[] shares, SplittableRandom random) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    double left = sum * random.nextDouble();
    int last = 0;
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] > 0) {
        last = k;
        left -= shares[k];
        if (left < 0) {
          break;
        }
      }
    }
    return last;
  }

  private void propose(
      List<ExplorationTask> tasks,
      int number,
      ExplorationState known,
      PriorityQueue<Claim> claims,
      SplittableRandom random) {
    Approach approach = Approach.of(number);
    int hops = settings.minima().hops();
    switch (approach.from()) {
      case RANDOM_POINT ->
          tasks.add(
              new MinimaChain(random.nextLong(), number, new double[0], Math.max(1, hops / 4)));
      case KNOWN_MINIMUM -> {
        double[] start = known.minima().coordinates(random.nextInt(known.minimumCount()));
        tasks.add(new MinimaChain(random.nextLong(), number, start, Math.max(1, hops / 2)));
      }
      case PAIR -> {
        for (int tries = 0; tries < 4; tries++) {
          int a = random.nextInt(known.minimumCount());
          int b = nearest(a, known, m -> true, random);
          if (b >= 0) {
            tasks.add(pair(a, b, known, random));
            return;
          }
        }
      }
      case MINIMUM -> {
        int minimum = neglected(known, claims);
        tasks.add(singleEnded(number, minimum, false, known.minima().coordinates(minimum), random));
      }
      case RARE_SADDLE, SADDLE -> {
        int saddle = random.nextInt(known.saddleCount());
        for (int draw = 0; draw < 3 && approach.from() == Approach.Origin.RARE_SADDLE; draw++) {
          int other = random.nextInt(known.saddleCount());
          if (known.saddleHits(other) < known.saddleHits(saddle)) {
            saddle = other;
          }
        }
        tasks.add(
            singleEnded(
                number, known.lowerEnd(saddle), true, known.saddles().coordinates(saddle), random));
      }
    }
  }

  private static SingleEnded singleEnded(
      int number, int minimum, boolean besideSaddle, double[] start, SplittableRandom random) {
    Approach approach = Approach.of(number);
    return new SingleEnded(
        random.nextLong(),
        number,
        minimum + 1L,
        besideSaddle,
        start,
        approach.perturbation(),
        approach.size() * (0.7 + 0.6 * random.nextDouble()),
        approach.refinements());
  }

  /** How many searches a minimum has had for what it deserves. */
  private record Claim(int minimum, int attempts, double ratio) implements Comparable<Claim> {
    @Override
    public int compareTo(Claim other) {
      int order = Double.compare(ratio, other.ratio);
      return order != 0 ? order : Integer.compare(minimum, other.minimum);
    }
  }

  /** The minimum that has had the fewest searches for what it deserves. */
  private static int neglected(ExplorationState known, PriorityQueue<Claim> claims) {
    if (claims.isEmpty()) {
      for (int m = 0; m < known.minimumCount(); m++) {
        claims.add(claim(known, m, known.statistics.attempts(m + 1L)));
      }
    }
    Claim worst = claims.remove();
    claims.add(claim(known, worst.minimum, worst.attempts + 1));
    return worst.minimum;
  }

  private static Claim claim(ExplorationState known, int minimum, int attempts) {
    double deserved = SEARCHES_FOR_NONE + known.degree(minimum);
    return new Claim(minimum, attempts, attempts / deserved);
  }

  /** From the lowest minimum of each small component to the nearest outside it. */
  private void addBridges(
      List<ExplorationTask> tasks, int number, ExplorationState known, SplittableRandom random) {
    int count = known.minimumCount();
    int[] component = new int[count];
    int[] sizes = new int[count];
    int[] lowest = new int[count];
    int main = 0;
    for (int m = 0; m < count; m++) {
      int root = known.component(m);
      component[m] = root;
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
      int to = nearest(from, known, m -> component[m] == largest, random);
      if (to >= 0) {
        tasks.add(pair(from, to, known, random));
        added++;
      }
    }
  }

  /** Of some minima the nearest by fingerprint that has not been paired with this one. */
  private int nearest(
      int from, ExplorationState known, IntPredicate allowed, SplittableRandom random) {
    int count = known.minimumCount();
    int candidates = Math.min(CANDIDATES, count);
    int offset = random.nextInt(count);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    double[] print = known.minima().fingerprint(from);
    for (int k = 0; k < candidates; k++) {
      int m = (int) ((offset + (long) k * count / candidates) % count);
      if (m == from || !allowed.test(m) || known.statistics.tried(from + 1L, m + 1L)) {
        continue;
      }
      double square = squareWithin(least, print, known.minima().fingerprint(m));
      if (square < least && !proposed.contains(pairOf(from, m))) {
        least = square;
        best = m;
      }
    }
    return best;
  }

  /**
   * Square of the distance of two fingerprints; if that is not below a limit, no less than that.
   */
  private static double squareWithin(double limit, double[] print, double[] other) {
    double sum = 0;
    for (int i = 0; i < print.length && sum < limit; i++) {
      sum += (print[i] - other[i]) * (print[i] - other[i]);
    }
    return sum;
  }

  private static long pairOf(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private DoubleEnded pair(int a, int b, ExplorationState known, SplittableRandom random) {
    proposed.add(pairOf(a, b));
    return new DoubleEnded(
        random.nextLong(),
        PAIR,
        a + 1L,
        b + 1L,
        known.minima().coordinates(a),
        known.minima().coordinates(b));
  }
}
