package dev.tarn.graphstore.schema;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;

/** Constraints and indexes that a database has. */
public final class SchemaOfDatabase {
  /** What stores have had since the first version of the schema. */
  public static final List<String> EXPECTED =
      List.of(
          "checkpoint: unique Checkpoint [landscape]",
          "landscape_name: unique Landscape [name]",
          "minimum_energy: index Minimum [landscape, energy]",
          "minimum_id: unique Minimum [landscape, id]",
          "minimum_landscape: index Minimum [landscape]",
          "run_id: unique Run [landscape, id]",
          "stationary_point_landscape: index StationaryPoint [landscape]",
          "transition_state_energy: index TRANSITION_STATE [landscape, energy]",
          "transition_state_id: unique TRANSITION_STATE [landscape, id]",
          "unconnected_id: unique Unconnected [landscape, id]");

  private SchemaOfDatabase() {}

  /** One line each, sorted. */
  public static List<String> describe(GraphDatabaseService database) {
    List<String> lines = new ArrayList<>();
    try (Transaction tx = database.beginTx()) {
      for (IndexDefinition index : tx.schema().getIndexes()) {
        if (index.getIndexType() == IndexType.RANGE) {
          List<String> properties = new ArrayList<>();
          index.getPropertyKeys().forEach(properties::add);
          String owner =
              index.isNodeIndex()
                  ? index.getLabels().iterator().next().name()
                  : index.getRelationshipTypes().iterator().next().name();
          lines.add(
              index.getName()
                  + (index.isConstraintIndex() ? ": unique " : ": index ")
                  + owner
                  + " "
                  + properties);
        }
      }
    }
    lines.sort(null);
    return lines;
  }
}
