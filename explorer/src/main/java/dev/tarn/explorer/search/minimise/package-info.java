/**
 * Minimisers and downhill paths.
 *
 * <p>A {@link dev.tarn.explorer.search.minimise.Minimiser} goes downhill by any steps; a {@link
 * dev.tarn.explorer.search.minimise.Quench} is the one that ends at verified minima. A <em>downhill
 * path</em> is that of {@linkplain dev.tarn.explorer.search.minimise.SteepestDescent steepest
 * descent}, which says in whose basin of attraction a point lies.
 *
 * <p>Dependency rule: linear and stationary.
 */
@NullMarked
package dev.tarn.explorer.search.minimise;

import org.jspecify.annotations.NullMarked;
