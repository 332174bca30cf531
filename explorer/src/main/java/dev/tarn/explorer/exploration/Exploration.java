package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.CampaignRun;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.run.RunResult;
import dev.tarn.explorer.run.TaskRunnerFactory;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.potentials.PotentialException;
import java.time.Clock;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Explores a landscape into a store; {@link CampaignRun} says what a run promises.
 *
 * <p>Every minimum that is stored has no negative Hessian eigenvalue and every transition state
 * exactly one, beyond the zero modes of the symmetry and with none that vanishes unexpectedly;
 * other stationary points are stored apart.
 */
public final class Exploration {
  private final LandscapeStore store;
  private final ExplorationSettings settings;
  private final RunRecord record;
  private final Clock clock;
  private TaskRunnerFactory runners;
  private OtherSettings otherSettings = OtherSettings.REFUSE;

  /**
   * An exploration that has not begun.
   *
   * @param store where the landscape is kept
   * @param settings what to explore and how
   * @param record what the run writes about itself
   * @param clock time of the records and of the time limit
   */
  public Exploration(
      LandscapeStore store, ExplorationSettings settings, RunRecord record, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.record = record;
    this.clock = clock;
    runners = TaskRunnerFactory.threads(settings.threads());
  }

  /** Resumes a landscape even if an earlier run had other settings. */
  public Exploration acceptChanges() {
    otherSettings = OtherSettings.ACCEPT;
    return this;
  }

  /** Carries searches out elsewhere than on threads of this process. */
  public Exploration on(TaskRunnerFactory newRunners) {
    runners = newRunners;
    return this;
  }

  /**
   * Explores until a stopping rule holds or the run is cancelled.
   *
   * @param listener told after each round, and several times a second within it
   * @param cancelled asked before each search and several times a second
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name which
   *     belongs to another potential or was imported
   * @throws PotentialException if the potential throws; the round in which it did is committed
   * @throws ChangedSettingsException if the landscape was explored with other settings, unless
   *     {@linkplain #acceptChanges changes are accepted}
   */
  public ExplorationReport run(
      RunListener<ExplorationProgress> listener, BooleanSupplier cancelled) {
    ExplorationCampaign campaign = new ExplorationCampaign(settings, clock);
    RunResult<ExplorationProgress> result =
        new CampaignRun<>(store, campaign, ExplorationOutcome.class, record, clock, runners)
            .run(otherSettings, listener, cancelled);
    ExplorationState known = campaign.state();
    int lowest = known.lowestMinimum();
    return new ExplorationReport(
        result.progress(),
        lowest + 1L,
        lowest < 0 ? Double.NaN : known.minima().energy(lowest),
        result.outcome(),
        new TreeMap<>(known.statistics.failures),
        result.setAside());
  }
}
