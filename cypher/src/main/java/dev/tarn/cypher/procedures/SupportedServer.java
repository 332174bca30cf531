package dev.tarn.cypher.procedures;

import org.neo4j.kernel.internal.Version;

/** Which Neo4j this code was built for and works in. */
final class SupportedServer {
  private static final String SERIES = "5.26";

  private SupportedServer() {}

  /** Fails with one line in a Neo4j of another series. */
  static void check() {
    check(Version.getNeo4jVersion());
  }

  static void check(String found) {
    if (!found.equals(SERIES) && !found.startsWith(SERIES + ".")) {
      throw new ProcedureFailure(
          "tarn: expected Neo4j "
              + SERIES
              + ", found "
              + found
              + ": use Neo4j "
              + SERIES
              + " (the long-term support release), or a Tarn built for yours");
    }
  }
}
