package dev.tarn.application.runfile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tarn.application.QuestionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A value of a YAML document that knows where it stands, so that whoever reads it can say what was
 * expected, what was found, and in which line.
 *
 * <p>Reading is strict: a key that stands twice is an error, and so is a second document.
 */
sealed interface YamlValue permits YamlValue.Scalar, YamlValue.Sequence, YamlValue.Mapping {

  /** Where it stands, such as {@code lj8.yaml line 3}. */
  String where();

  /** What it is, in words, to follow "found". */
  String described();

  /**
   * A plain value.
   *
   * @param text as written, without quotes
   */
  record Scalar(String where, String text) implements YamlValue {
    @Override
    public String described() {
      return text.isEmpty() ? "nothing" : text;
    }
  }

  /** A list of values. */
  record Sequence(String where, List<YamlValue> items) implements YamlValue {
    @Override
    public String described() {
      return "a list";
    }
  }

  /** Keys and values, in the order of the document. */
  record Mapping(String where, Map<String, YamlValue> entries) implements YamlValue {
    @Override
    public String described() {
      return "keys and values (" + String.join(", ", entries.keySet()) + ")";
    }
  }

  /**
   * Reads a document.
   *
   * @param text the document
   * @param source name of the file, for messages
   */
  static YamlValue read(String text, String source) {
    if (text.isBlank()) {
      throw QuestionException.misuse(source + ": expected a run file, found an empty file");
    }
    if (text.indexOf('\0') >= 0) {
      throw QuestionException.misuse(source + ": expected a run file in YAML, found binary data");
    }
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw QuestionException.misuse(
            source + ": expected a run file, found nothing but comments");
      }
      YamlValue value = value(parser, source);
      if (parser.nextToken() != null) {
        throw QuestionException.misuse(
            where(source, parser.currentTokenLocation())
                + ": expected one document, found a second");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw QuestionException.misuse(malformed(e, source));
    } catch (IOException e) {
      throw QuestionException.failed(source + ": " + e.getMessage());
    }
  }

  private static String malformed(JsonProcessingException e, String source) {
    String problem =
        Objects.requireNonNullElse(e.getOriginalMessage(), "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("in ") && !line.endsWith("^"))
            .findFirst()
            .orElse("malformed");
    JsonLocation at = e.getLocation();
    String where = at == null ? source : where(source, at);
    return where + ": not valid YAML: " + problem;
  }

  private static String where(String source, JsonLocation at) {
    return source + " line " + at.getLineNr();
  }

  private static YamlValue value(JsonParser parser, String source) throws IOException {
    String where = where(source, parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlValue> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        String keyWhere = where(source, parser.currentTokenLocation());
        parser.nextToken();
        if (entries.put(key, value(parser, source)) != null) {
          throw QuestionException.misuse(keyWhere + ": key " + key + " stands there twice");
        }
      }
      return new Mapping(where, entries);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlValue> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser, source));
      }
      return new Sequence(where, items);
    }
    String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    return new Scalar(where, text);
  }
}
