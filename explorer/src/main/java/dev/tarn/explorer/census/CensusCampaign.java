package dev.tarn.explorer.census;

import dev.tarn.explorer.census.CensusSettings.StoppingRule;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Finds the stationary points of every index. */
final class CensusCampaign
    implements Campaign<CensusPoints, CensusTask, CensusOutcome, CensusProgress> {
  static final String KIND = "census";

  /** Searches without any point after which a census gives up. */
  private static final long FRUITLESS = 10_000;

  private final CensusSettings settings;
  private final CensusStrategy strategy;
  private final CensusState known;

  CensusCampaign(CensusSettings settings) {
    this.settings = settings;
    strategy = new CensusStrategy(settings);
    known = new CensusState(settings);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public RunSettings settings() {
    return settings;
  }

  @Override
  public Optional<CheckpointSections> read(byte[] formerState) {
    return CensusStatistics.sections(formerState);
  }

  @Override
  public void restore(CheckpointSections sections, LandscapeStore store) {
    known.restore(store, sections);
  }

  @Override
  public SearchWork<CensusPoints, CensusTask, CensusOutcome> work() {
    return CensusWork.of(settings);
  }

  @Override
  public CensusPoints known() {
    return known.points();
  }

  @Override
  public List<CensusTask> propose(long round) {
    return strategy.propose(known, round);
  }

  @Override
  public void merge(CensusTask task, CensusOutcome outcome) {
    known.merge(task, outcome);
  }

  @Override
  public void endRound(RunState state) {
    known.endRound();
  }

  @Override
  public Optional<String> stop(RunState state) {
    StoppingRule until = settings.until();
    long points = known.points().isolatedCount();
    if (reached(until.points(), points)) {
      return Optional.of("found " + points + " points");
    }
    if (reached(until.rounds(), state.round())) {
      return Optional.of("did " + state.round() + " rounds");
    }
    if (reached(until.gradients(), known.statistics().gradients())) {
      return Optional.of("made " + known.statistics().gradients() + " gradients");
    }
    return until.coverage().isPresent()
        ? covered(until.coverage().getAsDouble())
        : Optional.empty();
  }

  private static boolean reached(OptionalLong limit, long value) {
    return limit.isPresent() && value >= limit.getAsLong();
  }

  private Optional<String> covered(double wanted) {
    if (known.points().isolatedCount() == 0) {
      long searches = known.statistics().searches();
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

  @Override
  public void encode(CheckpointSections.Writer sections) {
    known.statistics().encode(known.points(), sections);
  }

  @Override
  public LandscapeUpdate takeUpdate(Run run, Checkpoint checkpoint, boolean isLast) {
    return known.takeUpdate(run, checkpoint, isLast);
  }

  @Override
  public long energyCalls() {
    return known.statistics().gradients();
  }

  @Override
  public String found() {
    int points = known.points().size();
    return points == 0 ? "" : points + " stationary points";
  }

  @Override
  public CensusProgress progress(long round, Duration elapsed) {
    CensusPoints points = known.points();
    return new CensusProgress(
        round,
        points.byIndex(),
        points.checkSum(),
        points.singularCount(),
        !known.isRelaxed(),
        known.statistics().searches(),
        known.statistics().gradients(),
        points.coverage(-1, true),
        elapsed);
  }
}
