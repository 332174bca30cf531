package dev.tarn.graphstore.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of a landscape as a JSON object, the form in which stores and archives keep them.
 * NaN, which JSON does not know, is {@code null}.
 */
public final class ParametersJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ParametersJson() {}

  /** The JSON object, without blanks, keys in the order of the map. */
  public static String encode(Map<String, Object> parameters) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      write(generator, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The same with sorted keys: equal parameters give equal texts. */
  public static String encodeSorted(Map<String, Object> parameters) {
    return encode(sorted(parameters));
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), sortedWithin(value)));
    return sorted;
  }

  private static Object sortedWithin(Object value) {
    if (value instanceof Map<?, ?> map) {
      return sorted(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(ParametersJson::sortedWithin).toList()
        : value;
  }

  private static void write(JsonGenerator to, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
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
    } else if (value instanceof Double number && number.isNaN()) {
      to.writeNull();
    } else {
      to.writePOJO(value);
    }
  }

  /**
   * The parameters; none if the text is not a JSON object, as where other programs wrote it.
   *
   * @param json any text
   */
  public static Map<String, Object> decode(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? object(parser) : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Double.NaN;
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      default -> parser.getText();
    };
  }
}
