/**
 * Serves a store: Bolt for drivers, the Neo4j Browser for people, over one Neo4j in this process.
 *
 * <p>A <em>served</em> store is open in this process and reached by others at its Bolt address. The
 * <em>appearance</em> of a landscape is what the Browser needs to draw it: labels that stand for
 * colours and rounded numbers as captions; it belongs to no landscape and no export. The
 * <em>guide</em> is the page that the Browser opens with.
 *
 * <p>Central types: {@link dev.tarn.cypher.server.LandscapeServer}, {@link
 * dev.tarn.cypher.server.ServerSettings}.
 *
 * <p>Dependency rule: the graph store, the query catalogue, Neo4j with its server.
 */
@NullMarked
package dev.tarn.cypher.server;

import org.jspecify.annotations.NullMarked;
