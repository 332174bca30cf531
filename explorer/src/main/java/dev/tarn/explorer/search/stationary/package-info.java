/**
 * Whether a point is stationary and of which index, and how it is converged to rounding.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.stationary.StationaryPointAnalysis} and {@link
 * dev.tarn.explorer.search.stationary.StationaryPointPolish}.
 *
 * <p>Dependency rule: linear.
 */
@NullMarked
package dev.tarn.explorer.search.stationary;

import org.jspecify.annotations.NullMarked;
