package dev.tarn.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tarn.application.NamedValues;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Named values as one JSON object. Numbers keep all their digits; NaN and the infinities, which
 * JSON does not know, become {@code null}.
 */
public final class Json {
  private Json() {}

  /** Writes the object, or its rows, as the terminal wants it. */
  public static void write(NamedValues values, Terminal terminal) {
    switch (terminal.form()) {
      case JSON -> write(values, terminal.out());
      case CSV -> Table.ofRows(values.rows()).printCsvTo(terminal.out());
    }
  }

  /** Writes the object and a line feed. */
  public static void write(NamedValues values, OutputStream out) {
    try (JsonGenerator generator =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)) {
      write(generator, values);
      generator.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
    if (value == null) {
      to.writeNull();
    } else if (value instanceof NamedValues object) {
      write(to, object.asMap());
    } else if (value instanceof Map<?, ?> map) {
      to.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object item = entry.getValue();
        if (item instanceof Supplier<?> late) {
          item = late.get();
          if (item == null) {
            continue;
          }
        }
        to.writeFieldName(String.valueOf(entry.getKey()));
        write(to, item);
      }
      to.writeEndObject();
    } else if (value instanceof List<?> list) {
      write(to, list.iterator());
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
    } else if (value instanceof Double || value instanceof Float) {
      writeDouble(to, ((Number) value).doubleValue());
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
