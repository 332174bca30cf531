package dev.tarn.cli;

import dev.tarn.explorer.ExplorationListener;
import dev.tarn.explorer.ExplorationProgress;
import dev.tarn.explorer.ExplorationSettings.StoppingRule;
import java.time.Duration;
import java.util.Locale;

/** How an exploration goes on, as a live line. */
final class ProgressLine implements ExplorationListener {
  private final LiveLine line;
  private final String landscape;
  private final StoppingRule until;
  private long firstSearches = -1;
  private double firstSeconds;

  ProgressLine(Terminal terminal, String landscape, StoppingRule until) {
    line = new LiveLine(terminal);
    this.landscape = landscape;
    this.until = until;
  }

  @Override
  public void roundEnded(ExplorationProgress p) {
    if (firstSearches < 0) {
      firstSearches = p.searches();
      firstSeconds = seconds(p.elapsed());
    }
    if (!line.isDue()) {
      return;
    }
    line.show(
        landscape,
        Durations.shown(seconds(p.elapsed())),
        Numbers.counted(p.minima(), "minimum", "minima"),
        Numbers.count(p.transitionStates()) + " ts",
        Double.isNaN(p.lowestEnergy()) ? "" : "lowest " + Numbers.energy(p.lowestEnergy()),
        rate(p),
        "seen "
            + share(p.minimaCoverage().goodTuring())
            + "/"
            + share(p.transitionStateCoverage().goodTuring()),
        LiveLine.left(until.time(), until.rounds(), p.elapsed(), p.round()));
  }

  /** Removes the line, so that the result begins where it stood. */
  void end() {
    line.end();
  }

  private String rate(ExplorationProgress p) {
    double seconds = seconds(p.elapsed()) - firstSeconds;
    return seconds <= 0
        ? ""
        : Numbers.count(Math.round((p.searches() - firstSearches) / seconds)) + " searches/s";
  }

  /** Rounded down, so that 100 % is not said before it is true. */
  private static String share(double coverage) {
    return Double.isNaN(coverage)
        ? "-"
        : String.format(Locale.ROOT, "%.1f%%", Math.floor(1000 * coverage) / 10);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
