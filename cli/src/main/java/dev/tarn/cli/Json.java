package dev.tarn.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, built from maps, lists, arrays of primitives and plain values; an iterator
 * becomes an array as it is consumed. Numbers keep all their digits; NaN and the infinities, which
 * JSON does not know, become {@code null}.
 */
final class Json {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private Supplier<List<Json>> rows = () -> List.of(this);

  /** An object to be filled. */
  static Json object() {
    return new Json();
  }

  /** A value that is asked for when its turn to be written has come; null leaves the field out. */
  private record Late(Supplier<? extends @Nullable Object> value) {}

  /** Adds a field whose value is known only after those before it have been written. */
  Json putLate(String name, Supplier<? extends @Nullable Object> value) {
    fields.put(name, new Late(value));
    return this;
  }

  /** Adds a field, or replaces it. */
  Json put(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /** Adds all fields, in their order. */
  Json putAll(Map<String, ?> all) {
    fields.putAll(all);
    return this;
  }

  /** Adds all fields of another object. */
  Json putAll(Json other) {
    return putAll(other.fields);
  }

  /** Says what the rows are where comma-separated values are wanted; else the object is one row. */
  Json rows(Supplier<List<Json>> theRows) {
    rows = theRows;
    return this;
  }

  /** The same for rows that are a field of the object already. */
  Json rows(List<Json> theRows) {
    return rows(() -> theRows);
  }

  /** Writes the object, or its rows, as the terminal wants it. */
  void writeTo(Terminal terminal) {
    switch (terminal.form()) {
      case JSON -> writeTo(terminal.out());
      case CSV -> Table.ofRows(rows.get()).printCsvTo(terminal.out());
    }
  }

  /**
   * The plain values as text by name, those of objects within as {@code outer.inner}, with the
   * digits that JSON has; what is unknown is empty. Lists and maps, which no cell can hold, are
   * left out.
   */
  Map<String, String> cells() {
    Map<String, String> cells = new LinkedHashMap<>();
    fields.forEach((name, value) -> addCells(cells, name, value));
    return cells;
  }

  private static void addCells(Map<String, String> cells, String name, @Nullable Object value) {
    if (value instanceof Json inner) {
      inner.fields.forEach((key, item) -> addCells(cells, name + "." + key, item));
    } else if (value instanceof Double number) {
      cells.put(name, Double.isFinite(number) ? CellText.whole(number + 0.0) : "");
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
        || value instanceof Late
        || value.getClass().isArray();
  }

  /** Writes the object and a line feed. */
  void writeTo(OutputStream out) {
    try (JsonGenerator generator =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)) {
      write(generator, this);
      generator.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
    if (value == null) {
      to.writeNull();
    } else if (value instanceof Json object) {
      write(to, object.fields);
    } else if (value instanceof Map<?, ?> map) {
      to.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object item = entry.getValue();
        if (item instanceof Late late) {
          item = late.value().get();
          if (item == null) {
            continue;
          }
        }
        to.writeFieldName(String.valueOf(entry.getKey()));
        write(to, item);
      }
      to.writeEndObject();
    } else if (value instanceof List<?> list) {
      to.writeStartArray();
      for (Object item : list) {
        write(to, item);
      }
      to.writeEndArray();
    } else if (value instanceof Iterator<?> items) {
      to.writeStartArray();
      while (items.hasNext()) {
        write(to, items.next());
      }
      to.writeEndArray();
    } else if (value instanceof double[] doubles) {
      to.writeStartArray();
      for (double item : doubles) {
        writeDouble(to, item);
      }
      to.writeEndArray();
    } else if (value instanceof long[] longs) {
      to.writeArray(longs, 0, longs.length);
    } else if (value instanceof int[] ints) {
      to.writeArray(ints, 0, ints.length);
    } else if (value instanceof Double number) {
      writeDouble(to, number);
    } else if (value instanceof Float number) {
      writeDouble(to, number);
    } else if (value instanceof Number number) {
      to.writeNumber(number.longValue());
    } else if (value instanceof Boolean truth) {
      to.writeBoolean(truth);
    } else {
      to.writeString(value.toString());
    }
  }

  private static void writeDouble(JsonGenerator to, double value) throws IOException {
    if (Double.isFinite(value)) {
      to.writeNumber(value + 0.0); // -0.0 is 0
    } else {
      to.writeNull();
    }
  }
}
