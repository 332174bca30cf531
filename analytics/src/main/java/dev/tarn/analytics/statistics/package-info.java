/**
 * Statistics of quantities measured at the points of a landscape.
 *
 * <p>Central type: {@link dev.tarn.analytics.statistics.RankCorrelation}.
 *
 * <p>Dependency rule: Commons Math only.
 */
@NullMarked
package dev.tarn.analytics.statistics;

import org.jspecify.annotations.NullMarked;
