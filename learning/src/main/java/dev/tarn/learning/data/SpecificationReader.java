package dev.tarn.learning.data;

import dev.tarn.landscape.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of a specification of data, checks them, fills in defaults, and so puts the
 * complete specification together in the order in which the values are asked for.
 */
final class SpecificationReader {
  private final Map<String, Object> given;
  private final Map<String, Object> complete = new LinkedHashMap<>();

  /** Refuses keys that are not known. */
  SpecificationReader(Map<String, Object> given, List<String> known) {
    this.given = given;
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "data: unknown key "
                + key
                + NearestName.suggestion(key, known)
                + "; it has "
                + String.join(", ", known));
      }
    }
  }

  /** What has been asked for so far, with its values. */
  Map<String, Object> complete() {
    return Collections.unmodifiableMap(complete);
  }

  boolean has(String key) {
    return value(key) != null;
  }

  private @Nullable Object value(String key) {
    return given.get(key);
  }

  String text(String key, String fallback) {
    Object value = value(key);
    if (value != null && !(value instanceof String)) {
      throw wrong(key, "text", value);
    }
    return keep(key, value instanceof String text ? text : fallback);
  }

  /** One of several words. */
  String word(String key, String fallback, List<String> words) {
    String word = text(key, fallback);
    if (!words.contains(word)) {
      throw new IllegalArgumentException(
          "data: expected "
              + String.join(" or ", words)
              + " for "
              + key
              + ", found "
              + word
              + NearestName.suggestion(word, words));
    }
    return word;
  }

  /** A truth value as the word true or false, or another word. */
  String trueFalseOr(String key, String fallback) {
    Object value = value(key);
    if (value != null && !(value instanceof Boolean) && !fallback.equals(value)) {
      throw wrong(key, "true, false or " + fallback, value);
    }
    complete.put(key, value == null ? fallback : value);
    return String.valueOf(complete.get(key));
  }

  boolean truth(String key, boolean fallback) {
    Object value = value(key);
    if (value != null && !(value instanceof Boolean)) {
      throw wrong(key, "true or false", value);
    }
    return keep(key, value instanceof Boolean truth ? truth : fallback);
  }

  long whole(String key, long fallback, double least, double most) {
    Object value = value(key);
    if (value == null) {
      return keep(key, fallback);
    }
    if (!(value instanceof Number number)
        || number.doubleValue() != Math.rint(number.doubleValue())) {
      throw wrong(key, "a whole number", value);
    }
    return keep(key, (long) inRange(key, number.doubleValue(), least, most));
  }

  /** A whole number, or a word that stands for -1 and is the default. */
  long wholeOr(String key, String fallback, double least, double most) {
    Object value = value(key);
    if (value == null || value.equals(fallback)) {
      complete.put(key, fallback);
      return -1;
    }
    if (!(value instanceof Number)) {
      throw wrong(key, "a whole number or " + fallback, value);
    }
    return whole(key, -1, least, most);
  }

  double real(String key, double fallback, double least, double most) {
    Object value = value(key);
    if (value == null) {
      return keep(key, fallback);
    }
    if (!(value instanceof Number number)) {
      throw wrong(key, "a number", value);
    }
    return keep(key, inRange(key, number.doubleValue(), least, most));
  }

  /** A fraction below 1 or a whole number of rows; a word stands for a negative number. */
  Share share(String key, Share fallback, double least) {
    Object value = value(key);
    if (value == null || value.equals(Share.REST_WORD)) {
      Share share = value == null ? fallback : Share.REST;
      complete.put(key, share.asParameter());
      return share;
    }
    if (!(value instanceof Number number)
        || !(number.doubleValue() >= least)
        || (number.doubleValue() >= 1 && number.doubleValue() != Math.rint(number.doubleValue()))) {
      throw wrong(key, "a fraction below 1 or a number of rows", value);
    }
    Share share = new Share(number.doubleValue());
    complete.put(key, share.asParameter());
    return share;
  }

  /** A column: its name, or its number from 1. */
  ColumnName column(String key, String fallback) {
    Object value = value(key);
    ColumnName column = value == null ? new ColumnName(fallback) : columnName(key, value);
    complete.put(key, column.asParameter());
    return column;
  }

  /** Several columns; none if the key is not given. */
  List<ColumnName> columns(String key) {
    List<ColumnName> columns = new ArrayList<>();
    for (Object value : values(key)) {
      columns.add(columnName(key, value));
    }
    complete.put(key, columns.stream().map(ColumnName::asParameter).toList());
    return columns;
  }

  /** Several words out of those known; all of them if the key is not given. */
  List<String> words(String key, List<String> known) {
    List<String> words = new ArrayList<>();
    for (Object value : values(key)) {
      String word = String.valueOf(value);
      if (!known.contains(word)) {
        throw new IllegalArgumentException(
            "data: expected "
                + key
                + " out of "
                + String.join(", ", known)
                + ", found "
                + word
                + NearestName.suggestion(word, known));
      }
      if (words.contains(word)) {
        throw new IllegalArgumentException("data: " + key + " names " + word + " twice");
      }
      words.add(word);
    }
    return keep(key, words.isEmpty() ? known : List.copyOf(words));
  }

  private List<?> values(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static ColumnName columnName(String key, Object value) {
    if (value instanceof String name && !name.isEmpty()) {
      return new ColumnName(name);
    }
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= 1
        && number.doubleValue() <= Integer.MAX_VALUE) {
      return new ColumnName(number.intValue());
    }
    throw wrong(key, "a column's name or its number from 1", value);
  }

  private <T> T keep(String key, T value) {
    complete.put(key, value);
    return value;
  }

  private static double inRange(String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "data: expected "
              + key
              + " from "
              + Share.shown(least)
              + " to "
              + Share.shown(most)
              + ", found "
              + Share.shown(value));
    }
    return value;
  }

  private static IllegalArgumentException wrong(String key, String expected, Object found) {
    return new IllegalArgumentException(
        "data: expected " + expected + " for " + key + ", found " + found);
  }
}
