package dev.tarn.learning.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of cells that are numbers or text, with the lines they stand on. Numbers take eight bytes,
 * so that a table of some million cells is no burden.
 */
final class CsvCells {
  private final int width;
  private final Map<Long, String> texts = new HashMap<>();
  private final Map<String, String> distinct = new HashMap<>();
  private double[] numbers = new double[0];
  private long[] lines = new long[64];
  private int size;

  CsvCells(int width) {
    this.width = width;
  }

  /** Adds a row of that width. */
  void add(CsvRecord row) {
    long begin = (long) size * width;
    if (begin + width > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "line "
              + row.getStartingLineNumber()
              + ": more than "
              + Integer.MAX_VALUE
              + " cells; take a part of the file");
    }
    if (begin + width > numbers.length) {
      numbers =
          Arrays.copyOf(
              numbers, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(1024, 2 * (begin + width))));
    }
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, 2 * size);
    }
    lines[size] = row.getStartingLineNumber();
    for (int column = 0; column < width; column++) {
      int at = (int) begin + column;
      String cell = row.getField(column).strip();
      double value = parsed(cell);
      numbers[at] = Double.isFinite(value) ? value : Double.NaN;
      if (Double.isNaN(numbers[at])) {
        texts.put((long) at, distinct.computeIfAbsent(cell, CsvCells::onOneLine));
      }
    }
    size++;
  }

  private static String onOneLine(String cell) {
    return cell.replaceAll("\\s*\\R\\s*", " ");
  }

  int size() {
    return size;
  }

  long line(int row) {
    return lines[row];
  }

  /** A cell as a finite number; NaN if it is none. */
  double number(int row, int column) {
    return numbers[row * width + column];
  }

  /** A cell without the blanks around it; numbers in their shortest form, so that 1.0 is 1. */
  String text(int row, int column) {
    double number = number(row, column);
    return Double.isNaN(number)
        ? texts.getOrDefault((long) row * width + column, "")
        : Share.shown(number);
  }

  static boolean isNumber(String cell) {
    return !Double.isNaN(parsed(cell.strip()));
  }

  /** NaN for what is no number; digits only, as Java also takes 1f and 0x1p3 for numbers. */
  private static double parsed(String cell) {
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    for (int i = 0; i < cell.length(); i++) {
      if ("+-.eE0123456789".indexOf(cell.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
