package dev.tarn.cli.output;

import dev.tarn.application.NamedValues;
import dev.tarn.cypher.QueryCatalogue;
import dev.tarn.cypher.QueryCatalogue.NamedQuery;
import dev.tarn.cypher.QueryResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue of queries, and the rows that queries return. */
public final class QueryText {
  private static final int ROWS_MEASURED = 1000;

  private QueryText() {}

  /** The catalogue for programs. */
  public static NamedValues values(QueryCatalogue catalogue) {
    List<NamedValues> queries = new ArrayList<>();
    for (NamedQuery named : catalogue.queries()) {
      queries.add(
          NamedValues.empty()
              .put("name", named.name())
              .put("title", named.title())
              .put("description", named.description())
              .put("parameters", named.parameters().stream().map(p -> p.name()).toList())
              .put("text", named.text()));
    }
    return NamedValues.empty().put("queries", queries).withRows(queries);
  }

  /** The catalogue for people. */
  public static Table table(QueryCatalogue catalogue) {
    Table table = new Table("query", "answers", "parameters");
    for (NamedQuery named : catalogue.queries()) {
      table.row(
          "@" + named.name(),
          named.title(),
          named.parameters().stream()
              .map(p -> p.name() + p.defaultValue().map(value -> "=" + value).orElse(""))
              .collect(Collectors.joining(", ")));
    }
    return table;
  }

  /** The first rows decide how wide columns are; the rest goes by without being kept. */
  public static void printTable(
      PrintStream out, List<String> columns, Iterator<List<@Nullable Object>> rows) {
    Table table = new Table(columns);
    long[] count = new long[1];
    while (rows.hasNext() && count[0] < ROWS_MEASURED) {
      table.row(rows.next().stream().map(CellText::shortened).toArray());
      count[0]++;
    }
    Iterator<List<String>> rest =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public List<String> next() {
            count[0]++;
            return rows.next().stream().map(CellText::shortened).toList();
          }
        };
    table.printTo(out, rest);
    out.println(Numbers.counted(count[0], "row", "rows"));
  }

  /** The rows as they come, comma-separated. */
  public static void printCsv(PrintStream out, QueryResult result) {
    out.println(Table.csv(result.columns()));
    var rows = result.rows().iterator();
    while (rows.hasNext() && !out.checkError()) {
      out.println(Table.csv(rows.next().stream().map(CellText::whole).toList()));
    }
  }
}
