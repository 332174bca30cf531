package dev.tarn.explorer.census;

import dev.tarn.explorer.census.CensusSettings.StoppingRule;
import dev.tarn.explorer.run.EngineThreads;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Run;
import dev.tarn.potentials.Potential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Takes a census into a store.
 *
 * <p>A landscape that is not there is created; a census that was cut short is gone on with from its
 * last committed round, and ends in what one uninterrupted run would have found. Rounds are
 * committed about once a second, with the hits of the points in the checkpoint; the points
 * themselves get theirs at the end of the run.
 *
 * <p>Minima become {@code :Minimum}; with connections, index-1 points become transition states;
 * everything else is stored as unconnected stationary points, singular ones with their number of
 * vanishing eigenvalues. Each has its softest eigenvalue, its hits by independent samples, and,
 * where it is proved to exist, the radius of the proof.
 */
public final class Census {
  /** Searches without any point after which a census gives up. */
  private static final long FRUITLESS = 10_000;

  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);

  private final LandscapeStore store;
  private final CensusSettings settings;
  private final String parameters;
  private final String runFile;
  private final String version;
  private final Clock clock;

  /**
   * A census that has not begun.
   *
   * @param store where the landscape is kept
   * @param settings what to count and how
   * @param parameters the potential's parameters as a JSON object, for the landscape's record
   * @param runFile text of the run file, for the run's record
   * @param version version of Tarn, for the run's record
   * @param clock time of the records and of the time limit
   */
  public Census(
      LandscapeStore store,
      CensusSettings settings,
      String parameters,
      String runFile,
      String version,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.parameters = parameters;
    this.runFile = runFile;
    this.version = version;
    this.clock = clock;
  }

  /**
   * About how many bytes all points would take in memory, by what the potential knows of their
   * number; empty if it knows nothing, infinite beyond all bounds.
   */
  public static OptionalDouble estimatedBytes(Potential potential) {
    double each = 16.0 * potential.dimension() + 300;
    return potential.logStationaryPoints().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.exp(potential.logStationaryPoints().getAsDouble()) * each);
  }

  /**
   * Searches until a stopping rule holds or the run is cancelled.
   *
   * @param listener told after each round
   * @param cancelled asked after each round; what was found by then is kept
   * @return why it ended, in words
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name that is
   *     no census of this potential
   */
  public String run(CensusListener listener, BooleanSupplier cancelled) {
    Instant start = clock.instant();
    CensusKnowledge known = open(start);
    long runId = store.runs(settings.landscape()).size() + 1L;
    CensusStrategy strategy = new CensusStrategy(settings);
    String outcome = stop(known, Duration.ZERO).orElse("");
    Instant committed = start;
    try (LandscapeSink sink = store.openSink(settings.landscape());
        EngineThreads<CensusEngine> threads =
            new EngineThreads<>(
                "tarn-census", settings.threads(), () -> new CensusEngine(settings))) {
      while (outcome.isEmpty()) {
        List<CensusTask> tasks = strategy.propose(known);
        // A round that has begun is finished: proposing it has taken points off the queue.
        List<CensusOutcome> outcomes =
            threads.run(tasks, (engine, task) -> engine.run(task, known.points()));
        for (int k = 0; k < tasks.size(); k++) {
          known.merge(tasks.get(k), outcomes.get(k));
        }
        known.endRound();
        Instant now = clock.instant();
        Duration elapsed = Duration.between(start, now);
        outcome = stop(known, elapsed).orElse("");
        if (outcome.isEmpty() && cancelled.getAsBoolean()) {
          outcome = "cancelled";
        }
        boolean last = !outcome.isEmpty();
        if (last || Duration.between(committed, now).compareTo(BETWEEN_COMMITS) >= 0) {
          committed = now;
          sink.commit(known.takeUpdate(Optional.of(record(runId, start, known, outcome)), last));
        }
        listener.roundEnded(progress(known, elapsed));
      }
      sink.flush();
    }
    return outcome;
  }

  private Run record(long id, Instant start, CensusKnowledge known, String outcome) {
    return new Run(
        id,
        settings.seed(),
        runFile,
        version,
        start,
        outcome.isEmpty() ? Optional.empty() : Optional.of(clock.instant()),
        known.memory().round,
        known.memory().gradients(),
        outcome);
  }

  private CensusKnowledge open(Instant now) {
    String name = settings.landscape();
    Optional<Landscape> there =
        store.createUnlessThere(settings.potential().landscape(name, parameters, now));
    CensusKnowledge known = new CensusKnowledge(settings);
    Optional<Checkpoint> checkpoint = store.checkpoint(name);
    if (checkpoint.isPresent() && CensusMemory.isCensus(checkpoint.get().state())) {
      known.restore(store, checkpoint.get().state());
    } else if (there.isPresent()) {
      LandscapeCounts counts = store.counts(name);
      if (checkpoint.isPresent() || counts.minima() + counts.stationaryPoints() > 0) {
        throw new LandscapeStoreException(
            "landscape "
                + name
                + " was explored or imported; a census needs a landscape of its own: choose"
                + " another name");
      }
    }
    return known;
  }

  /** Why to stop now, if at all. */
  private Optional<String> stop(CensusKnowledge known, Duration elapsed) {
    StoppingRule until = settings.until();
    CensusMemory memory = known.memory();
    long points = known.points().isolatedCount();
    if (reached(until.points(), points)) {
      return Optional.of("found " + points + " points");
    }
    if (reached(until.rounds(), memory.round)) {
      return Optional.of("did " + memory.round + " rounds");
    }
    if (reached(until.gradients(), memory.gradients())) {
      return Optional.of("made " + memory.gradients() + " gradients");
    }
    if (until.coverage().isPresent()) {
      double wanted = until.coverage().getAsDouble();
      Optional<String> covered = covered(known, wanted);
      if (covered.isPresent()) {
        return covered;
      }
    }
    if (until.time().isPresent() && elapsed.compareTo(until.time().get()) >= 0) {
      return Optional.of("time is up");
    }
    return Optional.empty();
  }

  private static boolean reached(OptionalLong limit, long value) {
    return limit.isPresent() && value >= limit.getAsLong();
  }

  private Optional<String> covered(CensusKnowledge known, double wanted) {
    if (known.points().isolatedCount() == 0) {
      long searches = known.memory().searches();
      return searches >= FRUITLESS
          ? Optional.of("no isolated point found in " + searches + " searches")
          : Optional.empty();
    }
    Coverage coverage = known.points().coverage(-1, true);
    double reached = coverage.lowerLimit();
    OptionalInt euler = settings.potential().potential().eulerCharacteristic();
    boolean balanced =
        euler.isEmpty()
            || known.points().singularCount() > 0
            || known.points().checkSum() == euler.getAsInt();
    boolean complete = coverage.unseenLowerBound() < 0.5 && balanced;
    // Samples that leave nothing open make relaxation superfluous, which costs a lot.
    boolean sampling = settings.methods().stream().anyMatch(m -> m != CensusMethod.RELAXATION);
    if (!known.isRelaxed() && !(sampling && complete)) {
      return Optional.empty();
    }
    if (reached >= wanted && complete) {
      return Optional.of("coverage reached " + wanted);
    }
    if (reached >= 1 - 0.1 * (1 - wanted)) {
      return Optional.of(
          balanced
              ? "coverage reached " + wanted + ", with points expected unseen"
              : "coverage reached "
                  + wanted
                  + ", although the Morse sum says that points are missing");
    }
    return Optional.empty();
  }

  private static CensusProgress progress(CensusKnowledge known, Duration elapsed) {
    CensusPoints points = known.points();
    return new CensusProgress(
        known.memory().round,
        points.byIndex(),
        points.checkSum(),
        points.singularCount(),
        !known.isRelaxed(),
        known.memory().searches(),
        known.memory().gradients(),
        points.coverage(-1, true),
        elapsed);
  }
}
