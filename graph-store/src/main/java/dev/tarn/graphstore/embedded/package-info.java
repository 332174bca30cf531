/**
 * Stores in a folder: Neo4j inside this process, through its core API and without Cypher, whose
 * planner takes a second to load.
 *
 * <p>Beside the database lies a <em>snapshot</em> of what most commands ask for, so that they need
 * not start Neo4j; see docs/adr/fast-start-of-the-store.md.
 *
 * <p>Central types: {@link dev.tarn.graphstore.embedded.Neo4jLandscapeStore} (the store), {@link
 * dev.tarn.graphstore.embedded.LandscapeView} (for code inside somebody's transaction), {@link
 * dev.tarn.graphstore.embedded.DatabaseStarter} (how Neo4j is started).
 *
 * <p>Dependency rule: what all media share, and the embedded Neo4j. Internal API of Neo4j is used
 * in {@code KernelAccess} only.
 */
@NullMarked
package dev.tarn.graphstore.embedded;

import org.jspecify.annotations.NullMarked;
