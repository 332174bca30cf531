package dev.tarn.cli.runfile;

import dev.tarn.cli.output.CommandException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** YAML values as the plain objects that parameters are made of. */
public final class PlainValue {
  private static final int DIGITS_OF_A_LONG = 18;

  private PlainValue() {}

  /** A whole number, another number, a truth value, text, a list, or a map of such. */
  public static Object of(String key, YamlValue value) {
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
    throw CommandException.usage(
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
