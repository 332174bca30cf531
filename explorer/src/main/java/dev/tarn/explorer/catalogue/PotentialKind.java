package dev.tarn.explorer.catalogue;

import dev.tarn.explorer.potential.Potential;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of potential in the catalogue.
 *
 * @param name its name in run files
 * @param description one line
 * @param parameters in the order in which they are shown
 * @param maker makes one from complete, checked parameters
 */
public record PotentialKind(
    String name,
    String description,
    List<ParameterKind> parameters,
    Function<Map<String, Object>, Potential> maker) {}
