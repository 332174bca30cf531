package dev.tarn.application;

import dev.tarn.landscape.Landscape;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.util.Optional;

/** The potential that a stored landscape is of, made again from the landscape's record. */
public final class StoredPotential {
  private StoredPotential() {}

  /** The potential; empty where its name is unknown here, as of most imported landscapes. */
  public static Optional<Potential> of(Landscape landscape) {
    PotentialCatalogue catalogue = PotentialCatalogue.standard();
    if (catalogue.kind(landscape.potential()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          catalogue.create(landscape.potential(), landscape.parameters()).potential());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The potential.
   *
   * @throws QuestionException if it cannot be made again
   */
  public static Potential require(Landscape landscape) {
    try {
      return PotentialCatalogue.standard()
          .create(landscape.potential(), landscape.parameters())
          .potential();
    } catch (IllegalArgumentException e) {
      throw QuestionException.failed(
          "landscape "
              + landscape.name()
              + ": its potential cannot be made again: "
              + QuestionException.reason(e));
    }
  }
}
