package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.SchemaElement;
import dev.tarn.graphstore.schema.StoreVersion;
import dev.tarn.landscape.LandscapeStoreException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;

/** Version of the server, and constraints, indexes and version mark of the store in it. */
final class RemoteSchema {
  private static final String EXPECTED_SERVER = "Neo4j/5.";

  private RemoteSchema() {}

  /** Checks the server and the store in it, or makes the schema of an empty one. */
  static void open(Session session, RemoteAddress address, StoreOptions.Access access) {
    Result result = session.run("MATCH (s:TarnStore) RETURN s.schemaVersion AS version");
    List<Record> marks = result.list();
    checkServer(result.consume().server().agent(), address);
    OptionalLong version =
        marks.stream().mapToLong(mark -> mark.get("version").asLong(0)).findFirst();
    if (StoreVersion.mustBeMade(
        address.toString(),
        version,
        () -> session.run("MATCH (n) RETURN n LIMIT 1").list().isEmpty(),
        access)) {
      SchemaElement.ALL.forEach(element -> session.run(statement(element)).consume());
      session.run("CALL db.awaitIndexes(300)").consume();
      session.run("MERGE (s:TarnStore) SET s.schemaVersion = " + LandscapeSchema.VERSION).consume();
    }
  }

  static void checkServer(String agent, RemoteAddress address) {
    if (!agent.startsWith(EXPECTED_SERVER)) {
      throw new LandscapeStoreException(
          address + ": expected a server of Neo4j 5, found " + agent.replace('/', ' '));
    }
  }

  private static String statement(SchemaElement element) {
    String owner =
        element
            .label()
            .map(label -> "(p:" + label.name() + ")")
            .orElse("()-[p:" + LandscapeSchema.TRANSITION_STATE.name() + "]-()");
    String properties =
        element.properties().stream()
            .map(p -> "p." + p)
            .collect(Collectors.joining(", ", "(", ")"));
    String rule = element.name() + " IF NOT EXISTS FOR " + owner;
    return switch (element.kind()) {
      case CONSTRAINT -> "CREATE CONSTRAINT " + rule + " REQUIRE " + properties + " IS UNIQUE";
      case INDEX -> "CREATE INDEX " + rule + " ON " + properties;
    };
  }
}
