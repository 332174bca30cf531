package dev.tarn.potentials.catalogue;

import dev.tarn.landscape.Landscape;
import dev.tarn.potentials.Potential;
import java.time.Instant;
import java.util.Map;

/**
 * A potential as a run file names it: enough to make the same one again elsewhere.
 *
 * @param name name in the catalogue, or the name of a class
 * @param parameters complete parameters, defaults filled in, keys in the catalogue's order
 * @param potential the potential itself
 */
public record PotentialSpecification(
    String name, Map<String, Object> parameters, Potential potential) {

  /**
   * The record of a landscape of this potential.
   *
   * @param landscape its name
   * @param parametersJson the parameters as a JSON object
   * @param createdAt when it came to be
   */
  public Landscape landscape(String landscape, String parametersJson, Instant createdAt) {
    return new Landscape(
        landscape,
        name,
        parametersJson,
        potential.dimension(),
        potential.symmetry().zeroModes(),
        potential.energyUnit(),
        potential.lengthUnit(),
        Landscape.CURRENT_SCHEMA_VERSION,
        createdAt);
  }
}
