package dev.tarn.explorer.catalogue;

import dev.tarn.explorer.potential.Potential;
import java.util.Map;

/**
 * A potential as a run file names it: enough to make the same one again elsewhere.
 *
 * @param name name in the catalogue, or the name of a class
 * @param parameters complete parameters, defaults filled in, keys in the catalogue's order
 * @param potential the potential itself
 */
public record PotentialSpecification(
    String name, Map<String, Object> parameters, Potential potential) {}
