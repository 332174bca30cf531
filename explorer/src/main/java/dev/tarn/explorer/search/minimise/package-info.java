/**
 * Minimisers and paths downhill.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.minimise.Quench} and {@link
 * dev.tarn.explorer.search.minimise.SteepestDescent}.
 *
 * <p>Dependency rule: linear and stationary.
 */
@NullMarked
package dev.tarn.explorer.search.minimise;

import org.jspecify.annotations.NullMarked;
