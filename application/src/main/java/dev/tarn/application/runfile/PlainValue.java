package dev.tarn.application.runfile;

import dev.tarn.application.QuestionException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Values of run files as the plain objects that parameters are made of, and as text. */
public final class PlainValue {
  private static final int DIGITS_OF_A_LONG = 18;

  private PlainValue() {}

  /**
   * The value that a text in YAML stands for.
   *
   * @param key what a message calls the value
   * @param source what a message calls the text
   * @throws QuestionException if the text is not valid YAML, or empty
   */
  public static Object parse(String key, String source, String text) {
    return of(key, YamlValue.read(text, source));
  }

  /** A number as short as it can be written without losing anything. */
  public static String shown(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    return size != 0 && (size < 1e-4 || size >= 1e15)
        ? Double.toString(value)
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** A whole number, another number, a truth value, text, a list, or a map of such. */
  static Object of(String key, YamlValue value) {
    if (value instanceof YamlValue.Sequence sequence) {
      return sequence.items().stream().map(item -> of(key, item)).toList();
    }
    if (value instanceof YamlValue.Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach((name, inner) -> map.put(name, of(key + "." + name, inner)));
      return map;
    }
    if (value instanceof YamlValue.Scalar scalar && !scalar.text().isEmpty()) {
      return of(scalar.text());
    }
    throw QuestionException.misuse(
        value.where() + ": " + key + ": expected a value, found " + value.described());
  }

  /** A number if it reads as one (NaN as well, to be refused where it is used), else text. */
  private static Object of(String text) {
    try {
      BigDecimal exact = new BigDecimal(text);
      boolean whole =
          exact.stripTrailingZeros().scale() <= 0
              && exact.precision() - exact.scale() <= DIGITS_OF_A_LONG;
      return whole ? (Object) exact.longValueExact() : (Object) exact.doubleValue();
    } catch (NumberFormatException e) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case ".nan", "nan" -> Double.NaN;
        case ".inf", "+.inf", "inf" -> Double.POSITIVE_INFINITY;
        case "-.inf", "-inf" -> Double.NEGATIVE_INFINITY;
        case "true" -> true;
        case "false" -> false;
        default -> text;
      };
    }
  }
}
