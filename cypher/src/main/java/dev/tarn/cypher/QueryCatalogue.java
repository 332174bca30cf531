package dev.tarn.cypher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The questions that people ask of every landscape, each under a name such as {@code
 * lowest-minima}. They stand as files in {@code examples/queries} and come along with the program.
 *
 * <p>A file begins with comment lines: a question, a blank comment line, a description (optional),
 * then a line {@code $name} or {@code $name = default}, blanks and a description for each
 * parameter. A default is a whole number, a number or a quoted text.
 */
public final class QueryCatalogue {
  private static final String FOLDER = "queries/";
  private static final Pattern PARAMETER =
      Pattern.compile("\\$(\\w+)(?:\\s*=\\s*('[^']*'|\\S+))?\\s+(.*)");

  private final Map<String, NamedQuery> queries;

  private QueryCatalogue(Map<String, NamedQuery> queries) {
    this.queries = queries;
  }

  /**
   * A question of the catalogue.
   *
   * @param name its name, such as {@code lowest-minima}
   * @param title the question in words
   * @param description more about it; may be empty
   * @param parameters what it depends on, in order
   * @param text the Cypher, comments included
   */
  public record NamedQuery(
      String name, String title, String description, List<Parameter> parameters, String text) {
    public NamedQuery {
      parameters = List.copyOf(parameters);
    }

    /**
     * The query with these values and the defaults of the others.
     *
     * @throws CypherException if a value is missing or one is given that the query does not know
     */
    public CypherQuery with(Map<String, Object> values) {
      Map<String, Object> all = new TreeMap<>();
      for (Parameter parameter : parameters) {
        Object value = values.get(parameter.name());
        if (value == null) {
          value = parameter.defaultValue().orElse(null);
        }
        if (value == null) {
          throw new CypherException(
              "query "
                  + name
                  + ": expected a value for $"
                  + parameter.name()
                  + " ("
                  + parameter.description()
                  + "), found none");
        }
        all.put(parameter.name(), value);
      }
      for (String given : values.keySet()) {
        if (!all.containsKey(given)) {
          throw new CypherException(
              "query "
                  + name
                  + ": unknown parameter $"
                  + given
                  + ": expected "
                  + parameters.stream().map(p -> "$" + p.name()).collect(Collectors.joining(", ")));
        }
      }
      return CypherQuery.reading(text, all);
    }
  }

  /**
   * A parameter of a query.
   *
   * @param name name without the dollar
   * @param defaultValue a {@code Long}, {@code Double} or {@code String}; empty if it must be given
   * @param description what it means
   */
  public record Parameter(String name, Optional<Object> defaultValue, String description) {}

  /** The catalogue that comes with the program. */
  public static QueryCatalogue bundled() {
    Map<String, NamedQuery> queries = new LinkedHashMap<>();
    for (String name : resource("catalogue.txt").lines().toList()) {
      queries.put(name, parse(name, resource(name + ".cypher")));
    }
    return new QueryCatalogue(queries);
  }

  private static String resource(String name) {
    try (InputStream in = QueryCatalogue.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its query " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All questions, in the order in which to show them. */
  public List<NamedQuery> queries() {
    return List.copyOf(queries.values());
  }

  /**
   * The question of that name.
   *
   * @throws CypherException if there is none; the message lists the names
   */
  public NamedQuery query(String name) {
    NamedQuery query = queries.get(name);
    if (query == null) {
      throw new CypherException(
          "no query '" + name + "': expected one of " + String.join(", ", queries.keySet()));
    }
    return query;
  }

  /** Reads a file of the catalogue. */
  static NamedQuery parse(String name, String text) {
    String title = "";
    List<String> description = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    for (String line : text.lines().takeWhile(l -> l.startsWith("//")).toList()) {
      String said = line.substring(2).strip();
      Matcher parameter = PARAMETER.matcher(said);
      if (parameter.matches()) {
        parameters.add(
            new Parameter(
                parameter.group(1),
                Optional.ofNullable(parameter.group(2)).map(QueryCatalogue::literal),
                parameter.group(3)));
      } else if (title.isEmpty()) {
        title = said;
      } else if (!said.isEmpty()) {
        description.add(said);
      }
    }
    if (title.isEmpty()) {
      throw new CypherException("query " + name + ": expected a question in its first line");
    }
    return new NamedQuery(name, title, String.join(" ", description), parameters, text);
  }

  private static Object literal(String text) {
    if (text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.valueOf(text);
    }
  }
}
