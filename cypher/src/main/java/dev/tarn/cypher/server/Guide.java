package dev.tarn.cypher.server;

import dev.tarn.cypher.QueryCatalogue;
import dev.tarn.cypher.QueryCatalogue.NamedQuery;
import dev.tarn.cypher.QueryCatalogue.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The page that the Browser opens with: queries that draw the landscape, then the catalogue, each
 * one click away from being run.
 */
final class Guide {
  private static final int QUERIES_ON_A_SLIDE = 5;

  private Guide() {}

  static URI address(Endpoints endpoints, Optional<String> landscape) {
    String query =
        landscape
            .map(name -> "?landscape=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .orElse("");
    // The Browser separates commands by semicolons.
    return endpoints
        .http()
        .resolve(ServedDatabase.MOUNT + "/guide.html" + query.replace("+", "%20"));
  }

  /** The query to begin with: from the highest minima to the global one, in few steps. */
  static String firstQuery(String landscape) {
    return """
        MATCH (lowest:Minimum {landscape: %s})
        WITH lowest ORDER BY lowest.energy LIMIT 1
        MATCH (m:Minimum {landscape: %s})
        WHERE m <> lowest AND EXISTS { (m)-[:TRANSITION_STATE]-(n) WHERE n <> m }
        WITH lowest, m ORDER BY m.energy DESC LIMIT 12
        MATCH way = shortestPath((m)-[:TRANSITION_STATE*]-(lowest))
        RETURN way"""
        .replace("%s", landscape);
  }

  /** The same, for the landscape of that name. */
  static String firstQueryOn(String landscape) {
    return firstQuery(literal(landscape));
  }

  private static String neighboursQuery(String landscape) {
    return """
        MATCH (lowest:Minimum {landscape: %s})
        WITH lowest ORDER BY lowest.energy LIMIT 1
        MATCH (m)-[t:TRANSITION_STATE]->(lowest) WHERE m <> lowest
        WITH lowest, m, t ORDER BY m.energy, t.energy
        WITH lowest, m, head(collect(t)) AS t LIMIT 12
        RETURN m, t, lowest"""
        .replace("%s", landscape);
  }

  private static String sampleQuery(String landscape) {
    return """
        MATCH (m:Minimum {landscape: %s})-[t:TRANSITION_STATE]->(n) WHERE m <> n
        RETURN m, t, n LIMIT 60"""
        .replace("%s", landscape);
  }

  private static String downhillQuery(String landscape) {
    return """
        MATCH (m:Minimum {landscape: %s})
        WITH m ORDER BY m.energy DESC LIMIT 1
        MATCH way = (m)-[:TRANSITION_STATE*1..4]->(n) WHERE m <> n
        RETURN way LIMIT 40"""
        .replace("%s", landscape);
  }

  /** The page; without a landscape the queries ask for the parameter {@code $landscape}. */
  static String html(Optional<String> landscape) {
    String name = landscape.map(Guide::literal).orElse("$landscape");
    StringBuilder page =
        new StringBuilder(
            """
            <article class="guide" id="tarn-guide">
            <title>Tarn</title>
            <carousel class="deck container-fluid">
            """);
    first(page, landscape, name);
    List<NamedQuery> queries = QueryCatalogue.bundled().queries();
    for (int from = 0; from < queries.size(); from += QUERIES_ON_A_SLIDE) {
      int to = Math.min(queries.size(), from + QUERIES_ON_A_SLIDE);
      slide(page, "Questions " + (from + 1) + " to " + to + " of " + queries.size());
      for (NamedQuery query : queries.subList(from, to)) {
        question(page, query, landscape);
      }
      page.append("</div></slide>\n");
    }
    return page.append("</carousel>\n</article>\n").toString();
  }

  private static void first(StringBuilder page, Optional<String> landscape, String name) {
    slide(page, landscape.map(l -> "The landscape " + escaped(l)).orElse("Landscapes"));
    page.append("<p>Minima are circles, coloured from dark (deep) to bright (high) by energy, ");
    page.append("or by community or basin where <code>tarn network --write</code> wrote them. ");
    page.append("Arrows are transition states; they point downhill, with their barrier on them. ");
    page.append("Click a query, then run it.</p>\n");
    if (landscape.isEmpty()) {
      runnable(page, "Which landscapes are here?", "MATCH (l:Landscape) RETURN l");
      runnable(page, "Choose one:", ":param landscape => 'NAME'");
    }
    runnable(page, "From the highest minima to the global one:", firstQuery(name));
    runnable(page, "The global minimum and what lies around it:", neighboursQuery(name));
    runnable(page, "Some of it all:", sampleQuery(name));
    runnable(page, "Ways down from the highest minimum:", downhillQuery(name));
    page.append("</div></slide>\n");
  }

  private static void slide(StringBuilder page, String title) {
    page.append("<slide class=\"row-fluid\"><div class=\"col-sm-12\">\n<h3>")
        .append(title)
        .append("</h3>\n");
  }

  private static void question(StringBuilder page, NamedQuery query, Optional<String> landscape) {
    List<String> toChange = new ArrayList<>();
    String text = query.text().lines().filter(l -> !l.startsWith("//")).collect(lines());
    for (Parameter parameter : query.parameters()) {
      Optional<String> value =
          parameter.name().equals("landscape")
              ? landscape.map(Guide::literal)
              : Optional.of(literal(parameter.defaultValue().orElse(exampleId(parameter))));
      if (value.isPresent()) {
        text = text.replaceAll("\\$" + parameter.name() + "\\b", quoteReplacement(value.get()));
      }
      if (!parameter.name().equals("landscape")) {
        toChange.add(parameter.name() + ": " + parameter.description());
      }
    }
    String more = toChange.isEmpty() ? "" : " (" + String.join("; ", toChange) + ")";
    runnable(page, query.title() + more, text);
  }

  /** From one minimum to another one, where a question asks for both. */
  private static long exampleId(Parameter parameter) {
    return parameter.name().equals("from") ? 2 : 1;
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }

  private static String quoteReplacement(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static void runnable(StringBuilder page, String title, String query) {
    page.append("<p>")
        .append(escaped(title))
        .append("</p>\n<figure><pre class=\"pre-scrollable code runnable\">")
        .append(escaped(query))
        .append("</pre></figure>\n");
  }

  private static String literal(Object value) {
    return value instanceof String text
        ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        : String.valueOf(value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
