package dev.tarn.landscape;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Named numbers measured at a stationary point, such as principal moments of inertia or a test
 * accuracy. Points of one landscape share one list of names, so a million of them cost little more
 * than their values.
 */
public final class Observables implements Serializable {
  private static final long serialVersionUID = 1;

  /** No observables. */
  public static final Observables NONE = new Observables(List.of(), new double[0]);

  private final List<String> names;
  private final double[] values;

  private Observables(List<String> names, double[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Observables of the given names.
   *
   * @param names distinct, shared between points
   * @param values copied; same length as {@code names}
   */
  public static Observables of(List<String> names, double... values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(
          "expected one value per observable " + names + ", found " + values.length);
    }
    return names.isEmpty() ? NONE : new Observables(List.copyOf(names), values.clone());
  }

  /** The names, in a fixed order. */
  public List<String> names() {
    return names;
  }

  /** The value of that name, if it was measured. */
  public OptionalDouble get(String name) {
    int at = names.indexOf(name);
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[at]);
  }

  /** Name to value, in the order of {@link #names()}. */
  public Map<String, Double> asMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(names.get(i), values[i]);
    }
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Observables that
        && names.equals(that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
