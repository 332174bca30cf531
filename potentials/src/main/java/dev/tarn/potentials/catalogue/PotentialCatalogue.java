package dev.tarn.potentials.catalogue;

import dev.tarn.landscape.NearestName;
import dev.tarn.potentials.Potential;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The potentials that can be made by name: those that come with Tarn and those that users' jars
 * declare as services ({@link PotentialKind}).
 */
public final class PotentialCatalogue {
  private final List<PotentialKind> kinds;

  private PotentialCatalogue(ClassLoader classes) {
    kinds =
        ServiceLoader.load(PotentialKind.class, classes).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(PotentialKind::group))
            .toList();
  }

  /** The potentials that come with Tarn. */
  public static PotentialCatalogue standard() {
    return of(PotentialCatalogue.class.getClassLoader());
  }

  /** The potentials that a class loader knows, whose parents know those that come with Tarn. */
  public static PotentialCatalogue of(ClassLoader classes) {
    return new PotentialCatalogue(classes);
  }

  /** All kinds, in the order in which they are shown. */
  public List<PotentialKind> kinds() {
    return kinds;
  }

  /** The kind of that name. */
  public Optional<PotentialKind> kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /**
   * Makes a potential.
   *
   * @param name a name in the catalogue
   * @param given parameters: numbers, text, lists of numbers, maps
   * @throws ParameterException if a parameter is unknown, missing or out of range
   * @throws IllegalArgumentException if the name is unknown or the potential cannot be made
   */
  public PotentialSpecification create(String name, Map<String, ?> given) {
    PotentialKind kind =
        kind(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown potential "
                            + name
                            + NearestName.suggestion(
                                name, kinds.stream().map(PotentialKind::name).toList())
                            + "; `tarn systems` lists them"));
    try {
      Map<String, Object> complete = complete(kind, given);
      return new PotentialSpecification(
          name, Collections.unmodifiableMap(complete), kind.create(new ParameterValues(complete)));
    } catch (ParameterException e) {
      throw e.of(name);
    }
  }

  private static Map<String, Object> complete(PotentialKind kind, Map<String, ?> given) {
    List<String> known = kind.parameters().stream().map(Parameter::name).toList();
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        throw new ParameterException(
            key,
            "unknown parameter "
                + key
                + (known.isEmpty()
                    ? "; it has none"
                    : NearestName.suggestion(key, known) + "; it has " + String.join(", ", known)));
      }
    }
    Map<String, Object> complete = new LinkedHashMap<>();
    for (Parameter<?> parameter : kind.parameters()) {
      Object value = given.get(parameter.name());
      if (value == null) {
        value =
            parameter
                .fallback()
                .orElseThrow(
                    () ->
                        parameter.refused(
                            "expected "
                                + parameter.name()
                                + " ("
                                + parameter.description()
                                + "), found nothing"));
      }
      complete.put(parameter.name(), parameter.plain(value));
    }
    return complete;
  }

  /**
   * Makes a potential of a user-defined class, by its constructor that takes a {@code Map<String,
   * Object>}, or, without parameters, the one that takes nothing.
   *
   * @throws IllegalArgumentException if the class is no potential or cannot be made
   */
  public static PotentialSpecification create(
      Class<?> potentialClass, Map<String, Object> parameters) {
    String name = potentialClass.getName();
    if (!Potential.class.isAssignableFrom(potentialClass)) {
      throw new IllegalArgumentException(
          "class " + name + ": expected an implementation of " + Potential.class.getName());
    }
    try {
      for (Constructor<?> constructor : potentialClass.getConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0].equals(Map.class)) {
          return new PotentialSpecification(
              name, parameters, (Potential) constructor.newInstance(parameters));
        }
      }
      if (!parameters.isEmpty()) {
        throw new IllegalArgumentException(
            "class "
                + name
                + ": parameters "
                + parameters.keySet()
                + " were given, but it has no public constructor that takes a Map");
      }
      return new PotentialSpecification(
          name, parameters, (Potential) potentialClass.getConstructor().newInstance());
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "class " + name + ": expected a public constructor without arguments or with a Map", e);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("class " + name + ": " + cause.getMessage(), cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "class " + name + " could not be made: " + e.getMessage(), e);
    }
  }
}
