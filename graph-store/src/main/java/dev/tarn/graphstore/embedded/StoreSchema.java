package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.LandscapeStoreException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.Schema;

/** Constraints, indexes and the version mark of a store. */
final class StoreSchema {
  private static final long ONLINE_WITHIN_SECONDS = 300;

  private StoreSchema() {}

  /** Checks the version of a store, or makes the schema of an empty one. */
  static void open(GraphDatabaseService database, Path folder, StoreOptions.Access access) {
    long version = version(database);
    if (version == LandscapeSchema.VERSION) {
      return;
    }
    if (version > 0) {
      String advice =
          version > LandscapeSchema.VERSION
              ? "it was written by a newer Tarn: update Tarn"
              : "it was written by an older Tarn: export from there with 'export --format jsonl'"
                  + " and import here";
      throw new LandscapeStoreException(
          "store "
              + folder
              + ": expected schema version "
              + LandscapeSchema.VERSION
              + ", found "
              + version
              + "; "
              + advice);
    }
    if (!isEmpty(database)) {
      throw new LandscapeStoreException(
          "store "
              + folder
              + ": expected a store written by Tarn, found a Neo4j database of another origin");
    }
    if (access != StoreOptions.Access.CREATE) {
      throw new LandscapeStoreException(
          folder + " holds no store yet: 'tarn explore' or 'tarn import' makes one there");
    }
    create(database);
  }

  /** Version of the model in the store; 0 if there is no mark of it. */
  private static long version(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        ResourceIterator<Node> found = tx.findNodes(LandscapeSchema.STORE)) {
      return found.hasNext()
          ? PointProperties.longOf(found.next().getAllProperties(), LandscapeSchema.SCHEMA_VERSION)
          : 0;
    }
  }

  private static boolean isEmpty(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        var nodes = tx.getAllNodes().iterator()) {
      return !nodes.hasNext();
    }
  }

  /** Makes everything that is missing; an interrupted attempt is completed by the next. */
  private static void create(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      Schema schema = tx.schema();
      unique(schema, LandscapeSchema.LANDSCAPE, "landscape_name", LandscapeSchema.NAME);
      unique(schema, LandscapeSchema.CHECKPOINT, "checkpoint", LandscapeSchema.LANDSCAPE_NAME);
      uniqueId(schema, LandscapeSchema.RUN, "run_id");
      uniqueId(schema, LandscapeSchema.MINIMUM, "minimum_id");
      uniqueId(schema, LandscapeSchema.UNCONNECTED, "unconnected_id");
      index(schema, LandscapeSchema.MINIMUM, "minimum_landscape", LandscapeSchema.LANDSCAPE_NAME);
      index(
          schema,
          LandscapeSchema.MINIMUM,
          "minimum_energy",
          LandscapeSchema.LANDSCAPE_NAME,
          LandscapeSchema.ENERGY);
      index(
          schema,
          LandscapeSchema.STATIONARY_POINT,
          "stationary_point_landscape",
          LandscapeSchema.LANDSCAPE_NAME);
      if (missing(schema, "transition_state_id")) {
        schema
            .constraintFor(LandscapeSchema.TRANSITION_STATE)
            .assertPropertyIsUnique(LandscapeSchema.LANDSCAPE_NAME)
            .assertPropertyIsUnique(LandscapeSchema.ID)
            .withName("transition_state_id")
            .create();
      }
      if (missing(schema, "transition_state_energy")) {
        schema
            .indexFor(LandscapeSchema.TRANSITION_STATE)
            .on(LandscapeSchema.LANDSCAPE_NAME)
            .on(LandscapeSchema.ENERGY)
            .withName("transition_state_energy")
            .create();
      }
      tx.commit();
    }
    try (Transaction tx = database.beginTx()) {
      tx.schema().awaitIndexesOnline(ONLINE_WITHIN_SECONDS, TimeUnit.SECONDS);
    }
    try (Transaction tx = database.beginTx()) {
      tx.createNode(LandscapeSchema.STORE)
          .setProperty(LandscapeSchema.SCHEMA_VERSION, (long) LandscapeSchema.VERSION);
      tx.commit();
    }
  }

  private static boolean missing(Schema schema, String name) {
    for (var index : schema.getIndexes()) {
      if (index.getName().equals(name)) {
        return false;
      }
    }
    return true;
  }

  private static void unique(Schema schema, Label label, String name, String property) {
    if (missing(schema, name)) {
      schema.constraintFor(label).assertPropertyIsUnique(property).withName(name).create();
    }
  }

  private static void uniqueId(Schema schema, Label label, String name) {
    if (missing(schema, name)) {
      schema
          .constraintFor(label)
          .assertPropertyIsUnique(LandscapeSchema.LANDSCAPE_NAME)
          .assertPropertyIsUnique(LandscapeSchema.ID)
          .withName(name)
          .create();
    }
  }

  private static void index(Schema schema, Label label, String name, String... properties) {
    if (missing(schema, name)) {
      var creator = schema.indexFor(label);
      for (String property : properties) {
        creator = creator.on(property);
      }
      creator.withName(name).create();
    }
  }
}
