package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.exploration.ExplorationSettings.MinimaSearch;
import dev.tarn.explorer.exploration.ExplorationSettings.SaddleSearch;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.run.SearchEngine;
import dev.tarn.explorer.run.SearchWork;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.io.ObjectStreamException;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * How the tasks of an exploration are carried out.
 *
 * @param potential what is searched
 * @param minima how minima are found
 * @param saddles how transition states are found
 * @param tolerance when points are converged and when they are the same
 * @param wantedEnergy walks stop where they are this low
 * @param batches is told of descents by mini-batches; in another process its own
 */
record ExplorationWork(
    PotentialSpecification potential,
    MinimaSearch minima,
    SaddleSearch saddles,
    Tolerance tolerance,
    double wantedEnergy,
    BatchTally batches)
    implements SearchWork<KnownLandscape, ExplorationTask, ExplorationOutcome> {

  static ExplorationWork of(ExplorationSettings settings, BatchTally batches) {
    return new ExplorationWork(
        settings.potential(),
        settings.minima(),
        settings.saddles(),
        settings.tolerance(),
        settings.until().energy().orElse(Double.NEGATIVE_INFINITY),
        batches);
  }

  @Override
  public SearchEngine<KnownLandscape, ExplorationTask, ExplorationOutcome> engine(
      BooleanSupplier abandoned) {
    return new ExplorationEngine(this, abandoned);
  }

  private Object writeReplace() throws ObjectStreamException {
    return new Elsewhere(potential, minima, saddles, tolerance, wantedEnergy);
  }

  /** What goes to another process. */
  private record Elsewhere(
      PotentialSpecification potential,
      MinimaSearch minima,
      SaddleSearch saddles,
      Tolerance tolerance,
      double wantedEnergy)
      implements java.io.Serializable {
    private Object readResolve() throws ObjectStreamException {
      return new ExplorationWork(
          potential, minima, saddles, tolerance, wantedEnergy, new BatchTally(Clock.systemUTC()));
    }
  }
}
