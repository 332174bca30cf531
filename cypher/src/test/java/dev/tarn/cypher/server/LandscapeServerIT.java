package dev.tarn.cypher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** One server for all tests that need no other. */
class LandscapeServerIT {
  private static final ServerSettings FREE_PORTS =
      new ServerSettings(
          ServerSettings.LOOPBACK,
          0,
          0,
          ServerSettings.Access.WRITE,
          Optional.empty(),
          Optional.empty());

  @TempDir static Path folder = Path.of("");
  private static @Nullable LandscapeServer started;
  private static @Nullable Driver connected;

  @BeforeAll
  static void serve() throws InterruptedException {
    LandscapeServer server = LandscapeServer.start(folder, StoreOptions.Access.CREATE, FREE_PORTS);
    started = server;
    addLadder(server.store(), "ladder", 40);
    connected = GraphDatabase.driver(server.bolt(), AuthTokens.none());
    awaitCaptions("ladder", 40);
  }

  @AfterAll
  static void stop() {
    driver().close();
    server().close();
  }

  private static LandscapeServer server() {
    return Objects.requireNonNull(started);
  }

  @Test
  void proceduresAnswerOverBolt() {
    Record row =
        driver()
            .executableQuery("CALL tarn.path.fewestSteps('ladder', {from: 40, to: 1})")
            .execute()
            .records()
            .get(0);
    assertThat(row.get("steps").asInt()).isEqualTo(39);
    assertThat(row.get("nodes").asList(node -> node.asNode().get("id").asLong())).hasSize(40);
  }

  private static Driver driver() {
    return Objects.requireNonNull(connected);
  }

  /** Minima 1 .. n with energies -n .. -1, each joined to the next. */
  private static void addLadder(Neo4jLandscapeStore store, String name, int n) {
    store.create(
        new Landscape(
            name, "ladder", Map.of(), 1, 0, "", "", 1, Instant.ofEpochSecond(1_000_000L * n)));
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> edges = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      minima.add(Minimum.of(i, i - n - 1, 0, 1));
      if (i > 1) {
        edges.add(
            TransitionState.of(i - 1, minima.get(i - 1), minima.get(i - 2), i - n + 0.23456, 0, 1));
      }
    }
    try (LandscapeSink sink = store.openSink(name)) {
      sink.commit(LandscapeUpdate.of(minima, edges));
    }
  }

  private static void awaitCaptions(String landscape, int count) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      List<Record> found =
          driver()
              .executableQuery(
                  "MATCH (m:Minimum {landscape: '" + landscape + "'}) RETURN count(m.caption) AS n")
              .execute()
              .records();
      if (found.get(0).get("n").asInt() == count) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no captions on " + landscape);
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void minimaAreColouredByEvenBandsOfEnergyAndCaptioned() {
    List<Record> rows =
        driver()
            .executableQuery(
                "MATCH (m:Minimum {landscape: 'ladder'}) RETURN m.energy AS energy, m.caption AS"
                    + " caption, [l IN labels(m) WHERE l STARTS WITH 'EnergyBand'] AS bands"
                    + " ORDER BY energy")
            .execute()
            .records();
    assertThat(rows).hasSize(40);
    for (Record row : rows) {
      double energy = row.get("energy").asDouble();
      // The 99 % quantile of forty energies is the highest, -1: bands of 39 / 8 from -40.
      int band = 1 + (int) Math.min(7, Math.floor((energy + 40) / (39.0 / 8)));
      assertThat(row.get("bands").asList()).containsExactly("EnergyBand" + band);
      assertThat(row.get("caption").asString()).isEqualTo((int) energy + ".00");
    }
    assertThat(
            driver()
                .executableQuery(
                    "MATCH ()-[t:TRANSITION_STATE {landscape: 'ladder'}]->()"
                        + " RETURN DISTINCT t.caption AS caption")
                .execute()
                .records()
                .get(0)
                .get("caption")
                .asString())
        .isEqualTo("1.23");
  }

  @Test
  void theColoursFollowCommunitiesOnceTheyAreWrittenAndTheLandscapeGrows()
      throws InterruptedException {
    Neo4jLandscapeStore store = server().store();
    addLadder(store, "grows", 4);
    awaitCaptions("grows", 4);
    store.writeProperty("grows", "community", new long[] {1, 2, 3, 4}, new long[] {0, 0, 1, 12});
    try (LandscapeSink sink = store.openSink("grows")) {
      for (int i = 5; i <= 8; i++) {
        sink.commit(LandscapeUpdate.of(List.of(Minimum.of(i, i, 0, 1)), List.of()));
      }
    }
    awaitCaptions("grows", 8);
    List<Object> labels =
        driver()
            .executableQuery(
                "MATCH (m:Minimum {landscape: 'grows'}) WITH m ORDER BY m.id"
                    + " RETURN [l IN labels(m) WHERE l =~ '(EnergyBand|Community).*'] AS labels")
            .execute()
            .records()
            .stream()
            .map(row -> row.get("labels").asObject())
            .toList();
    assertThat(labels)
        .containsExactly(
            List.of("Community1"),
            List.of("Community1"),
            List.of("Community2"),
            List.of("Community3"),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(store.delete("grows")).isTrue();
  }

  @Test
  void theBrowserIsThereAndItsGuideAndStyleSheet() throws IOException, InterruptedException {
    URI browser = server().browser();
    assertThat(browser.toString())
        .isEqualTo(
            "http://localhost:"
                + browser.getPort()
                + "/browser/?dbms=bolt://localhost:"
                + server().bolt().getPort()
                + "&preselectAuthMethod=NO_AUTH");
    assertThat(get(browser).body()).contains("<title>Neo4j Browser</title>");
    HttpResponse<String> guide = get(browser.resolve("/tarn/guide.html"));
    assertThat(guide.statusCode()).isEqualTo(200);
    assertThat(guide.body())
        .contains("The landscape ladder", "class=\"pre-scrollable code runnable\"")
        .contains(server().firstQuery().orElseThrow().lines().skip(1).findFirst().orElseThrow());
    assertThat(get(browser.resolve("/tarn/guide.html?landscape=%3Cb%3E%27x")).body())
        .contains("The landscape &lt;b&gt;'x", "{landscape: '&lt;b&gt;\\'x'}")
        .doesNotContain("<b>");
    HttpResponse<String> style = get(browser.resolve("/tarn/tarn.grass"));
    assertThat(style.body())
        .contains("node.EnergyBand1 {", "node.Community10 {", "relationship.TRANSITION_STATE {");
    List<Record> commands =
        driver()
            .executableQuery("CALL dbms.clientConfig() YIELD name, value RETURN name, value")
            .execute()
            .records();
    assertThat(commands)
        .anyMatch(
            row ->
                row.get("name").asString().equals("browser.post_connect_cmd")
                    && row.get("value").asString().contains("/tarn/guide.html"))
        .anyMatch(
            row ->
                row.get("name").asString().equals("browser.allow_outgoing_connections")
                    || row.get("name").asString().equals("client.allow_telemetry"));
  }

  @Test
  void theFirstQueryAndEveryQueryOfTheGuideRun() throws IOException, InterruptedException {
    String guide = get(server().browser().resolve("/tarn/guide.html")).body();
    int count = 0;
    for (String part : guide.split("runnable\">", -1)) {
      if (count++ > 0) {
        String query =
            part.substring(0, part.indexOf("</pre>"))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        assertThat(driver().executableQuery(query).execute().keys()).as(query).isNotEmpty();
      }
    }
    assertThat(count).isGreaterThan(10);
    assertThat(driver().executableQuery(server().firstQuery().orElseThrow()).execute().records())
        .hasSize(12);
  }

  @Test
  void aPortThatIsTakenIsSaidInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      refused(
          new ServerSettings(
              "127.0.0.1",
              port,
              0,
              ServerSettings.Access.WRITE,
              Optional.empty(),
              Optional.empty()),
          "port " + port + " of 127.0.0.1 cannot be had",
          "--bolt-port");
      refused(
          new ServerSettings(
              "127.0.0.1",
              0,
              port,
              ServerSettings.Access.WRITE,
              Optional.empty(),
              Optional.empty()),
          "port " + port + " of 127.0.0.1 cannot be had",
          "--http-port");
    }
    refused(at("192.0.2.1"), "192.0.2.1 is not an address of this machine");
    refused(at("no such host"), "expected a name or number of this machine, found no such host");
  }

  private static ServerSettings at(String address) {
    return new ServerSettings(
        address, 0, 0, ServerSettings.Access.WRITE, Optional.empty(), Optional.empty());
  }

  private static void refused(ServerSettings settings, String... parts) {
    assertThatThrownBy(
            () ->
                LandscapeServer.start(
                    folder.resolve("other"), StoreOptions.Access.CREATE, settings))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessageContainingAll(parts);
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void portsAreChecked() {
    assertThatThrownBy(
            () ->
                new ServerSettings(
                    "127.0.0.1",
                    65_536,
                    0,
                    ServerSettings.Access.WRITE,
                    Optional.empty(),
                    Optional.empty()))
        .hasMessage("expected a port between 1 and 65535 (0: any that is free), found 65536");
  }
}
