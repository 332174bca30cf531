/**
 * Keeps landscapes as graphs in Neo4j.
 *
 * <p>A <em>store</em> is a folder that holds one Neo4j database with any number of landscapes;
 * minima are nodes, transition states are relationships that point downhill. {@link
 * dev.tarn.graphstore.schema.LandscapeSchema} names every label, relationship type and property. A
 * <em>sink</em> writes: updates queue up and one thread of its own brings them into the database,
 * several to a transaction, in order.
 *
 * <p>Central types: {@link dev.tarn.graphstore.embedded.Neo4jLandscapeStore} (the store), {@link
 * dev.tarn.graphstore.StoreOptions} (how to open it).
 *
 * <p>Dependency rule: {@code dev.tarn.landscape}, Neo4j, Jackson; never the explorer or the
 * analytics.
 */
@NullMarked
package dev.tarn.graphstore;

import org.jspecify.annotations.NullMarked;
