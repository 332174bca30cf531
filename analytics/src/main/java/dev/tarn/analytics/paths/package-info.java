/**
 * Paths through a landscape: sequences of minima and the transition states between them.
 *
 * <p>The <em>fewest-step</em> path passes the fewest transition states, the <em>lowest-barrier</em>
 * path has the lowest highest point, the <em>fastest</em> path is the most probable sequence of
 * steps of a walk at a temperature.
 *
 * <p>Central types: {@link dev.tarn.analytics.paths.PathSearch}, {@link
 * dev.tarn.analytics.paths.Pathway}, {@link dev.tarn.analytics.paths.EnergyProfile}.
 *
 * <p>Dependency rule: the landscape vocabulary, JGraphT, {@code graph}, {@code kinetics}, {@code
 * plot} and {@code charts}.
 */
@NullMarked
package dev.tarn.analytics.paths;

import org.jspecify.annotations.NullMarked;
