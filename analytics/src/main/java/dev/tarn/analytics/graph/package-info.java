/**
 * Landscapes as JGraphT graphs.
 *
 * <p>A <em>view</em> is a read-only {@code Graph<Integer, Integer>} over the rows of a network:
 * vertices are its nodes, edges its transition states, and neither is copied. It is <em>simple</em>
 * if parallel transition states count once and degenerate rearrangements not at all, and
 * <em>directed</em> if every edge stands once in either direction.
 *
 * <p>Central type: {@link dev.tarn.analytics.graph.NetworkGraph}. Every algorithm of JGraphT runs
 * on it; the decision record {@code docs/adr/graph-library.md} lists those that are wrong or slow.
 *
 * <p>Dependency rule: the landscape module and JGraphT.
 */
@NullMarked
package dev.tarn.analytics.graph;

import org.jspecify.annotations.NullMarked;
