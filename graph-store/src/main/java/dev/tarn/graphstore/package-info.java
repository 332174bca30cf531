/**
 * Keeps landscapes as graphs in Neo4j.
 *
 * <p>A <em>store</em> holds one Neo4j database with any number of landscapes; minima are nodes,
 * transition states are relationships that point downhill. It is a folder of this machine ({@code
 * .embedded}) or a server ({@code .remote}); what the two have in common is in {@code .medium}, and
 * {@code .schema} names every label, relationship type and property. A <em>sink</em> writes:
 * updates queue up and one thread of its own brings them into the database, several to a
 * transaction, in order. {@code .archive} reads and writes landscapes as files.
 *
 * <p>Central types: {@link dev.tarn.graphstore.GraphStore} (what any store can do), {@link
 * dev.tarn.graphstore.StoreOptions} (how to open one).
 *
 * <p>Dependency rule: the landscape vocabulary; never the packages below this one.
 */
@NullMarked
package dev.tarn.graphstore;

import org.jspecify.annotations.NullMarked;
