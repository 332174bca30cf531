package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchSettings;
import dev.tarn.explorer.run.RunSettings;
import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.landscape.Coverage;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that determines an exploration.
 *
 * @param landscape name of the landscape in the store
 * @param potential what is explored
 * @param seed seed of everything random
 * @param threads threads to search on; does not change the result
 * @param until when to stop
 * @param minima how minima are found
 * @param saddles how transition states are found
 * @param tolerance when points are converged and when they are the same
 * @param roundSize search tasks in a round
 */
public record ExplorationSettings(
    String landscape,
    PotentialSpecification potential,
    long seed,
    int threads,
    StoppingRule until,
    MinimaSearch minima,
    SaddleSearch saddles,
    Tolerance tolerance,
    int roundSize)
    implements RunSettings {

  /** Tasks in a round unless told otherwise. */
  public static final int DEFAULT_ROUND_SIZE = 64;

  /** The same where a search takes seconds: a round should take well under a minute. */
  private static final int ROUND_OF_LONG_SEARCHES = 16;

  /** And where it takes minutes. */
  private static final int ROUND_OF_VERY_LONG_SEARCHES = 8;

  /** Hops of 0.36, which suit clusters, mostly fall back on a loss. */
  private static final double STEP_ON_A_LOSS = 1;

  /** Some tenths of a millisecond; a search takes hundreds of evaluations. */
  private static final double OPERATIONS_OF_LONG_SEARCHES = 1e5;

  /** Tens of milliseconds; in so many dimensions a search takes thousands of evaluations. */
  private static final double OPERATIONS_OF_VERY_LONG_SEARCHES = 1e8;

  public ExplorationSettings {
    require(threads >= 1, "threads of at least 1", threads);
    require(roundSize >= 1, "a round of at least 1 task", roundSize);
    Optional<String> unsuitable = minima.chains().objection(potential.potential());
    if (unsuitable.isPresent()) {
      throw new IllegalArgumentException("minima of " + potential.name() + ": " + unsuitable.get());
    }
    Optional<String> unbatched = minima.batches().objection(potential.potential());
    if (unbatched.isPresent()) {
      throw new IllegalArgumentException(
          "mini-batches of " + potential.name() + ": " + unbatched.get());
    }
  }

  /**
   * The defaults for a potential. In more than {@value HessianUse#FORMED_UP_TO} dimensions, and
   * where an evaluation takes long, rounds and chains are shorter; on sums over data, whose basins
   * are wide, hops are longer.
   */
  public static ExplorationSettings of(String landscape, PotentialSpecification potential) {
    boolean fast = !hasLongSearches(potential.potential());
    int longRound =
        potential.potential().operations() < OPERATIONS_OF_VERY_LONG_SEARCHES
            ? ROUND_OF_LONG_SEARCHES
            : ROUND_OF_VERY_LONG_SEARCHES;
    MinimaSearch minima = fast ? MinimaSearch.DEFAULT : MinimaSearch.DEFAULT.withHops(2);
    if (potential.potential().capability(SumOverData.class).isPresent()) {
      minima = minima.withStep(STEP_ON_A_LOSS);
    }
    return new ExplorationSettings(
        landscape,
        potential,
        1,
        Runtime.getRuntime().availableProcessors(),
        StoppingRule.DEFAULT,
        minima,
        SaddleSearch.DEFAULT,
        Tolerance.DEFAULT,
        fast ? DEFAULT_ROUND_SIZE : longRound);
  }

  /** Whether a search takes long enough to be waited for. */
  static boolean hasLongSearches(Potential potential) {
    return HessianUse.of(potential.dimension()) != HessianUse.FORMED
        || potential.operations() >= OPERATIONS_OF_LONG_SEARCHES;
  }

  /** The same with another seed. */
  public ExplorationSettings withSeed(long newSeed) {
    return new ExplorationSettings(
        landscape, potential, newSeed, threads, until, minima, saddles, tolerance, roundSize);
  }

  /** The same with another number of threads. */
  public ExplorationSettings withThreads(int newThreads) {
    return new ExplorationSettings(
        landscape, potential, seed, newThreads, until, minima, saddles, tolerance, roundSize);
  }

  /** The same with another stopping rule. */
  public ExplorationSettings withUntil(StoppingRule newUntil) {
    return new ExplorationSettings(
        landscape, potential, seed, threads, newUntil, minima, saddles, tolerance, roundSize);
  }

  /** The same, ended after that time unless something else ends it before. */
  public ExplorationSettings withTime(Duration time) {
    return withUntil(until.withTime(Optional.of(time)));
  }

  /** The same with another way to find minima. */
  public ExplorationSettings withMinima(MinimaSearch newMinima) {
    return new ExplorationSettings(
        landscape, potential, seed, threads, until, newMinima, saddles, tolerance, roundSize);
  }

  /** The same with another way to find transition states. */
  public ExplorationSettings withSaddles(SaddleSearch newSaddles) {
    return new ExplorationSettings(
        landscape, potential, seed, threads, until, minima, newSaddles, tolerance, roundSize);
  }

  /** Whether long chains look for the global minimum and nothing else is done. */
  public boolean hopsOnly() {
    return minima.chains().walks() > 0 && saddles.methods().isEmpty();
  }

  @Override
  public SortedMap<String, String> decisive() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("seed", Long.toString(seed));
    all.put("roundSize", Integer.toString(roundSize));
    addComponents("minima", minima, all);
    // These go by other names in the run file, and a structure is among them.
    all.keySet()
        .removeIf(key -> key.startsWith("minima.chains") || key.startsWith("minima.batches"));
    minima.chains().decisive().forEach((key, value) -> all.put("minima." + key, value));
    minima.batches().decisive().forEach((key, value) -> all.put("minima." + key, value));
    addComponents("saddles", saddles, all);
    addComponents("tolerance", tolerance, all);
    return all;
  }

  @Override
  public Optional<String> formerly(String key) {
    return key.equals("minima.batch") ? Optional.of("0") : Optional.empty();
  }

  @Override
  public Optional<Duration> timeLimit() {
    return until.time();
  }

  private static void addComponents(String prefix, Record group, Map<String, String> to) {
    for (RecordComponent component : group.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(group);
        String key = prefix + "." + component.getName();
        if (value instanceof Record inner) {
          addComponents(key, inner, to);
        } else {
          to.put(key, worded(value));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record hides its component " + component, e);
      }
    }
  }

  private static String worded(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream()
          .map(ExplorationSettings::worded)
          .sorted()
          .collect(Collectors.joining(" "));
    }
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : String.valueOf(value);
  }

  private static void require(boolean condition, String expected, Object found) {
    if (!condition) {
      throw new IllegalArgumentException("expected " + expected + ", found " + found);
    }
  }

  /**
   * When an exploration ends: at the end of the first round in which one of the conditions holds.
   *
   * @param coverage lower limit of the coverage ({@link Coverage#lowerLimit}) of minima and of
   *     transition states
   * @param time wall-clock time of this run
   * @param rounds rounds of the landscape, earlier runs included
   * @param energyCalls energy evaluations for the landscape, earlier runs included
   * @param minima minima known
   * @param transitionStates transition states known
   * @param energy the lowest minimum is there or lower
   * @param arrivals separate descents of basin-hopping that came to the lowest minimum
   */
  public record StoppingRule(
      OptionalDouble coverage,
      Optional<Duration> time,
      OptionalLong rounds,
      OptionalLong energyCalls,
      OptionalLong minima,
      OptionalLong transitionStates,
      OptionalDouble energy,
      OptionalLong arrivals) {

    /**
     * Coverage of 0.999 at least: with 95 % confidence fewer than one search in 1000 would find
     * something new.
     */
    public static final StoppingRule DEFAULT = ofCoverage(0.999);

    public StoppingRule {
      require(
          coverage.isEmpty() || (coverage.getAsDouble() > 0 && coverage.getAsDouble() < 1),
          "coverage between 0 and 1",
          coverage);
      require(
          time.isEmpty() || (!time.get().isNegative() && !time.get().isZero()),
          "a time above 0",
          time);
      require(rounds.orElse(1) >= 1, "rounds of at least 1", rounds);
      require(energyCalls.orElse(1) >= 1, "energyCalls of at least 1", energyCalls);
      require(minima.orElse(1) >= 1, "minima of at least 1", minima);
      require(transitionStates.orElse(1) >= 1, "transitionStates of at least 1", transitionStates);
      require(Double.isFinite(energy.orElse(0)), "a finite energy", energy);
      require(arrivals.orElse(1) >= 1, "arrivals of at least 1", arrivals);
    }

    /** Stops at that coverage. */
    public static StoppingRule ofCoverage(double coverage) {
      return new StoppingRule(
          OptionalDouble.of(coverage),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalLong.empty());
    }

    /** Stops after that many rounds. */
    public static StoppingRule ofRounds(long rounds) {
      return new StoppingRule(
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalLong.of(rounds),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalLong.empty());
    }

    /** Stops when the lowest minimum is there or lower. */
    public static StoppingRule ofEnergy(double energy) {
      return new StoppingRule(
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalDouble.of(energy),
          OptionalLong.empty());
    }

    /** Stops when that many separate descents of basin-hopping came to the lowest minimum. */
    public static StoppingRule ofArrivals(long arrivals) {
      return new StoppingRule(
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalLong.of(arrivals));
    }

    /** The same with another time, or none. */
    public StoppingRule withTime(Optional<Duration> newTime) {
      return new StoppingRule(
          coverage, newTime, rounds, energyCalls, minima, transitionStates, energy, arrivals);
    }
  }

  /**
   * How minima are found.
   *
   * @param method how a chain continues from one quench to the next
   * @param temperature of the Metropolis acceptance, in units of energy
   * @param step largest change of a coordinate in a hop at the start of a chain, in units of the
   *     potential's length scale; adapted towards an acceptance of one half
   * @param hops quenches in a chain
   * @param chains long chains that look for the global minimum, besides or alone
   * @param batches how random starts on a loss are first taken downhill, if at all
   */
  public record MinimaSearch(
      MinimaMethod method,
      double temperature,
      double step,
      int hops,
      HoppingSettings chains,
      BatchSettings batches)
      implements Serializable {
    /** Basin-hopping with short chains. */
    public static final MinimaSearch DEFAULT =
        new MinimaSearch(
            MinimaMethod.BASIN_HOPPING, 0.8, 0.36, 8, HoppingSettings.NONE, BatchSettings.NONE);

    public MinimaSearch {
      require(temperature >= 0, "a temperature of at least 0", temperature);
      require(step > 0 && step < 100, "a step above 0 and below 100", step);
      require(hops >= 1, "hops of at least 1", hops);
    }

    /** The same with another largest change of a coordinate at the start. */
    public MinimaSearch withStep(double newStep) {
      return new MinimaSearch(method, temperature, newStep, hops, chains, batches);
    }

    /** The same with another number of quenches in a chain. */
    public MinimaSearch withHops(int newHops) {
      return new MinimaSearch(method, temperature, step, newHops, chains, batches);
    }

    /** The same with long chains. */
    public MinimaSearch withChains(HoppingSettings newChains) {
      return new MinimaSearch(method, temperature, step, hops, newChains, batches);
    }

    /** The same with random starts taken downhill by mini-batches. */
    public MinimaSearch withBatches(BatchSettings newBatches) {
      return new MinimaSearch(method, temperature, step, hops, chains, newBatches);
    }

    /** Ways to the next start of a quench. */
    public enum MinimaMethod {
      /** A perturbation of the last accepted minimum. */
      BASIN_HOPPING,
      /** A fresh random point each time. */
      RANDOM_STARTS
    }
  }

  /**
   * How transition states are found.
   *
   * @param methods single-ended searches, double-ended ones, or both
   * @param images inner images of an elastic band
   * @param spring its spring constant, in energy per length squared
   * @param bandIterations steps of its relaxation at the most
   */
  public record SaddleSearch(
      Set<SaddleMethod> methods, int images, double spring, int bandIterations)
      implements Serializable {
    /** Both kinds. */
    public static final SaddleSearch DEFAULT =
        new SaddleSearch(EnumSet.allOf(SaddleMethod.class), 12, 10, 60);

    public SaddleSearch {
      methods = Set.copyOf(methods);
      require(images >= 1 && images <= 1000, "images from 1 to 1000", images);
      require(spring > 0, "a spring constant above 0", spring);
      require(bandIterations >= 1, "bandIterations of at least 1", bandIterations);
    }

    /** Kinds of searches. */
    public enum SaddleMethod {
      /** From a perturbed minimum. */
      SINGLE_ENDED,
      /** Between two minima. */
      DOUBLE_ENDED
    }
  }

  /**
   * When points are converged and when they are the same.
   *
   * @param gradient root mean square gradient, in energy per length
   * @param energy points whose energies differ by more are different
   * @param distance points with coordinates farther apart, in units of the potential's length scale
   *     and after alignment, are different
   */
  public record Tolerance(double gradient, double energy, double distance) implements Serializable {
    /** Converged to rounding; the same to four digits in the coordinates. */
    public static final Tolerance DEFAULT = new Tolerance(1e-9, 1e-7, 1e-4);

    public Tolerance {
      require(gradient > 0 && gradient < 1, "a gradient tolerance above 0 and below 1", gradient);
      require(energy > 0 && energy < 1, "an energy tolerance above 0 and below 1", energy);
      require(distance > 0 && distance < 1, "a distance tolerance above 0 and below 1", distance);
    }
  }
}
