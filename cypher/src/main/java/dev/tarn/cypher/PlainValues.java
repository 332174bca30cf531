package dev.tarn.cypher;

import dev.tarn.graphstore.schema.LandscapeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** Values of query results without anything of Neo4j in them. */
final class PlainValues {
  private static final String ID = "id";

  private PlainValues() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof String
        || value.getClass().isArray()) {
      return value;
    }
    if (value instanceof Node node) {
      return node(node);
    }
    if (value instanceof Relationship relationship) {
      return relationship(relationship);
    }
    if (value instanceof Path path) {
      return path(path);
    }
    if (value instanceof Iterable<?> items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(item -> list.add(of(item)));
      return list;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((key, item) -> plain.put(String.valueOf(key), of(item)));
      return plain;
    }
    return value.toString();
  }

  private static Map<String, Object> node(Node node) {
    TreeSet<String> labels = new TreeSet<>();
    for (Label label : node.getLabels()) {
      labels.add(label.name());
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("labels", List.copyOf(labels));
    map.put("properties", properties(node));
    return map;
  }

  private static Map<String, Object> relationship(Relationship r) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", r.getType().name());
    map.put("start", idOf(r.getStartNode()));
    map.put("end", idOf(r.getEndNode()));
    map.put("properties", properties(r));
    return map;
  }

  private static Object idOf(Node node) {
    return node.hasLabel(LandscapeSchema.STATIONARY_POINT)
        ? node.getProperty(ID, node.getElementId())
        : node.getElementId();
  }

  private static Map<String, Object> path(Path path) {
    List<Object> nodes = new ArrayList<>();
    path.nodes().forEach(node -> nodes.add(node(node)));
    List<Object> relationships = new ArrayList<>();
    path.relationships().forEach(r -> relationships.add(relationship(r)));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("nodes", nodes);
    map.put("relationships", relationships);
    return map;
  }

  private static Map<String, Object> properties(Entity entity) {
    Map<String, Object> sorted = new TreeMap<>();
    entity
        .getAllProperties()
        .forEach(
            (key, value) -> {
              Object plain = of(value);
              if (plain != null) {
                sorted.put(key, plain);
              }
            });
    return sorted;
  }
}
