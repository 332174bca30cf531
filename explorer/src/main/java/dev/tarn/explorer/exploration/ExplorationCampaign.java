package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.Campaign;
import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunSettings;
import dev.tarn.explorer.run.RunState;
import dev.tarn.explorer.run.SearchWork;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Run;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the minima and transition states of a landscape, by single searches and by walks. */
final class ExplorationCampaign
    implements Campaign<KnownLandscape, ExplorationTask, ExplorationOutcome, ExplorationProgress> {
  static final String KIND = "exploration";

  /** Rounds without any minimum after which an exploration gives up. */
  private static final int FRUITLESS_ROUNDS = 20;

  /**
   * Hit rates differ by orders of magnitude, which estimates from hits do not see: for a coverage
   * of 0.999 each transition state must have been hit 200 times on average. Without this one run in
   * two on LJ9 stopped short of its 165.
   */
  private static final double HITS_PER_POINT = 0.2;

  private final ExplorationSettings settings;
  private final Strategy strategy;
  private final BatchTally batches;
  private ExplorationState known;

  /** Rounds of this run so far without any minimum. */
  private int fruitless;

  /**
   * A campaign that knows nothing.
   *
   * @param clock tells the speed of descents by mini-batches
   */
  ExplorationCampaign(ExplorationSettings settings, Clock clock) {
    this.settings = settings;
    strategy =
        settings.minima().chains().walks() > 0
            ? new HoppingStrategy(settings)
            : new WholeLandscapeStrategy(settings);
    batches = new BatchTally(clock);
    known = state(new SearchStatistics());
  }

  private ExplorationState state(SearchStatistics statistics) {
    return new ExplorationState(
        settings.potential().potential().symmetry(),
        settings.tolerance(),
        settings.potential().potential().lengthScale(),
        statistics);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public RunSettings settings() {
    return settings;
  }

  /** What is known so far. */
  ExplorationState state() {
    return known;
  }

  @Override
  public Optional<CheckpointSections> read(byte[] formerState) {
    return FormerCheckpoint.sections(formerState);
  }

  @Override
  public void restore(CheckpointSections sections, LandscapeStore store) {
    known = state(SearchStatistics.decode(sections));
    store.forEachMinimum(settings.landscape(), known::restore);
    store.forEachTransitionState(settings.landscape(), known::restore);
    store.forEachStationaryPoint(settings.landscape(), known::restore);
  }

  @Override
  public SearchWork<KnownLandscape, ExplorationTask, ExplorationOutcome> work() {
    return ExplorationWork.of(settings, batches);
  }

  @Override
  public KnownLandscape known() {
    return known.snapshot();
  }

  @Override
  public List<ExplorationTask> propose(long round) {
    return strategy.propose(known, round);
  }

  @Override
  public void merge(ExplorationTask task, ExplorationOutcome outcome) {
    known.merge(task, outcome);
  }

  @Override
  public void endRound(RunState state) {
    strategy.conclude(known, state.round() - 1);
    known.statistics.endRound();
    known.statistics.noteDiscoveries(state.seconds(), known.minimumCount(), known.saddleCount());
    fruitless = known.minimumCount() == 0 ? fruitless + 1 : 0;
  }

  @Override
  public Optional<String> stop(RunState state) {
    StoppingRule until = settings.until();
    if (until.minima().isPresent() && known.minimumCount() >= until.minima().getAsLong()) {
      return Optional.of("found " + known.minimumCount() + " minima");
    }
    if (until.transitionStates().isPresent()
        && known.saddleCount() >= until.transitionStates().getAsLong()) {
      return Optional.of("found " + known.saddleCount() + " transition states");
    }
    if (until.energy().isPresent() && isAtOrBelow(until.energy().getAsDouble())) {
      return Optional.of("reached an energy of " + until.energy().getAsDouble());
    }
    if (until.arrivals().isPresent() && known.arrivals() >= until.arrivals().getAsLong()) {
      return Optional.of(known.arrivals() + " descents came to the lowest minimum");
    }
    if (until.rounds().isPresent() && state.round() >= until.rounds().getAsLong()) {
      return Optional.of("did " + state.round() + " rounds");
    }
    if (until.energyCalls().isPresent()
        && known.statistics.energyCalls >= until.energyCalls().getAsLong()) {
      return Optional.of("made " + known.statistics.energyCalls + " energy calls");
    }
    if (until.coverage().isPresent() && covered(until.coverage().getAsDouble())) {
      return Optional.of("coverage reached " + until.coverage().getAsDouble());
    }
    return fruitless >= FRUITLESS_ROUNDS
        ? Optional.of("no minimum found in " + known.statistics.searches + " searches")
        : Optional.empty();
  }

  private boolean isAtOrBelow(double energy) {
    int lowest = known.lowestMinimum();
    return lowest >= 0 && known.minima().energy(lowest) <= energy;
  }

  private boolean covered(double coverage) {
    if (known.minimumCount() == 0 || (known.componentCount() > 1 && hasUntriedBridges())) {
      return false;
    }
    Coverage saddles = known.saddleCoverage();
    // Where no search has found a transition state, their number bounds the chance that one exists.
    double ofSaddles =
        saddles.hits() == 0
            ? 1 - 3.0 / Math.max(3, known.statistics.searches)
            : saddles.lowerLimit();
    return known.minimaCoverage().lowerLimit() >= coverage
        && ofSaddles >= coverage
        && saddles.hits() >= HITS_PER_POINT / (1 - coverage) * saddles.species();
  }

  private boolean hasUntriedBridges() {
    return known.statistics.searches < 100L * known.minimumCount();
  }

  @Override
  public void encode(CheckpointSections.Writer sections) {
    known.statistics.encode(sections);
  }

  @Override
  public LandscapeUpdate takeUpdate(Run run, Checkpoint checkpoint, boolean isLast) {
    return known.takeUpdate(run, checkpoint);
  }

  @Override
  public long energyCalls() {
    return known.statistics.energyCalls;
  }

  @Override
  public String found() {
    return known.minimumCount() == 0
        ? ""
        : known.minimumCount() + " minima, " + known.saddleCount() + " transition states";
  }

  @Override
  public ExplorationProgress progress(long round, Duration elapsed) {
    int lowest = known.lowestMinimum();
    return new ExplorationProgress(
        round,
        known.minimumCount(),
        known.saddleCount(),
        known.unconnectedCount(),
        known.componentCount(),
        lowest < 0 ? Double.NaN : known.minima().energy(lowest),
        known.statistics.searches,
        known.statistics.energyCalls,
        known.minimaCoverage(),
        known.saddleCoverage(),
        elapsed,
        batches.figures());
  }
}
