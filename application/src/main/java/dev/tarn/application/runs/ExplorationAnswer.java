package dev.tarn.application.runs;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.contents.CoverageValues;
import dev.tarn.explorer.exploration.ExplorationProgress;
import dev.tarn.explorer.exploration.ExplorationReport;
import dev.tarn.explorer.exploration.ExplorationSettings;

/**
 * What an exploration found.
 *
 * @param settings what was explored, and how
 * @param report what it came to
 */
public record ExplorationAnswer(ExplorationSettings settings, ExplorationReport report)
    implements Answer {

  /** Seconds that this run took. */
  public double seconds() {
    return report.progress().elapsed().toNanos() / 1e9;
  }

  @Override
  public NamedValues values() {
    ExplorationProgress p = report.progress();
    return NamedValues.empty()
        .put("landscape", settings.landscape())
        .put("minima", p.minima())
        .put("transitionStates", p.transitionStates())
        .put("stationaryPoints", p.stationaryPoints())
        .put("connectedComponents", p.components())
        .put("globalMinimum", report.globalMinimumEnergy())
        .put("globalMinimumId", report.globalMinimum() > 0 ? report.globalMinimum() : null)
        .put("energyCalls", p.energyCalls())
        .put("seconds", seconds())
        .putAll(CoverageValues.of(p.minimaCoverage(), p.transitionStateCoverage()))
        .put("rounds", p.round())
        .put("searches", p.searches())
        .put("setAside", report.setAside().orElse(0))
        .put("batchStarts", p.batches().starts())
        .put("epochs", p.batches().epochs())
        .put("rowsPerSecond", p.batches().rowsPerSecond())
        .put("seed", settings.seed())
        .put("outcome", report.outcome())
        .put("notes", settings.potential().potential().notes())
        .put("failures", report.failures());
  }
}
