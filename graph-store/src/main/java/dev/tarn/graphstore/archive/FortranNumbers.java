package dev.tarn.graphstore.archive;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as Fortran writes them, and as we write them: the shortest text that reads back. */
final class FortranNumbers {
  private static final int LONGEST = 64;

  private FortranNumbers() {}

  /** The number, NaN where the field is none. {@code 1.5D-03} and {@code 1.5-103} are numbers. */
  static double parse(String field) {
    if (field.isEmpty() || field.length() > LONGEST) {
      return Double.NaN;
    }
    char last = field.charAt(field.length() - 1);
    if ((last < '0' || last > '9') && last != '.') {
      return Double.NaN;
    }
    String text = field;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'D' || c == 'd' || c == 'Q' || c == 'q') {
        text = text.substring(0, i) + 'E' + text.substring(i + 1);
        break;
      }
      char before = text.charAt(i - 1);
      if ((c == '-' || c == '+') && (before == '.' || (before >= '0' && before <= '9'))) {
        text = text.substring(0, i) + 'E' + text.substring(i);
        break;
      }
    }
    if (text.indexOf('x') >= 0 || text.indexOf('X') >= 0) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The shortest decimal that reads back as the same double, on every JDK. */
  static String text(double value) {
    return NumberOutput.toString(value, true);
  }
}
