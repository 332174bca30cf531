package dev.tarn.learning.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The cells of a CSV file (RFC 4180, any separator, UTF-8), as text, with the lines they stand on.
 * Empty lines and lines that begin with # are passed over.
 */
final class CsvTable {
  private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null", "none");
  private static final int LONGEST_MISSING = 4;

  /** Separates cells by any number of blanks and tabs. */
  static final String BLANKS = "blanks";

  private static final String DETECTED = "detected";

  private final String file;
  private final List<String> names;
  private final CsvCells cells;
  private final boolean headed;

  private CsvTable(String file, List<String> names, CsvCells cells, boolean headed) {
    this.file = file;
    this.names = names;
    this.cells = cells;
    this.headed = headed;
  }

  /**
   * Reads a file.
   *
   * @param separator one character, {@code blanks} for any number of blanks or tabs, or {@code
   *     detected}: whichever of comma, semicolon and tab the first line has most of, blanks if it
   *     has none of them
   * @param header true, false, or {@code detected}: the first line names the columns if none of its
   *     cells is a number
   */
  static CsvTable read(String file, String separator, String header) {
    requirePresent(file);
    Path path = Path.of(file);
    long line = 0;
    try (CsvReader<CsvRecord> reader = reader(path, separator)) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (!rows.hasNext()) {
        throw new IllegalArgumentException(file + ": expected rows of data, found none");
      }
      CsvRecord first = rows.next();
      int width = first.getFieldCount();
      CsvTable table = begun(file, first, header);
      for (line = first.getStartingLineNumber(); rows.hasNext(); ) {
        CsvRecord row = rows.next();
        line = row.getStartingLineNumber();
        if (row.getFieldCount() != width) {
          throw new IllegalArgumentException(
              file
                  + " line "
                  + line
                  + ": expected "
                  + width
                  + " cells as on line "
                  + first.getStartingLineNumber()
                  + ", found "
                  + row.getFieldCount());
        }
        table.cells.add(row);
      }
      if (table.size() == 0) {
        throw new IllegalArgumentException(file + ": expected rows of data, found none");
      }
      return table;
    } catch (CsvParseException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new IllegalArgumentException(
          file + " line " + (line + 1) + " or after: not a CSV file (" + why + ")", e);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("data: cannot read " + file + " (" + e + ")", e);
    }
  }

  /** Throws if there is no such file. */
  static void requirePresent(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "data: no file "
              + file
              + (path.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath())
              + KnownDataSets.whereToGet(path));
    }
  }

  private static CsvReader<CsvRecord> reader(Path path, String separator) throws IOException {
    String used = separator.equals(DETECTED) ? detected(path) : separator;
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(used.equals(BLANKS) ? "\t" : used)
            .commentStrategy(CommentStrategy.SKIP)
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false);
    if (!used.equals(BLANKS)) {
      return builder.ofCsvRecord(path);
    }
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(path)) {
      text.append(line.strip().replaceAll("\\s+", "\t")).append('\n');
    }
    return builder.ofCsvRecord(text.toString());
  }

  /** A table with the first row, unless that has the names. */
  private static CsvTable begun(String file, CsvRecord row, String header) {
    List<String> first = row.getFields();
    boolean headed =
        header.equals("true")
            || (!header.equals("false") && first.stream().noneMatch(CsvCells::isNumber));
    List<String> names = new ArrayList<>();
    for (int column = 0; column < first.size(); column++) {
      String name = headed ? first.get(column).strip() : "";
      if (!name.isEmpty() && names.contains(name)) {
        throw new IllegalArgumentException(
            file
                + " line "
                + row.getStartingLineNumber()
                + ": columns "
                + (names.indexOf(name) + 1)
                + " and "
                + (column + 1)
                + " are both named "
                + name);
      }
      names.add(name.isEmpty() ? "column " + (column + 1) : name);
    }
    CsvTable table = new CsvTable(file, names, new CsvCells(first.size()), headed);
    if (!headed) {
      table.cells.add(row);
    }
    return table;
  }

  private static String detected(Path path) throws IOException {
    String first = "";
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      String line = "";
      while (line != null && (line.isBlank() || line.matches("\ufeff?#.*"))) {
        line = reader.readLine();
      }
      first = line == null ? "" : line;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(path + ": expected text in UTF-8, found other bytes", e);
    }
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    boolean blanks = count(first, best) == 0 && first.strip().contains(" ");
    return blanks ? BLANKS : String.valueOf(best);
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** Names of the columns; {@code column 3} where the file has none. */
  List<String> names() {
    return names;
  }

  int size() {
    return cells.size();
  }

  /** A cell on one line, without the blanks around it; numbers in their shortest form. */
  String text(int row, int column) {
    String cell = cells.text(row, column);
    if (cell.length() <= LONGEST_MISSING && MISSING.contains(cell.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          where(row, column)
              + ": missing value"
              + (cell.isEmpty() ? "" : " (" + cell + ")")
              + "; fill it in, take the row out, or leave the column out with without: ["
              + reference(column)
              + "]");
    }
    return cell;
  }

  /** A cell as a finite number. */
  double number(int row, int column) {
    double value = cells.number(row, column);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          where(row, column) + ": expected a number, found \"" + text(row, column) + "\"");
    }
    return value;
  }

  /** File, line and column of a cell. */
  String where(int row, int column) {
    return file + " line " + cells.line(row) + ", " + column(column);
  }

  /** A column in words, with its number and, if it has one, its name. */
  String column(int column) {
    return "column " + (column + 1) + (headed ? " (" + names.get(column) + ")" : "");
  }

  /** What to write in a specification to mean that column. */
  String reference(int column) {
    return headed ? names.get(column) : Integer.toString(column + 1);
  }
}
