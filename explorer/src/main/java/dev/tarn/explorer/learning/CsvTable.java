package dev.tarn.explorer.learning;

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
  private final List<CsvRecord> rows;
  private final boolean headed;

  private CsvTable(String file, List<String> names, List<CsvRecord> rows, boolean headed) {
    this.file = file;
    this.names = names;
    this.rows = rows;
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
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = reader(path, separator)) {
      for (CsvRecord row : reader) {
        rows.add(row);
        if (row.getFieldCount() != rows.get(0).getFieldCount()) {
          throw new IllegalArgumentException(
              file
                  + " line "
                  + row.getStartingLineNumber()
                  + ": expected "
                  + rows.get(0).getFieldCount()
                  + " cells as on line "
                  + rows.get(0).getStartingLineNumber()
                  + ", found "
                  + row.getFieldCount());
        }
      }
    } catch (CsvParseException e) {
      long line = rows.isEmpty() ? 1 : rows.get(rows.size() - 1).getStartingLineNumber() + 1;
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new IllegalArgumentException(
          file + " line " + line + " or after: not a CSV file (" + why + ")", e);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("data: cannot read " + file + " (" + e + ")", e);
    }
    return of(file, rows, header);
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

  private static CsvTable of(String file, List<CsvRecord> rows, String header) {
    List<String> first = rows.isEmpty() ? List.of() : rows.get(0).getFields();
    boolean headed =
        header.equals("true")
            || (!header.equals("false") && first.stream().noneMatch(CsvTable::isNumber));
    if (rows.size() <= (headed ? 1 : 0)) {
      throw new IllegalArgumentException(file + ": expected rows of data, found none");
    }
    List<String> names = new ArrayList<>();
    for (int column = 0; column < first.size(); column++) {
      String name = headed ? first.get(column).strip() : "";
      if (!name.isEmpty() && names.contains(name)) {
        throw new IllegalArgumentException(
            file
                + " line "
                + rows.get(0).getStartingLineNumber()
                + ": columns "
                + (names.indexOf(name) + 1)
                + " and "
                + (column + 1)
                + " are both named "
                + name);
      }
      names.add(name.isEmpty() ? "column " + (column + 1) : name);
    }
    return new CsvTable(file, names, headed ? rows.subList(1, rows.size()) : rows, headed);
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
    return rows.size();
  }

  /** A cell on one line, without the blanks around it. */
  String text(int row, int column) {
    String cell = rows.get(row).getField(column).strip();
    if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
      cell = cell.replaceAll("\\s*\\R\\s*", " ");
    }
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
    String cell = text(row, column);
    double value = parsed(cell);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          where(row, column) + ": expected a number, found \"" + cell + "\"");
    }
    return value;
  }

  /** File, line and column of a cell. */
  String where(int row, int column) {
    return file + " line " + rows.get(row).getStartingLineNumber() + ", " + column(column);
  }

  /** A column in words, with its number and, if it has one, its name. */
  String column(int column) {
    return "column " + (column + 1) + (headed ? " (" + names.get(column) + ")" : "");
  }

  /** What to write in a specification to mean that column. */
  String reference(int column) {
    return headed ? names.get(column) : Integer.toString(column + 1);
  }

  static boolean isNumber(String cell) {
    return !Double.isNaN(parsed(cell.strip()));
  }

  /** NaN for what is no number; digits only, as Java also takes 1f and 0x1p3 for numbers. */
  private static double parsed(String cell) {
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
