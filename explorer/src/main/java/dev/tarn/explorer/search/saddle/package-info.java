/**
 * Searches for transition states and for stationary points of any index.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.saddle.HybridEigenvectorFollowing} and {@link
 * dev.tarn.explorer.search.saddle.DoublyNudgedElasticBand}.
 *
 * <p>Dependency rule: linear, stationary and minimise.
 */
@NullMarked
package dev.tarn.explorer.search.saddle;

import org.jspecify.annotations.NullMarked;
