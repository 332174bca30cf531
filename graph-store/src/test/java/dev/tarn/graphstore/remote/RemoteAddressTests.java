package dev.tarn.graphstore.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.LandscapeStoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTests {

  @Test
  void theUserComesFromTheEnvironment() {
    assertThat(RemoteAddress.of("neo4j://db.example.org", Map.of()).credentials()).isEmpty();
    assertThat(
            RemoteAddress.of("bolt://h:1", Map.of("TARN_PASSWORD", "p", "NEO4J_USERNAME", "n"))
                .credentials())
        .contains(new RemoteAddress.Credentials("neo4j", "p"));
    assertThat(
            RemoteAddress.of("bolt://h:1", Map.of("NEO4J_PASSWORD", "p", "NEO4J_USERNAME", "ann"))
                .credentials())
        .contains(new RemoteAddress.Credentials("ann", "p"));
  }

  @Test
  void nothingShowsThePassword() {
    RemoteAddress address = RemoteAddress.of("bolt://h:1", Map.of("TARN_PASSWORD", "secret"));
    assertThat(address + " " + address.credentials()).doesNotContain("secret");
    assertThatThrownBy(() -> RemoteAddress.of("bolt://neo4j:secret@h:1", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TARN_PASSWORD in the environment")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:7474",
        "bolt://",
        "bolt:///x",
        "bolt://localhost:99999",
        "bolt://a b",
        "bolt://localhost/db",
        "neo4j://h?x=1",
        "BOLT//h"
      })
  void whatIsMalformedIsRepeatedWithWhatWasExpected(String text) {
    assertThatThrownBy(() -> RemoteAddress.of(text, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected bolt://HOST:PORT or neo4j://HOST:PORT, found " + text);
  }

  @Test
  void onlyServersOfNeo4j5Do() {
    RemoteAddress address = RemoteAddress.of("bolt://h:1", Map.of());
    assertThatCode(() -> RemoteSchema.checkServer("Neo4j/5.26.30", address))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> RemoteSchema.checkServer("Neo4j/4.4.40", address))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage("bolt://h:1: expected a server of Neo4j 5, found Neo4j 4.4.40");
    assertThatThrownBy(() -> RemoteSchema.checkServer("Memgraph/2.1", address))
        .isInstanceOf(LandscapeStoreException.class);
  }
}
