package dev.tarn.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryCatalogueTests {
  @Test
  void headersGiveTitleDescriptionAndParameters() {
    QueryCatalogue.NamedQuery query =
        QueryCatalogue.parse(
            "x",
            """
            // What is it?
            //
            // It is
            // this.
            //
            // $landscape      the landscape
            // $limit = 5      how many
            // $least = 0.5    from where
            // $unit = 'eV x'  in what
            MATCH (m) RETURN m
            // $not a parameter
            """);
    assertThat(query.title()).isEqualTo("What is it?");
    assertThat(query.description()).isEqualTo("It is this.");
    assertThat(query.parameters())
        .containsExactly(
            new QueryCatalogue.Parameter("landscape", Optional.empty(), "the landscape"),
            new QueryCatalogue.Parameter("limit", Optional.of(5L), "how many"),
            new QueryCatalogue.Parameter("least", Optional.of(0.5), "from where"),
            new QueryCatalogue.Parameter("unit", Optional.of("eV x"), "in what"));
    assertThat(query.with(Map.of("landscape", "lj7", "limit", 9L)).parameters())
        .isEqualTo(Map.of("landscape", "lj7", "limit", 9L, "least", 0.5, "unit", "eV x"));
  }

  @Test
  void everyBundledQueryAsksAQuestionOfALandscape() {
    assertThat(QueryCatalogue.bundled().queries()).hasSizeGreaterThanOrEqualTo(30);
    for (QueryCatalogue.NamedQuery query : QueryCatalogue.bundled().queries()) {
      assertThat(query.title()).as(query.name()).endsWith("?");
      assertThat(query.parameters().get(0).name()).as(query.name()).isEqualTo("landscape");
      for (QueryCatalogue.Parameter parameter : query.parameters()) {
        assertThat(query.text()).as(query.name()).contains("$" + parameter.name());
      }
    }
  }

  @Test
  void positionsAndCaretsBecomeOneLine() {
    CypherException e =
        CypherException.of(
            new IllegalStateException(
                "Invalid input 'RETRUN': expected a, b, c, d, e, f, g or h (line 2, column 3"
                    + " (offset: 12))\n\"RETRUN 1\"\n   ^"));
    assertThat(e)
        .hasMessage("line 2, column 3: Invalid input 'RETRUN': expected a, b, c, d, e, f, ...");
    assertThat(e.line()).isEqualTo(2);
    assertThat(e.column()).isEqualTo(3);
  }

  @Test
  void aFileWithoutAQuestionIsRefused() {
    assertThatThrownBy(() -> QueryCatalogue.parse("x", "MATCH (m) RETURN m"))
        .hasMessage("query x: expected a question in its first line");
  }
}
