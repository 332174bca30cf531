package dev.tarn.cli.output;

import dev.tarn.application.runfile.Durations;
import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.exploration.ExplorationProgress;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.RunListener;
import java.time.Duration;
import java.util.Locale;

/** How an exploration goes on, as a live line. */
public final class ProgressLine implements RunListener<ExplorationProgress> {
  private final LiveLine line;
  private final String landscape;
  private final StoppingRule until;
  private final String rows;
  private long firstSearches = -1;
  private double firstSeconds;
  private BatchTally.Figures shown = BatchTally.Figures.NONE;

  /**
   * A line that shows nothing yet.
   *
   * @param rows what the rows of data are, in the plural
   */
  public ProgressLine(Terminal terminal, String landscape, StoppingRule until, String rows) {
    line = new LiveLine(terminal);
    this.landscape = landscape;
    this.until = until;
    this.rows = rows;
  }

  @Override
  public void roundEnded(ExplorationProgress p) {
    if (firstSearches < 0) {
      firstSearches = p.searches();
      firstSeconds = seconds(p.elapsed());
    }
    if (line.isDue()) {
      show(p, p.searches(), "", "");
    }
  }

  @Override
  public void searching(ExplorationProgress p, int done, int searches) {
    if (line.isDue()) {
      show(
          p,
          p.searches() + done,
          "round " + (p.round() + 1) + ": " + done + " of " + searches,
          descents(p.batches()));
    }
  }

  private void show(ExplorationProgress p, long searches, String round, String descents) {
    line.show(
        landscape,
        Durations.shown(seconds(p.elapsed())),
        Numbers.counted(p.minima(), "minimum", "minima"),
        Numbers.count(p.transitionStates()) + " ts",
        Double.isNaN(p.lowestEnergy()) ? "" : "lowest " + Numbers.energy(p.lowestEnergy()),
        round,
        descents,
        rate(searches, p.elapsed()),
        "seen "
            + share(p.minimaCoverage().goodTuring())
            + "/"
            + share(p.transitionStateCoverage().goodTuring()),
        left(p));
  }

  private String left(ExplorationProgress p) {
    return until.time().isPresent() && p.elapsed().compareTo(until.time().get()) > 0
        ? "ends with this round"
        : LiveLine.left(until.time(), until.rounds(), p.elapsed(), p.round());
  }

  /** What descents by mini-batches have done since the line was last shown, if anything. */
  private String descents(BatchTally.Figures now) {
    BatchTally.Figures before = shown;
    shown = now;
    return now.rows() == before.rows()
        ? ""
        : Numbers.counted(now.epochs(), "epoch", "epochs")
            + ", "
            + Numbers.count(Math.round(now.rowsPerSecondSince(before)))
            + " "
            + rows
            + "/s on a thread";
  }

  /** Removes the line, so that the result begins where it stood. */
  public void end() {
    line.end();
  }

  /** Since the end of the first round, before which the machine warms up. */
  private String rate(long searches, Duration elapsed) {
    double seconds = seconds(elapsed) - firstSeconds;
    if (firstSearches < 0 || seconds <= 0) {
      return "";
    }
    double rate = (searches - firstSearches) / seconds;
    return (rate >= 10 || rate == 0
            ? Numbers.count(Math.round(rate))
            : String.format(Locale.ROOT, "%.1f", rate))
        + " searches/s";
  }

  /** Rounded down, so that 100 % is not said before it is true. */
  private static String share(double coverage) {
    return Double.isNaN(coverage)
        ? "-"
        : String.format(Locale.ROOT, "%.1f%%", Math.floor(1000 * coverage) / 10);
  }

  public static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
