package dev.tarn.cli.output;

import dev.tarn.application.runfile.PlainValue;
import java.util.Locale;

/** Numbers as a table shows them: no more digits than are meant. */
public final class Numbers {
  private Numbers() {}

  /** An energy, with the six decimals in which such energies are published. */
  public static String energy(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.6f", value);
  }

  /** With that many decimals; {@code -} for NaN. */
  public static String fixed(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** With that many significant digits, in scientific form where that is shorter. */
  public static String significant(double value, int digits) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "-infinite";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e7)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    int leading = size == 0 || size >= 1 ? 0 : (int) -Math.floor(Math.log10(size)) - 1;
    int decimals = Math.max(0, digits - (size < 1 ? 0 : before) + leading);
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A count with thousands separated, such as {@code 29,007}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 1 minimum}, {@code 2 minima}. */
  public static String counted(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /** A share as a percentage, {@code 97.3 %}. */
  public static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** As short as it can be written without losing anything. */
  public static String plain(double value) {
    return PlainValue.shown(value);
  }

  /** exp(x) with seven digits, also where doubles end. */
  public static String exponential(double lnValue) {
    if (Double.isNaN(lnValue) || Double.isInfinite(lnValue)) {
      return lnValue == Double.NEGATIVE_INFINITY ? "0" : lnValue > 0 ? "infinite" : "-";
    }
    double decadic = lnValue / Math.log(10);
    if (Math.abs(decadic) < 300) {
      return String.format(Locale.ROOT, "%.6e", Math.exp(lnValue));
    }
    long exponent = (long) Math.floor(decadic);
    double mantissa = Math.pow(10, decadic - exponent);
    return String.format(Locale.ROOT, "%.6fe%+d", mantissa, exponent);
  }
}
