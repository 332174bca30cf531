package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.graphstore.schema.SchemaElement;
import dev.tarn.graphstore.schema.StoreVersion;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintCreator;
import org.neo4j.graphdb.schema.IndexCreator;
import org.neo4j.graphdb.schema.Schema;

/** Constraints, indexes and the version mark of a store. */
final class StoreSchema {
  private static final long ONLINE_WITHIN_SECONDS = 300;

  private StoreSchema() {}

  /** Checks the version of a store, or makes the schema of an empty one. */
  static void open(GraphDatabaseService database, Path folder, StoreOptions.Access access) {
    if (StoreVersion.mustBeMade(
        folder.toString(), version(database), () -> isEmpty(database), access)) {
      create(database);
    }
  }

  /** Version of the model in the store; empty if there is no mark of it. */
  private static OptionalLong version(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        ResourceIterator<Node> found = tx.findNodes(LandscapeSchema.STORE)) {
      return found.hasNext()
          ? OptionalLong.of(
              PointProperties.longOf(
                  found.next().getAllProperties(), LandscapeSchema.SCHEMA_VERSION))
          : OptionalLong.empty();
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
      Set<String> known = new HashSet<>();
      schema.getIndexes().forEach(index -> known.add(index.getName()));
      SchemaElement.ALL.stream()
          .filter(element -> !known.contains(element.name()))
          .forEach(element -> create(schema, element));
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

  private static void create(Schema schema, SchemaElement element) {
    switch (element.kind()) {
      case CONSTRAINT -> {
        ConstraintCreator creator =
            element
                .label()
                .map(schema::constraintFor)
                .orElseGet(() -> schema.constraintFor(LandscapeSchema.TRANSITION_STATE));
        for (String property : element.properties()) {
          creator = creator.assertPropertyIsUnique(property);
        }
        creator.withName(element.name()).create();
      }
      case INDEX -> {
        IndexCreator creator =
            element
                .label()
                .map(schema::indexFor)
                .orElseGet(() -> schema.indexFor(LandscapeSchema.TRANSITION_STATE));
        for (String property : element.properties()) {
          creator = creator.on(property);
        }
        creator.withName(element.name()).create();
      }
    }
  }
}
