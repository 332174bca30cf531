package dev.tarn.graphstore.schema;

import static dev.tarn.graphstore.schema.LandscapeSchema.CHECKPOINT;
import static dev.tarn.graphstore.schema.LandscapeSchema.ENERGY;
import static dev.tarn.graphstore.schema.LandscapeSchema.ID;
import static dev.tarn.graphstore.schema.LandscapeSchema.LANDSCAPE;
import static dev.tarn.graphstore.schema.LandscapeSchema.LANDSCAPE_NAME;
import static dev.tarn.graphstore.schema.LandscapeSchema.MINIMUM;
import static dev.tarn.graphstore.schema.LandscapeSchema.NAME;
import static dev.tarn.graphstore.schema.LandscapeSchema.RUN;
import static dev.tarn.graphstore.schema.LandscapeSchema.STATIONARY_POINT;
import static dev.tarn.graphstore.schema.LandscapeSchema.UNCONNECTED;

import java.util.List;
import java.util.Optional;
import org.neo4j.graphdb.Label;

/**
 * A constraint or an index of the graph.
 *
 * @param kind whether values must be unique, or points are only found by them
 * @param name its name in the database
 * @param label of the nodes that have the properties; empty if transition states have them
 * @param properties names of properties, in order
 */
public record SchemaElement(
    Kind kind, String name, Optional<Label> label, List<String> properties) {

  /** Everything that a store has. */
  public static final List<SchemaElement> ALL =
      List.of(
          of(Kind.CONSTRAINT, "landscape_name", LANDSCAPE, NAME),
          of(Kind.CONSTRAINT, "checkpoint", CHECKPOINT, LANDSCAPE_NAME),
          of(Kind.CONSTRAINT, "run_id", RUN, LANDSCAPE_NAME, ID),
          of(Kind.CONSTRAINT, "minimum_id", MINIMUM, LANDSCAPE_NAME, ID),
          of(Kind.CONSTRAINT, "unconnected_id", UNCONNECTED, LANDSCAPE_NAME, ID),
          of(Kind.INDEX, "minimum_landscape", MINIMUM, LANDSCAPE_NAME),
          of(Kind.INDEX, "minimum_energy", MINIMUM, LANDSCAPE_NAME, ENERGY),
          of(Kind.INDEX, "stationary_point_landscape", STATIONARY_POINT, LANDSCAPE_NAME),
          ofTransitionStates(Kind.CONSTRAINT, "transition_state_id", LANDSCAPE_NAME, ID),
          ofTransitionStates(Kind.INDEX, "transition_state_energy", LANDSCAPE_NAME, ENERGY));

  /** What an element is. */
  public enum Kind {
    /** No two have the same values. */
    CONSTRAINT,
    /** They are found by the values. */
    INDEX
  }

  private static SchemaElement of(Kind kind, String name, Label label, String... properties) {
    return new SchemaElement(kind, name, Optional.of(label), List.of(properties));
  }

  private static SchemaElement ofTransitionStates(Kind kind, String name, String... properties) {
    return new SchemaElement(kind, name, Optional.empty(), List.of(properties));
  }
}
