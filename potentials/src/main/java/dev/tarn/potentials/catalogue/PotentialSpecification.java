package dev.tarn.potentials.catalogue;

import dev.tarn.landscape.Landscape;
import dev.tarn.potentials.Potential;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A potential as a run file names it: enough to make the same one again elsewhere. It is serialised
 * as its name and parameters.
 *
 * @param name name in the catalogue, or the name of a class
 * @param parameters complete parameters, defaults filled in, keys in the catalogue's order
 * @param potential the potential itself
 */
public record PotentialSpecification(
    String name, Map<String, Object> parameters, Potential potential) implements Serializable {

  /**
   * The record of a landscape of this potential.
   *
   * @param landscape its name
   * @param createdAt when it came to be
   */
  public Landscape landscape(String landscape, Instant createdAt) {
    return new Landscape(
        landscape,
        name,
        parameters,
        potential.dimension(),
        potential.symmetry().zeroModes(),
        potential.energyUnit(),
        potential.lengthUnit(),
        Landscape.CURRENT_SCHEMA_VERSION,
        createdAt);
  }

  private Object writeReplace() throws ObjectStreamException {
    return new Named(name, new LinkedHashMap<>(parameters));
  }

  /** What goes to another process, where the catalogue or the class has to be known. */
  private record Named(String name, LinkedHashMap<String, Object> parameters)
      implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      ClassLoader classes = Thread.currentThread().getContextClassLoader();
      try {
        PotentialCatalogue catalogue = PotentialCatalogue.of(classes);
        return catalogue.kind(name).isPresent()
            ? catalogue.create(name, parameters)
            : PotentialCatalogue.create(Class.forName(name, true, classes), parameters);
      } catch (ClassNotFoundException | IllegalArgumentException e) {
        InvalidObjectException failure =
            new InvalidObjectException("potential " + name + " cannot be made here: " + e);
        failure.initCause(e);
        throw failure;
      }
    }
  }
}
