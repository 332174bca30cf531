package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.LandscapeStoreException;
import java.util.List;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;

/** Version of the server, and constraints, indexes and version mark of the store in it. */
final class RemoteSchema {
  private static final String EXPECTED_SERVER = "Neo4j/5.";

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE CONSTRAINT landscape_name IF NOT EXISTS FOR (l:Landscape) REQUIRE l.name IS"
              + " UNIQUE",
          "CREATE CONSTRAINT checkpoint IF NOT EXISTS FOR (c:Checkpoint) REQUIRE c.landscape IS"
              + " UNIQUE",
          "CREATE CONSTRAINT run_id IF NOT EXISTS FOR (r:Run) REQUIRE (r.landscape, r.id) IS UNIQUE",
          "CREATE CONSTRAINT minimum_id IF NOT EXISTS FOR (m:Minimum) REQUIRE (m.landscape, m.id)"
              + " IS UNIQUE",
          "CREATE CONSTRAINT unconnected_id IF NOT EXISTS FOR (s:Unconnected) REQUIRE (s.landscape,"
              + " s.id) IS UNIQUE",
          "CREATE INDEX minimum_landscape IF NOT EXISTS FOR (m:Minimum) ON (m.landscape)",
          "CREATE INDEX minimum_energy IF NOT EXISTS FOR (m:Minimum) ON (m.landscape, m.energy)",
          "CREATE INDEX stationary_point_landscape IF NOT EXISTS FOR (s:StationaryPoint) ON"
              + " (s.landscape)",
          "CREATE CONSTRAINT transition_state_id IF NOT EXISTS FOR ()-[t:TRANSITION_STATE]-()"
              + " REQUIRE (t.landscape, t.id) IS UNIQUE",
          "CREATE INDEX transition_state_energy IF NOT EXISTS FOR ()-[t:TRANSITION_STATE]-() ON"
              + " (t.landscape, t.energy)",
          "CALL db.awaitIndexes(300)",
          "MERGE (s:TarnStore) SET s.schemaVersion = " + LandscapeSchema.VERSION);

  private RemoteSchema() {}

  /** Checks the server and the store in it, or makes the schema of an empty one. */
  static void open(Session session, RemoteAddress address, StoreOptions.Access access) {
    Result result = session.run("MATCH (s:TarnStore) RETURN s.schemaVersion AS version");
    List<Record> marks = result.list();
    checkServer(result.consume().server().agent(), address);
    if (!marks.isEmpty()) {
      checkVersion(marks.get(0).get("version").asLong(0), address);
      return;
    }
    if (!session.run("MATCH (n) RETURN n LIMIT 1").list().isEmpty()) {
      throw new LandscapeStoreException(
          address + ": expected a store written by Tarn, found a Neo4j database of another origin");
    }
    if (access != StoreOptions.Access.CREATE) {
      throw new LandscapeStoreException(
          address + " holds no store yet: 'tarn explore' or 'tarn import' makes one there");
    }
    STATEMENTS.forEach(statement -> session.run(statement).consume());
  }

  static void checkServer(String agent, RemoteAddress address) {
    if (!agent.startsWith(EXPECTED_SERVER)) {
      throw new LandscapeStoreException(
          address + ": expected a server of Neo4j 5, found " + agent.replace('/', ' '));
    }
  }

  private static void checkVersion(long version, RemoteAddress address) {
    if (version != LandscapeSchema.VERSION) {
      throw new LandscapeStoreException(
          "store "
              + address
              + ": expected schema version "
              + LandscapeSchema.VERSION
              + ", found "
              + version
              + (version > LandscapeSchema.VERSION
                  ? "; it was written by a newer Tarn: update Tarn"
                  : "; it was written by an older Tarn: export from there with 'export --format"
                      + " jsonl' and import here"));
    }
  }
}
