package dev.tarn.application.runs;

import dev.tarn.application.QuestionException;
import dev.tarn.application.Version;
import dev.tarn.application.runfile.RunFile;
import dev.tarn.explorer.exploration.Exploration;
import dev.tarn.explorer.exploration.ExplorationProgress;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.potentials.PotentialException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Explores a landscape, or resumes its exploration.
 *
 * @param settings what to explore, and how
 * @param runFile text of the run file, for the record of the run; empty without one
 * @param otherSettings what to do if an earlier run of the landscape had other settings
 */
public record ExplorationRequest(
    ExplorationSettings settings, String runFile, OtherSettings otherSettings) {

  /** An exploration without a run file that refuses other settings than those it began with. */
  public static ExplorationRequest of(ExplorationSettings settings) {
    return new ExplorationRequest(settings, "", OtherSettings.REFUSE);
  }

  /**
   * What a run file asks for.
   *
   * @throws QuestionException if anything in the file is wrong
   */
  public static ExplorationRequest of(RunFile file, OtherSettings otherSettings) {
    return new ExplorationRequest(file.settings(), file.text(), otherSettings);
  }

  /** The same, ended after that time, if one is given, in place of that of the settings. */
  public ExplorationRequest within(Optional<Duration> time) {
    return time.isPresent()
        ? new ExplorationRequest(settings.withTime(time.get()), runFile, otherSettings)
        : this;
  }

  /**
   * Explores until a stopping rule holds or the run is cancelled.
   *
   * @param listener told after each round, and several times a second within it
   * @param cancelled asked before each search and several times a second
   * @throws ChangedSettingsException if an earlier run had other settings and they are refused
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name which
   *     belongs to another potential or was imported
   * @throws PotentialException if the potential throws; the round in which it did is committed
   */
  public ExplorationAnswer run(
      LandscapeStore store, RunListener<ExplorationProgress> listener, BooleanSupplier cancelled) {
    Exploration exploration =
        new Exploration(store, settings, new RunRecord(runFile, Version.TEXT), Clock.systemUTC());
    if (otherSettings == OtherSettings.ACCEPT) {
      exploration.acceptChanges();
    }
    return new ExplorationAnswer(settings, exploration.run(listener, cancelled));
  }
}
