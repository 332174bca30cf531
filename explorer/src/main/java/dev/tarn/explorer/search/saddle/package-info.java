/**
 * Searches for transition states and for stationary points of any index.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.saddle.TransitionStateSearch}, which follows a
 * mode to a saddle of index one, and {@link
 * dev.tarn.explorer.search.saddle.DoublyNudgedElasticBand}, which finds where to start one between
 * two minima. {@link dev.tarn.explorer.search.saddle.EigenvectorFollowing}, {@link
 * dev.tarn.explorer.search.saddle.DampedNewton} and {@link
 * dev.tarn.explorer.search.saddle.SquaredGradient} end at points of any index.
 *
 * <p>Dependency rule: linear, stationary and minimise.
 */
@NullMarked
package dev.tarn.explorer.search.saddle;

import org.jspecify.annotations.NullMarked;
