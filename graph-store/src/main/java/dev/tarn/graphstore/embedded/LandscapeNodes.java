package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.schema.LandscapeSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Landscapes as a whole: their nodes, found and deleted. */
final class LandscapeNodes {
  private LandscapeNodes() {}

  /** Properties of the nodes of all landscapes, hidden ones included. */
  static List<Map<String, Object>> all(Transaction tx) {
    try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.LANDSCAPE)) {
      return nodes.stream().map(Node::getAllProperties).toList();
    }
  }

  /** The node of that landscape, hidden or not. */
  static Optional<Node> find(Transaction tx, String name) {
    return Optional.ofNullable(tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name));
  }

  /**
   * Deletes nodes with the label and their relationships, about so many; whether there were any.
   */
  static boolean deleteSome(Transaction tx, Label label, int most) {
    int deleted = 0;
    try (ResourceIterator<Node> nodes = tx.findNodes(label)) {
      while (nodes.hasNext() && deleted < most) {
        Node node = nodes.next();
        int relationships = 0;
        for (Relationship r : node.getRelationships(Direction.BOTH)) {
          r.delete();
          if (++relationships >= most) {
            break;
          }
        }
        deleted += relationships + 1;
        if (relationships < most) {
          node.delete();
        }
      }
    }
    return deleted > 0;
  }

  /** Deletes the nodes of runs, of the checkpoint and of the landscape itself. */
  static void deleteWithoutPoints(Transaction tx, String name) {
    for (Label label : List.of(LandscapeSchema.RUN, LandscapeSchema.CHECKPOINT)) {
      try (ResourceIterator<Node> nodes =
          tx.findNodes(label, LandscapeSchema.LANDSCAPE_NAME, name)) {
        nodes.forEachRemaining(Node::delete);
      }
    }
    find(tx, name).ifPresent(Node::delete);
  }
}
