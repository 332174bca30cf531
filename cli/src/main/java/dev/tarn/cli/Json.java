package dev.tarn.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, built from maps, lists, arrays of primitives and plain values. Numbers keep all
 * their digits; NaN and the infinities, which JSON does not know, become {@code null}.
 */
final class Json {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** An object to be filled. */
  static Json object() {
    return new Json();
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
        to.writeFieldName(String.valueOf(entry.getKey()));
        write(to, entry.getValue());
      }
      to.writeEndObject();
    } else if (value instanceof List<?> list) {
      to.writeStartArray();
      for (Object item : list) {
        write(to, item);
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
