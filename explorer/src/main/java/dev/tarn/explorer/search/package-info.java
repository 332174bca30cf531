/**
 * Local searches: how one stationary point is found, and what is verified of it.
 *
 * <p>A <em>quench</em> follows the gradient down to a minimum. <em>Hybrid
 * eigenvector-following</em> climbs along the lowest Hessian mode and relaxes in all others until
 * it stands on a saddle of index one. An <em>elastic band</em> is a chain of images between two
 * minima whose highest points are guesses of transition states. A search that does not converge is
 * a value with its reason, not an exception.
 *
 * <p>Where there are more coordinates than {@link dev.tarn.explorer.search.HessianUse} allows, the
 * Hessian is never formed: a <em>Krylov space</em>, spanned by a vector and its products with the
 * Hessian, takes its place.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.Lbfgs}, {@link
 * dev.tarn.explorer.search.Quench}, {@link dev.tarn.explorer.search.HybridEigenvectorFollowing},
 * {@link dev.tarn.explorer.search.DoublyNudgedElasticBand}, {@link
 * dev.tarn.explorer.search.StationaryPointAnalysis}. Objects of this package hold scratch space and
 * belong to one thread.
 *
 * <p>Dependency rule: the potential and symmetry packages only.
 */
@NullMarked
package dev.tarn.explorer.search;

import org.jspecify.annotations.NullMarked;
