/**
 * Whether a point is stationary and of which index, and how it is converged to rounding.
 *
 * <p>An <em>analysis</em> counts the eigenvalues of the Hessian at a point that has converged; a
 * <em>polish</em> converges it first. The <em>zero modes</em> of the symmetry are taken out before
 * anything is counted. A {@link dev.tarn.explorer.search.stationary.StationaryPointSearch} is what
 * leads to such points, whatever their index; the layers above have the methods.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.stationary.StationaryPointAnalysis}, {@link
 * dev.tarn.explorer.search.stationary.StationaryPointPolish}, {@link
 * dev.tarn.explorer.search.stationary.NewtonsMethod} and {@link
 * dev.tarn.explorer.search.stationary.ZeroModes}.
 *
 * <p>Dependency rule: linear.
 */
@NullMarked
package dev.tarn.explorer.search.stationary;

import org.jspecify.annotations.NullMarked;
