package dev.tarn.potentials.catalogue;

import dev.tarn.potentials.Potential;
import java.util.List;

/**
 * A kind of potential: its name in run files, its parameters, and how one is made.
 *
 * <p>To add one to the catalogue, extend this class with a public constructor without arguments,
 * usually as a nested class {@code Kind} of the potential, and name it in {@code
 * META-INF/services/dev.tarn.potentials.catalogue.PotentialKind} of the same jar. It is then known
 * to run files, to {@code tarn systems} and to every verb that makes the potential of a stored
 * landscape again.
 */
public abstract class PotentialKind {

  /** What kinds are listed together; in this order. */
  public enum Group {
    /** Atoms. */
    CLUSTERS,
    /** Functions of a few variables. */
    SURFACES,
    /** Spins and fields, and points on a sphere. */
    LATTICES,
    /** Losses of models over data. */
    LEARNING,
    /** Users' own. */
    OTHER
  }

  private final Group group;
  private final String name;
  private final String description;
  private final List<Parameter<?>> parameters;

  /**
   * A kind.
   *
   * @param group what it is listed with
   * @param name its name in run files: lower case, words joined by hyphens
   * @param description one line
   * @param parameters in the order in which they are shown
   */
  protected PotentialKind(
      Group group, String name, String description, Parameter<?>... parameters) {
    this.group = group;
    this.name = name;
    this.description = description;
    this.parameters = List.of(parameters);
  }

  /**
   * Makes a potential.
   *
   * @throws ParameterException if a value does not go with the others
   * @throws IllegalArgumentException if the potential cannot be made for another reason
   */
  public abstract Potential create(ParameterValues values);

  /** What it is listed with. */
  public final Group group() {
    return group;
  }

  /** Its name in run files. */
  public final String name() {
    return name;
  }

  /** One line that says what it is. */
  public final String description() {
    return description;
  }

  /** Its parameters, in the order in which they are shown. */
  public final List<Parameter<?>> parameters() {
    return parameters;
  }
}
