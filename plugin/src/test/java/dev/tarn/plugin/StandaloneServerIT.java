package dev.tarn.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** The plugin in a stock server, loaded and asked over Bolt. */
class StandaloneServerIT {
  private static final Path PLUGIN = Path.of(System.getProperty("tarn.plugin", "missing.jar"));
  private static final InMemoryLandscapeStore SOURCE = new InMemoryLandscapeStore();

  @TempDir static Path home = Path.of("");
  private static @Nullable StandaloneServer server;
  private static @Nullable Driver driver;

  @BeforeAll
  static void start() {
    StandaloneServer started = StandaloneServer.start(home, PLUGIN);
    server = started;
    driver = started.driver();
    storeRandom();
    load(SOURCE, "small");
  }

  @AfterAll
  static void stop() {
    if (driver != null) {
      driver.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** A connected landscape of thirty minima. */
  private static void storeRandom() {
    Random random = new Random(7);
    List<Minimum> minima = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      minima.add(Minimum.of(i, 3 * random.nextDouble(), 20 + random.nextDouble(), 1).withHits(i));
    }
    List<TransitionState> edges = new ArrayList<>();
    for (int i = 1; i < 60; i++) {
      Minimum a = minima.get(i < 30 ? i : random.nextInt(30));
      Minimum b = minima.get(random.nextInt(i < 30 ? i : 30));
      double energy = Math.max(a.energy(), b.energy()) + 0.2 + random.nextDouble();
      edges.add(TransitionState.of(i, a, b, energy, 19 + random.nextDouble(), 1));
    }
    SOURCE.create(new Landscape("small", "made up", Map.of(), 39, 6, "", "", 1, Instant.EPOCH));
    try (LandscapeSink sink = SOURCE.openSink("small")) {
      sink.commit(LandscapeUpdate.of(minima, edges));
    }
  }

  /** Writes a landscape as a client of the server would, by the documented graph model alone. */
  private static void load(InMemoryLandscapeStore source, String name) {
    List<Map<String, Object>> minima = new ArrayList<>();
    source.forEachMinimum(
        name,
        m ->
            minima.add(
                Map.of(
                    "id", m.id(),
                    "energy", m.energy(),
                    "logDetHessian", m.logDetHessian(),
                    "symmetryOrder", m.symmetryOrder(),
                    "hits", m.hits())));
    List<Map<String, Object>> edges = new ArrayList<>();
    source.forEachTransitionState(
        name,
        t ->
            edges.add(
                Map.of(
                    "higher", t.higherMinimum(),
                    "lower", t.lowerMinimum(),
                    "id", t.id(),
                    "energy", t.energy(),
                    "logDetHessian", t.logDetHessian(),
                    "symmetryOrder", t.symmetryOrder(),
                    "hits", t.hits())));
    Map<String, Object> parameters = Map.of("name", name, "minima", minima, "edges", edges);
    for (String statement :
        List.of(
            "MERGE (:TarnStore {schemaVersion: 1})",
            "CREATE (:Landscape {name: $name, potential: 'made up', parameters: '{}', dimension: 39,"
                + " zeroModes: 6, energyUnit: '', lengthUnit: '', schemaVersion: 1,"
                + " createdAt: datetime('2026-01-01T00:00:00Z')})",
            "CREATE INDEX minimum IF NOT EXISTS FOR (m:Minimum) ON (m.landscape, m.id)",
            "UNWIND $minima AS p CREATE (m:Minimum:StationaryPoint:`Minimum_"
                + name
                + "` {landscape: $name, index: 0}) SET m += p",
            "UNWIND $edges AS p MATCH (a:Minimum {landscape: $name, id: p.higher}),"
                + " (b:Minimum {landscape: $name, id: p.lower})"
                + " CREATE (a)-[t:TRANSITION_STATE {landscape: $name, id: p.id, energy: p.energy,"
                + " barrier: p.energy - a.energy, logDetHessian: p.logDetHessian,"
                + " symmetryOrder: p.symmetryOrder, hits: p.hits}]->(b)")) {
      driver().executableQuery(statement).withParameters(parameters).execute();
    }
  }

  private static Driver driver() {
    return Objects.requireNonNull(driver);
  }

  private static List<Record> ask(String text) {
    return driver().executableQuery(text).execute().records();
  }

  @Test
  void theJarHasNothingButOurs() throws IOException {
    try (JarFile jar = new JarFile(PLUGIN.toFile())) {
      List<String> classes =
          jar.stream().map(entry -> entry.getName()).filter(n -> n.endsWith(".class")).toList();
      assertThat(classes).hasSizeGreaterThan(100).allMatch(name -> name.startsWith("dev/tarn/"));
      assertThat(classes)
          .noneMatch(name -> name.startsWith("dev/tarn/graphstore/archive/"))
          .noneMatch(name -> name.startsWith("dev/tarn/cypher/server/"));
      assertThat(jar.stream().map(entry -> entry.getName()))
          .contains(
              "META-INF/NOTICE",
              "META-INF/licenses/THIRD-PARTY.txt",
              "META-INF/licenses/LICENSE",
              "META-INF/licenses/LGPL-2.1.txt",
              "META-INF/licenses/Apache-2.0.txt");
    }
    assertThat(StandaloneServer.classPath())
        .contains("neo4j-server")
        .doesNotContain("tarn-cypher", "jgrapht", "commons-math3");
  }

  @Test
  void everyProcedureIsThereAndDocumented() {
    List<String> names =
        ask("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'tarn.' RETURN name").stream()
            .map(row -> row.get("name").asString())
            .toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(16).contains("tarn.rates", "tarn.tree.svg");
    assertThat(ask("CALL tarn.help() YIELD name WITH name ORDER BY name RETURN name"))
        .extracting(row -> row.get("name").asString())
        .containsAll(names)
        .contains("tarn.barrier", "tarn.occupation", "tarn.rate");
  }

  @Test
  void ratesOverBoltAreThoseOfTheAnalytics() {
    Rates expected =
        GraphTransformation.between(SOURCE.network("small"), new long[] {9}, new long[] {1, 2})
            .rates(0.4);
    Record row = ask("CALL tarn.rates('small', {from: [9], to: [1, 2], temperature: 0.4})").get(0);
    assertThat(row.get("rateForward").asDouble()).isEqualTo(expected.rateForward());
    assertThat(row.get("mfptBackward").asDouble()).isEqualTo(expected.mfptBackward());
  }

  @Test
  void ratesOf9commAgreeWithPathsample() {
    Path data = ReferenceData.require("ktn/9comm");
    load(LandscapeArchives.readInMemory(data, Optional.empty(), "9comm"), "9comm");
    Record row = ask("CALL tarn.rates('9comm', {from: [4], to: [144], temperature: 1})").get(0);
    assertThat(row.get("mfptForward").asDouble() / 7.5202188285e11).isCloseTo(1, within(1e-9));
    assertThat(row.get("mfptBackward").asDouble() / 3.0966484663e11).isCloseTo(1, within(1e-9));
    Record network = ask("CALL tarn.network('9comm', {bootstraps: 0})").get(0);
    assertThat(network.get("meanShortestPath").asDouble()).isCloseTo(14.06046146, within(5e-9));
    assertThat(network.get("clusteringCoefficient").asDouble()).isCloseTo(0.60983759, within(5e-9));
    assertThat(network.get("monotonicSequenceBasins").asInt()).isEqualTo(19);
  }

  @Test
  void pathsYieldNodesAndRelationships() {
    Record row =
        ask("CALL tarn.path.fastest('small', {from: 9, to: 'lowest:1', temperature: 0.4})").get(0);
    List<Long> ids = row.get("nodes").asList(node -> node.asNode().get("id").asLong());
    assertThat(ids).isEqualTo(row.get("minima").asList(Value::asLong));
    List<Long> edges = row.get("relationships").asList(t -> t.asRelationship().get("id").asLong());
    assertThat(edges).isEqualTo(row.get("transitionStates").asList(Value::asLong));
  }

  @Test
  void everythingElseAnswers() {
    for (String call :
        List.of(
            "CALL tarn.landscapes()",
            "CALL tarn.degrees('small', {where: 'm.energy < 2'})",
            "CALL tarn.communities('small')",
            "CALL tarn.basins('small')",
            "CALL tarn.path.fewestSteps('small', {from: 9, to: 1})",
            "CALL tarn.path.lowestBarrier('small', {from: 9, to: 1})",
            "CALL tarn.thermo('small')",
            "CALL tarn.committor('small', {from: 9, to: 1, temperature: 1})",
            "CALL tarn.tree('small')",
            "CALL tarn.tree.svg('small')",
            "CALL tarn.coverage('small')",
            "MATCH (a:Minimum {landscape: 'small'})-[t:TRANSITION_STATE]->(b)"
                + " RETURN tarn.barrier(a, b), tarn.occupation(a, 1), tarn.rate(t, 1)")) {
      assertThat(ask(call)).as(call).isNotEmpty();
    }
  }

  @Test
  void errorsAreOneLine() {
    assertThatThrownBy(() -> ask("CALL tarn.network('smal')"))
        .isInstanceOf(Neo4jException.class)
        .hasMessage("tarn.network: no landscape smal in this database; did you mean small?");
    assertThatThrownBy(() -> ask("CALL tarn.tree('small', {level: 3})"))
        .hasMessage("tarn.tree: unknown option level; did you mean levels?");
    assertThatThrownBy(() -> ask("CALL tarn.tree('small', {levels: 'three'})"))
        .hasMessage(
            "tarn.tree: option levels: expected a whole number of at least 1, found 'three'");
    assertThatThrownBy(() -> ask("CALL tarn.degrees('small', {where: 'm.energy <'})"))
        .message()
        .startsWith("tarn.degrees: option where m.energy <: ")
        .doesNotContain("\n");
  }

  @Test
  void aProcedureThatWritesIsRefusedInAReadOnlyTransaction() {
    try (Session session =
        driver().session(SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build())) {
      assertThatThrownBy(() -> session.run("CALL tarn.network.write('small')").consume())
          .isInstanceOf(Neo4jException.class)
          .message()
          .contains("read access mode")
          .doesNotContain("\n");
    }
    try (Session session = driver().session()) {
      try (Transaction tx = session.beginTransaction()) {
        assertThat(tx.run("CALL tarn.network.write('small')").list()).isNotEmpty();
        assertThat(
                tx.run("MATCH (m:Minimum {landscape: 'small'}) RETURN count(m.community) AS n")
                    .single()
                    .get("n")
                    .asInt())
            .isEqualTo(30);
        tx.rollback();
      }
    }
  }

  @Test
  void aStoreOfAnotherVersionIsNamed() {
    try (Session session = driver().session();
        Transaction tx = session.beginTransaction()) {
      tx.run("MATCH (s:TarnStore) SET s.schemaVersion = 0").consume();
      assertThatThrownBy(() -> tx.run("CALL tarn.landscapes()").list())
          .hasMessage(
              "tarn.landscapes: expected schema version 1, found 0; the landscapes of this database"
                  + " were written by an older Tarn: use its plugin of the same version");
    }
  }

  @Test
  void theServerHasNothingToComplainAbout() {
    assertThat(
            Arrays.stream(Objects.requireNonNull(server).log().split("\n", -1))
                .filter(line -> line.contains("tarn")))
        .noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
  }
}
