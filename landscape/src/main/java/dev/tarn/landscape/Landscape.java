package dev.tarn.landscape;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a landscape as a whole.
 *
 * @param name its name in the store, unique, not blank
 * @param potential name of the potential, or the format an imported landscape came in
 * @param parameters the potential's parameters in the order in which it names them: {@code Long},
 *     {@code Double}, {@code String}, {@code Boolean}, lists and maps of them; unmodifiable. Other
 *     integers and floats are widened, infinite numbers become NaN
 * @param dimension number of coordinates; 0 if unknown
 * @param zeroModes number of Hessian eigenvalues that vanish at a generic stationary point by
 *     symmetry
 * @param energyUnit unit of energies, such as {@code epsilon}; empty if unknown
 * @param lengthUnit unit of coordinates; empty if unknown
 * @param schemaVersion version of the graph model it was written with
 * @param createdAt when it was created
 */
public record Landscape(
    String name,
    String potential,
    Map<String, Object> parameters,
    int dimension,
    int zeroModes,
    String energyUnit,
    String lengthUnit,
    int schemaVersion,
    Instant createdAt) {

  /** Version of the graph model that this version of Tarn writes. */
  public static final int CURRENT_SCHEMA_VERSION = 1;

  /** Copies the parameters; refuses a blank name, negative numbers, parameters of other types. */
  public Landscape {
    parameters = PlainValues.copy("", parameters);
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected a name for the landscape, found a blank one");
    }
    if (dimension < 0 || zeroModes < 0) {
      throw new IllegalArgumentException(
          "landscape "
              + name
              + ": expected dimension and zero modes of at least 0, found "
              + dimension
              + " and "
              + zeroModes);
    }
  }

  /** The potential with its parameters in words, such as {@code lennard-jones atoms 13}. */
  public String potentialInWords() {
    String words = PlainValues.inWords(parameters);
    return words.isEmpty() ? potential : potential + " " + words;
  }

  /** Number of non-zero modes, the kappa of the harmonic superposition; 0 if unknown. */
  public int vibrationalModes() {
    return Math.max(0, dimension - zeroModes);
  }
}
