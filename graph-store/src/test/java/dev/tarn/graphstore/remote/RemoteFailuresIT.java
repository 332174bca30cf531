package dev.tarn.graphstore.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.TransitionState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/** What a person is told when the server or the way to it is not as it should be. */
class RemoteFailuresIT {
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final String PASSWORD = "correct horse";

  @TempDir static Path folder = Path.of("");
  private static @Nullable BoltServer started;

  @BeforeAll
  static void start() {
    BoltServer server = BoltServer.start(folder, true);
    started = server;
    try (Transaction tx = server.service().database("system").beginTx()) {
      tx.execute("ALTER USER neo4j SET PASSWORD $p CHANGE NOT REQUIRED", Map.of("p", PASSWORD))
          .close();
      tx.commit();
    }
    open(address(server.port(), PASSWORD)).close();
  }

  @AfterAll
  static void stop() {
    server().close();
  }

  private static BoltServer server() {
    return Objects.requireNonNull(started);
  }

  private static RemoteAddress address(int port, String password) {
    return RemoteAddress.of(
        "bolt://localhost:" + port,
        password.isEmpty() ? Map.of() : Map.of("TARN_PASSWORD", password));
  }

  private static RemoteLandscapeStore open(RemoteAddress address) {
    return RemoteLandscapeStore.open(address, StoreOptions.Access.CREATE, SHORT);
  }

  private static void refused(RemoteAddress address, String message) {
    assertThatThrownBy(() -> open(address))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage(message);
  }

  @Test
  void theWrongPasswordOrNoneIsSaid() {
    int port = server().port();
    refused(
        address(port, "wrong horse"),
        "bolt://localhost:"
            + port
            + " refuses user neo4j with this password: set TARN_USER and TARN_PASSWORD in the"
            + " environment");
    refused(
        address(port, ""),
        "bolt://localhost:"
            + port
            + " asks for a password: set TARN_USER and TARN_PASSWORD in the environment");
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    int port = BoltServer.freePort();
    refused(
        address(port, ""),
        "cannot reach bolt://localhost:"
            + port
            + ": connection refused; is a server (tarn serve) there?");
    refused(
        RemoteAddress.of("bolt://no-such-host.invalid:7687", Map.of()),
        "cannot reach bolt://no-such-host.invalid:7687: no such host; is a server (tarn serve)"
            + " there?");
  }

  @Test
  void anotherVersionOfTheSchemaIsSaid() {
    setVersion(LandscapeSchema.VERSION + 1);
    try {
      refused(
          address(server().port(), PASSWORD),
          "store bolt://localhost:"
              + server().port()
              + ": expected schema version 1, found 2; it was written by a newer Tarn: update"
              + " Tarn");
    } finally {
      setVersion(LandscapeSchema.VERSION);
    }
  }

  private static void setVersion(int version) {
    try (Transaction tx = server().database().beginTx()) {
      tx.execute("MATCH (s:TarnStore) SET s.schemaVersion = " + version).close();
      tx.commit();
    }
  }

  private static Landscape named(String name) {
    return new Landscape(name, "x", Map.of(), 1, 0, "", "", 1, Instant.EPOCH);
  }

  /** Minima i .. i + n - 1, each joined to the one before it in the whole chain. */
  private static LandscapeUpdate links(int from, int n) {
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> edges = new ArrayList<>();
    for (int i = from; i < from + n; i++) {
      minima.add(Minimum.of(i, i, 0, 1));
      if (i > 1) {
        edges.add(
            TransitionState.of(
                i, Minimum.of(i, i, 0, 1), Minimum.of(i - 1, i - 1, 0, 1), i + 1, 0, 1));
      }
    }
    return LandscapeUpdate.of(minima, edges);
  }

  @Test
  void aConnectionThatBreaksInTheMiddleIsTakenUpAgain() {
    try (BreakableConnection connection = new BreakableConnection(server().port());
        RemoteLandscapeStore store = open(address(connection.port(), PASSWORD))) {
      store.create(named("broken"));
      try (LandscapeSink sink = store.openSink("broken")) {
        sink.commit(links(1, 10));
        sink.flush();
        for (int part = 1; part < 40; part++) {
          if (part % 8 == 0) {
            connection.breakAfter(700); // in the middle of a message
          }
          sink.commit(links(1 + 10 * part, 10));
          if (part % 8 == 0) {
            sink.flush();
          }
        }
      }
      Network network = store.network("broken");
      assertThat(network.nodeCount()).isEqualTo(400);
      assertThat(network.edgeCount()).isEqualTo(399);
      connection.breakAfter(10);
      List<Long> ids = new ArrayList<>();
      store.forEachMinimum("broken", m -> ids.add(m.id()));
      assertThat(ids).hasSize(400).isSorted();
      assertThat(store.delete("broken")).isTrue();
    }
  }

  @Test
  void aConnectionThatStaysAwayIsReportedWithWhatWasKept() {
    try (BreakableConnection connection = new BreakableConnection(server().port());
        RemoteLandscapeStore store = open(address(connection.port(), PASSWORD))) {
      store.create(named("lost"));
      LandscapeSink sink = store.openSink("lost");
      sink.commit(links(1, 12));
      sink.flush();
      connection.takeDown();
      sink.commit(links(13, 5));
      assertThatThrownBy(sink::flush)
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage(
              "lost the connection to bolt://localhost:"
                  + connection.port()
                  + "; written and kept are 12 minima and 11 transition states, run again to go on"
                  + " from there");
      assertThatThrownBy(() -> store.counts("lost"))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessageStartingWith("lost the connection to bolt://localhost:");
      connection.restore();
      assertThat(store.counts("lost").minima()).isEqualTo(12);
      sink.close();
      assertThat(store.delete("lost")).isTrue();
    }
  }

  @Test
  void ofTwoProcessesThatWriteTheFirstStops() {
    RemoteAddress address = address(server().port(), PASSWORD);
    try (RemoteLandscapeStore first = open(address);
        RemoteLandscapeStore second = open(address)) {
      first.create(named("contested"));
      LandscapeSink early = first.openSink("contested");
      early.commit(links(1, 3));
      early.flush();
      try (LandscapeSink late = second.openSink("contested")) {
        late.commit(links(4, 2));
        late.flush();
        early.commit(links(4, 7));
        assertThatThrownBy(early::flush)
            .isInstanceOf(LandscapeStoreException.class)
            .hasMessageContaining("another process has begun to write to it");
        late.commit(links(6, 1));
      }
      early.close();
      assertThat(second.counts("contested").minima()).isEqualTo(6);
      assertThat(second.delete("contested")).isTrue();
    }
  }

  @Test
  void anImportThatWasCutShortIsReplacedByTheNextOfItsName() {
    RemoteAddress address = address(server().port(), PASSWORD);
    try (RemoteLandscapeStore dead = open(address);
        RemoteLandscapeStore next = open(address)) {
      dead.createProvisional(named("import"));
      try (LandscapeSink sink = dead.openSink("import")) {
        sink.commit(links(1, 9));
      }
      assertThat(next.landscape("import")).isEmpty();
      next.createProvisional(named("import"));
      try (LandscapeSink sink = next.openSink("import")) {
        sink.commit(links(1, 2));
      }
      next.makePermanent("import");
      assertThat(dead.counts("import").minima()).isEqualTo(2);
      assertThat(next.delete("import")).isTrue();
    }
  }

  @Test
  void anEmbeddedReaderSeesWhatWasWrittenOverBolt() {
    try (RemoteLandscapeStore store = open(address(server().port(), PASSWORD))) {
      store.create(named("both"));
      try (LandscapeSink sink = store.openSink("both")) {
        sink.commit(links(1, 20));
      }
      store.writeProperty("both", "community", new long[] {3, 1}, new long[] {7, 8});
      Neo4jLandscapeStore embedded = Neo4jLandscapeStore.on(server().database(), folder);
      List<Object> there = new ArrayList<>();
      List<Object> here = new ArrayList<>();
      store.forEachMinimum("both", there::add);
      store.forEachTransitionState("both", there::add);
      embedded.forEachMinimum("both", here::add);
      embedded.forEachTransitionState("both", here::add);
      assertThat(here).hasSize(39).isEqualTo(there);
      assertThat(embedded.property("both", "community"))
          .startsWith(8, Double.NaN, 7, Double.NaN)
          .isEqualTo(store.property("both", "community"));
      assertThat(embedded.propertyNames("both")).isEqualTo(store.propertyNames("both"));
      assertThatThrownBy(
              () -> store.writeProperty("both", "x", new long[] {1, 99}, new double[] {1, 2}))
          .hasMessage("landscape 'both': no minimum 99 to write 'x' to");
      assertThat(store.propertyNames("both")).doesNotContain("x");
      assertThat(store.delete("both")).isTrue();
    }
  }
}
