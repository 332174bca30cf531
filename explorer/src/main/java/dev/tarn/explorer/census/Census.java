package dev.tarn.explorer.census;

import dev.tarn.explorer.run.CampaignRun;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.run.TaskRunnerFactory;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import java.time.Clock;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * Takes a census into a store; {@link CampaignRun} says what a run promises. The hits of the points
 * are in the checkpoint; the points themselves get theirs at the end of a run.
 *
 * <p>Minima become {@code :Minimum}; with connections, index-1 points become transition states;
 * everything else is stored as unconnected stationary points, singular ones with their number of
 * vanishing eigenvalues. Each has its softest eigenvalue, its hits by independent samples, and,
 * where it is proved to exist, the radius of the proof.
 */
public final class Census {
  private final LandscapeStore store;
  private final CensusSettings settings;
  private final RunRecord record;
  private final Clock clock;
  private TaskRunnerFactory runners;
  private OtherSettings otherSettings = OtherSettings.REFUSE;

  /**
   * A census that has not begun.
   *
   * @param store where the landscape is kept
   * @param settings what to count and how
   * @param record what the run writes about itself
   * @param clock time of the records and of the time limit
   */
  public Census(LandscapeStore store, CensusSettings settings, RunRecord record, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.record = record;
    this.clock = clock;
    runners = TaskRunnerFactory.threads(settings.threads());
  }

  /** Resumes a census even if an earlier run had other settings. */
  public Census acceptChanges() {
    otherSettings = OtherSettings.ACCEPT;
    return this;
  }

  /** Carries searches out elsewhere than on threads of this process. */
  public Census on(TaskRunnerFactory newRunners) {
    runners = newRunners;
    return this;
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
   * @param listener told after each round, and several times a second within it
   * @param cancelled asked before each search and several times a second
   * @return why it ended, in words
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name that is
   *     no census of this potential
   * @throws PotentialException if the potential throws; the round in which it did is committed
   * @throws ChangedSettingsException if the census was begun with other settings, unless
   *     {@linkplain #acceptChanges changes are accepted}
   */
  public String run(RunListener<CensusProgress> listener, BooleanSupplier cancelled) {
    return new CampaignRun<>(
            store, new CensusCampaign(settings), CensusOutcome.class, record, clock, runners)
        .run(otherSettings, listener, cancelled)
        .outcome();
  }
}
