package dev.tarn.potentials.catalogue;

import java.util.Map;
import java.util.Objects;

/** Complete, checked values of the parameters of one potential. */
public final class ParameterValues {
  private final Map<String, Object> plain;

  ParameterValues(Map<String, Object> plain) {
    this.plain = plain;
  }

  /** The value of a parameter that the kind of potential has. */
  public <T> T get(Parameter<T> parameter) {
    return parameter.typed(
        Objects.requireNonNull(plain.get(parameter.name()), "no parameter " + parameter.name()));
  }
}
