package dev.tarn.landscape;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Every column of a network, by name. Columns are found by looking at the fields of the class, so
 * that one added later is compared by every test that compares networks, without being named there.
 */
public final class NetworkColumns {
  private NetworkColumns() {}

  /** The columns in words: equal networks have equal maps. */
  public static Map<String, String> of(Network network) {
    Map<String, String> columns = new TreeMap<>();
    collect("", network, columns);
    return columns;
  }

  private static void collect(String prefix, Object owner, Map<String, String> columns) {
    for (Field field : owner.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      Object value;
      try {
        field.setAccessible(true);
        value = field.get(owner);
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
      String name = prefix + field.getName();
      if (value.getClass().isArray()) {
        columns.put(
            name,
            IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList()
                + "");
      } else if (value.getClass().getPackageName().equals(Network.class.getPackageName())) {
        collect(name + ".", value, columns);
      } else {
        columns.put(name, value.toString());
      }
    }
  }
}
