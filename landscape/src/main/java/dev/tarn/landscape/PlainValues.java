package dev.tarn.landscape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters in the one form in which they can be compared and kept. */
final class PlainValues {
  private PlainValues() {}

  /** An unmodifiable copy in the same order. */
  static Map<String, Object> copy(String path, Map<?, ?> given) {
    Map<String, Object> copy = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          copy.put(name, plain(path + name, value));
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Keys and values without brackets, {@code atoms 13, dimension 3}. */
  static String inWords(Object value) {
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(entry -> entry.getKey() + " " + inWords(entry.getValue()))
            .collect(Collectors.joining(", "))
        : value.toString();
  }

  private static Object plain(String name, Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? number + 0.0 : Double.NaN; // -0.0 is 0
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> plain(name, item)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return copy(name + ".", map);
    }
    throw new IllegalArgumentException(
        "parameter "
            + name
            + ": expected a number, a truth value, text, a list or a map, found "
            + (value == null ? "null" : value.getClass().getName()));
  }
}
