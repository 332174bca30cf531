package dev.tarn.application.runfile;

import dev.tarn.application.QuestionException;
import dev.tarn.landscape.NearestName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The keys of one mapping of a run file while they are read: each is asked for once, with what is
 * expected of it, and {@link #finish} refuses those that nobody asked for.
 */
final class Keys {
  private final String where;
  private final String path;
  private final Map<String, YamlValue> entries;
  private final Set<String> known = new LinkedHashSet<>();

  private Keys(String where, String path, Map<String, YamlValue> entries) {
    this.where = where;
    this.path = path;
    this.entries = entries;
  }

  /** The keys of a whole document. */
  static Keys of(YamlValue document) {
    if (document instanceof YamlValue.Mapping mapping) {
      return new Keys(mapping.where(), "", mapping.entries());
    }
    throw QuestionException.misuse(
        document.where() + ": expected keys and values, found " + document.described());
  }

  /** The value of the key, whatever it is. */
  Optional<YamlValue> value(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key that must be there. */
  YamlValue required(String key, String expected) {
    return value(key).orElseThrow(() -> missing(key, expected));
  }

  /** A misspelt key is more likely than a forgotten one. */
  private QuestionException missing(String key, String expected) {
    for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
      String near = NearestName.suggestion(entry.getKey(), List.of(key));
      if (!known.contains(entry.getKey()) && !near.isEmpty()) {
        return QuestionException.misuse(
            entry.getValue().where() + ": unknown key " + path + entry.getKey() + near);
      }
    }
    return QuestionException.misuse(
        where + ": expected a key " + path + key + " (" + expected + "), found none");
  }

  /** A nested mapping. */
  Optional<Keys> mapping(String key) {
    return value(key)
        .map(
            value -> {
              if (value instanceof YamlValue.Mapping mapping) {
                return new Keys(mapping.where(), path + key + ".", mapping.entries());
              }
              throw wrong(value, key, "keys and values");
            });
  }

  /** Text, not empty. */
  Optional<String> text(String key, String expected) {
    return value(key).map(value -> scalar(value, key, expected).text());
  }

  /** One of these words. */
  Optional<String> word(String key, List<String> words) {
    return value(key).map(value -> word(value, key, words));
  }

  /** A list of these words; a single word stands for a list of one. */
  Optional<List<String>> words(String key, List<String> words) {
    return value(key)
        .map(
            value -> {
              List<String> found = new ArrayList<>();
              if (value instanceof YamlValue.Sequence sequence) {
                sequence.items().forEach(item -> found.add(word(item, key, words)));
              } else {
                found.add(word(value, key, words));
              }
              return found;
            });
  }

  private String word(YamlValue value, String key, List<String> words) {
    String expected = "one of " + String.join(", ", words);
    String text = scalar(value, key, expected).text();
    if (!words.contains(text)) {
      throw QuestionException.misuse(
          value.where()
              + ": "
              + path
              + key
              + ": expected "
              + expected
              + ", found "
              + value.described()
              + NearestName.suggestion(text, words));
    }
    return text;
  }

  /** A number in [least, most]; {@code unit} follows it in messages. */
  OptionalDouble number(String key, double least, double most) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    String expected = "a number" + range(least, most, Double.MIN_VALUE);
    String text = scalar(value.get(), key, expected).text();
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong(value.get(), key, expected);
    }
    if (!(number >= least && number <= most)) {
      throw wrong(value.get(), key, expected);
    }
    return OptionalDouble.of(number);
  }

  /** A whole number in [least, most]; {@code 1e6} is one. */
  OptionalLong whole(String key, long least, long most) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    String expected =
        "a whole number"
            + range(
                (double) least,
                most == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : (double) most,
                -1);
    String text = scalar(value.get(), key, expected).text();
    long number;
    try {
      number = new BigDecimal(text.replace("_", "")).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(value.get(), key, expected);
    }
    if (number < least || number > most) {
      throw wrong(value.get(), key, expected);
    }
    return OptionalLong.of(number);
  }

  /** A time such as {@code 90}, {@code 90s}, {@code 5m} or {@code 1h30m}. */
  Optional<Duration> time(String key) {
    return value(key)
        .map(
            value ->
                Durations.parse(scalar(value, key, Durations.EXPECTED).text())
                    .orElseThrow(() -> wrong(value, key, Durations.EXPECTED)));
  }

  /** What is wrong with the value of a key for reasons that lie elsewhere, with its line. */
  QuestionException refused(String key, String why) {
    YamlValue value = entries.get(key);
    return QuestionException.misuse(
        (value == null ? where : value.where()) + ": " + path + key + ": " + why);
  }

  /** Refuses the first key that nobody asked for, naming the nearest one that is known. */
  void finish() {
    for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        String near = NearestName.suggestion(entry.getKey(), known);
        throw QuestionException.misuse(
            entry.getValue().where()
                + ": unknown key "
                + path
                + entry.getKey()
                + (near.isEmpty() ? "; known here: " + String.join(", ", known) : near));
      }
    }
  }

  private YamlValue.Scalar scalar(YamlValue value, String key, String expected) {
    if (value instanceof YamlValue.Scalar scalar && !scalar.text().isEmpty()) {
      return scalar;
    }
    throw wrong(value, key, expected);
  }

  private QuestionException wrong(YamlValue value, String key, String expected) {
    return QuestionException.misuse(
        value.where()
            + ": "
            + path
            + key
            + ": expected "
            + expected
            + ", found "
            + value.described());
  }

  /** The range in words; a bound just inside a whole number is one that may not be reached. */
  private static String range(double least, double most, double positive) {
    String upper = bound(most);
    if (least == positive) {
      return " above 0" + (upper.isEmpty() ? "" : " and " + upper);
    }
    if (upper.isEmpty()) {
      return least == Double.NEGATIVE_INFINITY || least == -Double.MAX_VALUE
          ? ""
          : " of at least " + PlainValue.shown(least);
    }
    return most == Math.rint(most)
        ? " from " + PlainValue.shown(least) + " to " + PlainValue.shown(most)
        : " of at least " + PlainValue.shown(least) + " and " + upper;
  }

  private static String bound(double most) {
    if (most == Double.POSITIVE_INFINITY || most == Double.MAX_VALUE) {
      return "";
    }
    double above = Math.nextUp(most);
    return above == Math.rint(above) && most != Math.rint(most)
        ? "below " + PlainValue.shown(above)
        : "at most " + PlainValue.shown(most);
  }
}
