/**
 * The graph model: names of labels, types and properties, constraints and indexes, and how the
 * records of the landscape vocabulary become properties and come back.
 *
 * <p>Central types: {@link dev.tarn.graphstore.schema.LandscapeSchema}, {@link
 * dev.tarn.graphstore.schema.SchemaElement}, {@link dev.tarn.graphstore.schema.PointProperties}.
 *
 * <p>Dependency rule: the landscape vocabulary and {@code dev.tarn.graphstore}; of Neo4j only the
 * types of labels and relationships.
 */
@NullMarked
package dev.tarn.graphstore.schema;

import org.jspecify.annotations.NullMarked;
