package dev.tarn.cli.output;

import dev.tarn.application.NamedValues;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of text under headings, aligned: columns whose every cell is a number to the right, others
 * to the left.
 */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  public Table(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /** Rows with a column for every plain value that any of them has, in the order of first sight. */
  static Table ofRows(List<NamedValues> objects) {
    List<Map<String, String>> all = objects.stream().map(CellText::cells).toList();
    Set<String> names = new LinkedHashSet<>();
    all.forEach(cells -> names.addAll(cells.keySet()));
    Table table = new Table(List.copyOf(names));
    for (Map<String, String> cells : all) {
      table.row(names.stream().map(name -> cells.getOrDefault(name, "")).toArray());
    }
    return table;
  }

  /** Adds a row; as many cells as there are headings. */
  public Table row(Object... cells) {
    List<String> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  /** Prints headings and rows, without trailing blanks. */
  public void printTo(PrintStream out) {
    printTo(out, Collections.emptyIterator());
  }

  /**
   * The same, and then further rows as they come, in the columns that those at hand need; a longer
   * cell shifts the rest of its line. Stops when nobody reads any more.
   */
  public void printTo(PrintStream out, Iterator<List<String>> more) {
    int columns = headings.size();
    int[] width = new int[columns];
    boolean[] number = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      width[c] = headings.get(c).length();
      number[c] = !rows.isEmpty();
      for (List<String> row : rows) {
        width[c] = Math.max(width[c], row.get(c).length());
        number[c] &= looksLikeNumber(row.get(c));
      }
    }
    print(out, headings, width, number);
    for (List<String> row : rows) {
      print(out, row, width, number);
      if (out.checkError()) {
        return; // the reader of the pipe has seen enough
      }
    }
    while (more.hasNext() && !out.checkError()) {
      print(out, more.next(), width, number);
    }
  }

  /** The rows as named values, by their headings. */
  public List<NamedValues> toRows() {
    return rows.stream()
        .map(
            row -> {
              NamedValues values = NamedValues.empty();
              for (int c = 0; c < row.size(); c++) {
                values.put(headings.get(c), row.get(c));
              }
              return values;
            })
        .toList();
  }

  /** Headings and rows as an HTML table. */
  String toHtml() {
    StringBuilder html = new StringBuilder("<table>\n<tr>");
    headings.forEach(cell -> html.append("<th>").append(Html.escaped(cell)).append("</th>"));
    html.append("</tr>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(Html.escaped(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  /** Prints headings and rows as RFC 4180 has it; no thousands separators. */
  void printCsvTo(PrintStream out) {
    if (headings.isEmpty()) {
      return; // no rows to take them from
    }
    out.println(csv(headings));
    for (List<String> row : rows) {
      out.println(csv(row));
      if (out.checkError()) {
        return;
      }
    }
  }

  /** One row as RFC 4180 has it. */
  public static String csv(List<String> row) {
    return row.stream()
        .map(
            cell -> cell.matches("[^\",\\n\\r]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(","));
  }

  private static void print(PrintStream out, List<String> row, int[] width, boolean[] number) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < width.length; c++) {
      String cell = row.get(c);
      String blanks = " ".repeat(Math.max(0, width[c] - cell.length()));
      line.append(c == 0 ? "" : GAP);
      line.append(number[c] ? blanks + cell : cell + blanks);
    }
    out.println(line.toString().stripTrailing());
  }

  private static boolean looksLikeNumber(String cell) {
    return cell.isEmpty() || cell.equals("-") || cell.matches("[-+]?[0-9][0-9.,:e+-]*( ?%)?");
  }
}
