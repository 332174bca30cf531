/**
 * Asks landscapes in Cypher.
 *
 * <p>A <em>query</em> is a text with parameters; it only reads unless it is told otherwise. Its
 * rows come as a stream of plain Java values: numbers, strings, lists, arrays and maps. The
 * <em>catalogue</em> holds the questions that people ask of every landscape.
 *
 * <p>Central types: {@link dev.tarn.cypher.CypherQuery}, {@link dev.tarn.cypher.QueryResult},
 * {@link dev.tarn.cypher.QueryCatalogue}.
 *
 * <p>Dependency rule: everything below the command line; besides the graph store the only room that
 * knows Neo4j.
 */
@NullMarked
package dev.tarn.cypher;

import org.jspecify.annotations.NullMarked;
