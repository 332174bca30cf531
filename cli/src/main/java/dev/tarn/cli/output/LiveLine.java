package dev.tarn.cli.output;

import dev.tarn.application.runfile.Durations;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * How long work goes on, on standard error: one line that is redrawn on a terminal, a new line
 * every ten seconds elsewhere.
 */
public final class LiveLine {
  private static final long REDRAW_NANOS = 150_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final String ERASE = "\r\033[K";

  private final PrintStream err;
  private final boolean redrawn;
  private final int columns;
  private long shownAt = System.nanoTime();
  private boolean shown;

  public LiveLine(Terminal terminal) {
    err = terminal.err();
    redrawn = terminal.errIsTerminal();
    columns = terminal.columns() > 0 ? terminal.columns() : 120;
  }

  /** Whether the last line is old enough for another one. */
  public boolean isDue() {
    return System.nanoTime() - shownAt >= (redrawn ? REDRAW_NANOS : LINE_NANOS);
  }

  /** Shows parts of a line, the empty ones left out, two blanks apart. */
  public void show(String... parts) {
    StringJoiner joiner = new StringJoiner("  ");
    for (String part : parts) {
      if (!part.isEmpty()) {
        joiner.add(part);
      }
    }
    String line = joiner.toString();
    shownAt = System.nanoTime();
    shown = true;
    if (redrawn) {
      err.print(ERASE + (line.length() < columns ? line : line.substring(0, columns - 1)));
      err.flush();
    } else {
      err.println(line);
    }
  }

  /** Removes the redrawn line, so that the result begins where it stood. */
  public void end() {
    if (redrawn && shown) {
      err.print(ERASE);
      err.flush();
    }
  }

  /** What is left of a run, by its limit of time or else of rounds; empty without either. */
  static String left(
      Optional<Duration> time, OptionalLong rounds, Duration elapsed, long roundsDone) {
    if (time.isPresent()) {
      double seconds = ProgressLine.seconds(time.get()) - ProgressLine.seconds(elapsed);
      return Durations.shown(seconds) + " left at most";
    }
    return rounds.isPresent()
        ? Numbers.counted(Math.max(0, rounds.getAsLong() - roundsDone), "round left", "rounds left")
        : "";
  }
}
