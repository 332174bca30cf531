/**
 * What a store does on every medium, written once.
 *
 * <p>A <em>medium</em> is where Neo4j runs: in this process on a folder, or in a server. It gives
 * transactions, and a few operations inside one. All else is here: which landscapes are visible (an
 * import that is not complete and a landscape that is being deleted are not), sinks with their
 * queue and their thread, results written back in transactions of bearable size, closing.
 *
 * <p>Central types: {@link dev.tarn.graphstore.medium.TransactionalStore} (a medium extends it),
 * {@link dev.tarn.graphstore.medium.LandscapeReader}, {@link
 * dev.tarn.graphstore.medium.UpdateWriter} and {@link dev.tarn.graphstore.medium.SinkTarget} (a
 * medium implements them), {@link dev.tarn.graphstore.medium.LandscapeTables} (what a writer knows
 * of its landscape).
 *
 * <p>Dependency rule: {@code dev.tarn.graphstore}, the schema and the landscape vocabulary; no
 * Neo4j.
 */
@NullMarked
package dev.tarn.graphstore.medium;

import org.jspecify.annotations.NullMarked;
