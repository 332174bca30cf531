package dev.tarn.cypher.procedures;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SupportedServerTests {
  @Test
  void anotherNeo4jIsNamed() {
    assertThatCode(() -> SupportedServer.check("5.26.30")).doesNotThrowAnyException();
    assertThatCode(() -> SupportedServer.check("5.26")).doesNotThrowAnyException();
    for (String other : new String[] {"5.25.1", "5.260", "2025.06.1", "4.4.38"}) {
      assertThatThrownBy(() -> SupportedServer.check(other))
          .isInstanceOf(ProcedureFailure.class)
          .hasMessageStartingWith("tarn: expected Neo4j 5.26, found " + other + ": ");
    }
  }
}
