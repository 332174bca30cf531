package dev.tarn.cli.verb.compute;

import dev.tarn.application.NamedValues;
import dev.tarn.application.runfile.PlainValue;
import dev.tarn.cli.Tarn;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cli.output.CellText;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.cypher.CypherException;
import dev.tarn.cypher.CypherQuery;
import dev.tarn.cypher.CypherQuery.Access;
import dev.tarn.cypher.QueryCatalogue;
import dev.tarn.cypher.QueryCatalogue.NamedQuery;
import dev.tarn.cypher.QueryResult;
import dev.tarn.cypher.procedures.TarnProcedures;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.NearestName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the store in Cypher. */
@Command(
    name = "query",
    description = {
      "Ask the store in Cypher: a query, @NAME from the catalogue (--catalogue lists it), or a file.",
      "Minima are (:Minimum {landscape, id, energy, ...}) nodes, transition states downhill",
      "-[:TRANSITION_STATE {energy, barrier, ...}]-> relationships."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn query @lowest-minima --param landscape=lj13",
      "  tarn query \"MATCH (m:Minimum {landscape: 'lj13'}) RETURN m.id, m.energy LIMIT 5\"",
      "  tarn query my.cypher --param landscape=lj13 --csv > answer.csv"
    })
public final class QueryVerb extends Verb {

  private static final Pattern PARAMETER = Pattern.compile("\\$(?:(\\w+)|`([^`]+)`)");
  private static final int ROWS_MEASURED = 1000;

  @Parameters(paramLabel = "CYPHER", arity = "0..1", description = "A query, @NAME, or a file.")
  @Nullable String query;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "KEY=VALUE",
      description = "A parameter: a number, true, false, a list such as [1, 2], or text.")
  List<String> params = new ArrayList<>();

  @Option(names = "--catalogue", description = "List the questions of the catalogue.")
  boolean catalogue;

  @Option(names = "--write", description = "Allow the query to change the store.")
  boolean write;

  @Override
  protected void run(Terminal terminal) {
    QueryCatalogue known = QueryCatalogue.bundled();
    if (catalogue && query != null) {
      throw CommandException.usage("expected a query or --catalogue, found both");
    }
    if (query == null) {
      listCatalogue(terminal, known);
      return;
    }
    Map<String, Object> given = parameters();
    StoreLocation location = storeLocation();
    NamedQuery named = query.startsWith("@") ? named(known, query.substring(1)) : null;
    String text = named == null ? text(query) : named.text();
    if (named == null) {
      checkParametersAreUsed(text, given);
    }
    try (GraphStore open = write ? location.openToWrite() : location.openToRead()) {
      CypherQuery asked =
          named != null
              ? named.with(withOnlyLandscape(named, given, open))
              : new CypherQuery(text, given, write ? Access.WRITE : Access.READ_ONLY);
      TarnProcedures.registerFor(text, open);
      try (QueryResult result = asked.run(open)) {
        print(terminal, result);
      }
    } catch (CypherException e) {
      throw CommandException.failed(Tarn.oneLine(e));
    }
  }

  /** A question about "the" landscape needs no name where there is only one. */
  private static Map<String, Object> withOnlyLandscape(
      NamedQuery named, Map<String, Object> given, GraphStore open) {
    boolean asks = named.parameters().stream().anyMatch(p -> p.name().equals("landscape"));
    if (!asks) {
      return given;
    }
    List<String> names = open.landscapes().stream().map(Landscape::name).toList();
    Map<String, Object> all = new LinkedHashMap<>(given);
    if (names.size() == 1) {
      all.putIfAbsent("landscape", names.get(0));
    }
    if (all.get("landscape") instanceof String name && !names.contains(name)) {
      throw CommandException.failed(
          "no landscape " + name + " in the store" + NearestName.suggestion(name, names));
    }
    return all;
  }

  private static NamedQuery named(QueryCatalogue catalogue, String name) {
    List<String> names = catalogue.queries().stream().map(NamedQuery::name).toList();
    if (!names.contains(name)) {
      throw CommandException.usage(
          "no query @"
              + name
              + " in the catalogue"
              + NearestName.suggestion(name, names)
              + " (tarn query --catalogue lists it)");
    }
    return catalogue.query(name);
  }

  /** A parameter that nothing asks for is misspelt more often than not. */
  private static void checkParametersAreUsed(String text, Map<String, Object> given) {
    List<String> asked =
        PARAMETER
            .matcher(text)
            .results()
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .distinct()
            .toList();
    for (String name : given.keySet()) {
      if (!asked.contains(name)) {
        String near = NearestName.suggestion(name, asked);
        throw CommandException.usage(
            "--param "
                + name
                + ": the query has no $"
                + name
                + (near.isEmpty() && !asked.isEmpty()
                    ? "; it has $" + String.join(", $", asked)
                    : near));
      }
    }
  }

  private static String text(String query) {
    if (!query.endsWith(".cypher") && !query.endsWith(".cql")) {
      return query;
    }
    try {
      return Files.readString(Path.of(query));
    } catch (IOException e) {
      throw CommandException.usage(query + ": no such file with a query");
    }
  }

  private Map<String, Object> parameters() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String param : params) {
      int equals = param.indexOf('=');
      if (equals < 1) {
        throw CommandException.usage("--param: expected KEY=VALUE, found " + param);
      }
      String value = param.substring(equals + 1);
      values.put(
          param.substring(0, equals),
          value.isBlank() ? value : PlainValue.parse("--param", "--param " + param, value));
    }
    return values;
  }

  private void listCatalogue(Terminal terminal, QueryCatalogue catalogue) {
    if (forPrograms()) {
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
      Json.write(NamedValues.empty().put("queries", queries).withRows(queries), terminal);
      return;
    }
    Table table = new Table("query", "answers", "parameters");
    for (NamedQuery named : catalogue.queries()) {
      table.row(
          "@" + named.name(),
          named.title(),
          named.parameters().stream()
              .map(p -> p.name() + p.defaultValue().map(value -> "=" + value).orElse(""))
              .collect(Collectors.joining(", ")));
    }
    table.printTo(terminal.out());
    next(terminal, "query @lowest-minima --param landscape=NAME");
  }

  private void print(Terminal terminal, QueryResult result) {
    PrintStream out = terminal.out();
    List<String> columns = result.columns();
    if (csv) {
      printCsv(out, result);
      return;
    }
    Iterator<List<@Nullable Object>> rows = result.rows().iterator();
    if (json) {
      Json.write(
          NamedValues.empty()
              .put("columns", columns)
              .put("rows", rows)
              .put(
                  "changes",
                  (Supplier<@Nullable String>)
                      () -> result.changes().isEmpty() ? null : result.changes()),
          out);
      return;
    }
    if (columns.isEmpty()) {
      rows.forEachRemaining(row -> {});
    } else {
      printTable(out, columns, rows);
    }
    String changes = result.changes();
    if (!changes.isEmpty()) {
      out.println(changes);
    }
    next(terminal, "query --catalogue");
  }

  /** The first rows decide how wide columns are; the rest goes by without being kept. */
  private static void printTable(
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

  private static void printCsv(PrintStream out, QueryResult result) {
    out.println(Table.csv(result.columns()));
    var rows = result.rows().iterator();
    while (rows.hasNext() && !out.checkError()) {
      out.println(Table.csv(rows.next().stream().map(CellText::whole).toList()));
    }
  }
}
