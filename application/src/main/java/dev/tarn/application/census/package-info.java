/**
 * Stationary points of every index: the census of one landscape, and how the numbers grow over a
 * series of them.
 *
 * <p>Central types: {@link dev.tarn.application.census.CensusReport}, {@link
 * dev.tarn.application.census.CensusSeries}.
 */
@NullMarked
package dev.tarn.application.census;

import org.jspecify.annotations.NullMarked;
