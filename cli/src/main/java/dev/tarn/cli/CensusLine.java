package dev.tarn.cli;

import dev.tarn.explorer.census.CensusListener;
import dev.tarn.explorer.census.CensusProgress;
import dev.tarn.explorer.census.CensusSettings.StoppingRule;
import java.io.PrintStream;
import java.util.Locale;

/**
 * How a census goes on, on standard error: one line that is redrawn on a terminal, a new line every
 * ten seconds elsewhere.
 */
final class CensusLine implements CensusListener {
  private static final long REDRAW_NANOS = 150_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final String ERASE = "\r\033[K";

  private final PrintStream err;
  private final boolean redrawn;
  private final String landscape;
  private final StoppingRule until;
  private final int columns;
  private long shownAt = System.nanoTime();
  private boolean shown;

  CensusLine(Terminal terminal, String landscape, StoppingRule until) {
    err = terminal.err();
    redrawn = terminal.errIsTerminal();
    columns = terminal.columns() > 0 ? terminal.columns() : 120;
    this.landscape = landscape;
    this.until = until;
  }

  @Override
  public void roundEnded(CensusProgress p) {
    long now = System.nanoTime();
    if (now - shownAt < (redrawn ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shownAt = now;
    shown = true;
    double seconds = ProgressLine.seconds(p.elapsed());
    StringBuilder line = new StringBuilder(landscape);
    part(line, Durations.shown(seconds));
    part(line, Numbers.counted(p.total(), "point", "points"));
    part(line, "indices 0-" + (Math.max(1, p.byIndex().length) - 1));
    if (p.singular() > 0) {
      part(line, p.singular() + " singular");
    }
    part(line, "check sum " + Numbers.count(p.checkSum()));
    part(line, Numbers.count(p.searches()) + " searches");
    double coverage = p.coverage().goodTuring();
    part(
        line,
        "seen "
            + (Double.isNaN(coverage)
                ? "-"
                : String.format(Locale.ROOT, "%.2f%%", Math.floor(1e4 * coverage) / 100)));
    if (until.time().isPresent()) {
      double left = ProgressLine.seconds(until.time().get()) - seconds;
      part(line, Durations.shown(left) + " left at most");
    } else if (until.rounds().isPresent()) {
      long left = Math.max(0, until.rounds().getAsLong() - p.round());
      part(line, Numbers.counted(left, "round left", "rounds left"));
    }
    if (redrawn) {
      err.print(ERASE + (line.length() < columns ? line : line.substring(0, columns - 1)));
      err.flush();
    } else {
      err.println(line);
    }
  }

  private static void part(StringBuilder line, String text) {
    line.append("  ").append(text);
  }

  /** Removes the redrawn line, so that the result begins where it stood. */
  void end() {
    if (redrawn && shown) {
      err.print(ERASE);
      err.flush();
    }
  }
}
