/**
 * Stores in a Neo4j server, reached over Bolt by the official driver, in Cypher.
 *
 * <p>Central types: {@link dev.tarn.graphstore.remote.RemoteLandscapeStore} (the store), {@link
 * dev.tarn.graphstore.remote.RemoteAddress} (where it is and who asks).
 *
 * <p>Dependency rule: what all media share, and the driver.
 */
@NullMarked
package dev.tarn.graphstore.remote;

import org.jspecify.annotations.NullMarked;
