package dev.tarn.cypher.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.RateMatrix;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.analytics.network.NetworkAnalysis;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.cypher.CypherException;
import dev.tarn.cypher.CypherQuery;
import dev.tarn.cypher.QueryResult;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.archive.ImportProgress;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Every procedure and function in an embedded database, against the analytics called directly. */
class ProceduresIT {
  private static final int SIZE = 40;

  @TempDir static Path folder = Path.of("");
  private static @Nullable Neo4jLandscapeStore opened;

  @BeforeAll
  static void open() {
    Neo4jLandscapeStore store =
        Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE);
    opened = store;
    SmallLandscapes.store(store, "lj13", SIZE, 1);
    SmallLandscapes.store(store, "other", 5, 2);
    TarnProcedures.register(store.database());
    TarnProcedures.register(store.database());
  }

  @AfterAll
  static void close() {
    store().close();
  }

  private static Neo4jLandscapeStore store() {
    return Objects.requireNonNull(opened);
  }

  private static Network network() {
    return store().network("lj13");
  }

  private static List<Map<String, @Nullable Object>> ask(String text) {
    try (QueryResult result = CypherQuery.reading(text, Map.of()).run(store())) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      result
          .rows()
          .forEach(
              values -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int c = 0; c < values.size(); c++) {
                  row.put(result.columns().get(c), values.get(c));
                }
                rows.add(row);
              });
      return rows;
    }
  }

  private static Map<String, @Nullable Object> one(String text) {
    List<Map<String, @Nullable Object>> rows = ask(text);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  @Test
  void everyExampleOfTheHandbookWorks() {
    assertThat(Handbook.all()).hasSizeGreaterThanOrEqualTo(19);
    for (Handbook.Entry entry : Handbook.all()) {
      assertThat(entry.example()).contains(entry.name() + "(");
      CypherQuery.Access access =
          entry.writes() ? CypherQuery.Access.WRITE : CypherQuery.Access.READ_ONLY;
      try (QueryResult result = new CypherQuery(entry.example(), Map.of(), access).run(store())) {
        assertThat(result.rows().count()).as(entry.name()).isPositive();
      }
    }
  }

  @Test
  void neo4jKnowsWhatTheHandbookDescribes() {
    List<Object> known = new ArrayList<>();
    ask("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'tarn.' RETURN name")
        .forEach(row -> known.add(row.get("name")));
    ask("SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'tarn.' RETURN name")
        .forEach(row -> known.add(row.get("name")));
    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(
            Handbook.all().stream().map(entry -> (Object) entry.name()).toList())
        .contains(
            "tarn.help",
            "tarn.landscapes",
            "tarn.network",
            "tarn.degrees",
            "tarn.communities",
            "tarn.basins",
            "tarn.path.fewestSteps",
            "tarn.path.lowestBarrier",
            "tarn.path.fastest",
            "tarn.thermo",
            "tarn.rates",
            "tarn.committor",
            "tarn.tree",
            "tarn.coverage",
            "tarn.barrier",
            "tarn.occupation",
            "tarn.rate");
    assertThat(ask("CALL tarn.help()")).hasSize(Handbook.all().size());
  }

  @Test
  void landscapesAreCounted() {
    assertThat(
            ask(
                "CALL tarn.landscapes() YIELD landscape, minima, transitionStates, energyUnit"
                    + " WHERE energyUnit = 'epsilon' RETURN *"))
        .containsExactly(
            Map.of(
                "landscape",
                "lj13",
                "minima",
                40L,
                "transitionStates",
                79L,
                "energyUnit",
                "epsilon"),
            Map.of(
                "landscape",
                "other",
                "minima",
                5L,
                "transitionStates",
                9L,
                "energyUnit",
                "epsilon"));
  }

  @Test
  void networkMeasuresAreThoseOfTheAnalytics() {
    Map<String, @Nullable Object> row = one("CALL tarn.network('lj13', {bootstraps: 10, seed: 3})");
    NetworkReport report =
        NetworkAnalysis.analyse(
            network(),
            new NetworkAnalysis.Options(
                3,
                10,
                NetworkAnalysis.Options.DEFAULT.randomGraphs(),
                1,
                NetworkAnalysis.Options.DEFAULT.weighting(),
                NetworkAnalysis.Options.DEFAULT.temperature()));
    assertThat(row.get("nodes")).isEqualTo((long) report.nodes());
    assertThat(row.get("edges")).isEqualTo((long) report.edges());
    assertThat(row.get("meanDegree")).isEqualTo(report.meanDegree());
    assertThat(row.get("meanShortestPath")).isEqualTo(report.meanShortestPath());
    assertThat(row.get("diameter")).isEqualTo((long) report.diameter());
    assertThat(row.get("clusteringCoefficient")).isEqualTo(report.clusteringCoefficient());
    assertThat(row.get("smallWorldSigma")).isEqualTo(report.smallWorldSigma());
    assertThat(row.get("powerLaw")).isEqualTo(report.powerLaw().verdict());
    assertThat(row.get("monotonicSequenceBasins")).isEqualTo((long) report.basins().size());
    assertThat(row.get("modularity")).isEqualTo(report.communities().get(0).modularity());
    assertThat(row.get("projection")).isEqualTo("");
  }

  @Test
  void degreesCommunitiesAndBasinsYieldEveryMinimumOnce() {
    Network n = network();
    List<Map<String, @Nullable Object>> degrees =
        ask(
            "CALL tarn.degrees('lj13') YIELD minimum, id, degree RETURN minimum.id = id AS same, id, degree");
    assertThat(degrees)
        .hasSize(SIZE)
        .allSatisfy(row -> assertThat(row.get("same")).isEqualTo(true));
    for (Map<String, @Nullable Object> row : degrees) {
      int node = n.nodeOf((long) number(row.get("id")));
      assertThat(row.get("degree")).isEqualTo((long) n.simpleAdjacency().degree(node));
    }
    assertThat(
            one(
                "CALL tarn.communities('lj13') YIELD id, community, size"
                    + " WITH community, size, count(id) AS counted"
                    + " RETURN sum(counted) AS minima, collect(size = counted) AS agree"))
        .satisfies(row -> assertThat(row.get("minima")).isEqualTo((long) SIZE))
        .satisfies(row -> assertThat(String.valueOf(row.get("agree"))).doesNotContain("false"));
    MonotonicBasins basins = MonotonicBasins.of(n);
    List<Map<String, @Nullable Object>> rows =
        ask(
            "CALL tarn.basins('lj13') YIELD id, size, minima RETURN id, size, size(minima) AS counted");
    assertThat(rows).hasSize(basins.count());
    assertThat(rows.get(0).get("id")).isEqualTo(n.minimumId(n.globalMinimum()));
    assertThat(rows).allSatisfy(row -> assertThat(row.get("size")).isEqualTo(row.get("counted")));
    assertThat(rows.stream().mapToDouble(row -> number(row.get("size"))).sum()).isEqualTo(SIZE);
  }

  @Test
  void pathsYieldWhatTheBrowserDraws() {
    PathSearch search = PathSearch.between(network(), new long[] {5, 7}, new long[] {1});
    Map<String, Pathway> expected =
        Map.of(
            "fewestSteps", search.fewestSteps(1).get(0),
            "lowestBarrier", search.lowestBarrier(1).get(0),
            "fastest", search.fastest(0.3, 1).get(0));
    expected.forEach(
        (kind, path) -> {
          String options =
              "{from: [5, 7], to: 1" + (kind.equals("fastest") ? ", temperature: 0.3}" : "}");
          Map<String, @Nullable Object> row =
              one(
                  "CALL tarn.path."
                      + kind
                      + "('lj13', "
                      + options
                      + ")"
                      + " YIELD minima, transitionStates, nodes, relationships, highest, cost"
                      + " RETURN *, [n IN nodes | n.id] AS ofNodes, [r IN relationships | r.id] AS of");
          assertThat(row.get("minima")).as(kind).isEqualTo(path.minima());
          assertThat(row.get("ofNodes")).isEqualTo(path.minima());
          assertThat(row.get("of")).isEqualTo(path.transitionStates());
          assertThat(row.get("highest")).isEqualTo(path.highest());
          assertThat(row.get("cost")).isEqualTo(path.cost());
        });
    assertThat(ask("CALL tarn.path.fewestSteps('lj13', {from: 5, to: 1, best: 4})")).hasSize(4);
  }

  @Test
  void thermodynamicsAreThoseOfTheAnalytics() {
    List<Map<String, @Nullable Object>> rows =
        ask("CALL tarn.thermo('lj13', {temperatures: [0.2, 0.4], occupation: 'lowest:3'})");
    Thermodynamics t = Thermodynamics.of(network(), new double[] {0.2, 0.4}, Momenta.LEFT_OUT);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get("heatCapacity")).isEqualTo(t.heatCapacity().get(1));
    assertThat(rows.get(1).get("shannonEntropy")).isEqualTo(t.shannonEntropy().get(1));
    assertThat(rows.get(1).get("frustration")).isEqualTo(t.frustration().get(1));
    double occupied =
        number(
            one("MATCH (m:Minimum {landscape: 'lj13'}) WITH m ORDER BY m.energy LIMIT 3"
                    + " RETURN sum(tarn.occupation(m, 0.4)) AS p")
                .get("p"));
    assertThat(number(rows.get(1).get("occupation"))).isCloseTo(occupied, within(1e-12));
    assertThat(ask("CALL tarn.thermo('lj13')")).hasSize(100);
    assertThat(
            number(
                one("CALL tarn.thermo('lj13', {temperature: 0.4, momenta: true}) YIELD heatCapacity"
                        + " RETURN heatCapacity AS c")
                    .get("c")))
        .isCloseTo(t.heatCapacity().get(1) + 33 / 2.0, within(1e-9));
  }

  @Test
  void ratesAndCommittorsAreThoseOfTheAnalytics() {
    Rates expected =
        GraphTransformation.between(network(), new long[] {5}, new long[] {1, 2}).rates(0.3);
    Map<String, @Nullable Object> row =
        one("CALL tarn.rates('lj13', {from: '5', to: [1, 2], temperature: 0.3})");
    assertThat(row.get("rateForward")).isEqualTo(expected.rateForward());
    assertThat(row.get("mfptBackward")).isEqualTo(expected.mfptBackward());
    assertThat(row.get("kNSSForward")).isEqualTo(expected.forward().nonSteadyState());
    assertThat(
            one(
                "MATCH (a:Minimum {landscape: 'lj13', id: 5}), (b:Minimum {landscape: 'lj13'})"
                    + " WHERE b.id <= 2 WITH a, collect(b) AS to"
                    + " CALL tarn.rates('lj13', {from: a, to: to, temperature: 0.3})"
                    + " YIELD rateForward RETURN rateForward"))
        .containsEntry("rateForward", expected.rateForward());
    List<Map<String, @Nullable Object>> committors =
        ask("CALL tarn.committor('lj13', {from: 5, to: 1, temperature: 0.3}) YIELD id, committor");
    assertThat(committors).hasSize(SIZE);
    assertThat(committors.get(0).get("committor")).isEqualTo(1.0);
    assertThat(committors.get(4).get("committor")).isEqualTo(0.0);
  }

  @Test
  void treesComeAsRowsAndAsDrawings() {
    List<Map<String, @Nullable Object>> rows =
        ask("CALL tarn.tree('lj13', {levels: 12}) YIELD name, level, parent, size");
    assertThat(
            rows.stream()
                .filter(row -> Objects.equals(row.get("level"), 1L))
                .mapToDouble(row -> number(row.get("size")))
                .sum())
        .isEqualTo(SIZE);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.get("parent") == null)
                    .isEqualTo(Objects.equals(row.get("level"), 1L)));
    Map<String, @Nullable Object> drawing =
        one("CALL tarn.tree.svg('lj13', {colour: 'energy', title: 'Mine'})");
    assertThat(String.valueOf(drawing.get("svg")))
        .startsWith("<svg")
        .contains("Mine")
        .endsWith("</svg>");
    assertThat(drawing.get("leaves")).isEqualTo((long) SIZE);
  }

  // Hits of the generated landscape are counted once more in Cypher.
  @Test
  void coverageCountsHits() {
    Map<String, @Nullable Object> counted =
        one(
            "MATCH (m:Minimum {landscape: 'lj13'}) RETURN sum(m.hits) AS hits,"
                + " sum(CASE m.hits WHEN 1 THEN 1 ELSE 0 END) AS once");
    List<Map<String, @Nullable Object>> rows = ask("CALL tarn.coverage('lj13')");
    assertThat(rows.get(0))
        .containsEntry("kind", "minimum")
        .containsEntry("found", (long) SIZE)
        .containsEntry("hits", counted.get("hits"))
        .containsEntry("seenOnce", counted.get("once"))
        .containsEntry("coverage", 1 - number(counted.get("once")) / number(counted.get("hits")));
    assertThat(rows.get(1)).containsEntry("kind", "transitionState").containsEntry("found", 79L);
  }

  @Test
  void coverageOfAPartCountsTheHitsOfThatPart() {
    Map<String, @Nullable Object> counted =
        one(
            "MATCH (m:Minimum {landscape: 'lj13'}) WHERE m.id <= 20 RETURN sum(m.hits) AS hits,"
                + " sum(CASE m.hits WHEN 1 THEN 1 ELSE 0 END) AS once");
    assertThat(ask("CALL tarn.coverage('lj13', {where: 'm.id <= 20'})").get(0))
        .containsEntry("found", 20L)
        .containsEntry("hits", counted.get("hits"))
        .containsEntry("coverage", 1 - number(counted.get("once")) / number(counted.get("hits")));
  }

  @Test
  void functionsAgreeWithTheAnalytics() {
    Network n = network();
    DisconnectivityGraph graph = DisconnectivityGraph.of(n);
    double[] occupations = HarmonicSuperposition.of(n, Momenta.LEFT_OUT).occupations(0.3);
    List<Map<String, @Nullable Object>> rows =
        ask(
            "MATCH (a:Minimum {landscape: 'lj13', id: 5}), (b:Minimum {landscape: 'lj13'})"
                + " RETURN b.id AS id, tarn.barrier(a, b) AS barrier, tarn.occupation(b, 0.3) AS p"
                + " ORDER BY id");
    for (int node = 0; node < SIZE; node++) {
      assertThat(number(rows.get(node).get("barrier")))
          .isEqualTo(graph.lowestPathMaximum(4, node) - n.energy(4));
      assertThat(rows.get(node).get("p")).isEqualTo(occupations[node]);
    }
    assertThat(rows.get(4).get("barrier")).isEqualTo(0.0);
    // Rates over single transition states add up to the rate matrix.
    RateMatrix matrix = RateMatrix.of(n, 0.3);
    for (int position = matrix.offset(4); position < matrix.offset(5); position++) {
      long to = n.minimumId(matrix.neighbour(position));
      double sum =
          number(
              one("MATCH (a:Minimum {landscape: 'lj13', id: 5})-[t:TRANSITION_STATE]-(b:Minimum {id: "
                      + to
                      + "}) RETURN sum(tarn.rate(t, 0.3, a)) AS k")
                  .get("k"));
      assertThat(sum).isCloseTo(Math.exp(matrix.lnRate(4, position)), within(1e-10 * sum));
    }
    assertThat(
            one("RETURN tarn.barrier(null, null) AS b, tarn.occupation(null, 1) AS p, tarn.rate(null, 1) AS k")
                .values())
        .containsOnlyNulls();
  }

  @Test
  void projectionsAreTheNetworkOfWhatRemains() {
    Network n = network();
    Map<String, @Nullable Object> row =
        one(
            "CALL tarn.network('lj13', {bootstraps: 0, where: 'm.energy < -7', whereTs: 't.barrier < 1.5'})");
    Network part =
        n.projection(
            node -> n.energy(node) < -7,
            edge -> n.transitionStateEnergy(edge) - n.energy(n.higherEnd(edge)) < 1.5);
    assertThat(part.nodeCount()).isBetween(5, SIZE - 5);
    assertThat(part.edgeCount()).isBetween(5, 60);
    assertThat(row)
        .containsEntry("minima", (long) part.nodeCount())
        .containsEntry("transitionStates", (long) part.edgeCount());
    assertThat(String.valueOf(row.get("projection")))
        .isEqualTo(
            "where m.energy < -7, transition states where t.barrier < 1.5: "
                + part.nodeCount()
                + " of 40 minima, "
                + part.edgeCount()
                + " of 79 transition states");
    for (Handbook.Entry entry : Handbook.all()) {
      if (entry.arguments().contains("landscape")) {
        assertThat(entry.options()).as(entry.name()).containsKeys("where", "whereTs");
      }
    }
    assertThat(ask("CALL tarn.degrees('lj13', {where: 'm.id IN [1, 2, 3]'})")).hasSize(3);
    assertThat(ask("CALL tarn.degrees('lj13', {whereTs: 'higher.id <> lower.id AND t.id < 40'})"))
        .hasSize(SIZE);
  }

  @Test
  void aStatementSeesWhatItsTransactionHasChanged() {
    GraphDatabaseService database = store().database();
    try (Transaction tx = database.beginTx()) {
      assertThat(tx.execute("CALL tarn.degrees('other')").stream().count()).isEqualTo(5);
      Node node = tx.createNode(LandscapeSchema.MINIMUM, LandscapeSchema.minimaOf("other"));
      node.setProperty("landscape", "other");
      node.setProperty("id", 6L);
      node.setProperty("energy", -20.0);
      node.setProperty("logDetHessian", 100.0);
      node.setProperty("symmetryOrder", 1);
      assertThat(tx.execute("CALL tarn.degrees('other')").stream().count()).isEqualTo(6);
      assertThat(
              tx.execute(
                      "MATCH (m:Minimum {landscape: 'other', id: 6}) RETURN tarn.occupation(m, 0.1) AS p")
                  .next()
                  .get("p"))
          .isInstanceOfSatisfying(Double.class, p -> assertThat(p).isGreaterThan(0.99));
      tx.rollback();
    }
    assertThat(ask("CALL tarn.degrees('other')")).hasSize(5);
  }

  @Test
  void writingNeedsATransactionThatWrites() {
    assertThatThrownBy(() -> ask("CALL tarn.network.write('other')"))
        .hasMessage("this query would change the store: allow it with --write");
    try (QueryResult result =
        new CypherQuery(
                "CALL tarn.network.write('other', {writeAs: 'net'})",
                Map.of(),
                CypherQuery.Access.WRITE)
            .run(store())) {
      assertThat(result.rows().count()).isEqualTo(7);
    }
    assertThat(ask("MATCH (m:Minimum {landscape: 'other'}) WHERE m.net_community >= 0 RETURN m"))
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CALL tarn.network('lj31') | tarn.network: no landscape lj31 in this database; did you mean lj13?",
        "CALL tarn.rates('lj13', {form: 1, to: 2}) | tarn.rates: unknown option form; did you mean from?",
        "CALL tarn.rates('lj13', {from: 1, to: 2}) | tarn.rates: option temperature: expected a temperature, found none",
        "CALL tarn.rates('lj13', {from: 1, to: 2, temperature: 'hot'}) | tarn.rates: option temperature: expected a number, found 'hot'",
        "CALL tarn.rates('lj13', {from: 1, to: 2, temperature: -1}) | tarn.rates: option temperature: expected a temperature above 0, found -1",
        "CALL tarn.rates('lj13', {from: 99, to: 2, temperature: 1}) | tarn.rates: option from: expected ids of minima of lj13, found 99",
        "CALL tarn.rates('lj13', {from: 'm.energi < 1', to: 2, temperature: 1}) | tarn.rates: option from: no minimum of lj13 has a property energi; did you mean energy?",
        "CALL tarn.rates('lj13', {to: 2, temperature: 1}) | tarn.rates: option from: expected at least one minimum, found none",
        "CALL tarn.degrees('lj13', {where: 'm.energy << 1'}) | tarn.degrees: option where m.energy << 1: column 11: Invalid input",
        "CALL tarn.degrees('lj13', {where: 'm.energy < -100'}) | tarn.degrees: option where: no minimum of lj13 satisfies m.energy < -100",
        "CALL tarn.degrees('lj13', {where: 'm.colour = 1'}) | tarn.degrees: option where: no minimum of lj13 has a property colour",
        "CALL tarn.degrees('lj13', {whereTs: 't.barier < 1'}) | tarn.degrees: option whereTs: no transition state of lj13 has a property barier; did you mean barrier?",
        "CALL tarn.tree('lj13', {levels: 0}) | tarn.tree: option levels: expected a whole number of at least 1, found 0",
        "CALL tarn.tree.svg('lj13', {colour: 'enrgy'}) | tarn.tree.svg: option colour: minima of lj13 have no number named enrgy; did you mean energy?",
        "CALL tarn.network('lj13', {weight: 'barriers'}) | tarn.network: option weight: expected one of unweighted, barrier, flux, found barriers; did you mean barrier?",
        "CALL tarn.communities('lj13', {method: 'louvain'}) | tarn.communities: expected a community method of",
        "CALL tarn.thermo('lj13', {temperatures: '1:2'}) | tarn.thermo: option temperatures: expected lowest:highest:count, such as 0.05:0.6:100, found 1:2",
        "CALL tarn.path.fastest('lj13', {from: 1, to: 1, temperature: 1}) | tarn.path.fastest: ",
        "MATCH (l:Landscape) RETURN tarn.occupation(l, 1) | tarn.occupation: expected a minimum of a landscape, found something that belongs to none",
        "MATCH (m:Minimum) RETURN tarn.occupation(m, 0) | tarn.occupation: expected a finite temperature above 0, found 0.0"
      })
  void whatIsWrongIsSaidInOneLine(String query, String message) {
    assertThatThrownBy(() -> ask(query))
        .isInstanceOf(CypherException.class)
        .message()
        .startsWith(message)
        .doesNotContain("\n", "Exception", "Caused by");
  }

  @Test
  void anotherVersionOfTheModelIsNamed() {
    try (Transaction tx = store().database().beginTx()) {
      tx.execute("MATCH (s:TarnStore) SET s.schemaVersion = 99").close();
      assertThatThrownBy(() -> tx.execute("CALL tarn.landscapes()").resultAsString())
          .message()
          .contains(
              "tarn.landscapes: expected schema version 1, found 99; the landscapes of this database"
                  + " were written by a newer Tarn: use its plugin of the same version");
    }
    try (Transaction tx = store().database().beginTx()) {
      tx.execute("MATCH (s:TarnStore) DELETE s").close();
      assertThatThrownBy(() -> tx.execute("CALL tarn.network('lj13')").resultAsString())
          .message()
          .contains("tarn.network: this database holds no landscapes: expected one that");
    }
  }

  @Test
  void ratesOfAPublishedNetworkAgreeWithPathsample() {
    Path data = ReferenceData.require("ktn/9comm");
    LandscapeArchives.importFrom(data, Optional.empty(), "9comm", store(), ImportProgress.NONE);
    Map<String, @Nullable Object> row =
        one("CALL tarn.rates('9comm', {from: 4, to: 144, temperature: 1})");
    assertThat(number(row.get("mfptForward")) / 7.5202188285e11).isCloseTo(1, within(1e-9));
    assertThat(number(row.get("mfptBackward")) / 3.0966484663e11).isCloseTo(1, within(1e-9));
  }
}
