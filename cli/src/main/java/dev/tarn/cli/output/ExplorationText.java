package dev.tarn.cli.output;

import dev.tarn.application.runfile.Durations;
import dev.tarn.application.runs.ExplorationAnswer;
import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.exploration.ExplorationProgress;
import dev.tarn.explorer.exploration.ExplorationReport;
import dev.tarn.explorer.exploration.ExplorationSettings;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Explorations as text. */
public final class ExplorationText {
  private static final int REASONS_SHOWN = 3;

  private ExplorationText() {}

  /** What the rows of a loss are called. */
  public static String rows(ExplorationSettings settings) {
    return settings.potential().parameters().get("data") instanceof Map<?, ?> data
            && data.containsKey("images")
        ? "images"
        : "rows";
  }

  /** What an exploration found. */
  public static Facts facts(ExplorationAnswer answer) {
    ExplorationReport report = answer.report();
    ExplorationSettings settings = answer.settings();
    ExplorationProgress p = report.progress();
    String unit = settings.potential().potential().energyUnit();
    Facts facts = new Facts();
    if (report.globalMinimum() > 0) {
      facts.add(
          "global minimum",
          Numbers.energy(report.globalMinimumEnergy()) + (unit.isEmpty() ? "" : " " + unit),
          "minimum " + report.globalMinimum());
    }
    facts.add("minima", Numbers.count(p.minima()), Descriptions.coverage(p.minimaCoverage()));
    facts.add(
        "transition states",
        Numbers.count(p.transitionStates()),
        Descriptions.coverage(p.transitionStateCoverage()));
    if (p.stationaryPoints() > 0) {
      facts.add("other stationary points", Numbers.count(p.stationaryPoints()));
    }
    facts.add("connected components", Numbers.count(p.components()));
    facts.add(
        "time",
        Durations.shown(answer.seconds()),
        Numbers.count(p.searches())
            + " searches, "
            + Numbers.count(p.energyCalls())
            + " energy calls in all");
    BatchTally.Figures batches = p.batches();
    if (batches.starts() > 0) {
      facts.add(
          "by mini-batches",
          Numbers.counted(batches.starts(), "start", "starts"),
          Numbers.counted(batches.epochs(), "epoch", "epochs")
              + ", "
              + Numbers.count(Math.round(batches.rowsPerSecond()))
              + " "
              + rows(settings)
              + "/s on a thread");
    }
    if (!report.failures().isEmpty()) {
      long failed = report.failures().values().stream().mapToLong(Long::longValue).sum();
      facts.add("searches in vain", Numbers.count(failed), reasons(report.failures()));
    }
    facts.add("ended", report.outcome(), setAside(report));
    return facts;
  }

  private static String setAside(ExplorationReport report) {
    if (report.setAside().isEmpty()) {
      return "";
    }
    long round = report.progress().round() + 1;
    int kept = report.setAside().getAsInt();
    return kept == 0
        ? "before a search of round " + round + " was done"
        : "within round "
            + round
            + ": "
            + Numbers.counted(kept, "search", "searches")
            + " of it kept for the run that goes on";
  }

  /** The most frequent reasons; what follows a colon in one is detail. */
  private static String reasons(Map<String, Long> failures) {
    Map<String, Long> grouped = new TreeMap<>();
    failures.forEach(
        (reason, count) -> grouped.merge(reason.replaceFirst(":.*", ""), count, (a, b) -> a + b));
    String all =
        grouped.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(REASONS_SHOWN)
            .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return grouped.size() > REASONS_SHOWN ? all + ", ..." : all;
  }
}
