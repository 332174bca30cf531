package dev.tarn.cli.output;

import dev.tarn.application.NamedValues;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of an answer as text: whole in a file, shortened in a table. */
public final class CellText {
  private static final int WIDEST = 60;
  private static final int FEW = 4;

  private CellText() {}

  /**
   * The plain values as text by name, those of objects within as {@code outer.inner}, with the
   * digits that JSON has; what is unknown is empty. Lists and maps, which no cell can hold, are
   * left out.
   */
  static Map<String, String> cells(NamedValues values) {
    Map<String, String> cells = new LinkedHashMap<>();
    values.asMap().forEach((name, value) -> addCells(cells, name, value));
    return cells;
  }

  private static void addCells(Map<String, String> cells, String name, @Nullable Object value) {
    if (value instanceof NamedValues inner) {
      inner.asMap().forEach((key, item) -> addCells(cells, name + "." + key, item));
    } else if (value instanceof Double number) {
      cells.put(name, Double.isFinite(number) ? whole(number + 0.0) : "");
    } else if (value == null) {
      cells.put(name, "");
    } else if (value instanceof Path || !isSeveral(value)) {
      cells.put(name, value.toString());
    }
  }

  private static boolean isSeveral(Object value) {
    return value instanceof Map
        || value instanceof Iterable
        || value instanceof Iterator
        || value instanceof Supplier
        || value.getClass().isArray();
  }

  /** Everything; lists in brackets. */
  public static String whole(@Nullable Object value) {
    return value == null ? "" : text(value, Integer.MAX_VALUE);
  }

  /** Long lists, maps and texts end in {@code ...}. */
  public static String shortened(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    String text = text(value, FEW).replaceAll("\\s*\\R\\s*", " ");
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
  }

  private static String text(Object value, int most) {
    if (value instanceof Double number) {
      return number(number, most);
    }
    if (value instanceof double[] numbers) {
      return list(Arrays.stream(numbers).boxed().toList(), most);
    }
    if (value instanceof long[] numbers) {
      return list(Arrays.stream(numbers).boxed().toList(), most);
    }
    if (value instanceof Object[] items) {
      return list(Arrays.asList(items), most);
    }
    if (value instanceof List<?> items) {
      return list(items, most);
    }
    if (value instanceof Map<?, ?> map) {
      if (map.get("properties") instanceof Map<?, ?> properties && most != Integer.MAX_VALUE) {
        Object kind = map.containsKey("labels") ? map.get("labels") : map.get("type");
        return kind(kind) + text(leading(properties), most);
      }
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + shownWithin(entry.getValue(), most))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return Objects.toString(value);
  }

  private static String number(double value, int most) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    if (most == Integer.MAX_VALUE || whole) {
      return Numbers.plain(value);
    }
    double size = Math.abs(value);
    return size >= 1e-3 && size < 1e6 ? Numbers.fixed(value, 6) : Numbers.significant(value, 7);
  }

  private static String shownWithin(@Nullable Object value, int most) {
    return value == null ? "null" : text(value, most);
  }

  private static String list(List<?> items, int most) {
    String shown =
        items.stream()
            .limit(most)
            .map(item -> shownWithin(item, most))
            .collect(Collectors.joining(", "));
    int more = items.size() - most;
    return "[" + shown + (more > 0 ? ", ... " + more + " more]" : "]");
  }

  private static String kind(@Nullable Object labels) {
    return labels instanceof List<?> list && !list.isEmpty()
        ? ":" + list.get(0) + " "
        : ":" + labels + " ";
  }

  /** What tells a point from another at a glance. */
  private static Map<?, ?> leading(Map<?, ?> properties) {
    Map<String, Object> few = new LinkedHashMap<>();
    for (String key : List.of("name", "landscape", "id", "energy", "barrier")) {
      Object value = properties.get(key);
      if (value != null) {
        few.put(key, value);
      }
    }
    return few.isEmpty() ? properties : few;
  }
}
