package dev.tarn.explorer.census;

import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.run.RunSettings;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that determines a census.
 *
 * @param landscape name of the landscape in the store
 * @param potential whose points are counted
 * @param seed seed of everything random
 * @param threads threads to search on; does not change the result
 * @param until when to stop
 * @param methods how points are found, at least one, in the order of the enumeration
 * @param indices indices that eigenvector-following is to search for; empty for all
 * @param descentStep step of gradient descent, in units of 1 / (largest eigenvalue at the start)
 * @param connections whether the two sides of index-1 points are followed down to minima
 * @param tolerance when points are converged and when they are the same
 * @param roundSize searches in a round
 */
public record CensusSettings(
    String landscape,
    PotentialSpecification potential,
    long seed,
    int threads,
    StoppingRule until,
    List<CensusMethod> methods,
    List<Integer> indices,
    double descentStep,
    boolean connections,
    Tolerance tolerance,
    int roundSize)
    implements RunSettings {

  private static final int LEAST_ROUND = 16;
  private static final int MOST_ROUND = 512;

  /** The methods that share the work unless told otherwise, each by what it yields. */
  public static final List<CensusMethod> DEFAULT_METHODS =
      List.of(
          CensusMethod.DAMPED_NEWTON,
          CensusMethod.EIGENVECTOR_FOLLOWING,
          CensusMethod.RELAXATION,
          CensusMethod.SQUARED_GRADIENT);

  public CensusSettings {
    methods = List.copyOf(EnumSet.copyOf(methods));
    indices = indices.stream().distinct().sorted().toList();
    if (threads < 1 || roundSize < 1 || !(descentStep > 0)) {
      throw new IllegalArgumentException(
          "expected threads and round of at least 1 and a step above 0, found "
              + threads
              + ", "
              + roundSize
              + " and "
              + descentStep);
    }
    int modes = modes(potential);
    for (int index : indices) {
      if (index < 0 || index > modes) {
        throw new IllegalArgumentException(
            "index: expected 0 to "
                + modes
                + " (dimension "
                + potential.potential().dimension()
                + (modes < potential.potential().dimension() ? " less the zero modes" : "")
                + "), found "
                + index);
      }
    }
  }

  @Override
  public Optional<Duration> timeLimit() {
    return until.time();
  }

  @Override
  public SortedMap<String, String> decisive() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("seed", Long.toString(seed));
    all.put("round", Integer.toString(roundSize));
    all.put("methods", methods.stream().map(CensusMethod::word).collect(Collectors.joining(" ")));
    all.put(
        "index",
        indices.isEmpty()
            ? "all"
            : indices.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    all.put("descentStep", Double.toString(descentStep));
    all.put("connections", Boolean.toString(connections));
    all.put("tolerance.gradient", Double.toString(tolerance.gradient()));
    all.put("tolerance.energy", Double.toString(tolerance.energy()));
    all.put("tolerance.distance", Double.toString(tolerance.distance()));
    return all;
  }

  /** The defaults for a potential. */
  public static CensusSettings of(String landscape, PotentialSpecification potential) {
    return new CensusSettings(
        landscape,
        potential,
        1,
        Runtime.getRuntime().availableProcessors(),
        StoppingRule.DEFAULT,
        DEFAULT_METHODS,
        List.of(),
        0.2,
        false,
        Tolerance.DEFAULT,
        roundSize(potential.potential().dimension()));
  }

  /** Searches in a round unless told otherwise: a round is over in about a second at any size. */
  private static int roundSize(int dimension) {
    long most = 40_000L / ((long) dimension * dimension);
    return (int) Math.max(LEAST_ROUND, Math.min(MOST_ROUND, most));
  }

  static int modes(PotentialSpecification potential) {
    return potential.potential().dimension() - potential.potential().symmetry().zeroModes();
  }

  /** The same with another seed. */
  public CensusSettings withSeed(long newSeed) {
    return copy(newSeed, threads, until, methods, connections);
  }

  /** The same with another number of threads. */
  public CensusSettings withThreads(int newThreads) {
    return copy(seed, newThreads, until, methods, connections);
  }

  /** The same with another stopping rule. */
  public CensusSettings withUntil(StoppingRule newUntil) {
    return copy(seed, threads, newUntil, methods, connections);
  }

  /** The same with other methods. */
  public CensusSettings withMethods(List<CensusMethod> newMethods) {
    return copy(seed, threads, until, newMethods, connections);
  }

  /** The same with or without connections. */
  public CensusSettings withConnections(boolean newConnections) {
    return copy(seed, threads, until, methods, newConnections);
  }

  private CensusSettings copy(
      long newSeed,
      int newThreads,
      StoppingRule newUntil,
      List<CensusMethod> newMethods,
      boolean newConnections) {
    return new CensusSettings(
        landscape,
        potential,
        newSeed,
        newThreads,
        newUntil,
        newMethods,
        indices,
        descentStep,
        newConnections,
        tolerance,
        roundSize);
  }

  /**
   * When a census ends: at the end of the first round in which one of the conditions holds.
   *
   * @param coverage lower limit of the coverage of isolated points by samples ({@link
   *     dev.tarn.landscape.Coverage#lowerLimit}); besides, no known point waits for its relaxation,
   *     none is expected unseen, and the Morse sum is right where it is known. Where that cannot be
   *     had the census ends at a tenth of the uncovered rest.
   * @param time wall-clock time of this run
   * @param rounds rounds of the landscape, earlier runs included
   * @param gradients gradients for the landscape, earlier runs included
   * @param points isolated points known
   */
  public record StoppingRule(
      OptionalDouble coverage,
      Optional<Duration> time,
      OptionalLong rounds,
      OptionalLong gradients,
      OptionalLong points) {

    /** Coverage of 0.999 at least. */
    public static final StoppingRule DEFAULT =
        new StoppingRule(
            OptionalDouble.of(0.999),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    /** Stops after that many rounds. */
    public static StoppingRule ofRounds(long rounds) {
      return new StoppingRule(
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalLong.of(rounds),
          OptionalLong.empty(),
          OptionalLong.empty());
    }

    /** The same with another time, or none. */
    public StoppingRule withTime(Optional<Duration> newTime) {
      return new StoppingRule(coverage, newTime, rounds, gradients, points);
    }

    /** Whether the amount of work or of memory is limited, not only its quality. */
    public boolean isBounded() {
      return time.isPresent() || rounds.isPresent() || gradients.isPresent() || points.isPresent();
    }
  }
}
