/**
 * Procedures and functions {@code tarn.*}: what the command computes, asked from Cypher.
 *
 * <p>A procedure takes the name of a landscape and a map of <em>options</em> with the names of the
 * command's options. It reads the landscape as the caller's transaction sees it, hands the network
 * to the analytics, and yields rows; minima are yielded as nodes, so that the Browser draws them. A
 * function takes nodes or relationships and can stand in any expression.
 *
 * <p>They are the same in an embedded store, in a served one and in a stock Neo4j server that has
 * the plugin. Names, options and examples stand in annotations; {@code CALL tarn.help()} shows
 * them.
 *
 * <p>Central types: {@link dev.tarn.cypher.procedures.TarnProcedures}, which registers them in an
 * embedded database, and {@link dev.tarn.cypher.procedures.Handbook}, which describes them.
 *
 * <p>Dependency rule: analytics and the graph store below; internal API of Neo4j only in {@link
 * dev.tarn.cypher.procedures.TarnProcedures} and {@link
 * dev.tarn.cypher.procedures.ProcedureFailure}.
 */
@NullMarked
package dev.tarn.cypher.procedures;

import org.jspecify.annotations.NullMarked;
