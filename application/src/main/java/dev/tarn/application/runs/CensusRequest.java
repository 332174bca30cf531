package dev.tarn.application.runs;

import dev.tarn.application.QuestionException;
import dev.tarn.application.Version;
import dev.tarn.application.census.CensusReport;
import dev.tarn.application.runfile.CensusPlan;
import dev.tarn.explorer.census.Census;
import dev.tarn.explorer.census.CensusProgress;
import dev.tarn.explorer.census.CensusSettings;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Takes the census of a landscape, or resumes it.
 *
 * @param settings what to count, and how
 * @param runFile text of the run file, for the record of the run; empty without one
 * @param otherSettings what to do if an earlier run of the census had other settings
 */
public record CensusRequest(CensusSettings settings, String runFile, OtherSettings otherSettings) {

  /** A census without a run file that refuses other settings than those it began with. */
  public static CensusRequest of(CensusSettings settings) {
    return new CensusRequest(settings, "", OtherSettings.REFUSE);
  }

  /**
   * One census of a plan.
   *
   * @param limit time after which to end, in place of that of the file
   */
  public static CensusRequest of(
      CensusPlan.Member member, Optional<Duration> limit, OtherSettings otherSettings) {
    CensusSettings settings = member.settings();
    return new CensusRequest(
        limit.isPresent() ? settings.withUntil(settings.until().withTime(limit)) : settings,
        member.text(),
        otherSettings);
  }

  /**
   * What a person should know before: that the points will not fit into memory, and what the
   * potential says.
   *
   * @throws QuestionException if the points will not fit and nothing limits the census
   */
  public Set<String> notes() {
    Set<String> notes = new LinkedHashSet<>();
    memoryNote().ifPresent(notes::add);
    notes.addAll(settings.potential().potential().notes());
    return notes;
  }

  private Optional<String> memoryNote() {
    Potential potential = settings.potential().potential();
    OptionalDouble bytes = Census.estimatedBytes(potential);
    double there = Runtime.getRuntime().maxMemory();
    if (bytes.isEmpty() || bytes.getAsDouble() < 0.5 * there) {
      return Optional.empty();
    }
    double logPoints = potential.logStationaryPoints().orElse(0);
    String estimate =
        String.format(
            Locale.ROOT,
            "%s: about e^%.0f = 1e%.0f points are expected, which need %.2g GB; there are %.1f GB",
            settings.landscape(),
            logPoints,
            logPoints / Math.log(10),
            bytes.getAsDouble() / 1e9,
            there / 1e9);
    if (!settings.until().isBounded()) {
      throw QuestionException.misuse(
          estimate + ": limit it with --budget 5m or until: {points: 100000}");
    }
    return Optional.of(estimate + "; it will end at its limit, incomplete");
  }

  /**
   * Counts until a stopping rule holds or the run is cancelled.
   *
   * @param listener told after each round, and several times a second within it
   * @param cancelled asked before each search and several times a second
   * @throws ChangedSettingsException if an earlier run had other settings and they are refused
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name that is
   *     no census of this potential
   * @throws PotentialException if the potential throws; the round in which it did is committed
   */
  public CensusReport run(
      LandscapeStore store, RunListener<CensusProgress> listener, BooleanSupplier cancelled) {
    Census census =
        new Census(store, settings, new RunRecord(runFile, Version.TEXT), Clock.systemUTC());
    if (otherSettings == OtherSettings.ACCEPT) {
      census.acceptChanges();
    }
    String unused = census.run(listener, cancelled);
    return CensusReport.of(
        store,
        store.landscape(settings.landscape()).orElseThrow(),
        Optional.of(settings.potential().potential()));
  }
}
