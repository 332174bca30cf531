package dev.tarn.cli;

import dev.tarn.explorer.ExplorationListener;
import dev.tarn.explorer.ExplorationProgress;
import dev.tarn.explorer.ExplorationSettings.StoppingRule;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * How an exploration goes on, on standard error: one line that is redrawn on a terminal, a new line
 * every ten seconds elsewhere.
 */
final class ProgressLine implements ExplorationListener {
  private static final long REDRAW_NANOS = 150_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final String ERASE = "\r\033[K";

  private final PrintStream err;
  private final boolean redrawn;
  private final String landscape;
  private final StoppingRule until;
  private final int columns;
  private long shownAt;
  private boolean shown;
  private long firstSearches = -1;
  private double firstSeconds;

  ProgressLine(Terminal terminal, String landscape, StoppingRule until) {
    this.err = terminal.err();
    this.redrawn = terminal.errIsTerminal();
    this.landscape = landscape;
    this.until = until;
    this.columns = terminal.columns() > 0 ? terminal.columns() : 120;
    this.shownAt = System.nanoTime();
  }

  @Override
  public void roundEnded(ExplorationProgress progress) {
    long now = System.nanoTime();
    if (firstSearches < 0) {
      firstSearches = progress.searches();
      firstSeconds = seconds(progress.elapsed());
    }
    if (now - shownAt < (redrawn ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shownAt = now;
    shown = true;
    String line = worded(progress);
    if (redrawn) {
      err.print(ERASE + (line.length() < columns ? line : line.substring(0, columns - 1)));
      err.flush();
    } else {
      err.println(line);
    }
  }

  /** Removes the redrawn line, so that the result begins where it stood. */
  void end() {
    if (redrawn && shown) {
      err.print(ERASE);
      err.flush();
    }
  }

  private String worded(ExplorationProgress p) {
    StringBuilder line = new StringBuilder(landscape);
    part(line, Durations.shown(seconds(p.elapsed())));
    part(line, Numbers.counted(p.minima(), "minimum", "minima"));
    part(line, Numbers.count(p.transitionStates()) + " ts");
    if (!Double.isNaN(p.lowestEnergy())) {
      part(line, "lowest " + Numbers.energy(p.lowestEnergy()));
    }
    part(line, rate(p));
    part(
        line,
        "seen "
            + share(p.minimaCoverage().goodTuring())
            + "/"
            + share(p.transitionStateCoverage().goodTuring()));
    part(line, left(p));
    return line.toString();
  }

  private static void part(StringBuilder line, String text) {
    if (!text.isEmpty()) {
      line.append("  ").append(text);
    }
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

  private String left(ExplorationProgress p) {
    if (until.time().isPresent()) {
      double left = seconds(until.time().get()) - seconds(p.elapsed());
      return Durations.shown(left) + " left at most";
    }
    if (until.rounds().isPresent()) {
      return Numbers.counted(
          Math.max(0, until.rounds().getAsLong() - p.round()), "round left", "rounds left");
    }
    return "";
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
