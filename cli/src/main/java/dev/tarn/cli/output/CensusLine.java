package dev.tarn.cli.output;

import dev.tarn.application.runfile.Durations;
import dev.tarn.explorer.census.CensusProgress;
import dev.tarn.explorer.census.CensusSettings.StoppingRule;
import dev.tarn.explorer.run.RunListener;
import java.util.Locale;

/** How a census goes on, as a live line. */
public final class CensusLine implements RunListener<CensusProgress> {
  private final LiveLine line;
  private final String landscape;
  private final StoppingRule until;

  public CensusLine(Terminal terminal, String landscape, StoppingRule until) {
    line = new LiveLine(terminal);
    this.landscape = landscape;
    this.until = until;
  }

  @Override
  public void roundEnded(CensusProgress p) {
    if (line.isDue()) {
      show(p, "");
    }
  }

  @Override
  public void searching(CensusProgress p, int done, int searches) {
    if (line.isDue()) {
      show(p, "round " + (p.round() + 1) + ": " + done + " of " + searches);
    }
  }

  private void show(CensusProgress p, String round) {
    double coverage = p.coverage().goodTuring();
    line.show(
        landscape,
        Durations.shown(ProgressLine.seconds(p.elapsed())),
        Numbers.counted(p.total(), "point", "points"),
        "indices 0-" + (Math.max(1, p.byIndex().length) - 1),
        p.singular() > 0 ? p.singular() + " singular" : "",
        "check sum " + Numbers.count(p.checkSum()),
        Numbers.count(p.searches()) + " searches",
        round,
        "seen "
            + (Double.isNaN(coverage)
                ? "-"
                : String.format(Locale.ROOT, "%.2f%%", Math.floor(1e4 * coverage) / 100)),
        LiveLine.left(until.time(), until.rounds(), p.elapsed(), p.round()));
  }

  /** Removes the line, so that the result begins where it stood. */
  public void end() {
    line.end();
  }
}
