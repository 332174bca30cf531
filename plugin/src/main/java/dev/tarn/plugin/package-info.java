/**
 * The procedures and functions {@code tarn.*} as one jar for the {@code plugins} folder of a stock
 * Neo4j server.
 *
 * <p>Central type: {@link dev.tarn.plugin.PluginContents}.
 *
 * <p>Dependency rule: the cypher room; nothing depends on this one.
 */
@NullMarked
package dev.tarn.plugin;

import org.jspecify.annotations.NullMarked;
