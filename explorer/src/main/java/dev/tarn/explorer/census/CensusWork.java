package dev.tarn.explorer.census;

import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.run.SearchEngine;
import dev.tarn.explorer.run.SearchWork;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.util.function.BooleanSupplier;

/**
 * How the tasks of a census are carried out.
 *
 * @param potential whose points are counted
 * @param tolerance when points are converged and when they are the same
 * @param descentStep see {@link CensusSettings}
 * @param connections whether index-1 points are followed down to minima
 */
record CensusWork(
    PotentialSpecification potential, Tolerance tolerance, double descentStep, boolean connections)
    implements SearchWork<CensusPoints, CensusTask, CensusOutcome> {

  static CensusWork of(CensusSettings settings) {
    return new CensusWork(
        settings.potential(), settings.tolerance(), settings.descentStep(), settings.connections());
  }

  @Override
  public SearchEngine<CensusPoints, CensusTask, CensusOutcome> engine(BooleanSupplier abandoned) {
    return new CensusEngine(this, abandoned);
  }
}
