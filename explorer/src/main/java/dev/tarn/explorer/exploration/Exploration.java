package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Run;
import dev.tarn.potentials.Potential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Explores a landscape into a store.
 *
 * <p>A landscape that is not there is created. One that an earlier exploration left is gone on with
 * from its last committed round: with the same settings it ends in the landscape in which one
 * uninterrupted run would have ended.
 *
 * <p>Every minimum that is stored has no negative Hessian eigenvalue and every transition state
 * exactly one, beyond the zero modes of the symmetry and with none that vanishes unexpectedly;
 * other stationary points are stored apart.
 */
public final class Exploration {
  /**
   * Hit rates differ by orders of magnitude, which estimates from hits do not see: for a coverage
   * of 0.999 each transition state must have been hit 200 times on average. Without this one run in
   * two on LJ9 stopped short of its 165.
   */
  private static final double HITS_PER_POINT = 0.2;

  private static final String CANCELLED = "cancelled";
  private static final String TIME_IS_UP = "time is up";

  private final LandscapeStore store;
  private final ExplorationSettings settings;
  private final String parameters;
  private final String runFile;
  private final String version;
  private final Clock clock;
  private boolean changesAccepted;

  /**
   * An exploration that has not begun.
   *
   * @param store where the landscape is kept
   * @param settings what to explore and how
   * @param parameters the potential's parameters as a JSON object, for the landscape's record
   * @param runFile text of the run file, for the run's record
   * @param version version of Tarn, for the run's record
   * @param clock time of the records and of the time limit
   */
  public Exploration(
      LandscapeStore store,
      ExplorationSettings settings,
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

  /** Goes on with a landscape even if an earlier run had other settings. */
  public Exploration acceptChanges() {
    changesAccepted = true;
    return this;
  }

  /**
   * Explores until a stopping rule holds or the run is cancelled.
   *
   * <p>A limit of time holds within a round as well, but not before the landscape has had one. A
   * round that does not end leaves no trace in the landscape; its searches that are done are kept
   * for the run that goes on, those under way are lost.
   *
   * <p>Rounds are committed one by one where they take two seconds or more, else together with
   * those before them, every two seconds and when the run ends: a kill loses that much at most.
   *
   * @param listener told after each round, and several times a second within it
   * @param cancelled asked before each search and several times a second
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name which
   *     belongs to another potential or was imported
   * @throws PotentialException if the potential throws; the round in which it did is committed
   * @throws ChangedSettingsException if the landscape was explored with other settings, unless
   *     {@linkplain #acceptChanges changes are accepted}
   */
  public ExplorationReport run(ExplorationListener listener, BooleanSupplier cancelled) {
    Instant start = clock.instant();
    Knowledge known = openLandscape(start);
    long runId = store.runs(settings.landscape()).size() + 1L;
    Strategy strategy =
        settings.minima().chains().ladders() > 0
            ? new HoppingStrategy(settings)
            : new WholeLandscapeStrategy(settings);
    String outcome = stop(known, Duration.ZERO).orElse("");
    boolean cut = false;
    double earlier = known.memory.seconds;
    BatchTally.Figures batches;
    try (LandscapeSink sink = store.openSink(settings.landscape());
        TaskRunner runner = new LocalTaskRunner(settings, clock);
        GroupedCommits commits =
            new GroupedCommits(sink, known, clock, o -> record(runId, start, known, o))) {
      long fruitless = 0;
      while (outcome.isEmpty()) {
        List<SearchTask> tasks = strategy.propose(known);
        RoundWatch watch = new RoundWatch(known, tasks.size(), start, listener, cancelled);
        List<SearchOutcome> outcomes = run(tasks, known, runner, watch);
        if (outcomes.isEmpty()) {
          cut = true;
          outcome = watch.reason;
          known.memory.seconds = earlier + seconds(Duration.between(start, clock.instant()));
          commits.runEnds(outcome);
          break;
        }
        String broken = "";
        commits.roundMerges();
        for (int k = 0; k < tasks.size(); k++) {
          SearchOutcome found = outcomes.get(k);
          known.merge(tasks.get(k), found);
          if (broken.isEmpty() && !found.broken().isEmpty()) {
            broken = broken(found, k + 1, tasks.size(), known.memory.round + 1);
          }
        }
        strategy.conclude(known);
        known.memory.endRound();
        Duration elapsed = Duration.between(start, clock.instant());
        known.memory.seconds = earlier + seconds(elapsed);
        known.memory.noteDiscoveries(known.minimumCount(), known.saddleCount());
        outcome = stop(known, elapsed).orElse("");
        fruitless = known.minimumCount() == 0 ? fruitless + 1 : 0;
        if (outcome.isEmpty() && fruitless >= 20) {
          outcome = "no minimum found in " + known.memory.searches + " searches";
        }
        if (outcome.isEmpty() && cancelled.getAsBoolean()) {
          outcome = CANCELLED;
        }
        if (!broken.isEmpty()) {
          outcome = broken;
        }
        if (outcome.isEmpty()) {
          commits.roundMerged();
        } else {
          commits.runEnds(outcome);
        }
        listener.roundEnded(progress(known, elapsed));
        if (!broken.isEmpty()) {
          sink.flush();
          throw new PotentialException(broken + kept(known));
        }
      }
      sink.flush();
      batches = runner.batches();
    }
    Duration elapsed = Duration.between(start, clock.instant());
    int lowest = known.lowestMinimum();
    return new ExplorationReport(
        progress(known, elapsed),
        lowest + 1L,
        lowest < 0 ? Double.NaN : known.minima().energy(lowest),
        outcome,
        new TreeMap<>(known.memory.failures),
        cut ? OptionalInt.of(known.memory.unfinished.size()) : OptionalInt.empty(),
        batches);
  }

  /**
   * Carries out a round but for what an earlier run has done of it; empty if this run ends before
   * the round does, and then what was done is remembered.
   */
  private static List<SearchOutcome> run(
      List<SearchTask> tasks, Knowledge known, TaskRunner runner, RoundWatch watch) {
    UnfinishedRound unfinished = known.memory.unfinished;
    List<SearchTask> left =
        tasks.stream().filter(task -> unfinished.outcome(task).isEmpty()).toList();
    watch.doneBefore = tasks.size() - left.size();
    Iterator<Optional<SearchOutcome>> fresh = runner.run(left, known.snapshot(), watch).iterator();
    List<Optional<SearchOutcome>> outcomes = new ArrayList<>();
    for (SearchTask task : tasks) {
      Optional<SearchOutcome> kept = unfinished.outcome(task);
      outcomes.add(kept.isPresent() ? kept : fresh.next());
    }
    if (outcomes.stream().allMatch(Optional::isPresent)) {
      return outcomes.stream().map(Optional::orElseThrow).toList();
    }
    for (int k = 0; k < tasks.size(); k++) {
      SearchTask task = tasks.get(k);
      outcomes.get(k).ifPresent(outcome -> unfinished.keep(task, outcome));
    }
    return List.of();
  }

  /** Tells the listener how a round goes on, and ends it when the run is to end. */
  private final class RoundWatch implements TaskRunner.Watch {
    private final Knowledge known;
    private final int tasks;
    private final Instant start;
    private final ExplorationListener listener;
    private final BooleanSupplier cancelled;

    /** Searches of this round that an earlier run has done. */
    private int doneBefore;

    /** Why the round is to end, if it is. */
    private volatile String reason = "";

    RoundWatch(
        Knowledge known,
        int tasks,
        Instant start,
        ExplorationListener listener,
        BooleanSupplier cancelled) {
      this.known = known;
      this.tasks = tasks;
      this.start = start;
      this.listener = listener;
      this.cancelled = cancelled;
    }

    @Override
    public boolean isOver(int done) {
      if (cancelled.getAsBoolean()) {
        reason = CANCELLED;
      } else if (known.memory.round > 0 && isLate(elapsed())) {
        reason = TIME_IS_UP;
      }
      return !reason.isEmpty();
    }

    @Override
    public void look(int done, BatchTally.Figures batches) {
      Duration elapsed = elapsed();
      listener.searching(
          progress(known, elapsed), new RoundProgress(doneBefore + done, tasks, batches));
    }

    private Duration elapsed() {
      return Duration.between(start, clock.instant());
    }
  }

  private String broken(SearchOutcome outcome, int task, int tasks, long round) {
    return "potential "
        + settings.potential().name()
        + " threw "
        + outcome.broken().get(0)
        + " (task "
        + task
        + " of "
        + tasks
        + " of round "
        + round
        + ")";
  }

  private static String kept(Knowledge known) {
    return known.minimumCount() == 0
        ? "; nothing had been found yet"
        : "; what was found is kept: "
            + known.minimumCount()
            + " minima, "
            + known.saddleCount()
            + " transition states";
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private Run record(long id, Instant start, Knowledge known, String outcome) {
    return new Run(
        id,
        settings.seed(),
        runFile,
        version,
        start,
        outcome.isEmpty() ? Optional.empty() : Optional.of(clock.instant()),
        known.memory.round,
        known.memory.energyCalls,
        outcome);
  }

  private Knowledge openLandscape(Instant now) {
    Potential potential = settings.potential().potential();
    String name = settings.landscape();
    Optional<Landscape> there =
        store.createUnlessThere(settings.potential().landscape(name, parameters, now));
    Optional<Checkpoint> checkpoint = store.checkpoint(name);
    if (there.isPresent() && checkpoint.isEmpty() && store.counts(name).minima() > 0) {
      throw new LandscapeStoreException(
          "landscape "
              + name
              + " was not explored by Tarn and cannot be gone on with: choose another name");
    }
    if (checkpoint.isPresent() && SearchMemory.isForeign(checkpoint.get().state())) {
      throw new LandscapeStoreException(
          "landscape "
              + name
              + " holds a census, which an exploration cannot go on with: choose another name, or"
              + " go on with tarn census");
    }
    Knowledge known =
        new Knowledge(
            potential.symmetry(),
            settings.tolerance(),
            potential.lengthScale(),
            checkpoint.map(c -> SearchMemory.decode(c.state())).orElseGet(SearchMemory::new));
    checkSettings(known.memory);
    if (checkpoint.isPresent()) {
      store.forEachMinimum(name, known::restore);
      store.forEachTransitionState(name, known::restore);
      store.forEachStationaryPoint(name, known::restore);
    }
    return known;
  }

  /** With other settings a run that is gone on with would not end where an unbroken one does. */
  private void checkSettings(SearchMemory memory) {
    Map<String, String> now = settings.decisive();
    StringJoiner changes = new StringJoiner(", ");
    now.forEach(
        (key, value) -> {
          String unknown =
              memory.settings.isEmpty() ? value : ExplorationSettings.formerly(key).orElse(value);
          String before = memory.settings.getOrDefault(key, unknown);
          if (!before.equals(value)) {
            changes.add(key + " was " + before + " and is now " + value);
          }
        });
    if (changes.length() > 0 && !changesAccepted) {
      throw new ChangedSettingsException(
          "landscape " + settings.landscape() + " was explored with other settings: " + changes);
    }
    if (changes.length() > 0) {
      memory.unfinished.clear();
    }
    memory.settings.clear();
    memory.settings.putAll(now);
  }

  /** Why to stop now, if at all. */
  private Optional<String> stop(Knowledge known, Duration elapsed) {
    StoppingRule until = settings.until();
    if (until.minima().isPresent() && known.minimumCount() >= until.minima().getAsLong()) {
      return Optional.of("found " + known.minimumCount() + " minima");
    }
    if (until.transitionStates().isPresent()
        && known.saddleCount() >= until.transitionStates().getAsLong()) {
      return Optional.of("found " + known.saddleCount() + " transition states");
    }
    if (until.energy().isPresent() && isAtOrBelow(known, until.energy().getAsDouble())) {
      return Optional.of("reached an energy of " + until.energy().getAsDouble());
    }
    if (until.arrivals().isPresent() && known.arrivals() >= until.arrivals().getAsLong()) {
      return Optional.of(known.arrivals() + " descents came to the lowest minimum");
    }
    if (until.rounds().isPresent() && known.memory.round >= until.rounds().getAsLong()) {
      return Optional.of("did " + known.memory.round + " rounds");
    }
    if (until.energyCalls().isPresent()
        && known.memory.energyCalls >= until.energyCalls().getAsLong()) {
      return Optional.of("made " + known.memory.energyCalls + " energy calls");
    }
    if (until.coverage().isPresent() && covered(known, until.coverage().getAsDouble())) {
      return Optional.of("coverage reached " + until.coverage().getAsDouble());
    }
    return isLate(elapsed) ? Optional.of(TIME_IS_UP) : Optional.empty();
  }

  private boolean isLate(Duration elapsed) {
    Optional<Duration> limit = settings.until().time();
    return limit.isPresent() && elapsed.compareTo(limit.get()) >= 0;
  }

  private static boolean isAtOrBelow(Knowledge known, double energy) {
    int lowest = known.lowestMinimum();
    return lowest >= 0 && known.minima().energy(lowest) <= energy;
  }

  private static boolean covered(Knowledge known, double coverage) {
    if (known.minimumCount() == 0 || (known.componentCount() > 1 && hasUntriedBridges(known))) {
      return false;
    }
    Coverage saddles = known.saddleCoverage();
    // Where no search has found a transition state, their number bounds the chance that one exists.
    double ofSaddles =
        saddles.hits() == 0 ? 1 - 3.0 / Math.max(3, known.memory.searches) : saddles.lowerLimit();
    return known.minimaCoverage().lowerLimit() >= coverage
        && ofSaddles >= coverage
        && saddles.hits() >= HITS_PER_POINT / (1 - coverage) * saddles.species();
  }

  private static boolean hasUntriedBridges(Knowledge known) {
    return known.memory.searches < 100L * known.minimumCount();
  }

  private static ExplorationProgress progress(Knowledge known, Duration elapsed) {
    int lowest = known.lowestMinimum();
    return new ExplorationProgress(
        known.memory.round,
        known.minimumCount(),
        known.saddleCount(),
        known.looseCount(),
        known.componentCount(),
        lowest < 0 ? Double.NaN : known.minima().energy(lowest),
        known.memory.searches,
        known.memory.energyCalls,
        known.minimaCoverage(),
        known.saddleCoverage(),
        elapsed);
  }
}
